"""Painting of marks: what a frame needs is worked out once a block and kept until it changes.

Order, bottom to top: annotation fills with their edges, underlines of names, statement bars, search hits; the text
itself and the selection come on top of all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing_app.domain.article import BlockKind
from briefing_app.ui.reader.geometry import is_mixed, stretches
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.layers import DOTTED, HOLLOW, THIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from briefing_app.ui.reader.geometry import Stretch
    from briefing_app.ui.reader.highlights import Highlights, Mark
    from briefing_app.ui.reader.positions import Positions, VisibleBlock
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import Theme

_PATTERNS = {
    "P": Qt.PenStyle.SolidLine,
    "C": Qt.PenStyle.SolidLine,
    "F": Qt.PenStyle.DotLine,
    "R": Qt.PenStyle.SolidLine,
    "N": Qt.PenStyle.DashLine,
    "S": Qt.PenStyle.DashDotLine,
    "Q": Qt.PenStyle.DotLine,
    "?": Qt.PenStyle.DashDotDotLine,
    "!": Qt.PenStyle.DashLine,
}


@dataclass(slots=True)
class BlockPaint:
    """What one block shows besides its text, relative to the block's layout."""

    fills: list[tuple[QRectF, QColor, QPen, str]] = field(default_factory=list)
    lines: list[tuple[QPen, list[QLineF]]] = field(default_factory=list)
    bars: list[tuple[float, float, QColor, bool]] = field(default_factory=list)
    letters: list[tuple[float, str, QColor, bool]] = field(default_factory=list)
    finds: list[tuple[QRectF, bool]] = field(default_factory=list)


class MarkPainter:
    """Paints the marks of the visible blocks.

    ``selected`` is the annotation chosen, ``current_find`` the hit shown, ``caret_block`` the paragraph the caret
    stands on; ``badges`` fills the letters of annotations with a note, where no card can stand beside the text.
    """

    def __init__(self, highlights: Highlights) -> None:
        self.highlights = highlights
        self.shown = True
        self.selected = ""
        self.current_find = ""
        self.caret_block = -1
        self.badges = False
        self._positions: Positions | None = None
        self._theme: Theme | None = None
        self._typography: Typography | None = None
        self._kept: dict[int, BlockPaint] = {}
        self._colours: dict[str, QColor] = {}
        self._looks: dict[tuple[str, str], tuple[QColor, QColor, QPen]] = {}

    def set_page(self, positions: Positions, typography: Typography, theme: Theme) -> None:
        """Paint for another page, size or theme from now on."""
        self._positions, self._typography, self._theme = positions, typography, theme
        self._colours.clear()
        self._looks.clear()
        self._kept.clear()

    def forget(self) -> None:
        """Drop what was worked out: the marks or the layout have changed."""
        self._kept.clear()

    def forget_stretch(self, start: int, end: int) -> None:
        """Drop what was worked out for the blocks that hold canonical ``start``-``end``."""
        if self._positions is None or not self._kept:
            return
        first = self._positions.block_index(self._positions.to_document(start))
        last = self._positions.block_index(self._positions.to_document(end, end=True))
        for index in range(first, last + 1):
            self._kept.pop(index, None)

    def paint(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint one block's marks below its text; the painter's origin is the page's."""
        if self._positions is None or self._theme is None or self._typography is None:
            return
        index = block.blockNumber()
        if index >= len(self._positions.blocks):
            return
        kept = self._kept.get(index)
        if kept is None:
            kept = self._kept[index] = self._work_out(block, self._positions.blocks[index], self._theme)
        origin = block.layout().position()
        painter.save()
        painter.translate(origin)
        self._draw(painter, kept, self._theme)
        painter.translate(-origin.x(), 0)
        self._draw_bars(painter, kept, self._typography)
        self._draw_letters(painter, kept, self._typography, self._theme)
        self._furniture(painter, block, self._positions.blocks[index], self._theme, self._typography)
        painter.restore()

    # working out

    def _work_out(self, block: QTextBlock, shown: VisibleBlock, theme: Theme) -> BlockPaint:
        kept = BlockPaint()
        mixed = is_mixed(block.text())
        start, end = shown.block.start, shown.block.end
        if self.shown:
            self._fills(kept, block, shown, theme, mixed=mixed)
            self._underlines(kept, block, shown, theme, mixed=mixed)
            self._bars(kept, block, shown, theme)
        for mark in self.highlights.layer(Layer.FIND).between(start, end):
            kept.finds += [
                (QRectF(p.left - 1, p.top, p.right - p.left + 2, p.bottom - p.top + 2), mark.ref == self.current_find)
                for p in self._parts(block, shown, mark, mixed=mixed)
            ]
        return kept

    def _parts(self, block: QTextBlock, shown: VisibleBlock, mark: Mark, *, mixed: bool) -> Iterator[Stretch]:
        assert self._positions is not None
        for left, right in self._positions.spans(max(mark.start, shown.block.start), min(mark.end, shown.block.end)):
            yield from stretches(block, left - shown.start, right - shown.start, mixed=mixed)

    def _fills(self, kept: BlockPaint, block: QTextBlock, shown: VisibleBlock, theme: Theme, *, mixed: bool) -> None:
        for mark in self.highlights.layer(Layer.ANNOTATION).between(shown.block.start, shown.block.end):
            fill, edge, pen = self._annotation_look(mark, theme)
            first = mark.start >= shown.block.start
            for part in self._parts(block, shown, mark, mixed=mixed):
                box = QRectF(part.left, part.top, part.right - part.left, part.bottom - part.top + 3)
                kept.fills.append((box, fill, pen, mark.ref))
                if first:
                    kept.letters.append((part.baseline, mark.style, edge, mark.noted))
                    first = False

    def _annotation_look(self, mark: Mark, theme: Theme) -> tuple[QColor, QColor, QPen]:
        look = self._looks.get((mark.colour, mark.style))
        if look is None:
            fill = self._colour(theme.annotation.get(mark.colour, theme.annotation["yellow"]))
            edge = self._colour(theme.annotation_edge.get(mark.colour, theme.annotation_edge["yellow"]))
            look = (fill, edge, QPen(edge, 1, _PATTERNS.get(mark.style, Qt.PenStyle.SolidLine)))
            self._looks[mark.colour, mark.style] = look
        return look

    def _underlines(
        self, kept: BlockPaint, block: QTextBlock, shown: VisibleBlock, theme: Theme, *, mixed: bool
    ) -> None:
        by_pen: dict[tuple[str, str], list[QLineF]] = {}
        for mark in self.highlights.layer(Layer.ENTITY).between(shown.block.start, shown.block.end):
            lines = by_pen.setdefault((mark.colour, mark.style), [])
            for part in self._parts(block, shown, mark, mixed=mixed):
                y = part.baseline + 4
                lines.append(QLineF(part.left, y, part.right, y))
        for (colour, style), lines in by_pen.items():
            if style == DOTTED:
                pen = QPen(self._colour(theme.unresolved), 1.2, Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([1.0, 1.8])
            elif style == THIN:
                pen = QPen(self._colour(theme.unresolved), 1)
            else:
                pen = QPen(self._colour(theme.party.get(colour, theme.unresolved)), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            kept.lines.append((pen, lines))

    def _bars(self, kept: BlockPaint, block: QTextBlock, shown: VisibleBlock, theme: Theme) -> None:
        for mark in self.highlights.layer(Layer.EVIDENCE).between(shown.block.start, shown.block.end):
            parts = list(self._parts(block, shown, mark, mixed=False))
            if parts:
                colour = self._colour(theme.party.get(mark.colour, theme.unresolved))
                kept.bars.append((parts[0].top, parts[-1].bottom, colour, mark.style == HOLLOW))

    def _colour(self, name: str) -> QColor:
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = QColor(name)
        return colour

    # drawing

    def _draw(self, painter: QPainter, kept: BlockPaint, theme: Theme) -> None:
        for box, fill, _pen, _ref in kept.fills:
            painter.fillRect(box, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box, _fill, pen, ref in kept.fills:
            painter.setPen(pen)
            if ref == self.selected:
                painter.setPen(QPen(pen.color(), 1.5))
                painter.drawRect(box.adjusted(-1, -1, 1, 0))
            else:
                painter.drawLine(box.bottomLeft(), box.bottomRight())
        for pen, lines in kept.lines:
            painter.setPen(pen)
            painter.drawLines(lines)
        for box, current in kept.finds:
            painter.setPen(QPen(self._colour(theme.find_edge), 2 if current else 1))
            painter.setBrush(self._colour(theme.find))
            painter.drawRect(box)

    def _draw_bars(self, painter: QPainter, kept: BlockPaint, typography: Typography) -> None:
        lanes: list[float] = []
        for top, bottom, colour, hollow in kept.bars:
            lane = next((number for number, end in enumerate(lanes) if end <= top), len(lanes))
            lanes[lane : lane + 1] = [bottom]
            if lane > 2:
                continue
            x = typography.gutter - 14 - 5 * lane
            bar = QRectF(x, top + 1, 3, bottom - top)
            if hollow:
                painter.setPen(QPen(colour, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(bar, colour)

    def _draw_letters(self, painter: QPainter, kept: BlockPaint, typography: Typography, theme: Theme) -> None:
        if not kept.letters:
            return
        font = typography.number_font()
        font.setBold(True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance("R") + 2
        used: dict[float, int] = {}
        height = painter.fontMetrics().capHeight()
        for baseline, letter, colour, noted in kept.letters:
            place = used[baseline] = used.get(baseline, 0) + 1
            if place > 2:
                continue
            left = typography.gutter - 22 - (width + 4 * self.badges) * place
            painter.setPen(colour)
            if noted and self.badges:
                painter.fillRect(QRectF(left - 2, baseline - height - 3, width + 2, height + 6), colour)
                painter.setPen(self._colour(theme.window))
            painter.drawText(QPointF(left, baseline), letter)

    def _furniture(
        self, painter: QPainter, block: QTextBlock, shown: VisibleBlock, theme: Theme, typography: Typography
    ) -> None:
        line = block.layout().lineAt(0) if block.layout().lineCount() else None
        if line is None:
            return
        baseline = line.y() + line.ascent()
        font = typography.number_font()
        painter.setPen(self._colour(theme.faint))
        if block.blockNumber() == self.caret_block:
            font.setBold(True)
            painter.setPen(self._colour(theme.accent_ink))
            height = block.layout().boundingRect().height()
            painter.fillRect(QRectF(typography.gutter - 8, line.y(), 2, height), self._colour(theme.accent_ink))
        painter.setFont(font)
        number = str(shown.block.number)
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(QPointF(typography.gutter - 46 - width, baseline), number)
        kind = shown.block.kind
        painter.translate(block.layout().position().x(), 0)
        if kind is BlockKind.LIST_ITEM:
            self._bullet(
                painter, line.naturalTextRect(), baseline, theme, typography, right=is_mixed(block.text()[:40])
            )
        elif kind is BlockKind.QUOTE:
            height = block.layout().boundingRect().height()
            painter.fillRect(QRectF(line.x() - 14, line.y(), 2, height), self._colour(theme.border))
        elif kind is BlockKind.TABLE_ROW:
            height = block.layout().boundingRect().height() + 5
            painter.setPen(self._colour(theme.line))
            painter.drawLine(QPointF(line.x(), height), QPointF(line.x() + line.width(), height))

    def _bullet(
        self, painter: QPainter, text: QRectF, baseline: float, theme: Theme, typography: Typography, *, right: bool
    ) -> None:
        size = typography.pixels * 0.28
        x = text.right() + 8 if right else text.left() - 8 - size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(theme.muted))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.drawEllipse(QRectF(x, baseline - typography.pixels * 0.44, size, size))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
