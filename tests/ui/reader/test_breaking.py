"""Words longer than a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.ui.reader.breaking import SOFT, broken
from briefing_app.ui.reader.header import PageHead
from tests.ui.reader.factory import make_article

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Haushaltskonsolidierungsbegleitgesetzentwurf"


@pytest.mark.parametrize("word", [LONG, "x" * 60, "日" * 40, "https://example.org/" + "a" * 50])
def test_broken_when_a_word_is_wider_than_the_line_then_it_may_break_and_loses_nothing(word: str) -> None:
    made = broken(f"Der {word} der Kommission", 12, len)
    assert made.replace(SOFT, "") == f"Der {word} der Kommission"
    assert max(map(len, made.replace(" ", SOFT).split(SOFT))) <= 12


def test_broken_when_every_word_fits_then_untouched() -> None:
    assert broken("Der Entwurf  liegt vor", 12, len) == "Der Entwurf  liegt vor"


def test_head_when_a_title_has_a_word_wider_than_the_column_then_nothing_is_cut(qtbot: QtBot) -> None:
    article = make_article(["Text."], title=f"Minister lehnen {LONG * 2} ab")
    head = PageHead(None)  # type: ignore[arg-type]  # it stands alone here
    qtbot.addWidget(head)
    head.show_article(article)
    head.fit(0, 500)
    metrics = head.title.fontMetrics()
    assert max(metrics.horizontalAdvance(part) for part in head.title.text().replace(" ", SOFT).split(SOFT)) <= 500
    assert head.title.accessibleName().endswith(f"{LONG * 2} ab")
    head.fit(0, 5000)
    assert SOFT not in head.title.text()
