"""The words and small readings of which dates are made."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefing_app.analysis.wordnumbers import value_of

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

DAY = re.compile(r"^(\d{1,2})$")
YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
DECADE = re.compile(r"^(?:1[89]|20)\d0s$")
UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "weekend": "weekend",
          "quarter": "quarter", "decade": "decade"}  # fmt: skip
DEICTIC = {"last": -1, "next": 1, "this": 0, "past": -1, "coming": 1, "previous": -1}
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
YEAR_BEFORE = frozenset(
    (
        "in since by until till of from to late early mid before after during through for and or than the"
        " between this around circa fy winter spring summer autumn fall its january february march april"
        " may june july august september october november december"
    ).split()
)
NOT_AFTER_YEAR = frozenset(
    (
        "people tonnes tons percent per % km miles metres meters soldiers troops dollars euros units"
        " megawatts jobs workers homes cases deaths copies"
    ).split()
)
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
PARTS = {"late": "late", "early": "early", "mid": "mid"}


def word_at(tokens: list[Token], index: int) -> str:
    """Return the word (lower case) at an index, empty outside."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def is_possessive(tokens: list[Token], index: int) -> bool:
    """Say whether "'s" stands at an index."""
    return word_at(tokens, index) in ("'s", "’s")


def iso_day(year: int, month: int, day: int) -> str:
    """Return the ISO day, without its year where that is unknown; empty if there is no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return f"--{month:02d}-{day:02d}" if not year and 1 <= day <= 31 else ""


def small_number(word: str) -> int:
    """Return a small number in digits or words, 0 for other words."""
    if word.isdigit() and len(word) < 4:
        return int(word)
    value = value_of([word])
    return int(value) if value is not None else 0


_MONTH_BEFORE = frozenset(
    (
        "in since by until till from during of to through before after between and late early mid this"
        " last next end- a the for every each around if"
    ).split()
)
_MONTH_AFTER = frozenset(
    (
        "meeting summit session round deadline talks agreement ceasefire election elections vote deal 's"
        " ’s conference statement report visit proposal"
    ).split()
)


def month_is_meant(tokens: list[Token], index: int) -> bool:
    """Tell the month from the verb, the name and the word: May, March, August."""
    before, after = word_at(tokens, index - 1), word_at(tokens, index + 1)
    if before in _MONTH_BEFORE and not (before in ("a", "the", "to", "and") and after not in _MONTH_AFTER):
        return True
    if tokens[index].lower in ("may", "march", "april", "june", "august", "mar", "jun", "dec", "sep"):
        return before in _MONTH_BEFORE - {"a", "to", "and"} or after in _MONTH_AFTER
    return index > 0 and len(tokens[index].text) > 3
