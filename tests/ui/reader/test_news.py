"""What is new in an article, over a real library: said once, listed, marked, and closed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.word_diff import Change
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.news import change_words
from briefing_app.ui.reader.view import ReaderView
from tests.ui.panels.stage import document, empty_stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

FIRST = (
    "Norway rejected a quota of 12 percent on Monday, its minister said.",
    "The mediator left the hall.",
    "Iceland wants more time before the winter.",
)
SECOND = (FIRST[0].replace("12", "15"), FIRST[2], "A further round was called for Friday in Bergen.")


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    del qtbot
    made = empty_stage(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def article(stage: Stage) -> str:
    """An article in its first version with one highlight that will change."""
    clean, data = document("Herring", FIRST, "2026-11-20")
    with stage.store.write("Import") as work:
        ident = work.articles.add(clean, data).id
    stage.services.annotating.highlight(ident, 0, 29)
    return ident


@pytest.fixture
def view(qtbot: QtBot, stage: Stage, article: str) -> ReaderView:
    pane = ReaderView(stage.context)
    qtbot.addWidget(pane)
    pane.resize(760, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.open_article(article)
    return pane


def update(stage: Stage, article: str) -> None:
    from briefing_app.services.versions import take_version

    clean, data = document("Herring", SECOND, "2026-11-20")
    with stage.store.write("New version") as work:
        take_version(work, work.articles.get(article), clean, data)


def new_marks(view: ReaderView) -> list[str]:
    marks = view.surface.highlights.layer(Layer.NEWS).all()
    text = view.presenter.article.version.text if view.presenter.article else ""
    return [text[mark.start : mark.end].strip() for mark in marks]


def test_news_when_never_updated_then_nothing(view: ReaderView) -> None:
    assert view.news.isHidden()


def test_news_when_updated_then_a_line_and_on_demand_list_and_marks(
    view: ReaderView, stage: Stage, article: str
) -> None:
    update(stage, article)
    assert view.news.isVisible()
    assert view.news.label.text().startswith("Updated ")
    assert view.news.label.text().endswith(": 3 passages changed")
    assert view.news.list.isHidden()
    assert new_marks(view) == []
    view.news.button.click()
    rows = [view.news.list.item(row).text() for row in range(view.news.list.count())]
    assert rows == [
        "Was “12”, now “15”",
        "Gone: The mediator left the hall.",
        "New: A further round was called for Friday in Bergen.",
    ]
    assert new_marks(view) == ["15", SECOND[2]]
    view.grab()
    view.news.list.itemActivated.emit(view.news.list.item(2))
    assert view.surface.selected_span()[0] < view.surface.selected_span()[1]
    view.news.list.itemClicked.emit(view.news.list.item(1))
    view.news.button.click()
    assert new_marks(view) == []


def test_news_when_closed_then_not_told_again_and_undo_takes_the_version_back(
    view: ReaderView, stage: Stage, article: str
) -> None:
    update(stage, article)
    view.news.button.click()
    view.news.close_button.click()
    assert view.news.isHidden()
    assert new_marks(view) == []
    view.clear()
    view.open_article(article)
    assert view.news.isHidden()
    stage.store.undo()
    assert view.presenter.article is not None
    assert view.presenter.article.version.text == "\n\n".join(FIRST)
    assert view.news.isHidden()


def test_reanchor_when_nothing_or_something_is_selected_then_says_so_or_moves(
    view: ReaderView, stage: Stage, article: str
) -> None:
    update(stage, article)
    (mark,) = stage.services.reading.open_article(article).annotations
    view.reanchor(mark.id)
    assert "Select the passage" in stage.sentences[-1]
    view.surface.select(0, 6)
    view.reanchor(mark.id)
    anchor = stage.services.annotating.get(mark.id).anchor
    assert (anchor.exact, anchor.state) == ("Norway", AnchorState.ANCHORED)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("", "x " * 200, "New: "), ("may", "will", "Was “may”, now “will”"), ("line\n\nline", "", "Gone: line line")],
)
def test_change_words_when_any_kind_then_one_short_line(old: str, new: str, words: str) -> None:
    line = change_words(Change(0, len(new), 0, len(old), old, new))
    assert line.startswith(words)
    assert len(line) < 200
