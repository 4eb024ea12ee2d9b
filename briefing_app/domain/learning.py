"""What a library's own decisions teach: lessons for the worker, trials of what was learnt, and the result kept."""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.position import StatementDraft

if TYPE_CHECKING:
    from briefing_app.domain.position import Statement

LABEL = "Learn from decisions"
"""The name of the step that adopts what was learnt, or returns to what was shipped."""
SHOWN_FROM = 0.5
"""A suggestion that learning holds for less likely is more likely wrong than right, and is not shown."""
LONG, SHORT = 40, 12
"""Words from which evidence is long, and up to which it is short."""
MARK = "taught "
"""What stands in the name of an engine before the first digits of the hash of what it was taught."""
NEWLINE = "\n"
_QUOTED = re.compile(r"“[^”]*”")
_READ = re.compile(r"^“([^”]+)” is read as (\w+)\.\s*")
_NAMES = re.compile(r"\b(?!(?:The|A|An|Both|You)\b)[A-Z][\w’'-]*(?:,? (?:(?:of|for|the|and|de|on) )*[A-Z][\w’'-]*)*")
_DOTS = re.compile(r"…(?:[\s,]*…)+")


class Part(StrEnum):
    """What can be learnt, each by itself: which suggestions are right, and what is a name."""

    SUGGESTIONS = "suggestions"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Judged:
    """A suggestion with what is seen of it, the machine's own certainty, and whether it was right."""

    features: tuple[str, ...]
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class TaughtName:
    """A span that a reader says to be a name of a kind, or (no label) none; code points of the text."""

    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article with what was decided in it. Articles of one ``group`` are of one text and are never parted."""

    group: str
    request: AnalysisRequest
    names: tuple[TaughtName, ...] = ()
    suggestions: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """How often one of two ways was right on the same things: ``fixed`` only after, ``broken`` only before."""

    count: int = 0
    before: int = 0
    after: int = 0
    fixed: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Trial:
    """What learning one part came to: from how much, measured on what was held out and on what is shipped.

    ``allowed`` says that it may be adopted; ``reason`` is one sentence that says why, or why not.
    """

    part: Part
    decisions: int = 0
    held_out: int = 0
    own: Measure = field(default_factory=Measure)
    shipped: Measure = field(default_factory=Measure)
    allowed: bool = False
    reason: str = ""
    tells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scoring:
    """What each feature of a suggestion adds to its certainty, in logits; learnt from decisions."""

    names: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()

    @cached_property
    def _weight(self) -> dict[str, float]:
        return dict(zip(self.names, self.weights, strict=True))

    def chance(self, features: tuple[str, ...], confidence: float) -> float:
        """Return how likely a suggestion is right, by its features and the machine's own certainty."""
        raw = min(max(confidence, 0.01), 0.99)
        score = math.log(raw / (1 - raw)) + sum(self._weight.get(one, 0.0) for one in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def of(self, statement: Statement | StatementDraft) -> float:
        """Return how likely a suggestion is right, rounded as it is shown."""
        return round(self.chance(features_of(statement), statement.confidence), 3)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What learning brought: a trial of each part, and what may be adopted of it.

    ``names`` is the taught last layer of the names model as base64 text, for the model called ``model``.
    """

    trials: tuple[Trial, ...] = ()
    scoring: Scoring | None = None
    names: str = ""
    model: str = ""

    @property
    def taught(self) -> str:
        """Return what analysis is given of it: the model's name and its layers; empty where there are none."""
        return f"{self.model}{NEWLINE}{self.names}" if self.names else ""

    def trial(self, part: Part) -> Trial:
        """Return the trial of a part; an empty one where none was made."""
        return next((one for one in self.trials if one.part is part), Trial(part))

    @property
    def allowed(self) -> tuple[Part, ...]:
        """Return the parts that may be adopted."""
        return tuple(one.part for one in self.trials if one.allowed)


def mark_of(taught: str) -> str:
    """Return what marks the analyses made with taught names in the name of their engine; empty for the shipped."""
    return f"{MARK}{hashlib.sha256(taught.partition(NEWLINE)[2].encode()).hexdigest()[:8]}" if taught else ""


def features_of(statement: Statement | StatementDraft) -> tuple[str, ...]:
    """Return what is seen of a suggestion, as the machine made it: words and shape, never its own certainty."""
    read = _READ.match(statement.why)
    cue = (read[1] if read else statement.verb).lower()
    stance = read[2] if read else statement.stance.value
    how = _manner(statement.why[read.end() :]) if read else ""
    found = [f"word “{cue}”", f"word “{cue}” as {stance}", f"stance {stance}"]
    found += [f"party {name}" for name in statement.parties[:3]]
    found.append("a party that no list knows" if not any(statement.keys) else "a known party")
    found.append("a named speaker" if statement.speaker else "no speaker")
    found.append("hedged" if statement.hedges else "firm")
    if len(statement.parties) > 1:
        found.append("several parties")
    if how:
        found.append(f"found by: {how}")
    length = _words(statement)
    if length >= LONG or length <= SHORT:
        found.append("long evidence" if length >= LONG else "short evidence")
    return tuple(found)


def _manner(why: str) -> str:
    """Return how a party was found without whom it was: "… is taken to speak for …, named just before."."""
    return _DOTS.sub("…", _NAMES.sub("…", _QUOTED.sub("…", why))).strip()


def _words(statement: Statement | StatementDraft) -> int:
    """Return about how many words the evidence has, by its length: a word and its space are six letters."""
    first = statement if isinstance(statement, StatementDraft) else statement.evidence[0]
    return int((first.end - first.start) / 6)
