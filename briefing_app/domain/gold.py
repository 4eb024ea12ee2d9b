"""What readers decided, as gold: texts with the spans and statements that a person stands behind or turned down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.entity import EntityKind, NameRuling, Status
from briefing_app.domain.position import Mark, Stance, Statement


class Verdict(StrEnum):
    """What a person said of a find: right as it was, right once edited, wrong, or found by the person alone."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A name as a person corrected it: whom the words mean, or (rejected) that they are no name."""

    start: int
    end: int
    text: str
    verdict: Verdict
    label: EntityKind
    name: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class GoldEvidence:
    """A passage of the text that shows a statement."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as it stands in the library after the person's verdict; ``source`` is what had suggested it."""

    id: str
    verdict: Verdict
    parties: tuple[str, ...]
    issue: str
    stance: Stance
    evidence: tuple[GoldEvidence, ...]
    keys: tuple[str, ...] = ()
    paraphrase: str = ""
    speaker: str = ""
    verb: str = ""
    hedges: tuple[str, ...] = ()
    attribution_level: int = 3
    said_on: str = ""
    marks: tuple[Mark, ...] = ()
    confidence: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One text with what was decided in it; ``hidden`` spans were cleaned away and are part of the text."""

    article: str
    version: str
    title: str
    text: str
    text_hash: str
    site: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    hidden: tuple[tuple[int, int], ...] = ()
    spans: tuple[GoldSpan, ...] = ()
    statements: tuple[GoldStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldName:
    """A ruling on a name for one article or (empty) the whole library."""

    text: str
    ruling: str
    name: str = ""
    label: EntityKind = EntityKind.ORG
    key: str = ""
    article: str = ""

    @classmethod
    def of(cls, ruling: NameRuling) -> GoldName:
        """Return a ruling as it is exported."""
        return cls(ruling.text, ruling.ruling.value, ruling.canonical, ruling.label, ruling.key, ruling.article)


def verdict_of(statement: Statement) -> Verdict | None:
    """Return what a person said of a statement; None for a suggestion that nobody has touched."""
    match statement.status:
        case Status.CONFIRMED:
            return Verdict.ACCEPTED if statement.why else Verdict.WRITTEN
        case Status.EDITED:
            return Verdict.EDITED
        case Status.REJECTED:
            return Verdict.REJECTED
        case _:
            return None


def gold_statement(statement: Statement, verdict: Verdict, source: str) -> GoldStatement:
    """Return a statement with its verdict."""
    return GoldStatement(
        id=str(statement.id),
        verdict=verdict,
        parties=statement.parties,
        issue=statement.issue,
        stance=statement.stance,
        evidence=tuple(GoldEvidence(one.start, one.end, one.exact) for one in statement.evidence),
        keys=statement.keys,
        paraphrase=statement.paraphrase,
        speaker=statement.speaker,
        verb=statement.verb,
        hedges=statement.hedges,
        attribution_level=statement.attribution_level,
        said_on=statement.said_on,
        marks=statement.marks,
        confidence=statement.confidence,
        source=source if statement.why else "",
    )
