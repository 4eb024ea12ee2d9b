"""A reader's own reading of a position, against what its statements add up to, with the reason; pure rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.derive import reported_by
from briefing_app.domain.issue_names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.position import Matrix, Override, Position

LABEL = "Own reading of a position"
"""The name of the step that overrides a position, or takes that back."""


def overridden(matrix: Matrix, overrides: Iterable[Override]) -> Matrix:
    """Return the matrix with the readings that were made by its date; a cell without statements has none.

    What the statements add up to stays with the cell as ``derived``; its movement is theirs and is not told.
    """
    cells = dict(matrix.cells)
    for one in overrides:
        place = _place(matrix, one)
        cell = cells.get(place) if place is not None else None
        if place is not None and cell is not None and cell.evidence and reported_by(one.made, matrix.as_of):
            cells[place] = _read(cell, one)
    return replace(matrix, cells=cells)


def is_changed(changes: Changes) -> bool:
    """Say whether a unit of work changed anybody's own reading."""
    return changes.touches(Kind.SETTING) and (changes.label == LABEL or changes.origin == "elsewhere")


def has_newer(position: Position) -> bool:
    """Say whether a statement was reported after the reader's own reading was made."""
    one = position.override
    return one is not None and any(each.reported_on[:10] > one.made[:10] for each in position.evidence)


def is_of(position: Position, party: str, issue: str) -> bool:
    """Say whether a position is that of a party on an issue, whatever the case of the names."""
    return (folded(position.party), folded(position.issue)) == (folded(party), folded(issue))


def _place(matrix: Matrix, override: Override) -> tuple[str, str] | None:
    party = next((name for name in matrix.parties if folded(name) == folded(override.party)), None)
    issue = next((name for name in matrix.issues if folded(name) == folded(override.issue)), None)
    return (party, issue) if party is not None and issue is not None else None


def _read(cell: Position, override: Override) -> Position:
    return replace(
        cell,
        stance=override.stance,
        paraphrase=override.paraphrase or (cell.paraphrase if cell.stance is override.stance else ""),
        trend=None,
        override=override,
        derived=cell.stance,
    )
