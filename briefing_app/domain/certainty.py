"""How sure a suggestion must be to be shown, and what a library's own decisions say of how sure it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain import learning
from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.entity import Status
from briefing_app.domain.learning import SHOWN_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.learning import Scoring
    from briefing_app.domain.position import Statement, StatementDraft

LABEL = "Certainty"
"""The name of the step that changes what is shown."""
LEAST_DECISIONS = 50
"""Fewest decisions from which a curve is drawn; of fewer, chance says more than the reader."""
PRIOR = 4.0
"""How many decisions the raw certainty itself counts for in each step of the curve."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Raw certainty to shown: steps that never fall. ``raw`` are where steps begin, ``shown`` what holds from there."""

    raw: tuple[float, ...]
    shown: tuple[float, ...]
    decisions: int = 0

    def at(self, confidence: float) -> float:
        """Return the shown certainty for a raw one."""
        if not self.raw:
            return confidence
        return self.shown[max(bisect_right(self.raw, confidence) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Certainty:
    """What holds in a library: suggestions below ``least`` are not shown; ``curve`` None shows raw certainty.

    A learnt ``scoring`` takes the place of the curve; what it holds for more likely wrong than right is not shown.
    """

    least: float = 0.0
    curve: Curve | None = None
    scoring: Scoring | None = None

    @property
    def from_on(self) -> float:
        """Return the shown certainty from which suggestions are shown."""
        return max(self.least, SHOWN_FROM) if self.scoring is not None else self.least

    def shown(self, statement: Statement) -> Statement:
        """Return a suggestion with the certainty that is shown of it; what a person decided on stays as it is."""
        if statement.status is not Status.SUGGESTED:
            return statement
        if self.scoring is None and self.curve is None:
            return statement
        return replace(statement, confidence=self.of(statement))

    def of(self, suggestion: Statement | StatementDraft) -> float:
        """Return the certainty that is shown of a suggestion."""
        if self.scoring is not None:
            return self.scoring.of(suggestion)
        return self.curve.at(suggestion.confidence) if self.curve is not None else suggestion.confidence

    def hides(self, suggestion: Statement | StatementDraft) -> bool:
        """Say whether a suggestion is too uncertain to be shown."""
        return self.of(suggestion) < self.from_on

    def parted(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Return the statements that are shown, and the suggestions that are too uncertain for it."""
        shown: list[Statement] = []
        hidden: list[Statement] = []
        for one in map(self.shown, statements):
            unsure = one.status is Status.SUGGESTED and one.confidence < self.from_on
            (hidden if unsure else shown).append(one)
        return tuple(shown), tuple(hidden)


def is_changed(changes: Changes) -> bool:
    """Say whether a unit of work changed which suggestions are shown."""
    return changes.touches(Kind.SETTING) and (changes.label in (LABEL, learning.LABEL) or changes.origin == "elsewhere")


def decision_of(statement: Statement) -> tuple[float, bool] | None:
    """Return (raw certainty, whether it was right) of a suggestion that a person decided on; edited is right."""
    if not statement.why or statement.status is Status.SUGGESTED:
        return None
    return statement.confidence, statement.status is not Status.REJECTED


def calibrated(decisions: Sequence[tuple[float, bool]]) -> Curve | None:
    """Return the curve that decisions draw, by pooling neighbours that fall; None for fewer than are needed.

    Each step is the share that was right, drawn towards its own raw certainty as if that were `PRIOR` decisions
    more, so that a step of a few decisions says little.
    """
    if len(decisions) < LEAST_DECISIONS:
        return None
    steps = [_Step(raw, raw, 1, float(right), raw) for raw, right in sorted(decisions)]
    pooled: list[_Step] = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and (pooled[-2].share >= pooled[-1].share or pooled[-2].last == pooled[-1].first):
            above = pooled.pop()
            pooled[-1] = pooled[-1].joined(above)
    shown: list[float] = []
    for step in pooled:
        shown.append(round(max(step.share, shown[-1] if shown else 0.0), 3))
    return Curve(tuple(step.first for step in pooled), tuple(shown), len(decisions))


@dataclass(frozen=True, slots=True)
class _Step:
    """Decisions of neighbouring certainty: from the first to the last, how many, how many right, raw sum."""

    first: float
    last: float
    count: int
    right: float
    raw: float

    @property
    def share(self) -> float:
        """Return the share that was right, drawn towards the raw certainty."""
        return (self.right + PRIOR * self.raw / self.count) / (self.count + PRIOR)

    def joined(self, above: _Step) -> _Step:
        """Return two neighbours as one."""
        return _Step(self.first, above.last, self.count + above.count, self.right + above.right, self.raw + above.raw)
