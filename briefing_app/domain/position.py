"""Statements and the positions they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, StatementId, VersionId


class Stance(StrEnum):
    """How a party stands to an issue."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    REJECTS = "rejects"
    DEMANDS = "demands"
    OFFERS = "offers"
    CONDITIONAL = "conditional"
    UNDECIDED = "undecided"


class Mark(StrEnum):
    """What else a statement is, in the negotiator's terms."""

    RED_LINE = "red line"
    PRECONDITION = "precondition"
    CONCESSION = "concession"


class Trend(StrEnum):
    """The movement between a position and the one before it, with its sign."""

    SOFTENED = "softened"
    HARDENED = "hardened"
    REVERSED = "reversed"
    UNCHANGED = "unchanged"
    NEW = "new"
    CONFLICTING = "conflicting"

    @property
    def sign(self) -> str:
        """Return the one-character sign printed in notes and the matrix."""
        return _SIGNS[self]


_SIGNS = {
    Trend.SOFTENED: "▲",
    Trend.HARDENED: "▼",
    Trend.REVERSED: "⇄",
    Trend.UNCHANGED: "=",
    Trend.NEW: "●",
    Trend.CONFLICTING: "?",
}


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """A statement as analysis suggests it: plain data that crosses from the worker process.

    ``evidence`` is the sentence or clause (code points of the canonical text); ``speaker`` is empty where the
    party speaks for itself or the narrator states it; ``verb`` and ``hedges`` are words of the text.
    ``parties`` holds canonical names in textual order, ``keys`` their actor keys ("" where unknown).
    """

    parties: tuple[str, ...]
    issue: str
    stance: Stance
    start: int
    end: int
    paraphrase: str = ""
    speaker: str = ""
    verb: str = ""
    hedges: tuple[str, ...] = ()
    attribution_level: int = 3
    said_on: str = ""
    marks: tuple[Mark, ...] = ()
    confidence: float = 0.5
    why: str = ""
    keys: tuple[str, ...] = ()

    @property
    def hedged(self) -> bool:
        """Say whether the text qualifies that the party holds this."""
        return bool(self.hedges)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or more parties said on an issue, with its evidence; it belongs to a version, never to a dossier.

    ``reported_on`` is the article's date, ``said_on`` when it was said (ISO, may be partial or empty).
    ``credibility`` is the NATO Admiralty digit 1-6 or 0 for the source's default; ``reliability`` a letter
    or empty for the source's. ``stable_key`` survives re-analysis. ``seq`` orders statements in a library.
    """

    id: StatementId
    version: VersionId
    article: ArticleId
    parties: tuple[str, ...]
    issue: str
    stance: Stance
    evidence: tuple[Anchor, ...]
    paraphrase: str = ""
    speaker: str = ""
    channel: str = ""
    verb: str = ""
    hedges: tuple[str, ...] = ()
    attribution_level: int = 3
    said_on: str = ""
    reported_on: str = ""
    marks: tuple[Mark, ...] = ()
    status: Status = Status.SUGGESTED
    reliability: str = ""
    credibility: int = 0
    confidence: float = 1.0
    why: str = ""
    stable_key: str = ""
    keys: tuple[str, ...] = ()
    seq: int = 0

    @property
    def hedged(self) -> bool:
        """Say whether the text qualifies that the party holds this."""
        return bool(self.hedges)

    @property
    def firm(self) -> bool:
        """Firm = unhedged and attribution level 1 to 3."""
        return not self.hedges and 1 <= self.attribution_level <= 3


@dataclass(frozen=True, slots=True)
class Override:
    """A reader's own reading of a position, with its ``reason``; it holds from the day it was ``made`` (ISO)."""

    party: str
    issue: str
    stance: Stance
    reason: str
    made: str
    paraphrase: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What the counted statements of one party on one issue add up to as of a date; derived, never stored.

    ``evidence`` is ordered oldest first; ``current`` is its last. ``previous`` is the stance before the last
    change of stance, or None. ``sources`` counts distinct source texts, ``since`` is the date from which the
    current stance holds, ``searched`` the number of articles looked through.
    ``override`` is the reader's own reading where he made one, ``derived`` then the stance of the evidence.
    """

    party: str
    issue: str
    stance: Stance | None
    trend: Trend | None
    as_of: str
    evidence: tuple[Statement, ...] = ()
    previous: Stance | None = None
    since: str = ""
    sources: int = 0
    firm: bool = False
    paraphrase: str = ""
    searched: int = 0
    override: Override | None = None
    derived: Stance | None = None

    @property
    def current(self) -> Statement | None:
        """Return the latest statement, or None where there is no stated position."""
        return self.evidence[-1] if self.evidence else None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Positions of a dossier's parties (columns) on its issues (rows) as of a date; a cell for every pair."""

    dossier: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    as_of: str
    cells: dict[tuple[str, str], Position] = field(default_factory=dict)
