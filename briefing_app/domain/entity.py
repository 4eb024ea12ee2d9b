"""Entities, their mentions, and the actor base that tells who is who."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.ids import EntityId


class EntityKind(StrEnum):
    """Kinds of named things and of values; the label of a mention follows its surface."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    NORP = "NORP"
    FAC = "FAC"
    EVENT = "EVENT"
    LAW = "LAW"
    DATE = "DATE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"

    @property
    def is_value(self) -> bool:
        """Say whether this kind is a value (date, money, percentage) and not a named thing."""
        return self in _VALUES


_VALUES = frozenset({EntityKind.DATE, EntityKind.MONEY, EntityKind.PERCENT})


class Status(StrEnum):
    """What a person has said of a machine's find."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"

    @property
    def counts(self) -> bool:
        """Say whether a person stands behind it."""
        return self in (Status.CONFIRMED, Status.EDITED)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing of the library. ``key`` ties it to the shipped actor base (``country:RU``) or is its own id."""

    id: EntityId
    key: str
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a version that names something.

    ``start`` and ``end`` count code points; ``label`` follows the surface, ``canonical`` the meaning (*the
    Kremlin*: ORG, Russia; a date: ISO; money: ``USD 55000000``). ``key`` is the actor's key, empty for values
    and unknown names. ``why`` is a sentence for the reader; ``source`` names the rule or model that found it.
    """

    start: int
    end: int
    label: EntityKind
    text: str
    canonical: str
    key: str = ""
    source: str = ""
    why: str = ""
    confidence: float = 1.0
    status: Status = Status.SUGGESTED


class RulingKind(StrEnum):
    """What a reader ruled about a name."""

    MEANS = "means"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class NameRuling:
    """The reader's own word on what ``text`` means: an actor of his choice, or never a name again.

    ``article`` is empty for a ruling on the whole library, else it holds for that article only.
    ``canonical`` and ``label`` are set for ``means``.
    """

    text: str
    ruling: RulingKind
    canonical: str = ""
    label: EntityKind = EntityKind.ORG
    key: str = ""
    article: str = ""
    id: str = ""


class FigureKind(StrEnum):
    """Kinds of figure."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum, percentage, count or date: ``value`` is normalised (``EUR 90000000000``, ``75%``, ``2025-12-22``).

    ``measures`` says in the text's words what it counts, ``claimed_by`` who says so; both may be empty.
    """

    kind: FigureKind
    start: int
    end: int
    text: str
    value: str
    measures: str = ""
    claimed_by: str = ""
