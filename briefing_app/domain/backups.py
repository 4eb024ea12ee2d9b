"""Backups that the program makes by itself: what each is of, and which may go when newer ones are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ALL_WITHIN = timedelta(hours=24)
DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks and months keep their last backup, beside all of the last 24 hours."""


class BackupReason(StrEnum):
    """Why a backup was made."""

    IMPORT = "import"
    DELETION = "deletion"
    SCHEDULE = "schedule"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a library; ``number`` counts them, because clocks are set back.

    ``made`` is UTC; ``about`` the beginning of the id of the import it was made for, else empty.
    """

    number: int
    made: datetime
    reason: BackupReason
    path: Path
    about: str = ""
    size: int = 0


def spare(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return the backups that need not be kept.

    All within a day of the newest stay, and the last one of each of so many days, weeks and months that have any.
    Nothing is reckoned from today: a library that nobody opens loses none, nor does one whose clock was set forward.
    """
    latest_first = sorted(backups, key=_number, reverse=True)
    if not latest_first:
        return ()
    newest = latest_first[0].made
    kept = {one.number for one in latest_first if abs(one.made - newest) <= ALL_WITHIN}
    for most, part_of in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= _last_of_each(latest_first, part_of, most)
    return tuple(one for one in latest_first if one.number not in kept)


def _last_of_each(latest_first: list[Backup], part_of: Callable[[datetime], object], most: int) -> set[int]:
    last: dict[object, int] = {}
    for one in latest_first:
        last.setdefault(part_of(one.made), one.number)
    return set(list(last.values())[:most])


def _number(backup: Backup) -> int:
    return backup.number


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month
