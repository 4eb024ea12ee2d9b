"""Canonical offsets and document positions: the visible text of a version, and the way there and back.

Offsets of the library count Unicode code points of a version's canonical text; a `QTextDocument` counts UTF-16
units of what is shown, one unit for the end of each block. What is hidden has no position, so every way from the
library to the screen may land at a join; which side of it is meant depends on whether a passage begins or ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.article import Block


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAK = "\u2028"
"""Qt's line break inside a block; one unit, like the line feed it stands for."""


class VisibleBlock(NamedTuple):
    """A block as far as it is shown: its number in the version and where its shown text lies in the document."""

    block: Block
    start: int
    end: int


class Positions:
    """The map between a version's text and the document that shows ``visible`` spans of it.

    ``text`` is the document's plain text (blocks parted by line feeds); ``blocks`` tells which block of the
    version each block of the document shows.
    """

    def __init__(self, text: str, blocks: Sequence[Block], visible: Sequence[tuple[int, int]]) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)] if not text.isascii() else []
        self._astral_units = [offset + before for before, offset in enumerate(self._astral)]
        self._shown_astral: list[int] | None = None
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._at: list[int] = []
        shown: list[VisibleBlock] = []
        parts: list[str] = []
        at = 0
        for block, pieces in _pieces_by_block(text, blocks, visible):
            begin = at
            for start, end in pieces:
                self._starts.append(start)
                self._ends.append(end)
                self._at.append(at)
                at += self._units(end) - self._units(start) if self._astral else end - start
                parts.append(text[start:end].replace("\n", _BREAK))
            parts.append("\n")
            shown.append(VisibleBlock(block, begin, at))
            at += 1
        self.blocks: tuple[VisibleBlock, ...] = tuple(shown)
        self.text = "".join(parts[:-1])
        self.length = max(0, at - 1)

    def to_document(self, offset: int, *, end: bool = False) -> int:
        """Return the position of canonical ``offset``; a hidden one gives the next shown place.

        With ``end`` the offset closes a passage: a hidden one then gives the end of what is shown before it.
        """
        if not self._starts:
            return 0
        if end:
            index = max(0, bisect_left(self._starts, offset) - 1)
            return self._inside(index, min(max(offset, self._starts[index]), self._ends[index]))
        index = bisect_right(self._ends, offset)
        if index == len(self._starts):
            index -= 1
        return self._inside(index, min(max(offset, self._starts[index]), self._ends[index]))

    def to_canonical(self, position: int, *, end: bool = False) -> int:
        """Return the canonical offset of a document position; ``end`` as in `to_document`."""
        if not self._starts:
            return 0
        find = bisect_left if end else bisect_right
        index = max(0, find(self._at, position) - 1)
        units = self._units(self._starts[index]) + position - self._at[index]
        offset = units - bisect_left(self._astral_units, units) if self._astral_units else units
        return min(max(offset, self._starts[index]), self._ends[index])

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the document ranges that show canonical ``start``-``end``: one a shown piece, none if hidden."""
        found: list[tuple[int, int]] = []
        index = bisect_right(self._ends, start)
        while index < len(self._starts) and self._starts[index] < end:
            left = self._inside(index, max(start, self._starts[index]))
            right = self._inside(index, min(end, self._ends[index]))
            if left < right:
                if found and found[-1][1] == left:
                    found[-1] = (found[-1][0], right)
                else:
                    found.append((left, right))
            index += 1
        return found

    def shows(self, start: int, end: int) -> bool:
        """Say whether any character of ``start``-``end`` is shown."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and max(start, self._starts[index]) < min(end, self._ends[index])

    def place_of(self, index: int) -> int:
        """Return the document position of the letter at ``index`` of `text`."""
        if self._shown_astral is None:
            self._shown_astral = [found.start() for found in _ASTRAL.finditer(self.text)] if self._astral else []
        return index + bisect_left(self._shown_astral, index)

    def block_index(self, position: int) -> int:
        """Return the index in `blocks` of the block that holds a document position (0 in an empty text)."""
        return max(0, bisect_right(self.blocks, position, key=_block_start) - 1)

    def _inside(self, index: int, offset: int) -> int:
        if not self._astral:
            return self._at[index] + offset - self._starts[index]
        return self._at[index] + self._units(offset) - self._units(self._starts[index])

    def _units(self, offset: int) -> int:
        return offset + bisect_left(self._astral, offset) if self._astral else offset


def _block_start(block: VisibleBlock) -> int:
    return block.start


def _pieces_by_block(
    text: str, blocks: Sequence[Block], visible: Sequence[tuple[int, int]]
) -> list[tuple[Block, list[tuple[int, int]]]]:
    found: list[tuple[Block, list[tuple[int, int]]]] = []
    span = 0
    for block in blocks:
        while span < len(visible) and visible[span][1] <= block.start:
            span += 1
        at = span
        pieces: list[tuple[int, int]] = []
        while at < len(visible) and visible[at][0] < block.end:
            start, end = max(visible[at][0], block.start), min(visible[at][1], block.end)
            if start < end:
                pieces.append((start, end))
            at += 1
        whole = len(pieces) == 1 and pieces[0] == (block.start, block.end)
        if pieces and (whole or any(not text[start:end].isspace() for start, end in pieces)):
            found.append((block, pieces))
    return found
