"""Names that may mean several: the questions a reader is asked, because a guess would be no better than a coin."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.entity import EntityKind

BEFORE, AFTER = 60, 100
"""Most letters of the line before and behind a name that are shown with it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name may mean, with what tells him from the others."""

    key: str
    name: str
    kind: EntityKind
    what: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A name in an article that may mean several. ``start`` and ``end`` are its first place in the text.

    ``snippet`` is one line of the text, the name at ``at`` in it; ``now`` the key it is read as until it is answered.
    """

    text: str
    label: EntityKind
    article: str
    title: str
    day: str
    start: int
    end: int
    snippet: str
    at: int
    candidates: tuple[Candidate, ...]
    now: str = ""
    count: int = 1

    @property
    def id(self) -> str:
        """Return what tells it from other questions."""
        return f"{self.article}:{self.text}"


def line_around(text: str, start: int, end: int) -> tuple[str, int]:
    """Return one line of ``text`` around a span, and where the span begins in it."""
    begin, finish = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    finish = len(text) if finish < 0 else finish
    left = max(begin, start - BEFORE)
    while begin < left < start and not text[left - 1].isspace():
        left += 1
    right = min(finish, end + AFTER)
    while end < right < finish and not text[right].isspace():
        right -= 1
    head = " ".join(text[left:start].split())
    gap = " " if head and text[start - 1].isspace() else ""
    opening = "… " if left > begin else ""
    closing = " …" if right < finish else ""
    tail = text[end:right]
    rest = " ".join(tail.split())
    space = " " if rest and tail[:1].isspace() else ""
    lead = f"{opening}{head}{gap}"
    return f"{lead}{text[start:end]}{space}{rest}{closing}", len(lead)
