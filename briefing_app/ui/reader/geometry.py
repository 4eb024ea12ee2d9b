"""Where a stretch of text lies on the page: rectangles line by line, in both writing directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def x_of(line: QTextLine, place: int) -> float:
    """Return where in ``line`` a position of its block stands; PySide gives it with the position, as a tuple."""
    return cast("tuple[float, int]", line.cursorToX(place))[0]


class Stretch(NamedTuple):
    """A part of one line: left and right edge, baseline, and the line's top and bottom."""

    left: float
    right: float
    baseline: float
    top: float
    bottom: float


def stretches(block: QTextBlock, start: int, end: int, *, mixed: bool) -> Iterator[Stretch]:
    """Yield the parts of ``block``'s lines between two positions in the block, relative to the block's layout.

    ``mixed`` text has letters of both directions: there a stretch of characters need not be one of pixels.
    """
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        last = first + line.textLength()
        left, right = max(start, first), min(end, last)
        if first >= end:
            break
        if left >= right:
            continue
        top = line.y()
        base = top + line.ascent()
        low = top + line.height()
        if mixed:
            for a, b in _runs(line, left, right):
                yield Stretch(a, b, base, top, low)
            continue
        a, b = x_of(line, left), x_of(line, right)
        limit = line.naturalTextRect().right()
        yield Stretch(min(a, b), min(max(a, b), limit), base, top, low)


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return where the glyphs of a stretch lie: a caret has two places where directions meet, a glyph has one."""
    pieces: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, advance in zip(run.positions(), advances, strict=True):
            pieces.append((place.x(), place.x() + advance.x()))
    pieces.sort()
    runs: list[tuple[float, float]] = []
    for left, right in pieces:
        if runs and left - runs[-1][1] <= 1.5:
            runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
        else:
            runs.append((left, right))
    return runs


def is_mixed(text: str) -> bool:
    """Say whether ``text`` holds a letter that is written from right to left."""
    return not text.isascii() and any(
        "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text
    )


def page_rect(document: QTextDocument, start: int, end: int) -> QRectF:
    """Return the rectangle on the page around document positions ``start``-``end`` (a caret's, if they are one)."""
    whole = QRectF()
    block = document.findBlock(start)
    layout = document.documentLayout()
    while block.isValid() and block.position() <= end:
        layout.blockBoundingRect(block)
        origin = block.layout().position()
        low, high = max(0, start - block.position()), min(block.length() - 1, end - block.position())
        found = False
        for part in stretches(block, low, high, mixed=is_mixed(block.text())):
            whole |= QRectF(
                origin.x() + part.left, origin.y() + part.top, part.right - part.left, part.bottom - part.top
            )
            found = True
        if not found and whole.isNull():
            line = block.layout().lineForTextPosition(low)
            if line.isValid():
                x = x_of(line, low)
                whole = QRectF(origin.x() + x, origin.y() + line.y(), 1, line.height())
        block = block.next()
    return whole
