"""Finding many literal names in a text at once: overlapping matches, word boundaries, then longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Sequence

Hit = tuple[int, int, int]
"""Start, end and the index of the pattern."""


LONGEST = 300
"""Longer patterns are no names and never found: an automaton over a page of capitals would take quadratic time."""


class Matcher:
    """An automaton over literal patterns that finds them as whole words."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(patterns)
        self._kept = [index for index, pattern in enumerate(self.patterns) if len(pattern) <= LONGEST]
        kept = [self.patterns[index] for index in self._kept]
        self._automaton = ahocorasick_rs.AhoCorasick(kept) if kept else None

    def all(self, text: str) -> list[Hit]:
        """Return every whole-word match, overlapping ones too, in order of start."""
        if self._automaton is None or not text:
            return []
        found = [
            (start, end, self._kept[index])
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if is_whole(text, start, end)
        ]
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        return found

    def longest(self, text: str) -> list[Hit]:
        """Return the leftmost longest whole-word matches, none overlapping another."""
        kept: list[Hit] = []
        for hit in self.all(text):
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` begins and ends at word boundaries."""
    if start and _glued(text[start - 1]) and _glued(text[start]):
        return False
    if end >= len(text) or not _glued(text[end - 1]):
        return True
    after = text[end]
    if _glued(after):
        return False
    # An address (example.org) or an amount (1.5) goes on behind the point.
    return not (after == "." and end + 1 < len(text) and text[end + 1].islower())


def _glued(character: str) -> bool:
    return character.isalnum() or character == "_"
