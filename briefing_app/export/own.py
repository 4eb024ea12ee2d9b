"""A reader's own reading of a position in notes and tables: told as his, with the reason and what the evidence says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.entity import Status

if TYPE_CHECKING:
    from briefing_app.domain.position import Position, Statement


def worded_as(position: Position, statement: Statement) -> Statement:
    """Return the statement by which a position is put into words: the reader's own words where it is his reading."""
    if position.override is None or position.stance is None:
        return statement
    return replace(
        statement,
        stance=position.stance,
        paraphrase=position.paraphrase or statement.issue,
        hedges=(),
        attribution_level=3,
        status=Status.EDITED,
    )


def reason(position: Position) -> str:
    """Return in brackets whose reading it is and why; empty for a position that its statements add up to."""
    one = position.override
    if one is None:
        return ""
    says = f"; the evidence: {position.derived}" if position.derived not in (None, position.stance) else ""
    return f" (own reading: {' '.join(one.reason.split()).rstrip('.')}{says})"
