"""What became of one input."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
