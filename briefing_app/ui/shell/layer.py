"""Words and hairlines of one colour and font, painted by one widget; the style sheet says which by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Layer(QWidget):
    """Lies over its parent. A hundred labels would cost more than the rest of the first paint."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words: list[tuple[int, int, str]] = []
        self._rules: list[tuple[int, int, int]] = []

    def write(self, left: int, baseline: int, text: str) -> None:
        """Add words."""
        self._words.append((left, baseline, text))

    def rule(self, left: int, top: int, width: int) -> None:
        """Add a hairline."""
        self._rules.append((left, top, width))

    def words(self) -> list[str]:
        """Return what is written."""
        return [text for _, _, text in self._words]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them, in the colour and font that the style sheet gave the widget."""
        painter = QPainter(self)
        for left, top, width in self._rules:
            painter.drawLine(left, top, left + width - 1, top)
        for left, baseline, text in self._words:
            painter.drawText(left, baseline, text)
        painter.end()
