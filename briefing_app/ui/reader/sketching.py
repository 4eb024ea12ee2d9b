"""What the marks of one block look like, worked out once and kept until marks, layout or theme change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from briefing_app.ui.reader.geometry import is_mixed, stretches
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.layers import DOTTED, HOLLOW, THIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from briefing_app.ui.reader.geometry import Stretch
    from briefing_app.ui.reader.highlights import Highlights, Mark
    from briefing_app.ui.reader.positions import Positions, VisibleBlock
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
"""Edges of annotations by the letter of their type: a cue that needs no colour."""
_EDGE = 3
"""How far below the letters' box the edge of an annotation runs."""
_UNDERLINE = 4
"""How far below the baseline a name is underlined."""


@dataclass(slots=True)
class Sketch:
    """The marks of one block, relative to the block's layout; ``boxes`` are those of each annotation by its id."""

    fills: list[tuple[QRectF, QColor]] = field(default_factory=list)
    boxes: dict[str, tuple[QColor, list[QRectF]]] = field(default_factory=dict)
    lines: list[tuple[QPen, list[QLineF]]] = field(default_factory=list)
    bars: list[tuple[float, float, QColor, bool]] = field(default_factory=list)
    letters: list[tuple[float, str, QColor, bool]] = field(default_factory=list)
    finds: list[tuple[QRectF, str]] = field(default_factory=list)


class Sketcher:
    """Works out sketches for one page in one theme."""

    def __init__(self, highlights: Highlights, positions: Positions, theme: Theme) -> None:
        self._highlights = highlights
        self._positions = positions
        self._theme = theme
        self._looks: dict[tuple[str, str], tuple[QColor, QColor, QPen]] = {}
        self._underlines: dict[tuple[str, str], QPen] = {}

    def sketch(self, block: QTextBlock, shown: VisibleBlock, *, marks: bool) -> Sketch:
        """Return what ``block`` shows; without ``marks`` only search hits."""
        made = Sketch()
        mixed = is_mixed(block.text())
        for mark in self._marks(Layer.NEWS, shown):
            self._new(made, list(self._parts(block, shown, mark, mixed=mixed)))
        if marks:
            self._annotations(made, block, shown, mixed=mixed)
            self._names(made, block, shown, mixed=mixed)
            self._evidence(made, block, shown)
        for mark in self._marks(Layer.FIND, shown):
            made.finds += [
                (QRectF(part.left - 1, part.top, part.right - part.left + 2, part.bottom - part.top + 2), mark.ref)
                for part in self._parts(block, shown, mark, mixed=mixed)
            ]
        return made

    def _marks(self, layer: Layer, shown: VisibleBlock) -> list[Mark]:
        return self._highlights.layer(layer).between(shown.block.start, shown.block.end)

    def _parts(self, block: QTextBlock, shown: VisibleBlock, mark: Mark, *, mixed: bool) -> Iterator[Stretch]:
        for left, right in self._positions.spans(max(mark.start, shown.block.start), min(mark.end, shown.block.end)):
            yield from stretches(block, left - shown.start, right - shown.start, mixed=mixed)

    def _new(self, made: Sketch, parts: list[Stretch]) -> None:
        """Lay a soft ground with a dashed edge below words that the newest version brought."""
        soft, pen = QColor(self._theme.accent_soft), QPen(QColor(self._theme.accent_ink), 1, Qt.PenStyle.DashLine)
        for part in parts:
            made.fills.append((QRectF(part.left, part.top, part.right - part.left, part.bottom - part.top), soft))
        edges = [QLineF(part.left, part.bottom + 1, part.right, part.bottom + 1) for part in parts]
        made.lines.append((pen, edges))

    def _annotations(self, made: Sketch, block: QTextBlock, shown: VisibleBlock, *, mixed: bool) -> None:
        edges: dict[tuple[str, str], list[QLineF]] = {}
        for mark in self._marks(Layer.ANNOTATION, shown):
            fill, edge, _pen = self._look(mark)
            lines = edges.setdefault((mark.colour, mark.style), [])
            boxes: list[QRectF] = []
            for part in self._parts(block, shown, mark, mixed=mixed):
                low = part.bottom + _EDGE
                box = QRectF(part.left, part.top, part.right - part.left, low - part.top)
                boxes.append(box)
                made.fills.append((box, fill))
                lines.append(QLineF(part.left, low, part.right, low))
                if len(boxes) == 1 and mark.start >= shown.block.start:
                    made.letters.append((part.baseline, mark.style, edge, mark.noted))
            made.boxes[mark.ref] = (edge, boxes)
        made.lines += [(self._looks[look][2], lines) for look, lines in edges.items()]

    def _names(self, made: Sketch, block: QTextBlock, shown: VisibleBlock, *, mixed: bool) -> None:
        by_pen: dict[tuple[str, str], list[QLineF]] = {}
        for mark in self._marks(Layer.ENTITY, shown):
            lines = by_pen.setdefault((mark.colour, mark.style), [])
            for part in self._parts(block, shown, mark, mixed=mixed):
                y = part.baseline + _UNDERLINE
                lines.append(QLineF(part.left, y, part.right, y))
        made.lines += [(self._underline(*look), lines) for look, lines in by_pen.items()]

    def _evidence(self, made: Sketch, block: QTextBlock, shown: VisibleBlock) -> None:
        for mark in self._marks(Layer.EVIDENCE, shown):
            parts = list(self._parts(block, shown, mark, mixed=False))
            if parts:
                colour = QColor(self._theme.party.get(mark.colour, self._theme.unresolved))
                made.bars.append((parts[0].top, parts[-1].bottom, colour, mark.style == HOLLOW))

    def _look(self, mark: Mark) -> tuple[QColor, QColor, QPen]:
        look = self._looks.get((mark.colour, mark.style))
        if look is None:
            theme = self._theme
            fill = QColor(theme.annotation.get(mark.colour, theme.annotation["yellow"]))
            edge = QColor(theme.annotation_edge.get(mark.colour, theme.annotation_edge["yellow"]))
            look = (fill, edge, QPen(edge, 1, _PATTERNS.get(mark.style, Qt.PenStyle.SolidLine)))
            self._looks[mark.colour, mark.style] = look
        return look

    def _underline(self, colour: str, style: str) -> QPen:
        pen = self._underlines.get((colour, style))
        if pen is None:
            theme = self._theme
            pen = QPen(QColor(theme.party.get(colour, theme.unresolved)), 1 if style == THIN else 2)
            if style == DOTTED:
                pen = QPen(QColor(theme.unresolved), 1.2, Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([1.0, 1.8])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._underlines[colour, style] = pen
        return pen
