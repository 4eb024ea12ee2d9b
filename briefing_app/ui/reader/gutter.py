"""What stands beside the lines and is no text: paragraph numbers, letters, statement bars, bullets and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QStaticText

from briefing_app.domain.article import BlockKind
from briefing_app.ui.reader.geometry import is_mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QTextBlock, QTextLine

    from briefing_app.ui.reader.positions import VisibleBlock
    from briefing_app.ui.reader.sketching import Sketch
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import Theme

_LANES = 3
"""Statement bars shown side by side at most."""
_LETTERS = 2
"""Letters shown side by side at most."""


class GutterPainter:
    """Paints the gutter in one theme and size; the painter's origin is the page's left and the block's top."""

    def __init__(self, typography: Typography, theme: Theme) -> None:
        self._width = typography.gutter
        self._pixels = typography.pixels
        self._number_font = typography.number_font()
        self._letter_font = typography.number_font()
        self._letter_font.setBold(True)
        self._number_ascent = QFontMetricsF(self._number_font).ascent()
        letters = QFontMetricsF(self._letter_font)
        self._letter_ascent = letters.ascent()
        self._words: dict[str, QStaticText] = {}
        self._letter_width = letters.horizontalAdvance("R") + 2
        self._letter_height = letters.capHeight()
        self._faint, self._accent = QColor(theme.faint), QColor(theme.accent_ink)
        self._ground, self._muted = QColor(theme.window), QColor(theme.muted)
        self._border, self._line = QColor(theme.border), QColor(theme.line)

    def paint(self, painter: QPainter, block: QTextBlock, shown: VisibleBlock, sketch: Sketch, *, badges: bool) -> None:
        """Paint all that stands beside one block."""
        self._bars(painter, sketch)
        self._letters(painter, sketch, badges=badges)
        layout = block.layout()
        if layout.lineCount():
            line = layout.lineAt(0)
            self._number(painter, shown.block.number, line.y() + line.ascent())
            if shown.block.kind is not BlockKind.PARAGRAPH:
                painter.translate(layout.position().x(), 0)
                self._shape(painter, block, shown.block.kind, line)

    def paint_caret(self, painter: QPainter, block: QTextBlock) -> None:
        """Show that the caret stands on the block."""
        layout = block.layout()
        if layout.lineCount():
            first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
            bar = QRectF(self._width - 8, first.y(), 2, last.y() + last.height() - first.y())
            painter.fillRect(bar, self._accent)

    def _number(self, painter: QPainter, number: int, baseline: float) -> None:
        words = self._text(str(number), self._number_font)
        painter.setFont(self._number_font)
        painter.setPen(self._faint)
        painter.drawStaticText(QPointF(self._width - 46 - words.size().width(), baseline - self._number_ascent), words)

    def _text(self, words: str, font: QFont) -> QStaticText:
        """Return ``words`` laid out once; letters and numbers are never the same words."""
        made = self._words.get(words)
        if made is None:
            made = self._words[words] = QStaticText(words)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=font)
        return made

    def _letters(self, painter: QPainter, sketch: Sketch, *, badges: bool) -> None:
        if not sketch.letters:
            return
        painter.setFont(self._letter_font)
        used: dict[float, int] = {}
        step = self._letter_width + 4 * badges
        for baseline, letter, colour, noted in sketch.letters:
            place = used[baseline] = used.get(baseline, 0) + 1
            if place > _LETTERS:
                continue
            left = self._width - 22 - step * place
            painter.setPen(colour)
            if noted and badges:
                height = self._letter_height
                painter.fillRect(QRectF(left - 2, baseline - height - 3, self._letter_width + 2, height + 6), colour)
                painter.setPen(self._ground)
            place_at = QPointF(left, baseline - self._letter_ascent)
            painter.drawStaticText(place_at, self._text(letter, self._letter_font))

    def _bars(self, painter: QPainter, sketch: Sketch) -> None:
        lanes: list[float] = []
        for top, bottom, colour, hollow in sketch.bars:
            lane = next((number for number, end in enumerate(lanes) if end <= top), len(lanes))
            lanes[lane : lane + 1] = [bottom]
            if lane >= _LANES:
                continue
            bar = QRectF(self._width - 14 - 5 * lane, top + 1, 3, bottom - top)
            if hollow:
                painter.setPen(QPen(colour, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(bar, colour)

    def _shape(self, painter: QPainter, block: QTextBlock, kind: BlockKind, line: QTextLine) -> None:
        height = block.layout().boundingRect().height()
        if kind is BlockKind.LIST_ITEM:
            text = line.naturalTextRect()
            size = self._pixels * 0.28
            x = text.right() + 8 if is_mixed(block.text()[:40]) else text.left() - 8 - size
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._muted)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            painter.drawEllipse(QRectF(x, line.y() + line.ascent() - self._pixels * 0.44, size, size))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        elif kind is BlockKind.QUOTE:
            painter.fillRect(QRectF(line.x() - 14, line.y(), 2, height), self._border)
        elif kind is BlockKind.TABLE_ROW:
            painter.setPen(self._line)
            painter.drawLine(QPointF(line.x(), height + 5), QPointF(line.x() + line.width(), height + 5))
