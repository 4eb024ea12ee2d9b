"""What counts as new since a note was saved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, DossierId, StatementId, VersionId, new_id
from briefing_app.domain.position import Stance, Statement
from briefing_app.ui.note.news import made_after, made_at, new_positions, sign

DOSSIER = Dossier(DossierId("d"), "Talks", (Party("Eastland"), Party("Southmark")), (Issue("Territory"),))
SAVED = "2025-12-20T12:00:00+00:00"


def identity(moment: datetime) -> str:
    """Return a UUIDv7 made at ``moment``."""
    stamp = f"{int(moment.timestamp() * 1000):012x}"
    return f"{stamp[:8]}-{stamp[8:]}-7000-8000-000000000001"


def statement(stance: Stance, day: int, *, hour: int = 9, party: str = "Eastland") -> Statement:
    """Return a statement reported, and taken into the library, on a day of December."""
    return Statement(
        StatementId(identity(datetime(2025, 12, day, hour, tzinfo=UTC))),
        VersionId("v"),
        ArticleId("a"),
        (party,),
        "Territory",
        stance,
        (),
        reported_on=f"2025-12-{day:02}",
        said_on=f"2025-12-{day:02}",
        status=Status.CONFIRMED,
    )


def test_made_at_of_a_fresh_id_then_it_is_now() -> None:
    made = made_at(new_id())
    assert made is not None
    assert abs(made - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("what", ["", "s1", "00000000-0000-4000-8000-000000000000"])
def test_made_at_of_another_id_then_nobody_knows(what: str) -> None:
    assert made_at(what) is None
    assert not made_after(what, SAVED)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), st.integers(-5000, 5000))  # noqa: DTZ001
def test_made_after_counts_in_whole_seconds(saved: datetime, milliseconds: int) -> None:
    made = saved + timedelta(milliseconds=milliseconds)
    known = made_after(identity(made), saved.isoformat(timespec="seconds"))
    whole = datetime.fromtimestamp(int(made.timestamp() * 1000) // 1000, UTC)
    assert known == (whole > saved.replace(microsecond=0))


def test_new_positions_when_nothing_came_then_none() -> None:
    assert new_positions(DOSSIER, [statement(Stance.REJECTS, 10)], SAVED) == ()


def test_new_positions_when_a_stance_moved_then_says_from_what_and_when() -> None:
    held = [statement(Stance.REJECTS, 10), statement(Stance.CONDITIONAL, 21)]
    (new,) = new_positions(DOSSIER, held, SAVED)
    assert (new.before, new.before_day, new.moved, sign(new)) == (Stance.REJECTS, "2025-12-10", True, "▲")


def test_new_positions_when_it_was_said_again_then_it_has_not_moved() -> None:
    (new,) = new_positions(DOSSIER, [statement(Stance.REJECTS, 10), statement(Stance.REJECTS, 21)], SAVED)
    assert (new.moved, sign(new)) == (False, "=")


def test_new_positions_then_those_that_moved_come_first() -> None:
    held = [
        statement(Stance.REJECTS, 10),
        statement(Stance.REJECTS, 21),
        statement(Stance.OFFERS, 22, party="Southmark"),
    ]
    found = new_positions(DOSSIER, held, SAVED)
    assert [one.position.party for one in found] == ["Southmark", "Eastland"]
    assert found[0].before is None
    assert sign(found[0]) == "●"


def test_new_positions_when_the_new_evidence_is_older_than_the_current_then_none() -> None:
    late = statement(Stance.OFFERS, 21)
    old_news = Statement(
        **{name: getattr(late, name) for name in late.__slots__ if name not in ("said_on", "reported_on")},
        said_on="2025-12-01",
        reported_on="2025-12-01",
    )
    assert new_positions(DOSSIER, [statement(Stance.REJECTS, 10), old_news], SAVED) == ()
