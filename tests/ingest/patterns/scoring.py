"""How near an extracted text comes to the expected one: words counted, and runs of four words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def word_f1(found: str, expected: str) -> float:
    """F1 over the multisets of words."""
    return _f1(Counter(words_of(found)), Counter(words_of(expected)))


def shingle_f1(found: str, expected: str, size: int = 4) -> float:
    """F1 over the multisets of runs of words."""
    return _f1(_shingles(words_of(found), size), _shingles(words_of(expected), size))


def _shingles(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + size]) for at in range(max(len(words) - size + 1, 1)))


def _f1(found: Counter, expected: Counter) -> float:  # type: ignore[type-arg]
    common = (found & expected).total()
    if not common:
        return 0.0
    return 2 * common / (found.total() + expected.total())
