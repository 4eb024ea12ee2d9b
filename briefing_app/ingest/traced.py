"""Text that remembers where each of its characters stood in the decoded input."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Run = tuple[int, int]
"""A pair (offset here, offset in the input); both step one by one until the next pair."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``start``-``end`` by ``text``, whose first character stands for that of ``start``."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its rising runs back to the decoded input; runs are empty for an empty text."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def whole(cls, text: str) -> Traced:
        """Trace a text to itself."""
        return cls(text, ((0, 0),) if text else ())

    def __len__(self) -> int:
        return len(self.text)

    def source(self, offset: int) -> int:
        """Return where the character at ``offset`` stood in the input."""
        index = bisect.bisect_right(self.runs, (offset, 2**62)) - 1
        here, there = self.runs[max(index, 0)]
        return there + offset - here

    def runs_of(self, start: int, end: int, at: int = 0) -> list[Run]:
        """Return the runs of ``start``-``end`` as if that slice began at offset ``at``."""
        if start >= end:
            return []
        first = max(bisect.bisect_right(self.runs, (start, 2**62)) - 1, 0)
        here, there = self.runs[first]
        found = [(at, there + start - here)]
        for index in range(first + 1, len(self.runs)):
            here, there = self.runs[index]
            if here >= end:
                break
            found.append((here - start + at, there))
        return found

    def cut(self, start: int, end: int) -> Traced:
        """Return the slice ``start``-``end``."""
        return Traced(self.text[start:end], tuple(self.runs_of(start, end)))

    def strip(self) -> Traced:
        """Return the text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def edit(self, edits: Sequence[Edit]) -> Traced:
        """Apply edits, which must be in order and must not overlap."""
        if not edits:
            return self
        parts: list[str] = []
        runs: list[Run] = []
        length = position = 0
        cursor = _Cursor(self.runs)
        for one in edits:
            if one.start > position:
                runs.extend(cursor.slice(position, one.start, length))
                parts.append(self.text[position : one.start])
                length += one.start - position
            if one.text:
                first = cursor.source(one.start) if self.runs else 0
                last = first + max(one.end - one.start - 1, 0)
                runs.extend((length + step, min(first + step, last)) for step in range(len(one.text)))
                parts.append(one.text)
                length += len(one.text)
            position = one.end
        runs.extend(cursor.slice(position, len(self.text), length))
        parts.append(self.text[position:])
        return Traced("".join(parts), tuple(compact(runs)))


class _Cursor:
    """Walks rising runs once, so that many slices cost their own length only."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._index = 0

    def source(self, offset: int) -> int:
        runs = self._runs
        while self._index + 1 < len(runs) and runs[self._index + 1][0] <= offset:
            self._index += 1
        here, there = runs[self._index]
        return there + offset - here

    def slice(self, start: int, end: int, at: int) -> list[Run]:
        if start >= end:
            return []
        found = [(at, self.source(start))]
        index = self._index + 1
        while index < len(self._runs) and self._runs[index][0] < end:
            here, there = self._runs[index]
            found.append((here - start + at, there))
            index += 1
        return found


def compact(runs: Iterable[Run]) -> list[Run]:
    """Drop the runs that only carry on the one before; of runs at one offset the last stays."""
    kept: list[Run] = []
    for here, there in runs:
        if kept and kept[-1][0] == here:
            kept.pop()
        if kept and there - kept[-1][1] == here - kept[-1][0]:
            continue
        kept.append((here, there))
    return kept


def joined(pieces: Sequence[Traced], glue: str) -> Traced:
    """Join pieces by ``glue``, whose characters are traced to what follows the piece before."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for number, piece in enumerate(pieces):
        if number:
            parts.append(glue)
            length += len(glue)
        runs.extend((here + length, there) for here, there in piece.runs)
        parts.append(piece.text)
        length += len(piece.text)
    return Traced("".join(parts), tuple(compact(runs)))
