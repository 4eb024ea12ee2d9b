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
_LEADING = re.compile(r"\d{1,5}(?=\s|\Z)")
_TRAILING = re.compile(r"(?<![\w.,])\d{1,5}\Z")
_MOST_HEAD = 120
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_NUMBER_ONLY = re.compile(
    r"[-–—\s.|/#()]{0,6}(?:(?:page|seite|p\.|стр\.?)\s)?#(?:\s?(?:/|of|von|de|sur|из)\s?#)?[-–—\s.|()]{0,6}"
)
_MARK = re.compile(r"(?:[•‣◦▪●·∙*–—\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\Z")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡])\s?(?=[^\W\d_]|[“\"‘(])")
_SMALL = 0.92
MARGIN = 0.13
"""The share of a page's height in which running heads and feet stand."""
_MOST_DEPTH = 4
_LEAST_SIDE = 4
_SAME = 6.0


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
    margins = [_marginal(pieces, height) for pieces, height in pages]
    returning = Counter(key for lines in margins for key in {_key(line, top) for line, top in lines})
    counted = Counter(
        at for page, lines in enumerate(margins) for at in {n for one in lines for n in _steps(*one, page)}
    )
    needed = 2 if len(pages) <= 4 else 3
    kept: list[list[Piece]] = []
    for page, ((pieces, _), lines) in enumerate(zip(pages, margins, strict=True)):
        gone = {
            id(piece)
            for line, top in lines
            if returning[_key(line, top)] >= needed
            or _NUMBER_ONLY.fullmatch(_key(line, top)[0])
            or any(counted[at] >= 3 for at in _steps(line, top, page))
            for piece in line.pieces
        }
        kept.append([piece for piece in pieces if id(piece) not in gone])
    return kept


def _marginal(pieces: Sequence[Piece], height: float) -> list[tuple[Line, bool]]:
    """Return the lines in the margins, with true for those at the top."""
    lines = lines_of(pieces)
    found = [(line, True) for line in lines[:3] if line.low > height * (1 - MARGIN)]
    return found + [(line, False) for line in lines[-3:] if line.low < height * MARGIN]


def _steps(line: Line, top: bool, page: int) -> list[tuple[bool, int]]:
    """Return how far the numbers at a line's ends are from the count of pages: the same on all if they number pages."""
    text = line.text
    if len(text) > _MOST_HEAD:
        return []
    ends = {found.group() for found in (_LEADING.match(text), _TRAILING.search(text)) if found}
    return [(top, int(number) - page) for number in ends]


def _key(line: Line, top: bool) -> tuple[str, bool, int]:
    """Return what a running head keeps from page to page: its words without numbers, its place and size."""
    key = _DIGITS.sub("#", " ".join(line.text.casefold().split()))
    return ("#" if _ROMAN.fullmatch(key) else key), top, round(line.size / 2)


def regions_of(pieces: Sequence[Piece], known: set[int], depth: int = 0) -> list[Region]:
    """Return the lines of a page in reading order, one region a column; ``known`` gathers where columns part."""
    gutter = _gutter(pieces, known) if depth < _MOST_DEPTH else None
    if gutter is None:
        return [lines_of(pieces)] if pieces else []
    known.add(round(gutter))
    across = sorted((one for one in pieces if one.left < gutter < one.right), key=lambda one: -one.middle)
    sides = [one for one in pieces if not one.left < gutter < one.right]
    regions: list[Region] = []
    pending: list[Piece] = []
    for piece in across:
        above = [one for one in sides if one.middle > piece.middle]
        if above:
            _add(regions, pending)
            pending = []
            sides = [one for one in sides if one.middle <= piece.middle]
            _add_columns(regions, above, gutter, known, depth)
        pending.append(piece)
    _add(regions, pending)
    _add_columns(regions, sides, gutter, known, depth)
    return regions


def _add(regions: list[Region], pieces: list[Piece]) -> None:
    if pieces:
        regions.append(lines_of(pieces))


def _add_columns(regions: list[Region], pieces: list[Piece], gutter: float, known: set[int], depth: int) -> None:
    for side in ([one for one in pieces if one.right <= gutter], [one for one in pieces if one.left >= gutter]):
        regions.extend(regions_of(side, known, depth + 1))


def _gutter(pieces: Sequence[Piece], known: set[int]) -> float | None:
    """Find the x that parts two columns of prose: few pieces cross it, both sides have lines of words."""
    if len(pieces) < (2 if known else 2 * _LEAST_SIDE):
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
        sure = any(abs(at - one) < _SAME for one in known)
        if _are_columns([o for o in pieces if o.right <= at], [o for o in pieces if o.left >= at], sure=sure):
            best = (crossing, at)
    return best[1] if best else None


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], *, sure: bool) -> bool:
    if min(len(left), len(right)) < (1 if sure else _LEAST_SIDE):
        return False
    if any(sum(one.text.count(" ") + 1 for one in side) < 3 * len(side) for side in (left, right)):
        return False
    low = max(min(one.low for one in side) for side in (left, right))
    high = min(max(one.high for one in side) for side in (left, right))
    spans = [max(one.high for one in side) - min(one.low for one in side) for side in (left, right)]
    return high - low > min(spans) * 0.5


def with_notes_last(regions: Sequence[Region], body: float) -> list[Region]:
    """Take the footnotes, which part a paragraph from its rest, out of the feet of the columns and put them last."""
    kept: list[Region] = []
    notes: list[Region] = []
    for region in regions:
        at = len(region)
        while at and region[at - 1].size < body * _SMALL:
            at -= 1
        while at < len(region) and not _NOTE.match(region[at].text):
            at += 1
        if 0 < at < len(region):
            notes.append(region[at:])
        kept.append(region[:at])
    return [*kept, *notes]
