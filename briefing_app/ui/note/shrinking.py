"""A button that gives way: where its words do not fit they end in an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_AROUND = 26
"""Pixels of padding and border beside the words."""


class ShrinkingButton(QToolButton):
    """A tool button that opens something; wide as its words where there is room, never below ``least`` pixels."""

    def __init__(self, name: str, parent: QWidget | None = None, *, least: int = 76) -> None:
        super().__init__(parent)
        self._least = least
        self._words = name
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(name)

    @property
    def words(self) -> str:
        """Return all its words."""
        return self._words

    def say(self, words: str) -> None:
        """Show other words, with the sign of what opens."""
        self._words = words
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all words."""
        wide = self.fontMetrics().horizontalAdvance(f"{self._words} ▾") + _AROUND
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        return QSize(min(self._least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = max(self.width(), self._least) - _AROUND - metrics.horizontalAdvance(" ▾")
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room + 1)
        self.setText(f"{words.replace('&', '&&')} ▾")
