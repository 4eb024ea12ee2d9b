"""What the panel of positions shows, row by row, before anybody thinks of pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.domain.position import Position, Statement


@dataclass(frozen=True, slots=True)
class PartyChip:
    """A party at the top of the panel; ``colour`` is empty for one that is in no dossier."""

    name: str
    colour: str
    count: int
    open: int = 0


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A party's position on an issue.

    ``suggested`` says that no person stands behind any of it; ``place`` and ``title`` tell of the article of its
    current statement where that is another one than the one open, ``dossier`` the id of the dossier, if in one.
    """

    position: Position
    suggested: bool = False
    expanded: bool = False
    place: str = ""
    title: str = ""
    dossier: str = ""

    @property
    def key(self) -> str:
        """Return the key of party and issue."""
        return f"position:{self.position.party}:{self.position.issue}"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One statement below its position: who, when, stance, article."""

    statement: Statement
    party: str
    issue: str
    title: str = ""

    @property
    def key(self) -> str:
        """Return the key of the statement below this position."""
        return f"evidence:{self.party}:{self.issue}:{self.statement.id}"


@dataclass(frozen=True, slots=True)
class SilentRow:
    """Issues on which nothing was found of a party."""

    party: str
    issues: tuple[str, ...]
    searched: int

    @property
    def key(self) -> str:
        """Return the key of the party's silence."""
        return f"silent:{self.party}"


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion of the machine in the open article."""

    statement: Statement

    @property
    def key(self) -> str:
        """Return the key of the suggestion."""
        return suggestion_key(self.statement.id)


@dataclass(frozen=True, slots=True)
class MoreRow:
    """What is left to review of other parties in this article, as (name, count)."""

    parties: tuple[tuple[str, int], ...]

    @property
    def key(self) -> str:
        """Return the one key of this row."""
        return "more"


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """How many suggestions in this article are less certain than the reader wants to see."""

    count: int

    @property
    def key(self) -> str:
        """Return the one key of this row."""
        return "hidden"


Row = PositionRow | EvidenceRow | SilentRow | SuggestionRow | MoreRow | HiddenRow


def suggestion_key(statement_id: str) -> str:
    """Return the key of a suggestion's row."""
    return f"suggestion:{statement_id}"
