"""Possible names, and choosing among those that overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.entity import EntityKind

RULING = 9
VALUE = 6
NAME = 4
WEAK = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may name something; ``rank`` decides before length, ``keys`` whom it may mean."""

    start: int
    end: int
    label: EntityKind
    source: str
    why: str = ""
    canonical: str = ""
    key: str = ""
    rank: int = NAME
    confidence: float = 0.8


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stay: higher rank, then longer, then with a key; none overlapping."""
    ordered = sorted(
        candidates,
        key=lambda one: (-one.rank, one.start - one.end, not one.key, not one.canonical, one.start),
    )
    taken: set[int] = set()
    kept: list[Candidate] = []
    for one in ordered:
        span = range(one.start, one.end)
        if one.start < one.end and one.start not in taken and taken.isdisjoint(span):
            taken.update(span)
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return kept
