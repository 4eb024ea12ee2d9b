"""Grouping the mentions of an article by whom they mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing_app.domain.article import is_hidden
from briefing_app.domain.entity import EntityKind, Mention, Status
from briefing_app.ui.reader.layers import PartyColours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.reading import OpenArticle


class Group(StrEnum):
    """The headings under which names stand, in this order."""

    PEOPLE = "People"
    ORGANISATIONS = "Organisations"
    PLACES = "Countries and places"
    EVENTS = "Events"
    LAWS = "Treaties and laws"


_BY_KEY = {
    "country": Group.PLACES,
    "city": Group.PLACES,
    "place": Group.PLACES,
    "person": Group.PEOPLE,
    "org": Group.ORGANISATIONS,
    "event": Group.EVENTS,
    "law": Group.LAWS,
}
_BY_KIND = {
    EntityKind.PERSON: Group.PEOPLE,
    EntityKind.ORG: Group.ORGANISATIONS,
    EntityKind.GPE: Group.PLACES,
    EntityKind.LOC: Group.PLACES,
    EntityKind.NORP: Group.PLACES,
    EntityKind.FAC: Group.PLACES,
    EntityKind.EVENT: Group.EVENTS,
    EntityKind.LAW: Group.LAWS,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something an article names: its mentions in text order, its party's colour or nothing."""

    name: str
    actor: str
    group: Group
    mentions: tuple[Mention, ...]
    colour: str = ""
    party: str = ""

    @property
    def key(self) -> str:
        """Return what tells it from others."""
        return f"name:{self.actor or self.name.casefold()}"

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Return the words by which the text names it, the most frequent first."""
        return tuple(text for text, _ in Counter(one.text for one in self.mentions).most_common())


def group_names(article: OpenArticle) -> tuple[Named, ...]:
    """Return who and what is named in view, by group, the most frequent first."""
    if article.analysis is None:
        return ()
    colours = PartyColours(article.parties)
    by_name: dict[str, list[Mention]] = {}
    for one in article.analysis.mentions:
        if one.label.is_value or one.status is Status.REJECTED:
            continue
        if not is_hidden(one.start, one.end, article.removals):
            by_name.setdefault(one.key or one.canonical.casefold(), []).append(one)
    found = [_named(mentions, colours) for mentions in by_name.values()]
    order = list(Group)
    return tuple(sorted(found, key=lambda one: (order.index(one.group), -len(one.mentions), one.name.casefold())))


def _named(mentions: list[Mention], colours: PartyColours) -> Named:
    mentions.sort(key=lambda one: one.start)
    first = mentions[0]
    name = first.canonical or first.text
    party = colours.party(name, first.key)
    return Named(
        name=name,
        actor=first.key,
        group=_BY_KEY.get(first.key.partition(":")[0]) or _by_label(mentions),
        mentions=tuple(mentions),
        colour=party.colour if party else "",
        party=party.name if party else "",
    )


def _by_label(mentions: Iterable[Mention]) -> Group:
    label, _ = Counter(one.label for one in mentions).most_common(1)[0]
    return _BY_KIND.get(label, Group.ORGANISATIONS)
