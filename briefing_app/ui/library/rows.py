"""The rows of a long list, held as an array of numbers and a few blocks of what was looked at lately."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.domain.listing import ArticleRow

BLOCK = 48
KEPT = 40
"""Blocks held at a time."""


class RowWindow:
    """Gives row ``n`` of a list of sequence numbers; fetches `BLOCK` rows at a time and forgets the oldest."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[ArticleRow]]) -> None:
        self._fetch = fetch
        self._blocks: OrderedDict[int, dict[int, ArticleRow]] = OrderedDict()
        self.seqs: array[int] = array("q")

    def __len__(self) -> int:
        return len(self.seqs)

    def row(self, index: int) -> ArticleRow | None:
        """Return the row at ``index``; None when its article was deleted behind our back."""
        seq = self.seqs[index]
        block = index // BLOCK
        held = self._blocks.get(block)
        if held is None:
            held = self._load(block)
        else:
            self._blocks.move_to_end(block)
        return held.get(seq)

    def replace(self, seqs: array[int]) -> None:
        """Hold another list; blocks are loaded again when they are looked at."""
        self.seqs = seqs
        self._blocks.clear()

    def forget(self) -> None:
        """Drop what was loaded: rows have changed, their order has not."""
        self._blocks.clear()

    def index_of(self, seq: int) -> int:
        """Return where ``seq`` stands, or -1."""
        try:
            return self.seqs.index(seq)
        except ValueError:
            return -1

    def _load(self, block: int) -> dict[int, ArticleRow]:
        wanted = self.seqs[block * BLOCK : (block + 1) * BLOCK]
        held = {row.seq: row for row in self._fetch(wanted)}
        self._blocks[block] = held
        self._blocks.move_to_end(block)
        while len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)
        return held


def changed_range(old: array[int], new: array[int]) -> tuple[int, int, int]:
    """Return (first, old_end, new_end): ``old[first:old_end]`` became ``new[first:new_end]``, the rest is the same."""
    before, after = memoryview(old.tobytes()), memoryview(new.tobytes())
    size, shorter = old.itemsize, min(len(old), len(new))
    first = _longest(shorter, lambda n: before[: n * size] == after[: n * size])
    ends = len(before), len(after)
    tail = _longest(
        shorter - first, lambda n: before[ends[0] - n * size :] == after[ends[1] - n * size :] if n else True
    )
    return first, len(old) - tail, len(new) - tail


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def with_kept(old: array[int], new: array[int], keep: Iterable[int]) -> array[int]:
    """Return ``new`` with those of ``keep`` that it lost put back behind their neighbours in ``old``."""
    there = set(new)
    lost = {seq for seq in keep if seq not in there}
    if not lost.intersection(old):
        return new
    behind: dict[int | None, list[int]] = {}
    neighbour: int | None = None
    for seq in old:
        if seq in lost:
            behind.setdefault(neighbour, []).append(seq)
        elif seq in there:
            neighbour = seq
    merged = array("q", behind.get(None, []))
    for seq in new:
        merged.append(seq)
        if seq in behind:
            merged.extend(behind[seq])
    return merged
