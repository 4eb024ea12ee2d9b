"""What changed between two texts, word by word: paragraphs are aligned first, then the words in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing_app.domain.alignment import common

_PIECE = re.compile(r"\w+(?:['’.,]\w+)*|\s+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]*\n*")
_LIKE, _MOST_PAIRS, _SAME_EDIT = 0.35, 6_000, 2


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: ``start``-``end`` of the new text (empty where words went) stand for ``old_start``-``old_end``.

    ``old`` holds the words of the old text, ``new`` those of the new one.
    """

    start: int
    end: int
    old_start: int
    old_end: int
    old: str
    new: str

    @property
    def kind(self) -> str:
        """Return ``added``, ``removed`` or ``changed``."""
        if not self.old.strip():
            return "added"
        return "changed" if self.new.strip() else "removed"


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """Return the edits that make ``new`` of ``old``, in order; edits but a word or two apart are one."""
    changes: list[Change] = []
    for old_start, old_end, start, end in _stretches(old, new):
        before, after = _pieces(old, old_start, old_end), _pieces(new, start, end)
        matches = common([piece for piece, _ in before], [piece for piece, _ in after])
        spans = list(_between(matches, before, after, old_end, end))
        changes += [Change(c, d, a, b, old[a:b], new[c:d]) for a, b, c, d in _joined(spans, new)]
    return tuple(changes)


_Span = tuple[int, int, int, int]
_Piece = tuple[str, int]


def _stretches(old: str, new: str) -> Iterator[_Span]:
    """Yield pairs of stretches that hold all differences: paragraphs that are alike, or whole runs of them."""
    before, after = _paragraphs(old), _paragraphs(new)
    same = common([text for text, _ in before], [text for text, _ in after])
    a = b = 0
    for one, other in [*same, (len(before), len(after))]:
        if a < one or b < other:
            for (left, right), (begin, finish) in _paired(before, after, (a, one), (b, other)):
                yield _at(before, left, old), _at(before, right, old), _at(after, begin, new), _at(after, finish, new)
        a, b = one + 1, other + 1


def _paired(
    before: Sequence[_Piece], after: Sequence[_Piece], olds: tuple[int, int], news: tuple[int, int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield matching ranges of paragraphs within a run that differs: like goes with like, the rest stands alone."""
    rows, columns = olds[1] - olds[0], news[1] - news[0]
    if rows * columns > _MOST_PAIRS or rows * columns <= 1:
        yield olds, news
        return
    a, b = olds[0], news[0]
    for one, other in _alike(before[slice(*olds)], after[slice(*news)]):
        row, column = olds[0] + one, news[0] + other
        if a < row or b < column:
            yield (a, row), (b, column)
        yield (row, row + 1), (column, column + 1)
        a, b = row + 1, column + 1
    if a < olds[1] or b < news[1]:
        yield (a, olds[1]), (b, news[1])


def _alike(before: Sequence[_Piece], after: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Return the pairs of paragraphs that are most like each other, rising in both."""
    bags, others = [_bag(text) for text, _ in before], [_bag(text) for text, _ in after]
    best = [[0.0] * (len(others) + 1) for _ in range(len(bags) + 1)]
    gain = [[_likeness(bag, other) for other in others] for bag in bags]
    for i in range(len(bags) - 1, -1, -1):
        for j in range(len(others) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain[i][j])
    pairs, i, j = [], 0, 0
    while i < len(bags) and j < len(others):
        if gain[i][j] and best[i][j] == best[i + 1][j + 1] + gain[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(bag: Counter[str], other: Counter[str]) -> float:
    shared = (bag & other).total()
    found = 2 * shared / ((bag.total() + other.total()) or 1)
    return found if found >= _LIKE else 0.0


def _bag(text: str) -> Counter[str]:
    return Counter(text.split())


def _between(
    matches: Sequence[tuple[int, int]], before: Sequence[_Piece], after: Sequence[_Piece], old_end: int, end: int
) -> Iterator[_Span]:
    """Yield the spans between the pieces that both texts share."""
    a = b = 0
    for one, other in [*matches, (len(before), len(after))]:
        if a < one or b < other:
            yield (
                before[a][1] if a < len(before) else old_end,
                before[one][1] if one < len(before) else old_end,
                after[b][1] if b < len(after) else end,
                after[other][1] if other < len(after) else end,
            )
        a, b = one + 1, other + 1


def _joined(spans: Iterable[_Span], new: str) -> Iterator[_Span]:
    """Yield spans with those made one that only a word or two of one paragraph part."""
    held: _Span | None = None
    for span in spans:
        if held is None:
            held = span
        elif "\n" not in (kept := new[held[3] : span[2]]) and len(kept.split()) <= _SAME_EDIT:
            held = (held[0], span[1], held[2], span[3])
        else:
            yield held
            held = span
    if held is not None:
        yield held


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    return [(match.group(), match.start()) for match in _PIECE.finditer(text, start, end)]


def _paragraphs(text: str) -> list[_Piece]:
    return [(match.group(), match.start()) for match in _PARAGRAPH.finditer(text) if match.group()]


def _at(pieces: Sequence[_Piece], place: int, text: str) -> int:
    return pieces[place][1] if place < len(pieces) else len(text)
