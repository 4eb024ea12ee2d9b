"""The words of the window of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.actor_card import Origin
from briefing_app.domain.actors import AliasKind, AliasScope
from briefing_app.domain.entity import EntityKind
from briefing_app.ui.counted import counted
from briefing_app.ui.editors.mention import KIND_WORDS

if TYPE_CHECKING:
    from briefing_app.domain.actor_card import ActorCard, Occurrences

SORTS = {
    AliasKind.NAME.value: "name",
    AliasKind.ACRONYM.value: "acronym",
    AliasKind.DEMONYM.value: "demonym",
    AliasKind.METONYM.value: "metonym",
    AliasKind.ROLE.value: "role",
    AliasKind.NICKNAME.value: "nickname",
}
"""Sorts of name that a reader gives; shipped ones may have others (surname, adjective)."""

SCOPES = {AliasScope.ALWAYS.value: "always", AliasScope.ACTING.value: "where it acts"}
ALL_SCOPES = {**SCOPES, AliasScope.NEVER.value: "no more", "context": "once it is named"}

ORIGINS = {Origin.SHIPPED: "shipped", Origin.YOURS: "yours", Origin.MERGED: "merged", Origin.TAKEN: "taken away"}

SHORT = {
    EntityKind.ORG: "organisation",
    EntityKind.LOC: "place",
    EntityKind.NORP: "people",
    EntityKind.FAC: "building",
    EntityKind.LAW: "treaty",
}
"""Kinds whose words are long, as a list tells them."""


def kind_words(kind: EntityKind) -> str:
    """Return what an actor is."""
    return KIND_WORDS.get(kind, str(kind))


def short_kind(kind: EntityKind) -> str:
    """Return what an actor is, for the end of a line that has little room."""
    return SHORT.get(kind) or kind_words(kind)


def sub_line(card: ActorCard) -> str:
    """Return the line below an actor's name: what it is, what it belongs to, whose word that is."""
    parts = [kind_words(card.kind)]
    if card.parent[1]:
        parts.append(f"of {card.parent[1]}")
    parts.append(("shipped, changed by you" if card.changed else "shipped") if card.shipped else "added by you")
    return " · ".join(parts)


def occurrence_line(found: Occurrences) -> str:
    """Return in how many articles and statements an actor occurs."""
    parts = [plural(found.articles, "article names it", "articles name it")]
    parts.append(plural(found.statements, "statement of its own", "statements of its own"))
    if found.dossiers:
        parts.append(f"party in {', '.join(found.dossiers)}")
    return " · ".join(parts)


def plural(count: int, one: str, many: str) -> str:
    """Return a number with the words that go with it."""
    return counted(count, one, many) if count else f"no {one}"
