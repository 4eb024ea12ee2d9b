"""Looking actors up: lists, the whole of one, where it occurs, what a merge would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.actor_card import ActorCard, ActorRow, MergePreview, NameLine, Occurrences, OfficeLine, Origin
from briefing_app.domain.actors import AliasScope
from briefing_app.errors import InputError
from briefing_app.services.actor_base import base_of, shipped_base

if TYPE_CHECKING:
    from briefing_app.analysis.actors import Actor, ActorBase
    from briefing_app.domain.actors import OwnActor
    from briefing_app.domain.who import Who
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

NEWEST = 30


class ActorCardService:
    """Reads actors as a person looks at them: shipped and own laid together."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def search(self, words: str, limit: int = 50_000) -> list[ActorRow]:
        """Return the actors one of whose names begins with ``words``, best first; without words all, own first."""
        with self._store.read() as reader:
            base, own = base_of(reader), {one.key for one in reader.actors.own() if not one.merged}
        wanted = " ".join(words.split())
        if wanted:
            return [_row(one, own, wanted) for one in base.search(wanted, limit)]
        rows = [_row(one, own) for one in base.actors.values()]
        return sorted(rows, key=lambda row: (not row.own, row.name.casefold()))[:limit]

    def card(self, key: str) -> ActorCard:
        """Return all that is known of an actor; of a merged one, the card of whom it was found to be."""
        with self._store.read() as reader:
            return _card(reader, key)

    def occurrences(self, key: str) -> Occurrences:
        """Return where an actor is named; a name that others bear too counts for each of them."""
        with self._store.read() as reader:
            return _occurrences(reader, _card(reader, key))

    def preview(self, key: str, into: str) -> MergePreview:
        """Return what merging ``key`` into ``into`` will change; its ``refusal`` says why it cannot be."""
        with self._store.read() as reader:
            one, other = _card(reader, key), _card(reader, into)
            refusal = "These are one actor already." if one.key == other.key else ""
            return MergePreview(one, other, _occurrences(reader, one), refusal)


def _row(actor: Actor, own: set[str], wanted: str = "") -> ActorRow:
    folded = wanted.casefold()
    named = not folded or folded in actor.name.casefold()
    found = "" if named else next((a.text for a in actor.aliases if a.text.casefold().startswith(folded)), "")
    return ActorRow(actor.key, actor.name, actor.kind, actor.key in own, found)


def _card(reader: Reader, key: str) -> ActorCard:
    base, who = base_of(reader), reader.actors.who()
    own = {one.key: one for one in reader.actors.own()}
    actor = base.get(who.key(key))
    if actor is None:
        raise InputError(f"There is no actor “{key}”.", hint="It may have been taken back; look it up again.")
    mine, shipped = own.get(actor.key), shipped_base().get(actor.key)
    parent = base.get(actor.parent)
    return ActorCard(
        key=actor.key,
        name=actor.name,
        kind=actor.kind,
        parent=(actor.parent, parent.name if parent else actor.parent),
        shipped=shipped is not None,
        changed=mine is not None,
        names=_names(actor, mine, shipped),
        offices=_offices(actor, mine, base),
        holders=tuple(
            OfficeLine(office.title, person.key, person.name, office.since, office.until)
            for person, office in base.holders.get(actor.key, [])
        ),
        merged=tuple((one.key, one.name) for one in own.values() if _was_merged(one, actor.key, who)),
    )


def _was_merged(one: OwnActor, key: str, who: Who) -> bool:
    return bool(one.merged) and one.key != key and who.key(one.key) == key


def _names(actor: Actor, own: OwnActor | None, shipped: Actor | None) -> tuple[NameLine, ...]:
    given = {alias.text: alias for alias in own.aliases} if own else {}
    known = {shipped.name, *(alias.text for alias in shipped.aliases)} if shipped else set()
    lines = [
        NameLine(
            alias.text,
            alias.type,
            alias.when or AliasScope.ALWAYS.value,
            alias.since,
            alias.until,
            Origin.YOURS if alias.text in given else Origin.SHIPPED if alias.text in known else Origin.MERGED,
        )
        for alias in actor.aliases
    ]
    taken = [
        NameLine(alias.text, alias.kind.value, alias.scope.value, origin=Origin.TAKEN)
        for alias in given.values()
        if alias.scope is AliasScope.NEVER
    ]
    return (*lines, *taken)


def _offices(actor: Actor, own: OwnActor | None, base: ActorBase) -> tuple[OfficeLine, ...]:
    mine = {(one.title, one.actor, one.since) for one in own.offices if not one.removed} if own else set()
    lines = [
        OfficeLine(
            one.title,
            one.actor,
            _name_of(base, one.actor),
            one.since,
            one.until,
            Origin.YOURS if (one.title, one.actor, one.since) in mine else Origin.SHIPPED,
        )
        for one in actor.offices
    ]
    return tuple(sorted(lines, key=lambda line: line.since, reverse=True))


def _name_of(base: ActorBase, key: str) -> str:
    actor = base.get(key)
    return actor.name if actor is not None else key


def _occurrences(reader: Reader, card: ActorCard) -> Occurrences:
    names = (card.name, *(line.text for line in card.names if line.origin is not Origin.TAKEN))
    keys = (card.key, *(key for key, _ in card.merged))
    dossiers = dict.fromkeys(name for key in keys for name in reader.linking.dossiers_of(key, names))
    return Occurrences(
        articles=reader.linking.count_naming(names),
        newest=tuple(reader.linking.latest_naming(names, NEWEST)),
        statements=reader.linking.statements_of(keys, names),
        dossiers=tuple(dossiers),
    )
