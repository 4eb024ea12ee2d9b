"""Setting words in lines of a given width."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from briefing_app.ui.theme import reading_font, ui_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

LONGEST = 4000
"""Most characters of one piece that are set; nobody reads more than that in a card."""


@dataclass(frozen=True)
class Face:
    """A font with its metrics and the distance between its lines."""

    font: QFont
    metrics: QFontMetricsF
    line: float


@functools.cache
def faces() -> dict[str, Face]:
    """Return the fonts of the cards by what they are for; made once the program has a screen."""
    caption = ui_font(11)
    caption.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    fonts = {
        "caption": (caption, 1.25),
        "headline": (ui_font(bold=True), 1.3),
        "pill": (ui_font(11, bold=True), 1.2),
        "quote": (reading_font(13), 1.42),
        "words": (ui_font(), 1.38),
        "small": (ui_font(11), 1.35),
        "tag": (ui_font(10), 1.2),
        "deed": (ui_font(12, bold=True), 1.3),
        "quiet": (ui_font(11), 1.35),
        "letter": (ui_font(10, bold=True), 1.0),
    }
    made = {}
    for name, (font, spacing) in fonts.items():
        metrics = QFontMetricsF(font)
        made[name] = Face(font, metrics, max(metrics.height(), font.pixelSize() * spacing))
    return made


class Setting:
    """Words set in lines; ``height`` and ``width`` are what they take."""

    def __init__(self, text: str, face: Face, width: float, *, most: int = 0, indent: float = 0.0) -> None:
        flat = " ".join(text[:LONGEST].split())
        self.text = flat
        self._layout, self.height, self.width, cut = _set(flat, face, width, most, indent)
        if cut is not None:
            shown = flat[:cut] + face.metrics.elidedText(
                flat[cut:], Qt.TextElideMode.ElideRight, width - (indent if not cut else 0)
            )
            self._layout, self.height, self.width, _ = _set(shown, face, width, most, indent)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the words in the painter's pen."""
        self._layout.draw(painter, QPointF(x, y))

    def to_the_right(self) -> None:
        """Let every line end where the longest ends."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            line.setPosition(QPointF(self.width - line.naturalTextWidth(), line.y()))


def _set(text: str, face: Face, width: float, most: int, indent: float) -> tuple[QTextLayout, float, float, int | None]:
    """Return the layout, its height and width, and where its last line begins if more lines were needed."""
    layout = QTextLayout(text, face.font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    y, widest, count, last = 0.0, 0.0, 0, 0
    lead = (face.line - face.metrics.height()) / 2
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        if most and count == most:
            layout.endLayout()
            return layout, y, widest, last
        left = indent if count == 0 else 0.0
        line.setLineWidth(max(width - left, 8.0))
        line.setPosition(QPointF(left, y + lead))
        widest = max(widest, left + line.naturalTextWidth())
        last = line.textStart()
        y += face.line
        count += 1
    layout.endLayout()
    return layout, max(y, face.line if indent else 0.0), widest, None


@functools.cache
def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
