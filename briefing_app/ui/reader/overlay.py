"""Frames that float over the text, placed so that they do not cover what they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_GAP = 8


def place_beside(area: QRect, size: QRect, target: QRect, *, above: bool) -> QPoint:
    """Return where a frame of ``size`` goes in ``area``: above or below ``target``, where there is room.

    Where there is room on neither side it goes to the side with more of it, inside the area.
    """
    x = max(area.left() + 4, min(target.center().x() - size.width() // 2, area.right() - size.width() - 4))
    over = target.top() - _GAP - size.height()
    under = target.bottom() + _GAP
    over_fits = over >= area.top() + 2
    under_fits = under + size.height() <= area.bottom() - 2
    if over_fits and (above or not under_fits):
        return QPoint(x, over)
    if under_fits:
        return QPoint(x, under)
    top_room, bottom_room = target.top() - area.top(), area.bottom() - target.bottom()
    y = area.top() + 2 if top_room > bottom_room else area.bottom() - size.height() - 2
    return QPoint(x, y)


class Overlay(QFrame):
    """A floating frame inside the reading pane; Esc closes it and gives the focus back to the text."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.hide()

    def show_at(self, target: QRect, *, above: bool = True) -> None:
        """Show beside ``target``, a rectangle in the parent's pixels."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.adjustSize()
        self.move(place_beside(parent.rect(), self.rect(), target, above=above))
        self.raise_()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
