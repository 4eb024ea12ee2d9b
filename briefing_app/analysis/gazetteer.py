"""Names of the actor base in a text, each with everybody it can mean on the day of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.actors import Actor, ActorBase, Alias, holds
from briefing_app.analysis.match import Matcher

if TYPE_CHECKING:
    from briefing_app.analysis.page import Page

Meaning = tuple[Actor, Alias]


@dataclass(frozen=True, slots=True)
class NameHit:
    """A place where a name of the base stands; ``meanings`` is never empty."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class Gazetteer:
    """The names of an actor base, ready to be found."""

    def __init__(self, base: ActorBase) -> None:
        self.base = base
        self.surfaces = [name for name in base.names if len(name) > 1]
        self.matcher = Matcher(self.surfaces)

    def find(self, page: Page, day: str) -> list[NameHit]:
        """Return all whole-word hits, overlapping ones too, in order; hidden text has none."""
        found: list[NameHit] = []
        for start, end, index in self.matcher.all(page.masked):
            surface = self.surfaces[index]
            if not (surface[0].isupper() or surface[0].isdigit() or any(c.isupper() for c in surface)):
                continue
            meanings = tuple(
                (actor, alias) for actor, alias in self.base.names[surface] if holds(alias.since, alias.until, day)
            )
            if meanings:
                found.append(NameHit(start, end, meanings))
        return found
