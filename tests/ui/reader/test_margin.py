"""Notes beside their passages: none lies on another, none stands above its passage, scrolling moves none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from briefing_app.ui.reader.note_card import NoteCard
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.factory import annotation, make_article, make_stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LONG = "A note of several lines that says at some length what this passage means and why it matters. " * 4


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> ReaderView:
    """An article of forty paragraphs with two long notes in each."""
    paragraphs = [f"Paragraph {n} says that alpha{n} and later beta{n} were agreed. " * 2 for n in range(40)]
    article = make_article(paragraphs)
    notes = [
        annotation(article, f"{word}{n} ", "Quote", LONG, ("tag",)) for n in range(40) for word in ("alpha", "beta")
    ]
    stage = make_stage(tmp_path, replace(article, annotations=tuple(notes)))
    pane = ReaderView(stage.context)
    qtbot.addWidget(pane)
    pane.resize(760, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.open_article("a1")
    return pane


def cards(view: ReaderView) -> list[NoteCard]:
    """Return the cards there are, from top to bottom."""
    found = [one for one in view.surface.viewport().findChildren(NoteCard) if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def tops(view: ReaderView) -> dict[str, int]:
    scroll = view.surface.verticalScrollBar().value()
    return {one.annotation.id: one.y() + scroll for one in cards(view) if one.annotation is not None}


def test_cards_never_overlap_and_stand_at_or_below_their_passages(view: ReaderView) -> None:
    bar = view.surface.verticalScrollBar()
    for place in (0, 333, 1200, bar.maximum()):
        bar.setValue(place)
        column = cards(view)
        assert len(column) > 2
        for above, below in pairwise(column):
            assert above.geometry().bottom() < below.y()
        assert {one.x() for one in column} == {column[0].x()}
        assert column[0].x() > view.surface.column_right()


def test_scrolling_down_and_up_moves_no_card_on_the_page(view: ReaderView) -> None:
    bar = view.surface.verticalScrollBar()
    first = tops(view)
    for place in (150, 400, 900, 400, 150, 0):
        bar.setValue(place)
    again = tops(view)
    assert all(again[ident] == top for ident, top in first.items() if ident in again)


def test_only_cards_near_the_view_exist(view: ReaderView) -> None:
    assert len(cards(view)) < 40


def test_cards_are_elided_at_rest_and_whole_under_the_pointer(view: ReaderView) -> None:
    card = cards(view)[0]
    rest = card.height()
    middle = QPointF(card.rect().center())
    QApplication.sendEvent(card, QEnterEvent(middle, middle, middle))
    assert card.height() > rest * 2
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card.height() == rest
