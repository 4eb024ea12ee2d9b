"""From pieces of text on a page to lines in reading order: columns, table rows, running heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.readers.pdf_page import Piece

Region = list["Line"]

_DIGITS = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_NUMBER_ONLY = re.compile(
    r"[-–—\s.|/#()]{0,6}(?:(?:page|seite|p\.|стр\.?)\s)?#(?:\s?(?:/|of|von|de|sur|из)\s?#)?[-–—\s.|()]{0,6}"
)
_MARK = re.compile(r"(?:[•‣◦▪●·∙*–—\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\Z")
MARGIN = 0.13
"""The share of a page's height in which running heads and feet stand."""
_MOST_DEPTH = 4
_LEAST_SIDE = 4


@dataclass(slots=True)
class Line:
    """A line of one column, its pieces from left to right."""

    pieces: list[Piece]

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def low(self) -> float:
        """Its foot."""
        return min(piece.low for piece in self.pieces)

    @property
    def size(self) -> float:
        """The height of its type."""
        return max(self.pieces, key=lambda one: len(one.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)

    @property
    def cells(self) -> int:
        """How many pieces stand apart, the mark of a list item not counted."""
        return len(self.pieces) - (1 if len(self.pieces) > 1 and _MARK.match(self.pieces[0].text) else 0)


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Gather pieces that stand on one height, from the top down."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if lines and abs(lines[-1].pieces[0].middle - piece.middle) < min(lines[-1].size, piece.size) * 0.5:
            lines[-1].pieces.append(piece)
        else:
            lines.append(Line([piece]))
    for line in lines:
        line.pieces.sort(key=lambda one: one.left)
    return lines


def without_running(pages: Sequence[tuple[list[Piece], float]]) -> list[list[Piece]]:
    """Leave out what returns at the top and foot of the pages, and their numbers; a page is (pieces, height)."""
    heads = [_marginal(pieces, height) for pieces, height in pages]
    count = Counter(key for head in heads for key in {key for key, _ in head})
    needed = 2 if len(pages) <= 4 else 3
    kept: list[list[Piece]] = []
    for (pieces, _), head in zip(pages, heads, strict=True):
        gone = {
            id(piece)
            for key, line in head
            if count[key] >= needed or _NUMBER_ONLY.fullmatch(key[0])
            for piece in line.pieces
        }
        kept.append([piece for piece in pieces if id(piece) not in gone])
    return kept


def _marginal(pieces: Sequence[Piece], height: float) -> list[tuple[tuple[str, int], Line]]:
    """Return the lines in the margins with their keys: the words without numbers, and which margin."""
    lines = lines_of(pieces)
    found = []
    for line in lines[:3]:
        if line.low > height * (1 - MARGIN):
            found.append(((_key(line.text), 1), line))
    for line in lines[-3:]:
        if line.low < height * MARGIN and line.low <= height * (1 - MARGIN):
            found.append(((_key(line.text), 0), line))
    return found


def _key(text: str) -> str:
    key = _DIGITS.sub("#", " ".join(text.casefold().split()))
    return "#" if _ROMAN.fullmatch(key) else key


def regions_of(pieces: Sequence[Piece], depth: int = 0) -> list[Region]:
    """Return the lines of a page in reading order, one region a column."""
    gutter = _gutter(pieces) if depth < _MOST_DEPTH else None
    if gutter is None:
        return [lines_of(pieces)] if pieces else []
    across = sorted((one for one in pieces if one.left < gutter < one.right), key=lambda one: -one.middle)
    sides = [one for one in pieces if not one.left < gutter < one.right]
    regions: list[Region] = []
    pending: list[Piece] = []
    for piece in across:
        above = [one for one in sides if one.middle > piece.middle]
        if above:
            _add(regions, pending, depth)
            pending = []
            sides = [one for one in sides if one.middle <= piece.middle]
            _add_columns(regions, above, gutter, depth)
        pending.append(piece)
    _add(regions, pending, depth)
    _add_columns(regions, sides, gutter, depth)
    return regions


def _add(regions: list[Region], pieces: list[Piece], depth: int) -> None:
    if pieces:
        regions.append(lines_of(pieces))


def _add_columns(regions: list[Region], pieces: list[Piece], gutter: float, depth: int) -> None:
    for side in ([one for one in pieces if one.right <= gutter], [one for one in pieces if one.left >= gutter]):
        regions.extend(regions_of(side, depth + 1))


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Find the x that parts two columns of prose: few pieces cross it, both sides have lines of words."""
    if len(pieces) < 2 * _LEAST_SIDE:
        return None
    left, right = min(one.left for one in pieces), max(one.right for one in pieces)
    best: tuple[int, float] | None = None
    for edge in sorted({round(one.left, 0) for one in pieces}):
        at = edge - 2.5
        if not left + (right - left) * 0.15 < at < left + (right - left) * 0.85:
            continue
        crossing = sum(1 for one in pieces if one.left < at < one.right)
        if crossing * 3 > len(pieces) or (best is not None and crossing >= best[0]):
            continue
        if _are_columns([o for o in pieces if o.right <= at], [o for o in pieces if o.left >= at]):
            best = (crossing, at)
    return best[1] if best else None


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    if min(len(left), len(right)) < _LEAST_SIDE:
        return False
    if any(sum(one.text.count(" ") + 1 for one in side) < 3 * len(side) for side in (left, right)):
        return False
    low = max(min(one.low for one in side) for side in (left, right))
    high = min(max(one.high for one in side) for side in (left, right))
    spans = [max(one.high for one in side) - min(one.low for one in side) for side in (left, right)]
    return high - low > min(spans) * 0.5
