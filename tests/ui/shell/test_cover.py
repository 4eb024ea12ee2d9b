"""What is painted first: the rows, places and bars of the library, before the window's own parts exist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.ui.library.list_delegate import ArticleDelegate
from briefing_app.ui.library.measures import row_height
from briefing_app.ui.library.source import FirstPage
from briefing_app.ui.shell.cover import Cover
from briefing_app.ui.shell.layer import Layer
from briefing_app.ui.shell.measures import WIDTHS, column_widths
from briefing_app.ui.theme import LIGHT, ThemeHolder, ui_font
from tests.ui.library.fake_listing import FakeListing, some_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def titled(*titles: str) -> FakeListing:
    return FakeListing(replace(row, title=title) for row, title in zip(some_rows(len(titles)), titles, strict=True))


def covered(qtbot: QtBot, listing: FakeListing, *, width: int = 1440, query: ListQuery | None = None) -> Cover:
    first = FirstPage(Path("/library.brief"), listing, query or ListQuery())
    cover = Cover(first, LIGHT, column_widths({}))
    qtbot.addWidget(cover)
    cover.resize(width, 860)
    with qtbot.waitExposed(cover):
        cover.show()
    return cover


def words(cover: Cover) -> list[str]:
    painted = [text for layer in cover.findChildren(Layer) if not layer.isHidden() for text in layer.words()]
    return painted + [label.text() for label in cover.findChildren(QLabel) if not label.isHidden()]


def test_cover_when_shown_then_rows_places_and_bars(qtbot: QtBot) -> None:
    cover = covered(qtbot, titled("First talks", "Second <b>talks</b>"))
    seen = words(cover)
    assert {"First talks", "Second <b>talks</b>", "Inbox", "River settlement talks", "File", "+ Import"} <= set(seen)
    assert "All articles  ▾" in seen


def test_cover_when_in_a_dossier_then_its_name_at_the_top(qtbot: QtBot) -> None:
    cover = covered(qtbot, FakeListing(), query=ListQuery(Scope.DOSSIER, "d2"))
    assert "Delta ceasefire  ▾" in words(cover)


def test_cover_when_narrow_then_without_library_column(qtbot: QtBot) -> None:
    cover = covered(qtbot, titled("First talks"), width=820)
    seen = words(cover)
    assert "First talks" in seen
    assert "Inbox" not in seen


def test_cover_when_resized_then_laid_out_anew(qtbot: QtBot) -> None:
    cover = covered(qtbot, titled("First talks"))
    cover.resize(820, 640)
    assert words(cover).count("First talks") == 1


def test_cover_when_the_library_is_long_then_few_rows_are_asked_for(qtbot: QtBot) -> None:
    listing = FakeListing(some_rows(500))
    covered(qtbot, listing)
    assert max(listing.fetched) <= 40


def test_row_height_when_drawn_by_list_or_cover_then_the_same(qtbot: QtBot) -> None:
    del qtbot
    delegate = ArticleDelegate(ThemeHolder("light"))
    bold, meta = QFontMetrics(ui_font(bold=True)), QFontMetrics(ui_font(11))
    assert delegate.row_height == row_height(bold.height(), meta.height())


@pytest.mark.parametrize(
    ("kept", "found"), [({}, WIDTHS["nav"]), ({"nav": "5"}, 150), ({"nav": "x"}, WIDTHS["nav"]), ({"nav": "300"}, 300)]
)
def test_column_widths_when_remembered_then_held_to_sense(kept: dict[str, str], found: int) -> None:
    assert column_widths(kept)["nav"] == found
