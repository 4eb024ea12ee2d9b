"""Titles and offices that one government or body alone has, whoever holds them."""

from __future__ import annotations

import re

_NATIONAL_TITLES: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (
        re.compile(
            r"\b(?:secretary of state for|foreign secretary|home secretary|defence secretary|foreign office"
            r"|chancellor of the exchequer|downing street)\b",
            re.I,
        ),
        ("United Kingdom", "country:GB"),
    ),
    (
        re.compile(
            r"\b(?:secretary of (?:state|defense|the treasury|homeland security|commerce|energy|war)|state department"
            r"|department of state|treasury secretary|white house)\b",
            re.I,
        ),
        ("United States", "country:US"),
    ),
    (
        re.compile(r"\b(?:high representative ?/ ?vice[- ]president|external action service)\b", re.I),
        ("European Union", "org:eu"),
    ),
    (
        re.compile(r"\b(?:under-?|assistant )secretary[- ]general\b", re.I),
        ("United Nations", "org:un"),
    ),
)


def national_title(words: str) -> tuple[str, str] | None:
    """Return the party (name, key) that a title or office can only belong to, or None."""
    return next((party for pattern, party in _NATIONAL_TITLES if pattern.search(words)), None)
