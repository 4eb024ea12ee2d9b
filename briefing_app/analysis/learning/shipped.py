"""The shipped set: short articles of our own with their names and statements, half to remember, half to measure."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    from briefing_app.domain.position import StatementDraft

OVERLAP = 0.5
"""Share of the shorter passage that two passages must have in common to be one."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels: names (start, end, label) and statements (start, end, parties, stance).

    Nobody is judged by the ``free`` spans.
    """

    request: AnalysisRequest
    names: tuple[tuple[int, int, str], ...]
    free: tuple[tuple[int, int], ...]
    statements: tuple[tuple[int, int, frozenset[str], str], ...]

    def holds(self, draft: StatementDraft) -> bool:
        """Say whether a suggestion is one of the labelled statements: same parties and stance, same passage."""
        parties = {name.casefold().removeprefix("the ") for name in draft.parties}
        return any(
            stance == draft.stance.value
            and who == parties
            and min(end, draft.end) - max(start, draft.start) >= OVERLAP * min(end - start, draft.end - draft.start)
            for start, end, who, stance in self.statements
        )


@functools.cache
def shipped_set() -> tuple[Labelled, ...]:
    """Return all of them in their order; nothing where the file is missing."""
    file = paths.resource("learning", "articles.jsonl")
    if not file.is_file():
        return ()
    return tuple(labelled(line) for line in file.read_text(encoding="utf-8").splitlines())


def to_remember() -> tuple[Labelled, ...]:
    """Return the half from which learning is reminded of what it must not forget."""
    return shipped_set()[::2]


def to_measure() -> tuple[Labelled, ...]:
    """Return the half on which what was learnt must be no worse; learning never sees it."""
    return shipped_set()[1::2]


def labelled(line: str) -> Labelled:
    """Read one line of the file."""
    row = json.loads(line)
    text = row["text"]
    return Labelled(
        AnalysisRequest(
            text,
            tuple(match.span() for match in _LINE.finditer(text)),
            title=row["title"],
            published=row["published"],
            language="en",
            site=row["site"],
            author=row["author"],
        ),
        tuple((start, end, label) for start, end, label in row["names"]),
        tuple((start, end) for start, end in row["free"]),
        tuple((start, end, frozenset(parties), stance) for start, end, parties, stance in row["statements"]),
    )
