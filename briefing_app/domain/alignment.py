"""Aligning two sequences: which items they share, in order, in time that stays near their length."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

MOST_EDITS = 160
"""Edits looked for in a stretch without landmarks; a stretch with more of them counts as rewritten."""

Match = tuple[int, int]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the pairs (place in ``old``, place in ``new``) of equal items, rising in both.

    Items that stand once in both texts are the landmarks (patience diff); between them the fewest edits are looked
    for, up to `MOST_EDITS`.
    """
    matches: list[Match] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        left, right, begin, finish = waiting.pop()
        while left < right and begin < finish and old[left] == new[begin]:
            matches.append((left, begin))
            left, begin = left + 1, begin + 1
        while left < right and begin < finish and old[right - 1] == new[finish - 1]:
            right, finish = right - 1, finish - 1
            matches.append((right, finish))
        if left == right or begin == finish:
            continue
        landmarks = _landmarks(old, new, left, right, begin, finish)
        if not landmarks:
            found = _fewest_edits(old[left:right], new[begin:finish])
            matches += [(left + one, begin + other) for one, other in found]
            continue
        matches += landmarks
        edges = [(left - 1, begin - 1), *landmarks, (right, finish)]
        waiting += [(a + 1, c, b + 1, d) for (a, b), (c, d) in itertools.pairwise(edges)]
    matches.sort()
    return matches


def _landmarks(
    old: Sequence[Hashable], new: Sequence[Hashable], left: int, right: int, begin: int, finish: int
) -> list[Match]:
    """Return the longest rising run of the items that stand exactly once in both stretches."""
    counts, others = Counter(old[left:right]), Counter(new[begin:finish])
    places = {new[at]: at for at in range(begin, finish) if others[new[at]] == 1}
    pairs = [(at, places[old[at]]) for at in range(left, right) if counts[old[at]] == 1 and old[at] in places]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect.bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    run: list[Match] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _fewest_edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Match]:
    """Yield the equal items of the shortest edit script (Myers), or none where it is longer than `MOST_EDITS`."""
    furthest = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(MOST_EDITS, len(old) + len(new)) + 1):
        history.append(dict(furthest))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
            )
            x = furthest.get(diagonal + 1, 0) if down else furthest[diagonal - 1] + 1
            y = x - diagonal
            while 0 <= y < len(new) and x < len(old) and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x >= len(old) and y >= len(new):
                return _traced(history, len(old), len(new))
    return iter(())


def _traced(history: list[dict[int, int]], x: int, y: int) -> Iterator[Match]:
    for edits in range(len(history) - 1, -1, -1):
        furthest, diagonal = history[edits], x - y
        down = diagonal == -edits or (
            diagonal != edits and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
        )
        earlier = diagonal + 1 if down else diagonal - 1
        start = furthest.get(earlier, 0) if edits else 0
        begin = start - earlier if edits else 0
        while x > max(start, 0) and y > max(begin, 0) and x > 0 and y > 0:
            landing = (start, begin + 1) if down else (start + 1, begin)
            if edits and (x, y) == landing:
                break
            x, y = x - 1, y - 1
            yield x, y
        if edits:
            x, y = start, begin
