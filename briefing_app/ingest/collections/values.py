"""Small readings that every format shares: words without markup, addresses, moments, tags."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing_app.errors import InputError
from briefing_app.ingest.dates import machine_date

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ITEMS = 100_000
"""Most items of one collection."""

_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:/p|/div|/li|/h[1-6]|br)\b[^<>]{0,200}>", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff\u2028\u2029]")
_WEB = re.compile(r"https?://[^\s<>\"]{1,4000}\Z", re.I)
_EPOCH = re.compile(r"-?\d{9,17}(?:\.\d{1,9})?\Z")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def sound(value: object) -> str:
    """Return a value as text that can be kept (no control characters, no half characters); empty for no text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return _CONTROLS.sub("", value if isinstance(value, str) else f"{value}")


def words(value: object) -> str:
    """Return a title or name: markup and entities resolved, white space single."""
    text = sound(value)
    if "<" in text or "&" in text:
        text = sound(html.unescape(_TAG.sub("", text)))
    return " ".join(text.split())


def prose(value: object) -> str:
    """Return a note or an abstract as plain paragraphs, markup gone."""
    text = sound(value)
    if "<" in text or "&" in text:
        text = sound(html.unescape(_TAG.sub("", _BREAK.sub("\n", text))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def address(value: object) -> str:
    """Return an http(s) address, or nothing for whatever else it is."""
    text = sound(value).strip()
    try:
        sane = _WEB.match(text) and urlsplit(text).hostname and urlsplit(text).port != 0
    except ValueError:
        sane = False
    return text if sane else ""


def joined(base: str, link: str) -> str:
    """Return the address that a link on the page ``base`` leads to; the link itself where it is damaged."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link


def day(value: object) -> str:
    """Return a date of publication as ISO, or nothing where it says none."""
    text = sound(value).strip()
    if _EPOCH.match(text):
        return moment(text)[:10]
    return machine_date(text)


def moment(value: object) -> str:
    """Return a point in time as ISO 8601 in UTC, or nothing; epoch seconds, milliseconds and microseconds are read."""
    text = sound(value).strip()[:64]
    try:
        if _EPOCH.match(text):
            seconds = float(text)
            while abs(seconds) > 1e11:
                seconds /= 1000
            read = _EARLIEST + timedelta(seconds=int(seconds))
        elif _ISO.match(text):
            read = datetime.fromisoformat(text)
            read = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
        else:
            return machine_date(text)
    except (ValueError, OverflowError):
        return machine_date(text)
    return read.isoformat(timespec="seconds")


def labels(values: Iterable[object]) -> tuple[str, ...]:
    """Return tags without repeats and empty ones, in order."""
    return tuple(dict.fromkeys(tag for tag in (words(value).lstrip("#").strip() for value in values) if tag))


def people(names: Iterable[object]) -> str:
    """Return authors as one line; "Surname, Given" is turned round."""
    turned = []
    for name in names:
        last, comma, first = words(name).partition(",")
        turned.append(f"{first.strip()} {last.strip()}".strip() if comma else last)
    return ", ".join(dict.fromkeys(name for name in turned if name))


def bounded(count: int, name: str) -> None:
    """Refuse a collection of more items than can be taken in at once."""
    if count > MOST_ITEMS:
        raise InputError(f"“{name}” holds more than {MOST_ITEMS:,} items.", hint="Split it and import the parts.")
