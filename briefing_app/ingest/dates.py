"""Dates as pages and bylines write them, read to ISO days with patterns of our own."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from briefing_app.ingest.calendars import iso
from briefing_app.ingest.date_forms import FORMS, SOLAR
from briefing_app.ingest.months import month_of

_YEAR = re.compile(r"(?:1[349]|20|25)\d\d|令和|平成|昭和|民[國国]|[一二][〇○零一二三四五六七八九]{3}年")
_LATIN_YEAR = re.compile(r"(?:19|20|25)\d\d")
_DIGITS = {
    base + digit: 48 + digit
    for base in (
        0x660,
        0x6F0,
        0x966,
        0x9E6,
        0xA66,
        0xAE6,
        0xB66,
        0xBE6,
        0xC66,
        0xCE6,
        0xD66,
        0xE50,
        0xED0,
        0x1040,
        0x17E0,
        0xFF10,
    )
    for digit in range(10)
}
_IRANIAN = re.compile("[\u06f0-\u06f9]")
_SOLAR = frozenset({"fa", "ps", "prs"})
_BARE = re.compile(r"(?:D:)?(?:19|20)\d{6}(?=\D|\d{4}(?:\D|$)|\d{6}(?!\d)|$)")
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,12})\.?,?[\s\xa0](?:de[\s\xa0])?((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?:[^\W\d_]{2,12}[.:,]?\s)?([0-3]?\d)\s?([./-])\s?([0-3]?\d)\s?\2\s?['’]?(\d\d)(?:\D{1,4}\d{1,2}[:.h]\d\d.{0,12})?"
)
_SHORT_WORDS = re.compile(
    r"(?:[^\W\d_]{2,12}[.:,]?\s)?(\d{1,2})[\s.-]{1,2}([^\W\d_]{3,10}|[\u0e01-\u0e4e.]{3,12})\.?,?[\s-]['’]?(\d\d)"
    r"(?:\D{1,4}\d{1,2}[:.h]\d\d.{0,12})?"
)
_EPOCH = re.compile(r"^1\d{9}(?:\d{3}|\.\d{1,6})?$")


def find_date(text: str, order: str = "", language: str = "") -> str:
    """Return the first full date in a short text as YYYY-MM-DD, or "" (also where it is doubtful)."""
    found = locate_date(text, order, language)
    return found[0] if found else ""


@lru_cache(maxsize=512)
def locate_date(text: str, order: str = "", language: str = "") -> tuple[str, int, int] | None:
    """Return the first full date with its span in ``text``.

    ``order`` says what stands first in 3/4/2025: "day", "month", or "" where that is not known.
    ``language`` is that of the text where it is known: "listopada" is October in one and November in others.
    """
    plain = text.isascii()
    iranian = language in _SOLAR or (not plain and _IRANIAN.search(text) is not None)
    if not plain:
        text = text.translate(_DIGITS)
    if (_LATIN_YEAR if plain and not iranian else _YEAR).search(text) is None:
        return None
    best: tuple[str, int, int] | None = None
    for pattern, read, needs in (*FORMS, SOLAR) if iranian else FORMS:
        if needs and not any(sign in text for sign in needs):
            continue
        for match in pattern.finditer(text):
            if best is not None and match.start() >= best[1]:
                break
            if day := read(match, order, language):
                best = (day, match.start(), match.end())
                break
    return best


def month_and_year(text: str, language: str = "") -> str:
    """Read "March 2021" where it is all of a text, as YYYY-MM, or ""."""
    found = _MONTH_YEAR.fullmatch(text.strip())
    month = month_of(found.group(1), language) if found else 0
    return f"{found.group(2)}-{month:02}" if found and month else ""


def short_date(text: str, order: str = "", language: str = "") -> str:
    """Read 04.03.18 where nothing but a clock stands beside it, or "": so short a date says little elsewhere."""
    text = text.strip()
    if not text.isascii():
        text = text.translate(_DIGITS)
    if found := _SHORT_WORDS.fullmatch(text):
        day, name, year = found.groups()
        return iso(_full_year(year, language), month_of(name, language), day)
    if (found := _SHORT_YEAR.fullmatch(text)) is None:
        return ""
    first, sign, second, year = found.groups()
    if language in {"hu", "ko", "ja", "zh", "lt"} and int(year) <= 31:
        return iso(_full_year(first, ""), second, year)
    turned = int(second) > 12 or (order == "month" and sign != ".")
    if sign != "." and not order and not turned and int(first) <= 12:
        return ""
    return iso(_full_year(year, language), first if turned else second, second if turned else first)


def _full_year(year: str, language: str) -> int:
    """Return a year of two figures in full: of the Buddha in Thai, else of the last ninety years or so."""
    if language == "th" and int(year) > 50:
        return 2500 + int(year) - 543
    return 2000 + int(year) if int(year) < 60 else 1900 + int(year)


def machine_date(value: str, order: str = "", language: str = "") -> str:
    """Read a date from metadata: ISO with or without a time, RFC 822, epoch seconds, or words.

    The day is the one written, in the page's own zone. A month or a year alone is kept as such.
    """
    value = value.strip().strip("\"'[]")
    if not value or len(value) > 200:
        return ""
    if _EPOCH.match(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date().isoformat()
    if _BARE.match(value):
        value = value.removeprefix("D:")
        return iso(value[:4], value[4:6], value[6:8])
    full = find_date(value, order, language)
    if full:
        return full
    if re.fullmatch(r"(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])", value):
        return value.replace("/", "-")
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return value
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b.{0,20}", value):
        return iso(found.group(3), found.group(1), found.group(2))
    return month_and_year(value, language)


def plausible(day: str) -> bool:
    """Say whether a date can be that of an article: since 1990, not after tomorrow."""
    return day[:4] >= "1990" and day <= f"{datetime.now(UTC).date() + timedelta(days=1)}"
