"""Painting cards in the colours of the theme."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.panels.cards.arrange import Arranged, arrange
from briefing_app.ui.panels.cards.model import CARD_ROLE
from briefing_app.ui.widgets.rows import paint_focus

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from briefing_app.ui.panels.cards.pieces import Card
    from briefing_app.ui.theme import Theme, ThemeHolder

KEPT = 120
"""Cards that stay laid out: those in view and their neighbours."""

_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints `Card` values; heights are kept for every card, layouts for those painted last.

    Cards are laid out as if the scroll bar stood there, so that its coming and going changes no height.
    """

    def __init__(self, theme: ThemeHolder, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self.view = view
        self._width = 0
        self._heights: dict[Card, int] = {}
        self._laid_out: OrderedDict[Card, Arranged] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the card's height at the view's width."""
        card = self._card(index)
        if card is None:
            return QSize(0, 0)
        width = self._measure()
        height = self._heights.get(card)
        if height is None:
            height = self._heights[card] = round(self.arranged(card).height)
        return QSize(width, height)

    def forget(self) -> None:
        """Drop what was measured for cards that may be gone."""
        self._heights.clear()
        self._laid_out.clear()

    def arranged(self, card: Card) -> Arranged:
        """Return ``card`` laid out at the view's width."""
        self._measure()
        found = self._laid_out.get(card)
        if found is None:
            found = self._laid_out[card] = arrange(card, self._width)
            if len(self._laid_out) > KEPT:
                self._laid_out.popitem(last=False)
        else:
            self._laid_out.move_to_end(card)
        return found

    def deed_at(self, index: QModelIndex, point: QPoint) -> str:
        """Return the deed at a point of the viewport that lies in the card of ``index``, or nothing."""
        card = self._card(index)
        if card is None:
            return ""
        corner = self.view.visualRect(index).topLeft()
        return self.arranged(card).deed_at(point.x() - corner.x(), point.y() - corner.y())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the card."""
        card = self._card(index)
        if card is None:
            return
        theme, rect = self._theme.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, card, rect, option, theme)
        self._contents(painter, self.arranged(self.shown(card, index)), rect, theme)
        paint_focus(painter, option, theme)
        painter.restore()

    def shown(self, card: Card, index: _Index) -> Card:
        """Return what is painted of ``card``; all of it, unless a subclass hides some."""
        del index
        return card

    def _ground(self, painter: QPainter, card: Card, rect: QRect, option: QStyleOptionViewItem, theme: Theme) -> None:
        if card.heading:
            return
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if over or card.suggested:
            painter.fillRect(rect, QColor(theme.hover if over and not card.suggested else theme.suggestion))
        if not card.indent and rect.top() > 0:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, QColor(theme.line))

    def _contents(self, painter: QPainter, arranged: Arranged, rect: QRect, theme: Theme) -> None:
        x, y = rect.left(), rect.top()
        painter.setPen(Qt.PenStyle.NoPen)
        for box in arranged.boxes:
            painter.setBrush(QColor(_fill(box.fill, theme)))
            painter.drawRoundedRect(box.rect.translated(x, y), box.radius, box.radius)
        for text in arranged.texts:
            painter.setPen(QColor(_ink(text.ink, theme)))
            text.setting.draw(painter, x + text.x, y + text.y)

    def _card(self, index: _Index) -> Card | None:
        card: Card | None = index.data(CARD_ROLE)
        return card

    def _measure(self) -> int:
        bar = self.view.verticalScrollBar().sizeHint().width()
        width = max(self.view.width() - bar, 60)
        if width != self._width:
            self._width = width
            self.forget()
        return width


def _fill(name: str, theme: Theme) -> str:
    kind, _, which = name.partition(":")
    match kind:
        case "stance":
            return theme.stance[which][0]
        case "party":
            return theme.party.get(which, theme.party["grey"])
        case "edge":
            return theme.annotation_edge.get(which, theme.annotation_edge["grey"])
    colour: str = getattr(theme, name)
    return colour


def _ink(name: str, theme: Theme) -> str:
    kind, _, which = name.partition(":")
    if kind == "stance":
        return theme.stance[which][1]
    colour: str = getattr(theme, name)
    return colour
