"""What is new since a note was last saved: positions whose latest evidence came into the library after that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from briefing_app.domain.derive import build_matrix
from briefing_app.domain.position import Stance, Trend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.position import Position, Statement


@dataclass(frozen=True, slots=True)
class NewPosition:
    """A cell of the matrix that has new evidence: how it stands, and the stance and day before (None: no position)."""

    position: Position
    before: Stance | None = None
    before_day: str = ""

    @property
    def moved(self) -> bool:
        """Say whether the stance is another than before."""
        return self.before is not self.position.stance

    @property
    def key(self) -> str:
        """Return what stays the same while it is about the same cell."""
        return f"new:{self.position.party}:{self.position.issue}"


def made_at(identity: str) -> datetime | None:
    """Return when something was made, by its UUIDv7; None where the id does not tell."""
    try:
        uuid = UUID(identity)
    except ValueError:
        return None
    if uuid.version != 7:
        return None
    return datetime.fromtimestamp((uuid.int >> 80) / 1000, UTC)


def made_after(identity: str, since: str) -> bool:
    """Say whether something was made after a moment told in whole seconds; what cannot be told was not."""
    made = made_at(identity)
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        return False
    return made is not None and moment.tzinfo is not None and made.replace(microsecond=0) > moment


def new_positions(
    dossier: Dossier,
    statements: Sequence[Statement],
    since: str,
    *,
    as_of: str = "",
    include: str = "all",
    texts: Mapping[str, str] | None = None,
) -> tuple[NewPosition, ...]:
    """Return the positions with evidence newer than ``since``: those that moved first, then in the dossier's order."""
    fresh = {str(one.id) for one in statements if made_after(one.id, since)}
    if not fresh:
        return ()
    sources = texts or {}

    def source_of(statement: Statement) -> str:
        return sources.get(statement.article, statement.article)

    now = build_matrix(dossier, statements, as_of, include=include, source_of=source_of)
    known = [one for one in statements if str(one.id) not in fresh]
    then = build_matrix(dossier, known, as_of, include=include, source_of=source_of)
    found = []
    for place, cell in now.cells.items():
        if cell.current is None or str(cell.current.id) not in fresh:
            continue
        before = then.cells[place]
        found.append(NewPosition(cell, before.stance, _day(before)))
    return tuple(sorted(found, key=lambda one: not one.moved))


def sign(new: NewPosition) -> str:
    """Return the sign of the movement; a cell that stands as before has the sign of no change."""
    trend = new.position.trend
    if trend is Trend.CONFLICTING or (new.moved and trend is not None):
        return trend.sign
    return Trend.UNCHANGED.sign


def _day(position: Position) -> str:
    current = position.current
    return (current.said_on or current.reported_on)[:10] if current is not None else ""
