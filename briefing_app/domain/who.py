"""Who is who in a library: what its readers' own actors make of the names and keys that were written down before.

Nothing is rewritten when a reader merges, renames or gives a name: what lies in the library is read through this,
so that it acts at once on a hundred thousand articles, and is undone by undoing a row or two.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import TYPE_CHECKING

from briefing_app.domain.actors import AliasScope, OwnActor, OwnAlias, holds_on, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.domain.dossier import Party
    from briefing_app.domain.entity import EntityKind, NameRuling

MOST_FORMER = 64
"""Most ways of having named the parties of one statement that are looked at."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a name of the library's own means, from a day to a day."""

    name: str
    key: str
    label: EntityKind
    alias: OwnAlias


@dataclass(frozen=True, slots=True)
class Who:
    """Names and keys of today for those of before. Made once for a state of the library; see `Who.of`.

    ``names`` gives the name of today by key, ``into`` the key an actor was merged into, ``meanings`` whom the
    library's own names mean, ``gone`` the (name, key) pairs that readers took away.
    """

    names: dict[str, str] = field(default_factory=dict)
    into: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, tuple[Meaning, ...]] = field(default_factory=dict)
    gone: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, actors: Iterable[OwnActor]) -> Who:
        """Return what ``actors`` say together; a circle of merges merges nothing."""
        known = {actor.key: actor for actor in actors}
        into = {key: end for key in known if (end := _end(key, known)) != key}
        names = {key: known[into.get(key, key)].name for key in known}
        meanings: dict[str, list[Meaning]] = {}
        for actor in known.values():
            lead = known[into.get(actor.key, actor.key)]
            for alias in (OwnAlias(actor.name), *actor.aliases):
                if alias.scope is AliasScope.ALWAYS:
                    label = label_of(alias.kind, lead.kind)
                    meanings.setdefault(alias.text, []).append(Meaning(lead.name, lead.key, label, alias))
        gone = frozenset(
            (alias.text, actor.key)
            for actor in known.values()
            for alias in actor.aliases
            if alias.scope is AliasScope.NEVER
        )
        return cls(names, into, {text: tuple(ones) for text, ones in meanings.items()}, gone)

    def __bool__(self) -> bool:
        """Say whether anything is other than shipped."""
        return bool(self.names or self.into or self.meanings or self.gone)

    def key(self, key: str) -> str:
        """Return the key that stands for ``key`` today."""
        return self.into.get(key, key)

    def party(self, name: str, key: str = "", day: str = "") -> tuple[str, str]:
        """Return name and key of today for those of before; what is unknown or ambiguous stays as it is."""
        if key:
            now = self.into.get(key, key)
            return self.names.get(now, name), now
        meaning = self.meaning(name, day)
        return (meaning.name, meaning.key) if meaning is not None else (name, key)

    def shown(self, name: str, key: str) -> tuple[str, str]:
        """Return name and key of today for a party; the words a reader chose for it himself stay his."""
        now = self.into.get(key, key)
        if key and now == key and not any(one.key == key for one in self.meanings.get(name, ())):
            return name, key
        return self.party(name, key)

    def parties(
        self, names: Sequence[str], keys: Sequence[str] = (), day: str = ""
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return names and keys of today, each actor once; no keys at all where none is known."""
        padded = [*keys, *[""] * (len(names) - len(keys))]
        pairs = dict.fromkeys(self.party(name, key, day) for name, key in zip(names, padded, strict=False))
        found = tuple(key for _, key in pairs)
        return tuple(name for name, _ in pairs), found if any(found) else ()

    def ruling(self, ruling: NameRuling) -> NameRuling:
        """Return a ruling with whom it names as he is today."""
        canonical, key = self.party(ruling.canonical, ruling.key) if ruling.canonical else ("", ruling.key)
        return replace(ruling, canonical=canonical, key=key)

    def of_dossier(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """Return the parties of a dossier as they are today; two that were merged are one, in the first's place."""
        found: dict[str, Party] = {}
        for party in parties:
            name, key = self.shown(party.name, party.key)
            members = tuple(dict.fromkeys(self.party(member)[0] for member in party.members))
            known = found.get(key or name)
            if known is None:
                found[key or name] = replace(party, name=name, key=key, members=members)
            else:
                both = tuple(dict.fromkeys((*known.members, *members)))
                found[key or name] = replace(known, members=both)
        return tuple(found.values())

    def meaning(self, text: str, day: str = "") -> Meaning | None:
        """Return whom the library's own name ``text`` means on ``day``; None where nobody or several."""
        held = [one for one in self.meanings.get(text, ()) if holds_on(one.alias.since, one.alias.until, day)]
        return held[0] if len({one.key for one in held}) == 1 else None

    def former(self, name: str, key: str = "") -> tuple[str, ...]:
        """Return the names under which an actor of today may have been written down before, ``name`` first."""
        key = key or self.party(name)[1]
        others = [text for text, ones in self.meanings.items() if key and any(one.key == key for one in ones)]
        return tuple(dict.fromkeys([name, *others]))

    def former_parties(self, names: Sequence[str], keys: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
        """Give the ways in which the parties of a statement may have been named before, not the one of today."""
        padded = [*keys, *[""] * (len(names) - len(keys))]
        ways = product(*(self.former(name, key) for name, key in zip(names, padded, strict=False)))
        return (way for way in islice(ways, MOST_FORMER) if way != tuple(names))


def _end(key: str, known: dict[str, OwnActor]) -> str:
    seen = [key]
    while (target := known[seen[-1]].merged) in known:
        if target in seen:
            return key
        seen.append(target)
    return seen[-1]
