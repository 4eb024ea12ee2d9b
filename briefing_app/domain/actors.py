"""What the readers of a library say of actors: names added and taken away, offices, merges. The rest is shipped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.entity import EntityKind


class AliasKind(StrEnum):
    """What sort of name an alias is."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ROLE = "role"
    NICKNAME = "nickname"


class AliasScope(StrEnum):
    """Where an alias holds: always, only where it acts (*Brussels said*), or no more (a shipped one taken away)."""

    ALWAYS = "always"
    ACTING = "acting"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class OwnAlias:
    """A name that a reader gave an actor or took from it. ``since`` and ``until`` are ISO, maybe partial or empty."""

    text: str
    kind: AliasKind = AliasKind.NAME
    scope: AliasScope = AliasScope.ALWAYS
    since: str = ""
    until: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class OwnOffice:
    """An office as a reader gave it: title, key of whom it is held for, days. ``removed`` takes a shipped one away."""

    title: str
    actor: str
    since: str = ""
    until: str = ""
    removed: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class OwnActor:
    """All that a library holds of one actor, by its key: one of its own, or a shipped one that a reader touched.

    Name, kind and parent are the library's from then on. ``merged`` is the key of the actor that it was found to
    be; its names, offices, mentions and statements are that one's as long as it says so.
    """

    key: str
    name: str
    kind: EntityKind = EntityKind.ORG
    parent: str = ""
    merged: str = ""
    aliases: tuple[OwnAlias, ...] = ()
    offices: tuple[OwnOffice, ...] = ()


def label_of(alias: AliasKind | str, kind: EntityKind) -> EntityKind:
    """Return the label that the words of an alias take in a text: a demonym is NORP, else what the actor is."""
    return EntityKind.NORP if alias == AliasKind.DEMONYM else kind


def holds_on(since: str, until: str, day: str) -> bool:
    """Say whether an ISO span, either end open or partial, holds on ``day`` (empty: always)."""
    if not day:
        return True
    return (not since or since[: len(day)] <= day[: len(since)]) and (
        not until or day[: len(until)] <= until[: len(day)]
    )


def is_day(text: str) -> bool:
    """Say whether ``text`` is empty or an ISO year, month or day."""
    parts = text.split("-")
    sizes = (4, 2, 2)
    return not text or (
        len(parts) <= len(sizes)
        and all(part.isdigit() and len(part) == size for part, size in zip(parts, sizes, strict=False))
        and all(1 <= int(part) <= most for part, most in zip(parts[1:], (12, 31), strict=False))
    )
