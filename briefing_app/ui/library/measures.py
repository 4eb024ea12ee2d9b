"""Sizes of the rows of list and library column, free of Qt, so that the cover and the delegates agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT, TOP, RIGHT = 18, 9, 12
"""Space around what a row of the list says."""
GAP = 3
CHIP_HEIGHT = 16
STAR = 11
HEADER = 35
"""Height of the line above the list."""
NAV_SIDE, NAV_PAD, NAV_INDENT = 16, 8, 12
NAV_LINE, NAV_HEADING = 27, 32


class Ruler(Protocol):
    """What measures text; a QFontMetrics is one."""

    def horizontalAdvance(self, text: str, /) -> int:
        """Return how wide ``text`` is drawn."""
        ...


def row_height(line: int, meta_line: int) -> int:
    """Return the height of a row whose title lines and line below are so high."""
    return TOP * 2 + line * 2 + GAP + meta_line + GAP + CHIP_HEIGHT


def elided(text: str, ruler: Ruler, width: int) -> str:
    """Return ``text``, cut to ``width`` with an ellipsis where it does not fit."""
    if ruler.horizontalAdvance(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if ruler.horizontalAdvance(text[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def two_lines(text: str, ruler: Ruler, width: int) -> list[str]:
    """Return ``text`` as one or two lines; the second ends in an ellipsis if need be."""
    words = text[:400].split()
    if not words:
        return [""]
    taken = _that_fit(words, ruler, width)
    if not taken:
        return [elided(" ".join(words), ruler, width)]
    lines = [" ".join(words[:taken])]
    if words[taken:]:
        lines.append(elided(" ".join(words[taken:]), ruler, width))
    return lines


def _that_fit(words: Sequence[str], ruler: Ruler, width: int) -> int:
    for taken in range(1, len(words) + 1):
        if ruler.horizontalAdvance(" ".join(words[:taken])) > width:
            return taken - 1
    return len(words)
