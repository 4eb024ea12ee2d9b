"""What became of one input, and of a whole import."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

PASSAGE = "text/html; passage=yes"
"""Media type of HTML that was selected on a page and copied: all of it is wanted, nothing around it came along."""


class Outcome(StrEnum):
    """How the import of one input ended."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    UPDATED = "updated"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def went_in(self) -> bool:
        """Say whether the library holds the input now."""
        return self in (Outcome.IMPORTED, Outcome.DUPLICATE, Outcome.UPDATED)

    @property
    def brings_text(self) -> bool:
        """Say whether the library may hold a text now that it did not hold before, which waits for analysis."""
        return self in (Outcome.IMPORTED, Outcome.UPDATED)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """One line of an import: ``article`` and ``title`` where it is in the library, ``reason`` where it is not."""

    source: str
    outcome: Outcome
    article: str = ""
    title: str = ""
    reason: str = ""


class RunState(StrEnum):
    """Where an import stands; one that is open and that nobody works on was interrupted."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ImportRun:
    """An import as the library remembers it.

    ``counts`` says how many inputs (or things in them) ended in each way, ``waiting`` how many inputs have not been
    looked at, ``total`` how many inputs there are. Relative ``places`` start at ``folder``.
    """

    id: str
    places: tuple[str, ...]
    folder: str
    dossiers: tuple[str, ...]
    session: str
    started: str
    ended: str
    state: RunState
    total: int = 0
    waiting: int = 0
    counts: dict[Outcome, int] = field(default_factory=dict)

    @property
    def unfinished(self) -> bool:
        """Say whether there is something left to do."""
        return self.state is RunState.OPEN


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One input of an import; ``sha256`` is that of its bytes where they went in."""

    seq: int
    place: str
    sha256: str = ""
