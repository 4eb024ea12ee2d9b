"""What the stance model sees of a sentence: its words and how they follow each other, with names hidden behind signs.

The training (packaging/models) and the program use this same module, so a change here needs a new model.
"""

from __future__ import annotations

import itertools
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HOLDER, OTHER, PERSON, VALUE = "§", "¥", "¤", "#"
"""The signs for who may take the stance, other parties and places, people, and dates and sums."""
ROWS = 1 << 17
"""How many rows of weights the features share."""
CLASSES = ("none", "supports", "opposes", "rejects", "demands", "offers", "conditional", "undecided")
"""What a sentence can be; the same order as the columns of weights."""
STEM = 5
"""The letters that stand for a word and its kin: rejected, rejects, rejection."""
STEMS = 2048
"""How many rows of learnt vectors the stems share."""
LONGEST = 80
"""Words behind these are not looked at."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
_SIGNS = frozenset('§¥¤#?";:,—–')


def rows_of(words: Sequence[str]) -> list[int]:
    """Return the rows of a sentence of masked words in small letters, without repetition and in order."""
    kept = ["^", *kept_words(words), "$"]
    found: set[str] = set()
    for at, word in enumerate(kept):
        near = kept[at + 1 : at + 4]
        found.add(word)
        if near:
            found.add(f"{word} {near[0]}")
        if len(near) > 1:
            found.update((f"{word} {near[0]} {near[1]}", f"{word} _ {near[1]}"))
        if len(near) > 2:
            found.add(f"{word} _ _ {near[2]}")
    stems = [f"~{word[:STEM]}" for word in kept]
    found.update(stems)
    found.update(map(" ".join, itertools.pairwise(stems)))
    found.update(map(" _ ".join, zip(stems, stems[2:], strict=False)))
    return sorted({zlib.crc32(feature.encode("utf-8", "surrogatepass")) % ROWS for feature in found})


def kept_words(words: Sequence[str]) -> list[str]:
    """Return the words and signs of a sentence that are looked at, in their plain form."""
    return [_plain(word) for word in words[:LONGEST] if word[0].isalnum() or word in _SIGNS or word[0] in "'’"]


def stem_row(word: str) -> int:
    """Return the row of the learnt vector that a word has with its kin."""
    return zlib.crc32(word[:STEM].encode("utf-8", "surrogatepass")) % STEMS


def _plain(word: str) -> str:
    plain = word.translate(_PLAIN)
    return VALUE if plain[0].isdigit() else plain
