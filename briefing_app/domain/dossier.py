"""Dossiers: one negotiation file with its parties and issues."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.ids import DossierId


class PartyRole(StrEnum):
    """Order of parties in a dossier."""

    PRINCIPAL = "principal"
    MEDIATOR = "mediator"
    SUPPORTER = "supporter"
    AFFECTED = "affected"


PARTY_COLOURS = ("red", "gold", "blue", "violet", "green", "teal", "orange", "pink", "brown", "grey")
"""Names of the theme's party colours, in the order in which new parties take them."""


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in a dossier. ``members`` are canonical names whose statements count as the party's own."""

    name: str
    key: str = ""
    role: PartyRole = PartyRole.PRINCIPAL
    colour: str = "grey"
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """An item under negotiation; ``words`` are search words that tie text to it; ``parent`` a name or empty."""

    name: str
    words: tuple[str, ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One negotiation file; parties and issues stand in the user’s order; ``articles`` counts none in the trash."""

    id: DossierId
    name: str
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    description: str = ""
    marking: str = ""
    articles: int = 0
    seq: int = 0
