"""The actor base: who is known by which name, who held which office when, and the general issues."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing_app import paths
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_ACTOR_FILES = (
    "countries",
    "cities",
    "people",
    "organisations",
    "places",
    "facilities",
    "laws",
    "events",
)


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an actor, without an article.

    ``label`` is the kind of the surface (*Ukrainian*: NORP). ``when`` is ``acting`` for a name that
    means the actor only where it acts, ``context`` for one that needs the actor named before, else
    empty. ``since`` and ``until`` are ISO, may be partial, empty for no limit.
    """

    text: str
    type: str
    label: EntityKind
    when: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office a person holds or held for ``actor`` (a key)."""

    title: str
    role: str
    actor: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that can be named: a country, person, organisation, treaty, event."""

    key: str
    name: str
    kind: EntityKind
    parent: str = ""
    aliases: tuple[Alias, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A general issue and the words (lower case) by which a text speaks of it."""

    key: str
    name: str
    words: tuple[str, ...]
    parent: str = ""


def holds(since: str, until: str, day: str) -> bool:
    """Say whether an ISO span, either end open or partial, holds on ``day`` (empty: always)."""
    if not day:
        return True
    return (not since or since[: len(day)] <= day[: len(since)]) and (
        not until or day[: len(until)] <= until[: len(day)]
    )


class ActorBase:
    """All actors and topics, and the ways to look them up."""

    def __init__(self, actors: Iterable[Actor] = (), topics: Iterable[Topic] = ()) -> None:
        self.actors: dict[str, Actor] = {actor.key: actor for actor in actors}
        self.topics: tuple[Topic, ...] = tuple(topics)
        self.names: dict[str, list[tuple[Actor, Alias]]] = {}
        self.holders: dict[str, list[tuple[Actor, Office]]] = {}
        for actor in self.actors.values():
            self.names.setdefault(actor.name, []).append((actor, Alias(actor.name, "name", actor.kind)))
            for alias in actor.aliases:
                self.names.setdefault(alias.text, []).append((actor, alias))
            for office in actor.offices:
                self.holders.setdefault(office.actor, []).append((actor, office))

    @classmethod
    def load(cls, folder: Path | None = None) -> ActorBase:
        """Return the base of ``folder`` (the shipped one by default); read once per process."""
        return _loaded(folder or paths.resource("gazetteers"))

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]], topics: Iterable[Mapping[str, Any]] = ()) -> ActorBase:
        """Return a base made of rows as they stand in the files."""
        return cls((_actor(row) for row in rows), (_topic(row) for row in topics))

    def get(self, key: str) -> Actor | None:
        """Return the actor of ``key``, or None."""
        return self.actors.get(key)

    def called(self, name: str) -> list[tuple[Actor, Alias]]:
        """Return whom ``name`` can mean, in the order of the files."""
        return self.names.get(name, [])

    def search(self, prefix: str, limit: int = 20) -> list[Actor]:
        """Return actors one of whose names starts with ``prefix`` (any case), own names first."""
        wanted = prefix.casefold().strip()
        if not wanted:
            return []
        own: list[Actor] = []
        other: list[Actor] = []
        inside: list[Actor] = []
        for actor in self.actors.values():
            name = actor.name.casefold()
            if name.startswith(wanted):
                own.append(actor)
            elif any(alias.text.casefold().startswith(wanted) for alias in actor.aliases):
                other.append(actor)
            elif f" {wanted}" in name:
                inside.append(actor)
        own.sort(key=lambda actor: (len(actor.name), actor.name))
        return (own + other + inside)[:limit]

    def serves(self, actor: Actor, day: str) -> str:
        """Return the key of whom a person speaks for on ``day``: office first, then parent."""
        current = [o for o in actor.offices if o.actor and holds(o.since, o.until, day)]
        if current:
            return current[-1].actor if len(current) == 1 else _weightiest(current).actor
        past = [o for o in actor.offices if o.actor and (not day or not o.since or o.since <= day)]
        if past and not actor.parent:
            return past[-1].actor
        return actor.parent


def _weightiest(offices: list[Office]) -> Office:
    """Prefer the office in which a person is quoted: for a country or organisation, the latest."""
    return max(offices, key=lambda office: office.since)


@functools.cache
def _loaded(folder: Path) -> ActorBase:
    actors = [_actor(row) for name in _ACTOR_FILES for row in _rows(folder / f"{name}.jsonl")]
    return ActorBase(actors, [_topic(row) for row in _rows(folder / "issues.jsonl")])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _actor(row: Mapping[str, Any]) -> Actor:
    kind = EntityKind(row["kind"])
    return Actor(
        key=row["key"],
        name=row["name"],
        kind=kind,
        parent=row.get("parent") or "",
        aliases=tuple(_alias(one, kind) for one in row.get("aliases") or ()),
        offices=tuple(_office(one) for one in row.get("offices") or ()),
    )


def _alias(row: Mapping[str, Any], kind: EntityKind) -> Alias:
    label = row.get("label")
    return Alias(
        text=row["text"],
        type=row.get("type") or "name",
        label=EntityKind(label) if label else kind,
        when=row.get("when") or "",
        since=row.get("from") or "",
        until=row.get("to") or "",
    )


def _office(row: Mapping[str, Any]) -> Office:
    return Office(
        title=row.get("title") or "",
        role=row.get("role") or "",
        actor=row.get("actor") or "",
        since=row.get("from") or "",
        until=row.get("to") or "",
    )


def _topic(row: Mapping[str, Any]) -> Topic:
    words = tuple(word.casefold() for word in row.get("words") or ())
    return Topic(row["key"], row["name"], words or (row["name"].casefold(),), row.get("parent") or "")
