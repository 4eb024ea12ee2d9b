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
THINNEST = 3.0
"""Pixels that a character takes at least on average: more of a text need not be measured to know it is too long."""


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
    """Words set in lines; ``height`` and ``width`` are what they take.

    Lines are broken when the words are drawn, or at once where only that tells how many there are: a list of a
    thousand cards wants their heights first and draws a dozen.
    """

    def __init__(self, text: str, face: Face, width: float, *, most: int = 0, indent: float = 0.0) -> None:
        self.text = " ".join(text[:LONGEST].split())
        self._face, self._room, self._most, self._indent = face, width, most, indent
        self._layout: QTextLayout | None = None
        self._right = False
        enough = int(width * most / THINNEST) + 1 if most else LONGEST
        advance = face.metrics.horizontalAdvance(self.text[:enough]) + indent
        if advance < width - 1:
            self.height, self.width = face.line, advance
        elif most and advance > width * most + indent:
            self.height, self.width = face.line * most, width
        else:
            self._break()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the words in the painter's pen."""
        if self._layout is None:
            self._break()
        if self._layout is not None:
            self._layout.draw(painter, QPointF(x, y))

    def to_the_right(self) -> None:
        """Let every line end where the longest ends."""
        self._right = True
        self._layout = None

    def _break(self) -> None:
        face, width, most, indent = self._face, self._room, self._most, self._indent
        layout, self.height, self.width, cut = _set(self.text, face, width, most, indent)
        if cut is not None:
            rest = width - (0 if cut else indent)
            end = face.metrics.elidedText(self.text[cut:], Qt.TextElideMode.ElideRight, rest)
            layout, self.height, self.width, _ = _set(self.text[:cut] + end, face, width, most, indent)
        if self._right:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                line.setPosition(QPointF(self.width - line.naturalTextWidth(), line.y()))
        self._layout = layout


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
