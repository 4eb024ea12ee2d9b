"""The same figure in several articles: when two figures are one, and where it stood before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.entity import Figure

_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for its their from with that this per cent percent total worth more than".split())
_TELLING = 3
"""Significant digits from which a value alone tells that it is the same figure."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article that has a figure: its id, title and day (ISO, may be empty)."""

    article: str
    title: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Sightings:
    """The other articles that have a figure, oldest first."""

    articles: tuple[Sighting, ...]

    @property
    def since(self) -> str:
        """Return the first day on which it stood in one of them; empty if none is known."""
        return min((one.day for one in self.articles if one.day), default="")


def is_tracked(figure: Figure) -> bool:
    """Say whether a figure is one that is followed through articles: dates and very small counts are not."""
    if figure.kind is FigureKind.DATE:
        return False
    return figure.kind is not FigureKind.NUMBER or _digits(figure.value) > 1


def same_figure(one: Figure, other: Figure) -> bool:
    """Say whether two figures are one: the same value, of the same thing as far as both texts tell."""
    if one.kind is not other.kind or one.value != other.value or not is_tracked(one):
        return False
    mine, theirs = _stems(one.measures), _stems(other.measures)
    if mine and theirs:
        return bool(mine & theirs)
    return one.kind is FigureKind.MONEY or _digits(one.value) >= _TELLING


def sightings(figure: Figure, others: Iterable[tuple[Sighting, Iterable[Figure]]]) -> Sightings:
    """Return which of the other articles have a figure, each once, oldest first."""
    found = [where for where, figures in others if any(same_figure(figure, other) for other in figures)]
    return Sightings(tuple(sorted(found, key=lambda one: (one.day or "9999", one.title))))


def _stems(words: str) -> set[str]:
    """Return the beginnings of the words that carry meaning."""
    return {word[:5] for word in _WORD.findall(words.casefold()) if word not in _SMALL}


def _digits(value: str) -> int:
    return len(re.sub(r"\D", "", value.split("/")[0]).strip("0"))
