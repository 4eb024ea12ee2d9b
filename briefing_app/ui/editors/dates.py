"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(T.*)?$")
_WORDS = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$", re.IGNORECASE)
_AMERICAN = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$", re.IGNORECASE)


def read_date(text: str) -> str | None:
    """Return ISO, as precise as the text: ``2025-12-22``, ``2025-12``, ``2025``; empty for nothing, None for no date.

    Reads ISO, "22 Dec 2025", "December 2025" and "Dec 22, 2025"; a time behind an ISO date is kept.
    """
    flat = " ".join(text.split())
    if not flat:
        return ""
    if match := _ISO.match(flat):
        made = _made(match[1], match[2], match[3])
        return made + (match[4] or "") if made else None
    if match := _AMERICAN.match(flat):
        return _made(match[3], _month(match[1]), match[2])
    if match := _WORDS.match(flat):
        return _made(match[3], _month(match[2]), match[1])
    return None


def _month(word: str) -> str:
    short = word[:3].casefold()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"


def _made(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    return "-".join(parts)
