"""Notes beside their passages: where the cards stand, and the line from the chosen one to its passage."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from briefing_app.domain.annotation import annotation_type
from briefing_app.ui.reader.note_card import NoteCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from briefing_app.domain.annotation import Annotation
    from briefing_app.ui.reader.surface import ReadingSurface
    from briefing_app.ui.theme import ThemeHolder

_GAP = 8
_BESIDE = 18
"""Pixels between the column and the cards."""
_LEVEL = 14
"""How far below its top a card is met by the line from its passage."""


class Connector(QWidget):
    """The line between column and cards that leads from a passage to its card, where they do not stand level."""

    def __init__(self, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = (0, 0)
        self._colour = "grey"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def join(self, passage: int, card: int, colour: str) -> None:
        """Lead from height ``passage`` to height ``card``, in an annotation's edge colour."""
        self._ends, self._colour = (passage, card), colour
        self.setVisible(abs(passage - card) > _LEVEL // 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.current.annotation_edge[self._colour]), 1))
        passage, card = self._ends
        middle, right = self.width() / 2, float(self.width())
        corners = [QPointF(2, passage), QPointF(middle, passage), QPointF(middle, card), QPointF(right, card)]
        painter.drawPolyline(QPolygonF(corners))
        painter.end()


class MarginNotes(QWidget):
    """Keeps a card beside every passage in view that has a note or tags; draws nothing itself."""

    chosen = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, surface: ReadingSurface, theme: ThemeHolder) -> None:
        super().__init__(surface)
        self.hide()
        self._surface = surface
        self._theme = theme
        self._notes: list[Annotation] = []
        self._starts: list[int] = []
        self._cards: dict[str, NoteCard] = {}
        self._tops: dict[str, tuple[int, int]] = {}
        self._selected = ""
        self._connector = Connector(theme, surface.viewport())

    def show_notes(self, annotations: Sequence[Annotation]) -> None:
        """Have cards for those of ``annotations`` that say something."""
        said = [one for one in annotations if (one.note or one.tags) and one.anchor.start < one.anchor.end]
        self._notes = sorted(
            (one for one in said if one.anchor.placed), key=lambda one: (one.anchor.start, one.anchor.end, one.id)
        )
        self._starts = [one.anchor.start for one in self._notes]
        for ident in set(self._cards).difference(one.id for one in self._notes):
            self._drop(ident)
        self.forget()

    def forget(self) -> None:
        """Work out all places anew: the text or its layout has changed."""
        self._tops.clear()
        self.place()

    def select(self, ident: str) -> None:
        """Show which annotation is selected."""
        self._selected = ident
        for one, card in self._cards.items():
            if card.selected != (one == ident):
                card.selected = one == ident
                card.update()
        self._join()

    def card(self, ident: str) -> NoteCard | None:
        """Return the card of an annotation in view, or None."""
        return self._cards.get(ident)

    def place(self) -> None:
        """Put the cards in view beside their passages, each below the one before."""
        surface = self._surface
        if not surface.notes_beside or not self._notes or not surface.positions.blocks:
            for ident in list(self._cards):
                self._drop(ident)
            self._connector.hide()
            return
        view = surface.viewport().height()
        scroll = surface.verticalScrollBar().value()
        first = bisect_left(self._starts, surface.offset_near(-view))
        last = bisect_left(self._starts, surface.offset_near(2 * view) + 1)
        kept = {one.id for one in self._notes[first:last]}
        for ident in set(self._cards).difference(kept):
            self._drop(ident)
        self._stack(self._notes[first:last])
        left = surface.column_right() + _BESIDE
        for one in self._notes[first:last]:
            place = self._tops.get(one.id)
            card = self._cards.get(one.id)
            if place is not None and card is not None:
                card.put(QRect(QPoint(left, place[0] - scroll), QSize(self._width(), place[1])))
                card.setVisible(True)
        self._join()

    def _join(self) -> None:
        place = self._tops.get(self._selected)
        annotation = next((one for one in self._notes if one.id == self._selected), None)
        if place is None or annotation is None or self._selected not in self._cards:
            self._connector.hide()
            return
        surface = self._surface
        scroll = surface.verticalScrollBar().value()
        middle = surface.typography.line_height // 2
        passage = surface.page_top(annotation.anchor.start) + middle - scroll
        self._connector.setGeometry(surface.column_right(), 0, _BESIDE, surface.viewport().height())
        self._connector.join(passage, place[0] + _LEVEL - scroll, annotation_type(annotation.type).colour)

    def _stack(self, notes: Sequence[Annotation]) -> None:
        """Give each note its top: level with its passage, or below the note before it.

        Notes placed once stay, so that scrolling never moves them; those found above are fitted in upwards.
        """
        placed = [number for number, one in enumerate(notes) if one.id in self._tops]
        above = placed[0] if placed else 0
        ceiling = self._tops[notes[above].id][0] if placed else 0
        for one in reversed(notes[:above]):
            if not self._surface.positions.shows(one.anchor.start, one.anchor.end):
                continue
            height = self._ready(one)
            top = min(self._surface.page_top(one.anchor.start), ceiling - _GAP - height)
            self._tops[one.id] = (top, height)
            ceiling = top
        floor = -10_000
        for one in notes[above:]:
            known = one.id in self._tops
            if not known and not self._surface.positions.shows(one.anchor.start, one.anchor.end):
                continue
            if not known or one.id not in self._cards:
                height = self._ready(one)
            if not known:
                self._tops[one.id] = (max(self._surface.page_top(one.anchor.start), floor), height)
            top, tall = self._tops[one.id]
            floor = top + tall + _GAP

    def _ready(self, annotation: Annotation) -> int:
        card = self._cards.get(annotation.id)
        if card is None:
            card = NoteCard(self._theme, self._width(), self._surface.viewport())
            card.selected = annotation.id == self._selected
            card.chosen.connect(self.chosen)
            card.edit_wanted.connect(self.edit_wanted)
            self._cards[annotation.id] = card
        return card.show_note(annotation)

    def _width(self) -> int:
        return self._surface.typography.margin - _BESIDE - 12

    def _drop(self, ident: str) -> None:
        card = self._cards.pop(ident, None)
        if card is not None:
            card.hide()
            card.deleteLater()
