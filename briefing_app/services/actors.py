"""What a reader does with actors: adds, renames, names, merges and splits them. Each is one step that can be undone."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.actors import AliasScope, OwnActor, OwnAlias, OwnOffice, is_day
from briefing_app.domain.ids import new_id
from briefing_app.domain.rulings import LIBRARY_MADE
from briefing_app.errors import InputError
from briefing_app.services.actor_base import base_of, held, shipped_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.domain.entity import EntityKind
    from briefing_app.store.session import Reader, Work
    from briefing_app.store.store import Store


class ActorService:
    """Writes what readers of the library say of actors. It acts at once, on old articles and new."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def add(self, name: str, kind: EntityKind, parent: str = "") -> OwnActor:
        """Add an actor; InputError where the name is empty or an actor's already."""
        flat = _flat(name, "An actor needs a name.")
        with self._step("New actor") as work:
            _refuse_taken(work, flat)
            actor = OwnActor(LIBRARY_MADE + new_id(), flat, kind, parent)
            work.actors.put(actor)
        return actor

    def rename(self, key: str, name: str) -> None:
        """Give an actor another name; the one it had stays one of its names."""
        flat = _flat(name, "An actor needs a name.")
        with self._step("Rename actor") as work:
            actor = _held(work, key)
            if flat == actor.name:
                return
            _refuse_taken(work, flat, but=key)
            aliases = [one for one in actor.aliases if one.text not in (flat, actor.name)]
            work.actors.put(replace(actor, name=flat, aliases=(*aliases, OwnAlias(actor.name))))

    def describe(self, key: str, *, kind: EntityKind | None = None, parent: str | None = None) -> None:
        """Set what an actor is, or the actor that it belongs to."""
        with self._step("Edit actor") as work:
            actor = _held(work, key)
            if parent and parent == key:
                raise InputError("An actor cannot belong to itself.")
            work.actors.put(replace(actor, kind=kind or actor.kind, parent=actor.parent if parent is None else parent))

    def add_name(self, key: str, alias: OwnAlias, *, instead_of: str = "") -> None:
        """Give an actor a name, in the place of ``instead_of`` where that is one of its names."""
        fresh = _checked(alias)
        with self._step("Name of an actor" if not instead_of else "Edit name") as work:
            _refuse_given(work, fresh, key)
            actor = _held(work, key)
            if instead_of and instead_of != fresh.text:
                actor = _without(actor, instead_of)
            kept = [one for one in actor.aliases if one.text != fresh.text]
            work.actors.put(replace(actor, aliases=(*kept, fresh)))

    def take_name(self, key: str, text: str) -> None:
        """Take a name away from an actor; one that is shipped is passed over from now on."""
        with self._step("Take name away") as work:
            actor = _held(work, key)
            if text == actor.name:
                raise InputError(f"“{text}” is what the actor is called; rename it, then take this name away.")
            _refuse_merged(work, key, text)
            work.actors.put(_without(actor, text))

    def give_back(self, key: str, text: str) -> None:
        """Let a shipped name that was taken away hold again."""
        with self._step("Give name back") as work:
            actor = _held(work, key)
            work.actors.put(replace(actor, aliases=tuple(one for one in actor.aliases if one.text != text)))

    def add_office(self, key: str, office: OwnOffice) -> None:
        """Say that a person holds or held an office; one of the same title, actor and first day gives way."""
        fresh = _checked_office(office)
        if not fresh.actor:
            raise InputError("Say for whom the office is held: a country or an organisation.")
        with self._step("Office") as work:
            work.actors.put(_with_office(_held(work, key), fresh))

    def change_office(self, key: str, was: OwnOffice, office: OwnOffice) -> None:
        """Put one office in the place of another, in one step."""
        fresh = _checked_office(office)
        with self._step("Office") as work:
            work.actors.put(_with_office(_without_office(_held(work, key), was), fresh))

    def take_office(self, key: str, office: OwnOffice) -> None:
        """Take an office away from a person; one that is shipped is passed over from now on."""
        with self._step("Take office away") as work:
            work.actors.put(_without_office(_held(work, key), office))

    def merge(self, key: str, into: str) -> None:
        """Say that two actors are one: mentions, statements and dossiers of ``key`` are those of ``into``."""
        with self._step("Merge actors") as work:
            who = work.actors.who()
            if who.key(into) == who.key(key):
                raise InputError("These are one actor already.")
            one, other = _held(work, key), _held(work, who.key(into))
            work.actors.put(other)
            work.actors.put(replace(one, merged=other.key))

    def split(self, key: str) -> None:
        """Take a merge back: the actor of ``key`` is one of its own again."""
        with self._step("Split actors") as work:
            actor = _held(work, key)
            if not actor.merged:
                raise InputError(f"{actor.name} is not merged with anybody.")
            work.actors.put(replace(actor, merged=""))

    def split_name(self, key: str, text: str, name: str = "") -> OwnActor:
        """Take a name out of an actor and make a new actor of it, called ``name`` or as the name is."""
        called = _flat(name or text, "An actor needs a name.")
        with self._step("Split actors") as work:
            actor = _held(work, key)
            if text == actor.name:
                raise InputError(f"“{text}” is what the actor is called; take another of its names out.")
            _refuse_merged(work, key, text)
            work.actors.put(_without(actor, text))
            aliases = (OwnAlias(text),) if called != text else ()
            fresh = OwnActor(LIBRARY_MADE + new_id(), called, actor.kind, aliases=aliases)
            work.actors.put(fresh)
        return fresh

    def forget(self, key: str) -> None:
        """Forget what the library says of an actor: a shipped one is as shipped, one of its own is gone.

        What was merged into a shipped one stays merged.
        """
        with self._step("Forget actor") as work:
            inside = [one.name for one in work.actors.own() if one.merged == key]
            shipped = shipped_base().get(key)
            if inside and shipped is None:
                raise InputError(f"{inside[0]} is merged into it; split it first.")
            work.actors.forget(key)
            if inside and shipped is not None:
                work.actors.put(OwnActor(key, shipped.name, shipped.kind, shipped.parent))

    @contextmanager
    def _step(self, label: str) -> Iterator[Work]:
        with self._store.write(label, session=self._session) as work:
            yield work


def _held(reader: Reader, key: str) -> OwnActor:
    actor = held(reader, key)
    if actor is None:
        raise InputError(f"There is no actor “{key}”.")
    return actor


def _without(actor: OwnActor, text: str) -> OwnActor:
    """Return an actor without one of its names; of a shipped name it is kept that it holds no more."""
    kept = [one for one in actor.aliases if one.text != text]
    shipped = shipped_base().get(actor.key)
    if shipped is not None and text in {shipped.name, *(alias.text for alias in shipped.aliases)}:
        kept.append(OwnAlias(text, scope=AliasScope.NEVER))
    return replace(actor, aliases=tuple(kept))


def _refuse_merged(reader: Reader, key: str, text: str) -> None:
    """Refuse to take away what is a name of an actor merged into this one: it has it by the merge."""
    for one in reader.actors.own():
        if one.merged == key and text in (one.name, *(alias.text for alias in one.aliases)):
            raise InputError(f"“{text}” is a name of {one.name}, which was merged; split the two instead.")


def _with_office(person: OwnActor, office: OwnOffice) -> OwnActor:
    """Return a person with an office; one of the same title, actor and first day gives way."""
    kept = [one for one in person.offices if not _same_office(one, office)]
    return replace(person, offices=(*kept, office))


def _without_office(person: OwnActor, office: OwnOffice) -> OwnActor:
    """Return a person without an office; of a shipped one it is kept that it holds no more."""
    kept = [one for one in person.offices if not _same_office(one, office)]
    shipped = shipped_base().get(person.key)
    same = (office.title, office.actor, office.since)
    if shipped is not None and any((one.title, one.actor, one.since) == same for one in shipped.offices):
        kept.append(replace(office, removed=True, id=new_id()))
    return replace(person, offices=tuple(kept))


def _checked(alias: OwnAlias) -> OwnAlias:
    _check_days(alias.since, alias.until)
    return replace(alias, text=_flat(alias.text, "Write the name."), id=new_id())


def _checked_office(office: OwnOffice) -> OwnOffice:
    fresh = replace(office, title=_flat(office.title, "An office needs a title."), id=new_id())
    _check_days(fresh.since, fresh.until)
    return fresh


def _check_days(since: str, until: str) -> None:
    for day in (since, until):
        if not is_day(day):
            raise InputError(
                f"“{day}” is no date.", hint="Write a year, a month or a day: 2024, 2024-05 or 2024-05-31."
            )
    if since and until and since[: len(until)] > until[: len(since)]:
        raise InputError("The last day lies before the first.")


def _flat(text: str, refusal: str) -> str:
    flat = " ".join(text.split())
    if not flat:
        raise InputError(refusal)
    return flat


def _same_office(one: OwnOffice, other: OwnOffice) -> bool:
    return (one.title.casefold(), one.actor, one.since) == (other.title.casefold(), other.actor, other.since)


def _refuse_taken(reader: Reader, name: str, but: str = "") -> None:
    taken = [actor for actor, _ in base_of(reader).called(name) if actor.name == name and actor.key != but]
    if taken:
        raise InputError(f"There is an actor called “{name}” already.", hint="Merge the two if they are one.")


def _refuse_given(reader: Reader, alias: OwnAlias, key: str) -> None:
    """Refuse a name that a reader gave somebody else for the same time: it would mean nobody then."""
    who = reader.actors.who()
    for meaning in who.meanings.get(alias.text, ()):
        apart = (alias.until and meaning.alias.since and alias.until < meaning.alias.since) or (
            meaning.alias.until and alias.since and meaning.alias.until < alias.since
        )
        if meaning.alias.id and meaning.key != who.key(key) and not apart and alias.scope is AliasScope.ALWAYS:
            raise InputError(
                f"“{alias.text}” is a name of {meaning.name} already.",
                hint="Take it away there first, merge the two, or give each its dates.",
            )
