"""Which backups may go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.backups import Backup, BackupReason, spare

START = datetime(2026, 1, 31, 12, tzinfo=UTC)


def kept(moments: list[datetime]) -> list[datetime]:
    """Return when the backups that stay were made, in the order of their making."""
    all_ = [Backup(number, made, BackupReason.SCHEDULE, Path(f"{number}")) for number, made in enumerate(moments, 1)]
    gone = {one.number for one in spare(all_)}
    return [one.made for one in all_ if one.number not in gone]


def test_spare_when_all_are_of_one_day_then_none_goes() -> None:
    half_hours = [START + timedelta(minutes=30 * n) for n in range(49)]
    assert kept(half_hours) == half_hours


def test_spare_when_one_was_made_each_day_of_two_years_then_days_weeks_and_months_stay() -> None:
    days = [START + timedelta(days=n) for n in range(730)]
    stayed = kept(days)
    assert stayed[-12:] == days[-12:]
    assert len({one.isocalendar()[:2] for one in stayed}) >= 10
    assert len({(one.year, one.month) for one in stayed}) == 9
    assert len(stayed) <= 2 + 12 + 10 + 9


def test_spare_when_the_clock_was_set_forward_and_back_then_what_was_made_before_stays_by_its_number() -> None:
    before = [START + timedelta(hours=n) for n in range(3)]
    forward = [START + timedelta(days=3650)]
    back = [START + timedelta(hours=4)]
    assert kept([*before, *forward, *back]) == [*before, *forward, *back]


def test_spare_when_two_days_old_then_the_last_of_the_day_stays() -> None:
    morning, noon, evening = (START + timedelta(hours=n) for n in (-3, 0, 3))
    later = START + timedelta(days=2)
    assert kept([morning, noon, evening, later]) == [evening, later]


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)), min_size=1))  # noqa: DTZ001
def test_spare_whatever_the_clock_said_then_the_newest_stays(moments: list[datetime]) -> None:
    assert kept(moments)[-1] == moments[-1]
