"""Dates as people print them; ISO dates in the data may be partial or carry a time."""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d:\d\d)(?::[\d.]+)?\s*(Z|[+-]\d\d:?\d\d)?)?$")


def long_date(iso: str) -> str:
    """Return ``22 December 2025``, ``December 2025`` or ``2025``; what is no ISO date is returned as it stands."""
    year, month, day = date_parts(iso)
    if not year:
        return iso.strip()
    return " ".join(part for part in (str(int(day)) if day else "", month, year) if part)


def american_date(iso: str) -> str:
    """Return ``December 22, 2025``, ``December 2025`` or ``2025``."""
    year, month, day = date_parts(iso)
    if not year:
        return iso.strip()
    if day:
        return f"{month} {int(day)}, {year}"
    return f"{month} {year}".strip()


def short_date(iso: str) -> str:
    """Return ``22 Dec 2025``, ``Dec 2025`` or ``2025``."""
    year, month, day = date_parts(iso)
    if not year:
        return iso.strip()
    return " ".join(part for part in (str(int(day)) if day else "", month[:3], year) if part)


def moment(iso: str) -> str:
    """Return a date with its time and zone where it has one: ``22 December 2025, 09:00 UTC``."""
    match = _ISO.match(iso.strip())
    if not match or not match[4]:
        return long_date(iso)
    zone = {"": "", "Z": " UTC", "+00:00": " UTC", "+0000": " UTC"}.get(match[5] or "", f" UTC{match[5]}")
    return f"{long_date(iso)}, {match[4]}{zone}"


def date_parts(iso: str) -> tuple[str, str, str]:
    """Return year, name of the month and day of an ISO date, each empty where unknown."""
    match = _ISO.match(iso.strip())
    if not match:
        return "", "", ""
    month = int(match[2]) if match[2] else 0
    if month > 12:
        return "", "", ""
    return match[1], MONTHS[month - 1] if month else "", match[3] or ""
