"""The shipped actor base with a library's own actors laid over it: their names win over all."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.actors import Actor, ActorBase, Alias, Office
from briefing_app.domain.actors import AliasScope, OwnActor, OwnAlias, OwnOffice, label_of
from briefing_app.domain.who import Who

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLES = (
    ("prime minister", "head_of_government"),
    ("foreign", "foreign_minister"),
    ("secretary of state", "foreign_minister"),
    ("defence", "defence_minister"),
    ("defense", "defence_minister"),
    ("finance", "finance_minister"),
    ("chancellor", "head_of_government"),
    ("president", "head_of_state"),
    ("king", "head_of_state"),
    ("queen", "head_of_state"),
    ("emir", "head_of_state"),
    ("premier", "head_of_government"),
    ("secretary-general", "head_of_organisation"),
    ("director-general", "head_of_organisation"),
    ("spokes", "spokesperson"),
    ("envoy", "envoy"),
)


@functools.lru_cache(maxsize=2)
def overlaid(base: ActorBase, own: tuple[OwnActor, ...]) -> ActorBase:
    """Return ``base`` with what a library's readers say; ``base`` itself where they say nothing.

    A merged actor is gone and its names and offices are the other's. Of a name that a reader gave an actor without
    condition nobody else is meant.
    """
    if not own:
        return base
    who, mine = Who.of(own), {actor.key: actor for actor in own}
    made: dict[str, Actor] = {}
    for key in (*base.actors, *(actor.key for actor in own if actor.key not in base.actors)):
        end = who.key(key)
        fresh = _actor(base.get(key), mine.get(key), who, same=end == key)
        made[end] = _joined(made[end], fresh, end == key) if end in made else replace(fresh, key=end)
    whole = ActorBase(made.values(), base.topics)
    for text, meanings in who.meanings.items():
        keys = {meaning.key for meaning in meanings if meaning.alias.id}
        if keys and text in whole.names:
            whole.names[text] = [pair for pair in whole.names[text] if pair[0].key in keys]
    return whole


def role_of(title: str) -> str:
    """Return the role by which texts ask for the holder of an office of that title; empty for others."""
    words = title.casefold()
    return next((role for part, role in ROLES if part in words and "deputy" not in words and "vice" not in words), "")


def _actor(shipped: Actor | None, own: OwnActor | None, who: Who, *, same: bool) -> Actor:
    """Return one actor as shipped and as the library has it."""
    if own is None:
        assert shipped is not None
        offices = tuple(replace(one, actor=who.key(one.actor)) for one in shipped.offices)
        return replace(shipped, parent=who.key(shipped.parent), offices=offices)
    gone = {alias.text for alias in own.aliases if alias.scope is AliasScope.NEVER}
    said = {alias.text for alias in own.aliases}
    aliases = [alias for alias in (shipped.aliases if shipped else ()) if alias.text not in said]
    aliases += [_alias(alias, own) for alias in own.aliases if alias.scope is not AliasScope.NEVER]
    given = {alias.text for alias in aliases}
    if shipped is not None and shipped.name not in (own.name, *gone, *given):
        aliases.append(Alias(shipped.name, "name", shipped.kind))
    if not same:
        aliases.append(Alias(own.name, "name", own.kind))
    offices = _offices(shipped.offices if shipped else (), own.offices, who)
    return Actor(own.key, own.name, own.kind, who.key(own.parent), tuple(aliases), offices)


def _alias(alias: OwnAlias, own: OwnActor) -> Alias:
    when = "acting" if alias.scope is AliasScope.ACTING else ""
    return Alias(alias.text, alias.kind.value, label_of(alias.kind, own.kind), when, alias.since, alias.until)


def _offices(shipped: Iterable[Office], own: Iterable[OwnOffice], who: Who) -> tuple[Office, ...]:
    """Return the offices: a reader's word on a title of the same actor and first day stands for the shipped one."""
    mine = list(own)
    said = {(one.title.casefold(), who.key(one.actor), one.since) for one in mine}
    kept = [
        replace(one, actor=who.key(one.actor))
        for one in shipped
        if (one.title.casefold(), who.key(one.actor), one.since) not in said
    ]
    added = [
        Office(one.title, role_of(one.title), who.key(one.actor), one.since, one.until)
        for one in mine
        if not one.removed
    ]
    return (*kept, *added)


def _joined(one: Actor, other: Actor, other_leads: bool) -> Actor:
    """Return two actors as one, under the name of the one that leads."""
    lead, rest = (other, one) if other_leads else (one, other)
    names = (*lead.aliases, Alias(rest.name, "name", rest.kind), *rest.aliases)
    aliases = tuple({(alias.text, alias.when): alias for alias in reversed(names) if alias.text != lead.name}.values())
    return replace(lead, aliases=aliases, offices=(*lead.offices, *rest.offices))
