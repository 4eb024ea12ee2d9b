"""Painting of marks: each frame draws the sketches of the blocks in view.

Order, bottom to top: annotation fills, their edges and the underlines of names, search hits; the text itself and
the selection come on top of all of it. Statement bars, letters and numbers stand in the gutter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing_app.ui.reader.gutter import GutterPainter
from briefing_app.ui.reader.sketching import Sketch, Sketcher

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from briefing_app.ui.reader.highlights import Highlights
    from briefing_app.ui.reader.positions import Positions
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import Theme


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
        self._sketcher: Sketcher | None = None
        self._gutter: GutterPainter | None = None
        self._kept: dict[int, Sketch] = {}
        self._find = QColor()
        self._find_pens = (QPen(), QPen())

    def set_page(self, positions: Positions, typography: Typography, theme: Theme) -> None:
        """Paint for another page, size or theme from now on."""
        self._positions = positions
        self._sketcher = Sketcher(self.highlights, positions, theme)
        self._gutter = GutterPainter(typography, theme)
        self._find = QColor(theme.find)
        edge = QColor(theme.find_edge)
        self._find_pens = (QPen(edge, 1), QPen(edge, 2))
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
        if self._positions is None or self._sketcher is None or self._gutter is None:
            return
        index = block.blockNumber()
        if index >= len(self._positions.blocks):
            return
        shown = self._positions.blocks[index]
        sketch = self._kept.get(index)
        if sketch is None:
            sketch = self._kept[index] = self._sketcher.sketch(block, shown, marks=self.shown)
        origin = block.layout().position()
        before = painter.worldTransform()
        painter.translate(origin)
        self._draw(painter, sketch)
        painter.translate(-origin.x(), 0)
        if index == self.caret_block:
            self._gutter.paint_caret(painter, block)
        self._gutter.paint(painter, block, shown, sketch, badges=self.badges)
        painter.setWorldTransform(before)

    def _draw(self, painter: QPainter, sketch: Sketch) -> None:
        fill = painter.fillRect
        for box, colour in sketch.fills:
            fill(box, colour)
        for pen, lines in sketch.lines:
            painter.setPen(pen)
            painter.drawLines(lines)
        if self.selected in sketch.boxes:
            edge, boxes = sketch.boxes[self.selected]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1.5))
            painter.drawRects([box.adjusted(-1, -1, 1, 0) for box in boxes])
        for box, ref in sketch.finds:
            painter.setPen(self._find_pens[ref == self.current_find])
            painter.setBrush(self._find)
            painter.drawRect(box)
