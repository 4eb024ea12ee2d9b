"""Dates: days, weeks, months, years and words that point at them; never clock times or durations."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from briefing_app.analysis.calendar_words import (
    Calendar,
    is_future,
    month_number,
    part_of_month,
    part_of_year,
    quarter_span,
    season_span,
)
from briefing_app.analysis.lexicon import WEEKDAYS
from briefing_app.analysis.quantities import DASHES
from briefing_app.analysis.values import Value
from briefing_app.analysis.wordnumbers import value_of
from briefing_app.domain.entity import FigureKind
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_DAY = re.compile(r"^(\d{1,2})$")
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_DECADE = re.compile(r"^(?:1[89]|20)\d0s$")
_UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "weekend": "weekend",
          "quarter": "quarter", "decade": "decade"}  # fmt: skip
_DEICTIC = {"last": -1, "next": 1, "this": 0, "past": -1, "coming": 1, "previous": -1}
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_YEAR_BEFORE = frozenset(
    "in since by until till of from to late early mid before after during through for and or than the"
    " between this around circa fy winter spring summer autumn fall its january february march april may"
    " june july august september october november december".split()
)
_NOT_AFTER_YEAR = frozenset(
    "people tonnes tons percent per % km miles metres meters soldiers troops dollars euros units"
    " megawatts jobs workers homes cases deaths copies".split()
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PARTS = {"late": "late", "early": "early", "mid": "mid"}


@dataclass(frozen=True, slots=True)
class _Found:
    last: int
    value: str
    why: str


class DateFinder:
    """Finds the dates of sentences against one calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def find(self, tokens: list[Token]) -> list[Value]:
        """Return the dates of a sentence; values are ISO days, months, years or ranges a/b."""
        found: list[Value] = []
        index = 0
        while index < len(tokens):
            one = self._at(tokens, index)
            if one is None:
                index += 1
                continue
            start, end = tokens[index].start, tokens[one.last - 1].end
            text = " ".join(token.text for token in tokens[index : one.last])
            found.append(Value(FigureKind.DATE, start, end, one.value or text, one.why, (index, one.last)))
            index = one.last
        return found

    def _at(self, tokens: list[Token], index: int) -> _Found | None:
        lower = tokens[index].lower
        if lower[0].isdigit():
            return self._numeric(tokens, index)
        if lower in WEEKDAYS:
            return self._weekday(tokens, index, "")
        if month_number(lower) and tokens[index].is_capital:
            return self._month(tokens, index, "")
        if lower in _DEICTIC:
            return self._deictic(tokens, index)
        if lower in ("yesterday", "today", "tomorrow"):
            if _possessive(tokens, index + 1):
                return None
            shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[lower]
            return _Found(index + 1, self.calendar.shifted("day", shift), self._counted())
        part = lower.removesuffix("-")
        if part in _PARTS or lower.startswith(("mid-", "late-", "early-")):
            return self._part(tokens, index)
        if lower in _SEASONS:
            return self._season(tokens, index)
        if lower in _QUARTERS or lower in ("q1", "q2", "q3", "q4"):
            return self._quarter(tokens, index)
        return self._ago(tokens, index)

    # --- days ---------------------------------------------------------------------------------

    def _numeric(self, tokens: list[Token], index: int) -> _Found | None:
        text = tokens[index].text
        iso = self._slashed(tokens, index)
        if iso:
            return iso
        day = self._day(tokens, index)
        if day:
            number, last = day
            second, last = self._second_day(tokens, last)
            at = last + 1 if _word(tokens, last) == "of" else last
            if month_number(_word(tokens, at)) and at < len(tokens) and tokens[at].is_capital:
                return self._day_of_month(tokens, index, number, second, at)
        if _YEAR.match(text):
            return self._year(tokens, index)
        return self._ago(tokens, index)

    def _day(self, tokens: list[Token], index: int) -> tuple[int, int] | None:
        """Read a day of the month at ``index``: its number and where it ends."""
        if index >= len(tokens):
            return None
        match = _DAY.match(tokens[index].text)
        if not match or not 1 <= int(match[1]) <= 31:
            return None
        ordinal = _word(tokens, index + 1) in _ORDINAL_ENDS
        return int(match[1]), index + 1 + (ordinal and tokens[index + 1].start == tokens[index].end)

    def _second_day(self, tokens: list[Token], last: int) -> tuple[int, int]:
        """Read "-5", "to 5", "and 5" behind a day: the second day or 0, and where it ends."""
        if _word(tokens, last) in ("to", "and", "or", *DASHES):
            second = self._day(tokens, last + 1)
            if second:
                return second
        return 0, last

    def _day_of_month(self, tokens: list[Token], index: int, day: int, second: int, at: int) -> _Found | None:
        month = month_number(tokens[at].lower)
        last = at + 1
        if _word(tokens, last) == "." and len(tokens[at].text) <= 4:
            last += 1
        year, last = self._year_behind(tokens, last, month, index, day)
        first = _iso(year, month, day)
        if not first:
            return None
        value = f"{first}/{_iso(year, month, second)}" if second > day else first
        return _Found(last, value, self._why(year))

    def _month(self, tokens: list[Token], index: int, which: str) -> _Found | None:
        """Read a date that starts with a month's name, or refuse it (May, March and such)."""
        month = month_number(tokens[index].lower)
        last = index + 1
        if _word(tokens, last) == "." and len(tokens[index].text) <= 4:
            last += 1
        day = self._day(tokens, last)
        if day:
            number, end = day
            second, end = self._second_day(tokens, end)
            year, end = self._year_behind(tokens, end, month, index, number)
            first = _iso(year, month, number)
            if first:
                value = f"{first}/{_iso(year, month, second)}" if second > number else first
                return _Found(end, value, self._why(year))
        if _YEAR.match(_word(tokens, last)) or (
            _word(tokens, last) in (",", "of") and _YEAR.match(_word(tokens, last + 1))
        ):
            at = last if _YEAR.match(_word(tokens, last)) else last + 1
            return _Found(at + 1, f"{tokens[at].text}-{month:02d}", "A month of a named year.")
        if not which and not _month_is_meant(tokens, index):
            return None
        value = self.calendar.month(month, which, self._ahead(tokens, index))
        return _Found(last if which or last == index + 1 else index + 1, value, self._counted())

    def _year_behind(self, tokens: list[Token], last: int, month: int, index: int, day: int = 0) -> tuple[int, int]:
        """Read a year at ``last``, with or without a comma, else guess it."""
        if _YEAR.match(_word(tokens, last)):
            return int(tokens[last].text), last + 1
        if _word(tokens, last) == "," and _YEAR.match(_word(tokens, last + 1)):
            return int(tokens[last + 1].text), last + 2
        year = self.calendar.year_of_month(month, "", self._ahead(tokens, index))
        return year, last

    def _slashed(self, tokens: list[Token], index: int) -> _Found | None:
        """Read 2026-03-04 and 04/03/2026."""
        if index + 4 >= len(tokens):
            return None
        a, s, b, t, c = (token.text for token in tokens[index : index + 5])
        glued = tokens[index + 4].end - tokens[index].start == len(a + s + b + t + c)
        if not glued or s != t or s not in "-/" or not (a + b + c).isdigit():
            return None
        if len(a) == 4:
            iso = _iso(int(a), int(b), int(c))
        elif len(c) == 4:
            iso = _iso(int(c), int(b), int(a)) or _iso(int(c), int(a), int(b))
        else:
            return None
        return _Found(index + 5, iso, "A date in figures.") if iso else None

    def _weekday(self, tokens: list[Token], index: int, which: str) -> _Found | None:
        if not tokens[index].is_capital or _possessive(tokens, index + 1) and False:
            return None
        last = index + 1
        full = self._behind_weekday(tokens, last)
        if full:
            return full
        ahead = self._ahead(tokens, index)
        value = self.calendar.weekday(tokens[index].lower, which, ahead)
        return _Found(last, value, self._counted())

    def _behind_weekday(self, tokens: list[Token], last: int) -> _Found | None:
        """Read "Monday, 3 March" and "Monday (March 3)" as one date."""
        at = last + 1 if _word(tokens, last) in (",", "the") else last
        if at < len(tokens) and tokens[at].text[0].isdigit() and _DAY.match(tokens[at].text):
            return self._numeric(tokens, at)
        if month_number(_word(tokens, at)) and tokens[at].is_capital and self._day(tokens, at + 1):
            return self._month(tokens, at, "")
        return None

    # --- longer spans ---------------------------------------------------------------------------

    def _deictic(self, tokens: list[Token], index: int) -> _Found | None:
        lower = tokens[index].lower
        word = _word(tokens, index + 1)
        if word in WEEKDAYS:
            return self._weekday(tokens, index + 1, lower if lower in ("last", "next", "this") else "")
        if month_number(word) and tokens[index + 1].is_capital and lower in ("last", "next", "this"):
            return self._month(tokens, index + 1, lower)
        if word in _SEASONS and self.calendar.today and lower in ("last", "next", "this"):
            year = self.calendar.today.year + _DEICTIC[lower]
            if lower == "last" and self.calendar.today.month >= 10 and word != "winter":
                year += 1
            return _Found(index + 2, season_span(year, word), self._counted())
        if word in _UNITS and lower in ("last", "next", "this"):
            if word == "day" or (word in ("week", "month") and _word(tokens, index + 2) == "-"):
                return None
            return _Found(index + 2, self.calendar.shifted(word, _DEICTIC[lower]), self._counted())
        return None

    def _part(self, tokens: list[Token], index: int) -> _Found | None:
        """Read "late 2025", "early March", "mid-January", "mid-2026"."""
        lower = tokens[index].lower
        part, dash, rest = lower.partition("-")
        at = index + 1
        if not dash:
            while _word(tokens, at) in ("-", "in"):
                at += 1
            rest = _word(tokens, at)
        else:
            at = index
        if part not in _PARTS:
            return None
        if _YEAR.match(rest):
            return _Found(at + 1, part_of_year(int(rest), part), "A part of a named year.")
        if month_number(rest) and at < len(tokens) and (dash or tokens[at].is_capital):
            behind = _word(tokens, at + 1)
            if _YEAR.match(behind):
                return _Found(at + 2, part_of_month(f"{behind}-{month_number(rest):02d}", part), "A part of a month.")
            month = self.calendar.month(month_number(rest), "", self._ahead(tokens, index))
            return _Found(at + 1, part_of_month(month, part) if month else "", self._counted())
        return None

    def _season(self, tokens: list[Token], index: int) -> _Found | None:
        at = index + 2 if _word(tokens, index + 1) == "of" else index + 1
        if _YEAR.match(_word(tokens, at)):
            span = season_span(int(tokens[at].text), tokens[index].lower)
            return _Found(at + 1, span, "A season of a named year.")
        return None

    def _quarter(self, tokens: list[Token], index: int) -> _Found | None:
        lower = tokens[index].lower
        if lower in _QUARTERS:
            word = _word(tokens, index + 1)
            at = index + 3 if _word(tokens, index + 2) == "of" else index + 2
            if word not in ("quarter", "half") or not _YEAR.match(_word(tokens, at)):
                return None
            year = int(tokens[at].text)
            if word == "half":
                value = f"{year}-01/{year}-06" if lower == "first" else f"{year}-07/{year}-12"
                return _Found(at + 1, value, "Half of a named year.")
            return _Found(at + 1, quarter_span(year, _QUARTERS[lower]), "A quarter of a named year.")
        if _YEAR.match(_word(tokens, index + 1)):
            span = quarter_span(int(tokens[index + 1].text), int(lower[1]))
            return _Found(index + 2, span, "A quarter of a named year.")
        return None

    def _year(self, tokens: list[Token], index: int) -> _Found | None:
        text = tokens[index].text
        after = _word(tokens, index + 1)
        touching = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
        if after == "s" and touching and text[-1] == "0":
            return _Found(index + 2, f"{text}/{int(text) + 9}", "A decade.")
        if after in ("-", "–", "/") and _YEAR.match(_word(tokens, index + 2)):
            return _Found(index + 3, f"{text}/{tokens[index + 2].text}", "A span of years.")
        if after in ("-", "–", "/") and touching and re.fullmatch(r"\d\d", _word(tokens, index + 2)):
            return _Found(index + 3, f"{text}/{text[:2]}{tokens[index + 2].text}", "A span of years.")
        if after in _NOT_AFTER_YEAR or (after in ("-",) and touching):
            return None
        before = tokens[index - 1] if index else None
        if before is None or before.lower in _YEAR_BEFORE or before.text in "([,–":
            return _Found(index + 1, text, "A year.")
        if before.lower in ("'s", "’s") or (before.is_capital and before.text.isalpha()):
            return _Found(index + 1, text, "A year.") if not before.text.isupper() else None
        return None

    def _ago(self, tokens: list[Token], index: int) -> _Found | None:
        """Read "two weeks ago", "a year ago"."""
        lower = tokens[index].lower
        number = 1 if lower in ("a", "an") else _small(lower)
        unit = _word(tokens, index + 1).rstrip("s")
        if not number or unit not in ("day", "week", "month", "year", "decade"):
            return None
        if _word(tokens, index + 2) not in ("ago", "earlier") or _word(tokens, index + 2) == "earlier":
            return None
        return _Found(index + 3, self.calendar.ago(unit, number), self._counted())

    # --- words around -----------------------------------------------------------------------------

    def _ahead(self, tokens: list[Token], index: int) -> bool:
        return is_future([token.lower for token in tokens[max(0, index - 9) : index]])

    def _counted(self) -> str:
        if self.calendar.today is None:
            return "A date whose day is not known, because the text bears no date."
        return f"Counted from the article's date, {self.calendar.today.isoformat()}."

    def _why(self, year: int) -> str:
        return "A named day." if year else self._counted()


def _word(tokens: list[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _possessive(tokens: list[Token], index: int) -> bool:
    return _word(tokens, index) in ("'s", "’s")


def _iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return f"--{month:02d}-{day:02d}" if not year and 1 <= day <= 31 else ""


def _small(word: str) -> int:
    if word.isdigit() and len(word) < 4:
        return int(word)
    value = value_of([word])
    return int(value) if value is not None else 0


_MONTH_BEFORE = frozenset(
    "in since by until till from during of to through before after between and late early mid this"
    " last next end- a the for every each around if".split()
)
_MONTH_AFTER = frozenset(
    "meeting summit session round deadline talks agreement ceasefire election elections vote deal 's ’s"
    " conference statement report visit proposal".split()
)


def _month_is_meant(tokens: list[Token], index: int) -> bool:
    """Tell the month from the verb, the name and the word: May, March, August."""
    before, after = _word(tokens, index - 1), _word(tokens, index + 1)
    if before in _MONTH_BEFORE and not (before in ("a", "the", "to", "and") and after not in _MONTH_AFTER):
        return True
    if tokens[index].lower in ("may", "march", "april", "june", "august", "mar", "jun", "dec", "sep"):
        return before in _MONTH_BEFORE - {"a", "to", "and"} or after in _MONTH_AFTER
    return index > 0 and len(tokens[index].text) > 3
