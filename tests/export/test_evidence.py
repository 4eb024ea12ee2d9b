"""Which statements are cited for a position."""

from __future__ import annotations

from briefing_app.domain.derive import derive_position
from briefing_app.domain.dossier import Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, StatementId, VersionId
from briefing_app.domain.position import Stance, Statement
from briefing_app.export.evidence import cited_for


def said(seq: int, on: str) -> Statement:
    return Statement(
        id=StatementId(f"s{seq}"), version=VersionId("v"), article=ArticleId(f"a{seq}"), parties=("Norvia",),
        issue="Dam", stance=Stance.SUPPORTS, evidence=(), said_on=on, reported_on=on, status=Status.CONFIRMED, seq=seq,
    )  # fmt: skip


def test_days_are_compared_where_they_were_counted() -> None:
    # Half an hour before midnight in Bogotá is the next day in Greenwich, on which the stance begins.
    both = (said(1, "2026-03-01T23:30:00-05:00"), said(2, "2026-03-05T10:00:00-05:00"))
    position = derive_position(both, Party("Norvia"), "Dam", "2026-12-31")
    assert sorted(one.seq for one in cited_for(position, {})) == [1, 2]
