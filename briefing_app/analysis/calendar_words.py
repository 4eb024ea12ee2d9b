"""Resolving days, weeks and months that a text only points at, against the day it was published."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from dataclasses import dataclass

from briefing_app.analysis.lexicon import MONTHS, WEEKDAYS

_FUTURE = frozenset(
    (
        "will next due until expected scheduled planned upcoming would shall later before expires"
        " expire begins starts resume resumes opens enters plans set deadline wants demanded must should meet meets"
        " ahead upcoming might"
    ).split()
)
_UP_TO = frozenset(
    "the end of early late mid next close midnight noon last day on a week beginning start of then".split()
)
"""Words between "by" and a date that is a deadline: "by midnight on Friday", not "by Kenya on Friday"."""
_CLOSE_FUTURE = frozenset({"for", "from", "before", "by", "until"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day a text was published (None if unknown) and how the words of a text count from it."""

    today: dt.date | None

    @classmethod
    def of(cls, published: str) -> Calendar:
        """Return the calendar of an ISO date, which may be partial or empty."""
        parts = published[:10].split("-")
        try:
            numbers = [int(part) for part in parts]
            year, month, day = (*numbers, 1, 1)[:3] if numbers else (0, 0, 0)
            return cls(dt.date(year, month, day))
        except ValueError:
            return cls(None)

    def weekday(self, name: str, which: str, future: bool) -> str:
        """Return the ISO day of *Monday*, *last Monday*, *next Monday*."""
        if self.today is None:
            return ""
        gap = WEEKDAYS.index(name) - self.today.weekday()
        if which in ("next", "coming"):
            gap = gap + 7 if gap <= 0 else gap
        elif which == "last":
            gap = gap - 7 if gap >= 0 else gap
        elif which == "this":
            pass
        elif future:
            gap = gap + 7 if gap <= 0 else gap
        elif gap > 0:
            gap -= 7
        return (self.today + dt.timedelta(days=gap)).isoformat()

    def shifted(self, unit: str, count: int) -> str:
        """Return the day, ISO week (as range of days), month or year ``count`` units from today."""
        if self.today is None:
            return ""
        today = self.today
        if unit == "day":
            return (today + dt.timedelta(days=count)).isoformat()
        if unit == "week":
            monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=count)
            return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
        if unit == "weekend":
            saturday = today - dt.timedelta(days=today.weekday() - 5) + dt.timedelta(weeks=count)
            return f"{saturday.isoformat()}/{(saturday + dt.timedelta(days=1)).isoformat()}"
        if unit == "month":
            month = today.year * 12 + today.month - 1 + count
            return f"{month // 12:04d}-{month % 12 + 1:02d}"
        if unit == "quarter":
            quarter = today.year * 4 + (today.month - 1) // 3 + count
            return quarter_span(quarter // 4, quarter % 4 + 1)
        if unit == "decade":
            start = today.year // 10 * 10 + 10 * count
            return f"{start}/{start + 9}"
        return f"{today.year + count:04d}"

    def ago(self, unit: str, count: int) -> str:
        """Return when "``count`` units ago" was, in the precision of the unit."""
        if self.today is None:
            return ""
        if unit == "week":
            return (self.today - dt.timedelta(weeks=count)).isoformat()
        return self.shifted(unit, -count)

    def month(self, number: int, which: str, future: bool) -> str:
        """Return the ISO month of a month named without a year."""
        year = self.year_of_month(number, which, future)
        return f"{year:04d}-{number:02d}" if year else ""

    def year_of_month(self, number: int, which: str, future: bool, *, past: bool = False) -> int:
        """Return the year that a month (and day) without one most likely is of; 0 if unknown.

        ``past`` says that the words around tell of something that has happened.
        """
        if self.today is None:
            return 0
        year, now = self.today.year, self.today.month
        if which == "next":
            return year + 1 if number <= now else year
        if which == "last":
            return year - 1 if number >= now else year
        if which == "this":
            return year
        if future:
            return year + 1 if number < now - 1 else year
        if number > now + 2:
            return year - 1
        if number <= now - 10 and not past:
            return year + 1
        return year


def quarter_span(year: int, quarter: int) -> str:
    """Return the months of a quarter as a range."""
    return f"{year:04d}-{3 * quarter - 2:02d}/{year:04d}-{3 * quarter:02d}"


def part_of_year(year: int, part: str) -> str:
    """Return the months meant by early, mid or late in a year."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def part_of_decade(year: int, part: str) -> str:
    """Return the years meant by early, mid or late in a decade that begins with ``year``."""
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return f"{year + first}/{year + last}"


def part_of_month(month: str, part: str) -> str:
    """Return the days meant by early, mid or late in an ISO month."""
    year, number = int(month[:4]), int(month[5:7])
    length = calendar.monthrange(year, number)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}[part]
    return f"{month}-{first:02d}/{month}-{last:02d}"


def season_span(year: int, season: str) -> str:
    """Return the months of a season of the northern half of the world."""
    first, last = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}.get(season, (12, 2))
    return f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}"


def month_number(word: str) -> int:
    """Return 1 to 12 for the name of a month or its short form (lower case), 0 for other words."""
    word = word.rstrip(".")
    if word in MONTHS:
        return MONTHS.index(word) + 1
    if word == "sept":
        return 9
    for index, name in enumerate(MONTHS, 1):
        if len(word) == 3 and name.startswith(word):
            return index
    return 0


def is_future(words: list[str]) -> bool:
    """Say whether the words before a date point forward."""
    if "had" in words and any(word in ("expected", "due", "supposed", "scheduled", "meant") for word in words):
        return False
    if any(word in _FUTURE for word in words) or any(word in _CLOSE_FUTURE for word in words[-1:]):
        return True
    if "by" in words and all(word in _UP_TO for word in words[len(words) - words[::-1].index("by") :]):
        return True
    return _is_asked(words)


def _is_asked(words: list[str]) -> bool:
    """Say whether words ask for something to come: "asked them to reply on", "please answer on", "see you on"."""
    if words[-2:] in (["is", "on"], ["are", "on"], ["is", "in"], ["are", "in"], ["is", "for"]):
        return True
    if any(
        pair in (("takes", "effect"), ("take", "effect"), ("comes", "into"), ("takes", "place"))
        for pair in itertools.pairwise(words)
    ):
        return True
    asks = next((i for i, word in enumerate(words) if word in _ASKING), None)
    if asks is not None and "to" in words[asks + 1 : -2]:
        return True
    return "please" in words or any(pair == ("see", "you") for pair in itertools.pairwise(words))


_ASKING = frozenset("ask asks asked asking invite invites invited urge urges urged order orders ordered".split())
