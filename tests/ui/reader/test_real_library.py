"""The reading pane over a real library and real threads: marks made in the window come back through its changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.article import CleanDocument, Removal
from briefing_app.jobs.runner import Runner
from briefing_app.services.services import Services
from briefing_app.settings import Settings
from briefing_app.store.store import Store
from briefing_app.ui.context import ChangeFeed, Courier, UiContext
from briefing_app.ui.messages import Messages
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.theme import ThemeHolder
from tests.ui.reader.factory import PARAGRAPHS, blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.services.thinking import Thinker


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[UiContext]:
    """Services over a new library, run on threads, with its changes told."""
    del qtbot
    store = Store.create(tmp_path / "one.brief")
    feed, courier, messages = ChangeFeed(), Courier(), Messages()
    store.subscribe(feed.publish)
    runner = Runner(courier.deliver, messages.warn)
    thinker: Thinker = None  # type: ignore[assignment]  # nothing is imported or analysed here
    yield UiContext(
        Services.over(store, thinker),
        runner,
        feed,
        messages,
        ThemeHolder("light"),
        Settings(tmp_path / "settings.json"),
    )
    runner.end()
    store.close()


@pytest.fixture
def article_id(context: UiContext) -> str:
    """An article with one removed line."""
    text = "\n\n".join(PARAGRAPHS)
    data = text.encode()
    start = text.index(PARAGRAPHS[2])
    document = CleanDocument(
        "talks.txt", "text/plain", "utf-8", hashlib.sha256(data).hexdigest(), "Talks", text, blocks_of(PARAGRAPHS),
        (Removal(start, start + len(PARAGRAPHS[2]), "promo.subscribe", "A line that advertises."),),
    )  # fmt: skip
    with context.services.store.write("Import") as work:
        return work.articles.add(document, data).id


def test_marking_noting_undoing_and_putting_back_come_back_as_changes(
    qtbot: QtBot, context: UiContext, article_id: str
) -> None:
    view = ReaderView(context)
    qtbot.addWidget(view)
    view.resize(760, 700)
    view.show()
    with qtbot.waitSignal(view.article_shown):
        view.open_article(article_id)
    layer = view.surface.highlights.layer
    qtbot.waitUntil(lambda: view.presenter.article is not None and view.presenter.article.article.read)
    assert "Subscribe" not in view.surface.toPlainText()

    text = "\n\n".join(PARAGRAPHS)
    start = text.index("would agree only if")
    view.surface.select(start, start + 19)
    view.perform("highlight")
    qtbot.waitUntil(lambda: len(layer(Layer.ANNOTATION)) == 1)
    (mark,) = layer(Layer.ANNOTATION).all()
    assert (mark.start, mark.end) == (start, start + 19)

    qtbot.waitUntil(lambda: view.passages.chosen() is not None)
    view.perform("annotate")
    view.passages.noting.note_editor.field.setPlainText("A condition")
    view.passages.noting.note_editor.save()
    qtbot.waitUntil(lambda: view.pane.notes.card(mark.ref) is not None)

    removal = view.presenter.article.removals[0] if view.presenter.article else None
    assert removal is not None
    view.deeds.put_back(removal.id)
    qtbot.waitUntil(lambda: "Subscribe" in view.surface.toPlainText())
    assert [one.ref for one in layer(Layer.ANNOTATION).all()] == [mark.ref]

    context.runner.write(context.services.store.undo)
    qtbot.waitUntil(lambda: "Subscribe" not in view.surface.toPlainText())
    context.runner.write(context.services.store.undo)
    context.runner.write(context.services.store.undo)
    qtbot.waitUntil(lambda: len(layer(Layer.ANNOTATION)) == 0)


def test_the_place_is_kept_in_the_library(qtbot: QtBot, context: UiContext, article_id: str) -> None:
    view = ReaderView(context)
    qtbot.addWidget(view)
    view.resize(700, 240)
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(view.article_shown):
        view.open_article(article_id)
    view.keys.go_to_paragraph(4)
    expected = view.surface.top_offset()
    view.clear()
    qtbot.waitUntil(lambda: context.services.reading.open_article(article_id).position == expected)
    assert expected > 0
