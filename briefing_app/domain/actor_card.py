"""An actor as a reader sees and edits it: what is shipped and what the library says, laid together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.entity import EntityKind


class Origin(StrEnum):
    """Where a name or an office comes from."""

    SHIPPED = "shipped"
    YOURS = "yours"
    MERGED = "merged"
    TAKEN = "taken away"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list: ``own`` where the library says anything of it, ``found`` the other name that was found."""

    key: str
    name: str
    kind: EntityKind
    own: bool = False
    found: str = ""


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of an actor. ``kind`` and ``scope`` are words of the field (acronym; always, acting, context)."""

    text: str
    kind: str
    scope: str
    since: str = ""
    until: str = ""
    origin: Origin = Origin.SHIPPED


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office of a person, and for whom it is held."""

    title: str
    actor: str
    actor_name: str
    since: str = ""
    until: str = ""
    origin: Origin = Origin.SHIPPED


@dataclass(frozen=True, slots=True)
class ActorCard:
    """All that is known of an actor. ``merged`` are those found to be it, ``holders`` who holds office for it."""

    key: str
    name: str
    kind: EntityKind
    parent: tuple[str, str] = ("", "")
    shipped: bool = True
    changed: bool = False
    names: tuple[NameLine, ...] = ()
    offices: tuple[OfficeLine, ...] = ()
    holders: tuple[OfficeLine, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where an actor is named: in how many articles, the newest of them (id, title, date), and what else has it."""

    articles: int = 0
    newest: tuple[tuple[str, str, str], ...] = ()
    statements: int = 0
    dossiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging one actor into another will change."""

    one: ActorCard
    into: ActorCard
    occurs: Occurrences
    refusal: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that pass to the other."""
        known = {self.into.name, *(one.text for one in self.into.names)}
        mine = (self.one.name, *(one.text for one in self.one.names if one.origin is not Origin.TAKEN))
        return tuple(text for text in mine if text not in known)
