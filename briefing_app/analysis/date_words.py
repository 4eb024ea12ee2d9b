"""The words and small readings of which dates are made."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS, MONTHS
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
        " may june july august september october november december year years fiscal budget a an his her"
        " their our"
    ).split()
)
MAYBE_COUNT = frozenset("than or and for a some about over to".split())
"""Words before four digits behind which a plural says that they count: "more than 2000 civilians"."""
EVENTS = frozenset(
    (
        "agreement announcement meeting meetings decision vote attack attacks statement news talks session signing"
        " strike strikes summit debate hearing briefing ruling release launch report incident event events discussion"
        " discussions adoption resolution conference visit ceremony verdict election elections deadline call deal"
        " ceasefire bombing bombings explosion exchange letter speech round outcome declaration"
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


def is_plural(tokens: list[Token], index: int) -> bool:
    """Say whether a plural noun stands at an index: "civilians"."""
    word = tokens[index].text if index < len(tokens) else ""
    return word.islower() and word.endswith("s") and not word.endswith("ss") and word not in FUNCTION_WORDS


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


def names_event(tokens: list[Token], index: int) -> bool:
    """Say whether an event is what starts at an index, adjectives aside: "brutal, senseless attack"."""
    for token in tokens[index : index + 7]:
        if token.lower in EVENTS:
            return True
        if token.lower in FUNCTION_WORDS or token.text in ".;:":
            return False
    return False


def has_passed(words: list[str]) -> bool:
    """Say whether words tell of something past: "conducted", "were held"."""
    return any(word in _PAST or (word.endswith("ed") and len(word) > 4) for word in words)


def lies_ahead(words: list[str]) -> bool:
    """Say whether the words behind a date speak of what is to come: "On Friday the parties will meet"."""
    for index, word in enumerate(words):
        if word in ("that", "which", "who", "when", "because", ".", ";", ":") or (word == "," and index > 1):
            return False
        if word in ("will", "shall", "’ll", "'ll"):
            return True
        if word in ("is", "are", "be") and words[index + 1 : index + 2] in (
            ["to"],
            ["due"],
            ["scheduled"],
            ["expected"],
        ):
            return True
    return False


_PAST = frozenset("was were had met said held took told sent began came went made gave found saw became left".split())
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
        if before in ("and", "or", "to", ",") and any(_is_month(tokens, at) for at in (index - 2, index - 3)):
            return True
        return before in _MONTH_BEFORE - {"a", "to", "and"} or after in _MONTH_AFTER
    return index > 0 and len(tokens[index].text) > 3


def _is_month(tokens: list[Token], index: int) -> bool:
    return index >= 0 and tokens[index].lower in MONTHS and tokens[index].is_capital
