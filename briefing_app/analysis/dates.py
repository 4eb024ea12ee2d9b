"""Dates: days, weeks, months, years and words that point at them; never clock times or durations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.calendar_words import (
    Calendar,
    is_future,
    month_number,
    part_of_decade,
    part_of_month,
    part_of_year,
    quarter_span,
    season_span,
)
from briefing_app.analysis.date_words import (
    DAY,
    DEICTIC,
    MAYBE_COUNT,
    NOT_AFTER_YEAR,
    ORDINAL_ENDS,
    PARTS,
    QUARTERS,
    SEASONS,
    UNITS,
    YEAR,
    YEAR_BEFORE,
    has_passed,
    is_plural,
    is_possessive,
    iso_day,
    lies_ahead,
    month_is_meant,
    names_event,
    small_number,
    word_at,
)
from briefing_app.analysis.lexicon import MONTHS, WEEKDAYS
from briefing_app.analysis.quantities import DASHES
from briefing_app.analysis.values import Value
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token


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
        if lower in DEICTIC:
            return self._deictic(tokens, index)
        if lower in ("yesterday", "today", "tomorrow"):
            if lower == "today" and is_possessive(tokens, index + 1) and not names_event(tokens, index + 2):
                return None
            shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[lower]
            return _Found(index + 1, self.calendar.shifted("day", shift), self._counted())
        part = lower.removesuffix("-")
        if part in PARTS or lower.startswith(("mid-", "late-", "early-")):
            return self._part(tokens, index)
        if lower in SEASONS:
            return self._season(tokens, index)
        if lower in QUARTERS or lower in ("q1", "q2", "q3", "q4"):
            return self._quarter(tokens, index)
        return self._fiscal(tokens, index) or self._ago(tokens, index)

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
            at = last + 1 if word_at(tokens, last) == "of" else last
            if month_number(word_at(tokens, at)) and at < len(tokens) and tokens[at].is_capital:
                return self._day_of_month(tokens, index, number, second, at)
        if YEAR.match(text):
            return self._year(tokens, index)
        return self._ago(tokens, index)

    def _day(self, tokens: list[Token], index: int) -> tuple[int, int] | None:
        """Read a day of the month at ``index``: its number and where it ends."""
        if index >= len(tokens):
            return None
        match = DAY.match(tokens[index].text)
        if not match or not 1 <= int(match[1]) <= 31:
            return None
        ordinal = word_at(tokens, index + 1) in ORDINAL_ENDS
        return int(match[1]), index + 1 + (ordinal and tokens[index + 1].start == tokens[index].end)

    def _second_day(self, tokens: list[Token], last: int) -> tuple[int, int]:
        """Read "-5", "to 5", "and 5" behind a day: the second day or 0, and where it ends."""
        if word_at(tokens, last) in ("to", "and", "or", *DASHES):
            second = self._day(tokens, last + 1)
            if second:
                return second
        return 0, last

    def _day_of_month(self, tokens: list[Token], index: int, day: int, second: int, at: int) -> _Found | None:
        month = month_number(tokens[at].lower)
        last = at + 1
        if word_at(tokens, last) == "." and tokens[at].lower not in MONTHS:
            last += 1
        year, last = self._year_behind(tokens, last, month, index, day)
        first = iso_day(year, month, day)
        if not first:
            return None
        value = f"{first}/{iso_day(year, month, second)}" if second > day else first
        return _Found(last, value, self._why(year))

    def _month(self, tokens: list[Token], index: int, which: str) -> _Found | None:
        """Read a date that starts with a month's name, or refuse it (May, March and such)."""
        month = month_number(tokens[index].lower)
        last = index + 1
        if word_at(tokens, last) == "." and tokens[index].lower not in MONTHS:
            last += 1
        day = self._day(tokens, last)
        if day:
            number, end = day
            second, end = self._second_day(tokens, end)
            year, end = self._year_behind(tokens, end, month, index, number)
            first = iso_day(year, month, number)
            if first:
                value = f"{first}/{iso_day(year, month, second)}" if second > number else first
                return _Found(end, value, self._why(year))
        if YEAR.match(word_at(tokens, last)) or (
            word_at(tokens, last) in (",", "of") and YEAR.match(word_at(tokens, last + 1))
        ):
            at = last if YEAR.match(word_at(tokens, last)) else last + 1
            return _Found(at + 1, f"{tokens[at].text}-{month:02d}", "A month of a named year.")
        if not which and not month_is_meant(tokens, index):
            return None
        value = self.calendar.month(month, which, self._ahead(tokens, index))
        return _Found(last if which or last == index + 1 else index + 1, value, self._counted())

    def _year_behind(self, tokens: list[Token], last: int, month: int, index: int, day: int = 0) -> tuple[int, int]:
        """Read a year at ``last``, with or without a comma, else guess it."""
        if YEAR.match(word_at(tokens, last)):
            return int(tokens[last].text), last + 1
        if word_at(tokens, last) == "," and YEAR.match(word_at(tokens, last + 1)):
            return int(tokens[last + 1].text), last + 2
        ahead = self._ahead(tokens, index)
        year = self.calendar.year_of_month(month, "", ahead, past=not ahead and self._over(tokens, index))
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
            iso = iso_day(int(a), int(b), int(c))
        elif len(c) == 4:
            iso = iso_day(int(c), int(b), int(a)) or iso_day(int(c), int(a), int(b))
        else:
            return None
        return _Found(index + 5, iso, "A date in figures.") if iso else None

    def _weekday(self, tokens: list[Token], index: int, which: str) -> _Found | None:
        if not tokens[index].is_capital:
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
        at = last + 1 if word_at(tokens, last) in (",", "the") else last
        if at < len(tokens) and tokens[at].text[0].isdigit() and DAY.match(tokens[at].text):
            return self._numeric(tokens, at)
        if month_number(word_at(tokens, at)) and tokens[at].is_capital and self._day(tokens, at + 1):
            return self._month(tokens, at, "")
        return None

    # --- longer spans ---------------------------------------------------------------------------

    def _deictic(self, tokens: list[Token], index: int) -> _Found | None:
        lower = tokens[index].lower
        word = word_at(tokens, index + 1)
        if word in WEEKDAYS:
            return self._weekday(tokens, index + 1, lower if lower in ("last", "next", "this", "coming") else "")
        if month_number(word) and tokens[index + 1].is_capital and lower in ("last", "next", "this"):
            return self._month(tokens, index + 1, lower)
        if word in SEASONS and self.calendar.today and lower in ("last", "next", "this"):
            year = self.calendar.today.year + DEICTIC[lower]
            if lower == "last" and self.calendar.today.month >= 10 and word != "winter":
                year += 1
            return _Found(index + 2, season_span(year, word), self._counted())
        if word in UNITS and lower in ("last", "next", "this"):
            if word == "day" or (word in ("week", "month") and word_at(tokens, index + 2) == "-"):
                return None
            return _Found(index + 2, self.calendar.shifted(word, DEICTIC[lower]), self._counted())
        return None

    def _part(self, tokens: list[Token], index: int) -> _Found | None:
        """Read "late 2025", "early March", "mid-January", "mid-2026"."""
        lower = tokens[index].lower
        part, dash, rest = lower.partition("-")
        at = index + 1
        if not dash:
            while word_at(tokens, at) in ("-", "in"):
                at += 1
            rest = word_at(tokens, at)
        else:
            at = index
        if part not in PARTS:
            return None
        decade = YEAR.match(rest) and rest[-1] == "0" and word_at(tokens, at + 1) == "s"
        if decade:
            return _Found(at + 2, part_of_decade(int(rest), part), "A part of a decade.")
        if YEAR.match(rest):
            return _Found(at + 1, part_of_year(int(rest), part), "A part of a named year.")
        if month_number(rest) and at < len(tokens) and (dash or tokens[at].is_capital):
            behind = word_at(tokens, at + 1)
            if YEAR.match(behind):
                return _Found(at + 2, part_of_month(f"{behind}-{month_number(rest):02d}", part), "A part of a month.")
            month = self.calendar.month(month_number(rest), "", self._ahead(tokens, index))
            return _Found(at + 1, part_of_month(month, part) if month else "", self._counted())
        return None

    def _season(self, tokens: list[Token], index: int) -> _Found | None:
        at = index + 2 if word_at(tokens, index + 1) == "of" else index + 1
        if YEAR.match(word_at(tokens, at)):
            span = season_span(int(tokens[at].text), tokens[index].lower)
            return _Found(at + 1, span, "A season of a named year.")
        return None

    def _quarter(self, tokens: list[Token], index: int) -> _Found | None:
        lower = tokens[index].lower
        if lower in QUARTERS:
            word = word_at(tokens, index + 1)
            at = index + 3 if word_at(tokens, index + 2) == "of" else index + 2
            year, at = self._named_year(tokens, at)
            if word not in ("quarter", "half") or not year:
                return None
            if word == "half":
                value = f"{year}-01/{year}-06" if lower == "first" else f"{year}-07/{year}-12"
                return _Found(at + 1, value, "Half of a named year.")
            return _Found(at + 1, quarter_span(year, QUARTERS[lower]), "A quarter of a named year.")
        if YEAR.match(word_at(tokens, index + 1)):
            span = quarter_span(int(tokens[index + 1].text), int(lower[1]))
            return _Found(index + 2, span, "A quarter of a named year.")
        return None

    def _named_year(self, tokens: list[Token], at: int) -> tuple[int, int]:
        """Read "2026" or "next year" at a place: the year, 0 if there is none, and its last token."""
        if YEAR.match(word_at(tokens, at)):
            return int(tokens[at].text), at
        today = self.calendar.today
        if today is not None and word_at(tokens, at) in ("this", "next", "last") and word_at(tokens, at + 1) == "year":
            return today.year + DEICTIC[word_at(tokens, at)], at + 1
        return 0, at

    def _fiscal(self, tokens: list[Token], index: int) -> _Found | None:
        """Read "FY2026", "FY2025-26" and "end-2027" as they stand in one word."""
        match = re.fullmatch(r"(?:fy|end-)((?:19|20)\d\d)(?:[-/](\d\d))?", tokens[index].lower)
        if match is None:
            return None
        value = f"{match[1]}/{match[1][:2]}{match[2]}" if match[2] else match[1]
        return _Found(index + 1, value, "A year.")

    def _year(self, tokens: list[Token], index: int) -> _Found | None:
        text = tokens[index].text
        after = word_at(tokens, index + 1)
        touching = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
        if after == "s" and touching and text[-1] == "0":
            return _Found(index + 2, f"{text}/{int(text) + 9}", "A decade.")
        if after in ("-", "–", "/") and YEAR.match(word_at(tokens, index + 2)):
            return _Found(index + 3, f"{text}/{tokens[index + 2].text}", "A span of years.")
        if after in ("-", "–", "/") and touching and re.fullmatch(r"\d\d", word_at(tokens, index + 2)):
            return _Found(index + 3, f"{text}/{text[:2]}{tokens[index + 2].text}", "A span of years.")
        if after in ("-", "–") and re.fullmatch(r"\d\d", word_at(tokens, index + 2)) and not touching:
            return _Found(index + 3, f"{text}/{text[:2]}{tokens[index + 2].text}", "A span of years.")
        if after in NOT_AFTER_YEAR or (after in ("-",) and touching):
            return None
        before = tokens[index - 1] if index else None
        if before is not None and before.lower in MAYBE_COUNT and is_plural(tokens, index + 1):
            return None
        if before is not None and before.lower == "over":
            ends = index + 1 >= len(tokens) or not tokens[index + 1].is_word
            return _Found(index + 1, text, "A year.") if ends else None
        if before is None or before.lower in YEAR_BEFORE or before.text in "([,–":
            return _Found(index + 1, text, "A year.")
        if before.lower in ("'s", "’s") or (before.is_capital and before.text.isalpha()):
            return _Found(index + 1, text, "A year.") if not before.text.isupper() else None
        return None

    def _ago(self, tokens: list[Token], index: int) -> _Found | None:
        """Read "two weeks ago", "a year ago"."""
        lower = tokens[index].lower
        number = 1 if lower in ("a", "an") else small_number(lower)
        unit = word_at(tokens, index + 1).rstrip("s")
        if not number or unit not in ("day", "week", "month", "year", "decade"):
            return None
        if word_at(tokens, index + 2) not in ("ago", "earlier") or word_at(tokens, index + 2) == "earlier":
            return None
        return _Found(index + 3, self.calendar.ago(unit, number), self._counted())

    # --- words around -----------------------------------------------------------------------------

    def _ahead(self, tokens: list[Token], index: int) -> bool:
        behind = [token.lower for token in tokens[index + 1 : index + 13]]
        return is_future([token.lower for token in tokens[max(0, index - 9) : index]]) or lies_ahead(behind)

    def _over(self, tokens: list[Token], index: int) -> bool:
        return has_passed([token.lower for token in tokens[max(0, index - 12) : index + 12]])

    def _counted(self) -> str:
        if self.calendar.today is None:
            return "A date whose day is not known, because the text bears no date."
        return f"Counted from the article's date, {self.calendar.today.isoformat()}."

    def _why(self, year: int) -> str:
        return "A named day." if year else self._counted()
