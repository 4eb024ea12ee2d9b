"""Names that may mean several: the questions a reader is asked, because a guess would be no better than a coin."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.entity import EntityKind


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


def line_around(text: str, start: int, end: int, before: int = 60, after: int = 100) -> tuple[str, int]:
    """Return one line of ``text`` around a span, and where the span begins in it."""
    left = max(0, start - before)
    while left > 0 and left < start and not text[left - 1].isspace():
        left += 1
    right = min(len(text), end + after)
    while right > end and right < len(text) and not text[right].isspace():
        right -= 1
    head = " ".join(text[left:start].split())
    gap = " " if head and text[start - 1].isspace() else ""
    opening = "… " if left else ""
    closing = " …" if right < len(text) else ""
    tail = text[end:right]
    rest = " ".join(tail.split())
    space = " " if rest and tail[:1].isspace() else ""
    lead = f"{opening}{head}{gap}"
    return f"{lead}{text[start:end]}{space}{rest}{closing}", len(lead)
