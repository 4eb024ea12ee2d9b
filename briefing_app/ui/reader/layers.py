"""From an open article to marks: which colour and which second cue each stretch gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.annotation import annotation_type
from briefing_app.domain.entity import EntityKind, Status
from briefing_app.ui.reader.highlights import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.dossier import Party
    from briefing_app.domain.entity import Mention
    from briefing_app.domain.position import Statement

_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORG, EntityKind.GPE, EntityKind.NORP})
DOTTED = "dotted"
"""Style of a value, a place, or a name that stands for nobody known."""
THIN = "thin"
"""Style of a name that stands for somebody known who is no party of the dossier."""
HOLLOW = "hollow"
"""Style of what a machine suggests and nobody has confirmed."""


class PartyColours:
    """Whose colour a name takes: a dossier's party by its name, its key or the names of its members."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._party: dict[str, Party] = {}
        for party in parties:
            for word in (party.name, party.key, *party.members):
                if word:
                    self._party.setdefault(word.casefold(), party)

    def party(self, canonical: str, key: str = "") -> Party | None:
        """Return the party that a canonical name or an actor's key stands for."""
        return self._party.get(key.casefold()) or self._party.get(canonical.casefold()) if canonical or key else None

    def colour(self, canonical: str, key: str = "") -> str:
        """Return the party's colour name, or nothing."""
        party = self.party(canonical, key)
        return party.colour if party else ""


def annotation_marks(annotations: Iterable[Annotation]) -> list[Mark]:
    """Return the marks of annotations that lie somewhere (orphans and ambiguous ones have no place)."""
    cues = _Cues()
    return [
        Mark(anchor.start, anchor.end, one.id, *cues[one.type], bool(one.note or one.tags))
        for one in annotations
        if (anchor := one.anchor).placed and anchor.start < anchor.end
    ]


class _Cues(dict[str, tuple[str, str]]):
    """Colour and letter by the name of a type, looked up once each."""

    def __missing__(self, name: str) -> tuple[str, str]:
        kind = annotation_type(name)
        self[name] = (kind.colour, kind.letter)
        return self[name]


def mention_marks(mentions: Sequence[Mention], colours: PartyColours) -> list[Mark]:
    """Return the underlines of mentions: the party's colour; without a party thin if known, else dotted."""
    marks = []
    for number, mention in enumerate(mentions):
        if mention.status is Status.REJECTED:
            continue
        colour = "" if mention.label.is_value else colours.colour(mention.canonical, mention.key)
        known = bool(mention.key) and mention.label in _ACTORS
        style = "" if colour else THIN if known else DOTTED
        marks.append(Mark(mention.start, mention.end, str(number), colour, style))
    return marks


def evidence_marks(statements: Iterable[Statement], colours: PartyColours) -> list[Mark]:
    """Return the margin bars of statements, one for each passage; hollow while nobody has confirmed them."""
    marks = []
    for statement in statements:
        if statement.status is Status.REJECTED:
            continue
        keys = (*statement.keys, *("",) * len(statement.parties))
        named = [colours.colour(party, key) for party, key in zip(statement.parties, keys, strict=False)]
        colour = next((name for name in named if name), "")
        style = "" if statement.status.counts else HOLLOW
        placed = [anchor for anchor in statement.evidence if anchor.placed and anchor.start < anchor.end]
        marks += [Mark(anchor.start, anchor.end, statement.id, colour, style) for anchor in placed]
    return marks
