"""Finding words in the shown text: whatever the case, the accents, the kind of quotation mark or of space."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-",
     "—": "-", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "\u2028": " ", "\u00ad": ""}
)  # fmt: skip


def fold(text: str) -> str:
    """Return ``text`` as finding compares it: no case, no accents, plain quotes, hyphens and spaces."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_SAME))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that a search of the library asked for; ``begun``: the last of them may go on."""

    words: str
    begun: bool = False


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in fold(words).split())


def _whole(term: Sought) -> str:
    """Return the pattern of a term as the search index sees words: parted by whatever is no letter or digit."""
    parts = [re.escape(part) for part in re.findall(r"\w+", fold(term.words))]
    if not parts:
        return ""
    return r"\b" + r"\W+".join(parts) + ("" if term.begun else r"\b")


class FoldedText:
    """A text prepared for finding: every place in the folded text is known in the given one."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        if text.isascii():
            self._ends: list[int] | None = None
            self._folded = text.lower()
            return
        kept = {letter: fold(letter) for letter in set(text)}
        pieces = [kept[letter] for letter in text]
        self._ends = list(accumulate(map(len, pieces)))
        self._folded = "".join(pieces)

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where ``words`` stand, as (start, end) in the given text; any white space matches any other."""
        yield from self._found(_pattern(words))

    def find_terms(self, terms: Sequence[Sought]) -> Iterator[tuple[int, int]]:
        """Yield where any of ``terms`` stands as words of its own, in the order of the text."""
        yield from self._found("|".join(filter(None, map(_whole, terms))))

    def _found(self, pattern: str) -> Iterator[tuple[int, int]]:
        for found in re.finditer(pattern, self._folded) if pattern else ():
            yield self._before(found.start()), self._behind(found.end())

    def _before(self, place: int) -> int:
        """Return the index of the letter that gave the folded letter at ``place``."""
        return place if self._ends is None else bisect_left(self._ends, place + 1)

    def _behind(self, place: int) -> int:
        """Return the index behind the letter that gave the folded letter before ``place``, accents included."""
        if self._ends is None:
            return place
        index = bisect_left(self._ends, place) + 1
        while index < self._length and self._ends[index] == place:
            index += 1
        return index
