"""Telling the same article again: by its bytes, and by its words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACE = re.compile(r"\s+")


def bytes_hash(data: bytes) -> str:
    """Return the SHA-256 of original bytes: equal means the very same file."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """Return the SHA-256 of canonical text: equal means the same version."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_hash(text: str) -> str:
    """Return a hash that spacing, quotation marks, dashes and letter case do not change."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _SPACE.sub(" ", "".join(sign if sign.isalnum() else " " for sign in folded)).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


SHINGLE, MOST_KEPT = 5, 4096
"""Words of a shingle, and the most shingles kept of a text (the smallest by hash)."""
REPRINT, HELD, LEAST = 0.8, 0.9, 20
"""Likeness (Jaccard) of a reprint, share of a shorter text that a longer one holds, and its least shingles."""

_WORD = re.compile(r"\w+")
_SPREAD = 2654435761
"""Knuth's multiplicative hash: spreads a checksum over all 32 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """What is kept of a text to know its reprints by: the hashes of its shingles, rising.

    ``whole`` says whether all shingles are kept; else they are the `MOST_KEPT` smallest.
    """

    shingles: array[int]
    whole: bool


def signature(text: str) -> Signature:
    """Return the signature of a text: case, punctuation and spacing do not count; the same on every machine."""
    words = [word.casefold().encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    runs = range(max(1, len(words) - SHINGLE + 1)) if words else range(0)
    hashes = {crc32(b" ".join(words[at : at + SHINGLE])) * _SPREAD & 0xFFFFFFFF for at in runs}
    kept = sorted(hashes)
    return Signature(array("I", kept[:MOST_KEPT]), len(kept) <= MOST_KEPT)


def similarity(one: Signature, other: Signature) -> float:
    """Return the Jaccard likeness of two texts' shingles, 0 to 1."""
    mine, theirs = _comparable(one, other)
    return len(mine & theirs) / (len(mine | theirs) or 1)


def containment(one: Signature, other: Signature) -> float:
    """Return how much of the text with fewer shingles the other one holds, 0 to 1."""
    mine, theirs = _comparable(one, other)
    return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)


def same_copy(one: Signature, other: Signature) -> bool:
    """Say whether two texts are reprints of one: nearly the same, or the shorter one cut from the longer."""
    mine, theirs = _comparable(one, other)
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    if shared and shared >= REPRINT * (len(mine) + len(theirs) - shared):
        return True
    return fewer >= LEAST and shared >= HELD * fewer


def may_be_copy(one: Signature, other: Signature) -> bool:
    """Say, much more quickly, whether two texts can be reprints at all: one holds half of the other's probes."""
    return _holds(one, other) or _holds(other, one)


class Probe:
    """Answers `may_be_copy` for one text against many others, some times as fast as asking one by one."""

    def __init__(self, one: Signature) -> None:
        self._one = one
        self._all = frozenset(one.shingles) if one.whole else frozenset()
        self._least = frozenset(one.shingles[:_PROBES])
        self._end = max(self._least, default=0)

    def may_be_copy(self, other: Signature) -> bool:
        """Say whether the two can be reprints at all."""
        if not (self._all and other.whole and other.shingles):
            return may_be_copy(self._one, other)
        theirs = other.shingles[:_PROBES]
        if 2 * len(self._all.intersection(theirs)) >= len(theirs):
            return True
        reach = bisect_right(other.shingles, self._end)
        return 2 * len(self._least.intersection(other.shingles[:reach])) >= len(self._least)


def copies(signatures: Sequence[Signature]) -> list[int]:
    """Return for each text the number of the first text of its group: reprints of reprints are one group."""
    first = list(range(len(signatures)))
    for one, other in sorted(_candidates(signatures)):
        a, b = _root(first, one), _root(first, other)
        if a != b and same_copy(signatures[one], signatures[other]):
            first[max(a, b)] = min(a, b)
    return [_root(first, place) for place in range(len(signatures))]


_PROBES = 12
"""Smallest hashes of a text that are looked for in the others: of a text held by another, nearly all are there."""


def _candidates(signatures: Sequence[Signature]) -> set[tuple[int, int]]:
    """Return the pairs of which one holds at least half of the other's probes, as far as its hashes reach."""
    probes: dict[int, list[int]] = {}
    for place, one in enumerate(signatures):
        for found in one.shingles[:_PROBES]:
            probes.setdefault(found, []).append(place)
    pairs = set()
    for place, one in enumerate(signatures):
        hits = Counter(other for found in one.shingles if found in probes for other in probes[found])
        end = one.shingles[-1] if one.shingles and not one.whole else 2**32
        for other, count in hits.items():
            reached = sum(probe <= end for probe in signatures[other].shingles[:_PROBES])
            if other != place and 2 * count >= reached:
                pairs.add((min(place, other), max(place, other)))
    return pairs


def _holds(one: Signature, other: Signature) -> bool:
    probes = [probe for probe in other.shingles[:_PROBES] if one.whole or probe <= one.shingles[-1]]
    found = 0
    for probe in probes:
        at = bisect_left(one.shingles, probe)
        found += at < len(one.shingles) and one.shingles[at] == probe
    return 2 * found >= len(probes)


def _comparable(one: Signature, other: Signature) -> tuple[set[int], set[int]]:
    """Return the shingles as far as both signatures reach."""
    ends = [each.shingles[-1] for each in (one, other) if not each.whole]
    if not ends:
        return set(one.shingles), set(other.shingles)
    end = min(ends)
    return {each for each in one.shingles if each <= end}, {each for each in other.shingles if each <= end}


def _root(first: list[int], place: int) -> int:
    while first[place] != place:
        place = first[place]
    return place
