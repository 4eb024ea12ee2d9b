"""What is marked in a text, held so that a frame or a click asks only about its own stretch of it."""

from __future__ import annotations

from bisect import bisect_left, insort
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 1_000
"""Code points from which a mark is kept apart: all others end this near their start, which bounds every search."""


class Layer(IntEnum):
    """Kinds of mark, bottom to top as they are painted."""

    NEWS = 0
    ANNOTATION = 1
    ENTITY = 2
    EVIDENCE = 3
    FIND = 4


class Mark(NamedTuple):
    """One marked stretch, in code points of the canonical text.

    ``colour`` is what the painter makes of it (a colour name or ``#rrggbb``), ``style`` its second, non-colour
    cue; ``ref`` names what is marked within its layer (an annotation's id, a mention's number ...); ``noted`` says
    that there is more to read about it.
    """

    start: int
    end: int
    ref: str = ""
    colour: str = ""
    style: str = ""
    noted: bool = False

    @property
    def length(self) -> int:
        """Return how many code points it covers."""
        return self.end - self.start


class IntervalIndex:
    """Marks ordered by start, long ones apart: finds those of a stretch by two binary searches and a short scan."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        every = sorted(marks)
        self._long = [mark for mark in every if mark[1] - mark[0] >= _LONG]
        self._short = [mark for mark in every if mark[1] - mark[0] < _LONG] if self._long else every

    def __len__(self) -> int:
        return len(self._short) + len(self._long)

    def add(self, mark: Mark) -> None:
        """Take ``mark`` in."""
        insort(self._list_for(mark), mark)

    def remove(self, mark: Mark) -> None:
        """Drop ``mark``; one that is not there is no error."""
        marks = self._list_for(mark)
        index = bisect_left(marks, mark)
        if index < len(marks) and marks[index] == mark:
            del marks[index]

    def between(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a character with ``start``-``end``, by start."""
        low = bisect_left(self._short, (start - _LONG,))
        high = bisect_left(self._short, (end,), lo=low)
        found = [mark for mark in self._short[low:high] if mark[1] > start]
        wide = [mark for mark in self._long if mark[0] < end and mark[1] > start]
        return sorted(found + wide) if wide else found

    def at(self, offset: int) -> list[Mark]:
        """Return the marks on the character at ``offset``, innermost first."""
        return sorted(self.between(offset, offset + 1), key=_length)

    def all(self) -> list[Mark]:
        """Return every mark, by start."""
        return sorted(self._short + self._long) if self._long else list(self._short)

    def after(self, offset: int) -> Mark | None:
        """Return the first mark that starts behind ``offset``, going round to the first of all."""
        marks = self.all()
        index = bisect_left(marks, (offset + 1,))
        return marks[index % len(marks)] if marks else None

    def before(self, offset: int) -> Mark | None:
        """Return the last mark that starts before ``offset``, going round to the last of all."""
        marks = self.all()
        return marks[bisect_left(marks, (offset,)) - 1] if marks else None

    def _list_for(self, mark: Mark) -> list[Mark]:
        return self._long if mark.end - mark.start >= _LONG else self._short


def _length(mark: Mark) -> int:
    return mark.end - mark.start


class Highlights:
    """All marks of an open article, one index a layer."""

    def __init__(self) -> None:
        self._layers = {layer: IntervalIndex() for layer in Layer}

    def put(self, layer: Layer, marks: Iterable[Mark]) -> None:
        """Make ``marks`` the whole of ``layer``."""
        self._layers[layer] = IntervalIndex(marks)

    def layer(self, layer: Layer) -> IntervalIndex:
        """Return the index of one layer."""
        return self._layers[layer]

    def clear(self) -> None:
        """Forget every mark."""
        for layer in Layer:
            self._layers[layer] = IntervalIndex()
