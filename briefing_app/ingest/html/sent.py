"""What the data that a page sends to its own scripts says of the article: the record that bears its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import machine_date, plausible
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.state import data_of, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NAMES = (
    r"date_?published|publish_?date(?:_?time)?|published?_?(?:at|on|date|time(?:stamp)?)|pub_?(?:date|time)|"
    r"publication_?(?:date|time)|first_?published?(?:_?(?:at|date|time|on))?|article_?publish(?:ed)?_?(?:date|"
    r"time|at)?|"
    r"article_?publication_?date|content_?publish(?:ed)?_?(?:date|at)|published|publishing_?date|release_?date"
)
_LOOSE = (
    r"created(?:_?(?:at|on|date))?|date_?created|creation_?date|display_?date|issue_?date|post_?date|timestamp|date|"
    r"posted_?(?:at|on)?"
)
_DAY = r"(?:19|20)\d\d-?[01]\d-?[0-3]\d(?!\d)|1\d{9}(?:\d{3})?(?!\d)"
_SENT = re.compile(rf"""["']?(?:{_NAMES})["']?\s{{0,3}}[:=]\s{{0,3}}["']?({_DAY})""", re.IGNORECASE)
_KEY = re.compile(rf"(?:{_NAMES})", re.IGNORECASE)
_LOOSE_KEY = re.compile(rf"(?:{_LOOSE})", re.IGNORECASE)
_MOST_SENT = 200_000
_DEEPEST = 14
_LEAST_TITLE = 8
_MOST_RECORDS = 20_000


def lone_day(tree: HtmlElement) -> str:
    """Return the day that a page's scripts are sent as its own, where they are sent but one."""
    found: set[str] = set()
    for script in tree.iter("script"):
        found.update(_SENT.findall((script.text or "")[:_MOST_SENT]))
    days = {day for value in found if plausible(day := machine_date(value))}
    return days.pop() if len(days) == 1 else ""


def meta_day(content: str) -> str:
    """Return the day that a record in a meta element gives, or ""."""
    found = _SENT.search(content)
    return found.group(1) if found else ""


def titled_day(tree: HtmlElement, title: str) -> str:
    """Return the day of publication in the record that bears the page's title, or ""."""
    wanted = letters(title)
    if len(wanted) < _LEAST_TITLE:
        return ""
    for text in data_of(tree):
        for record in _titled(loaded(text), wanted):
            for key in (_KEY, _LOOSE_KEY):
                for holder in (record, *(one for one in record.values() if isinstance(one, dict))):
                    for name, value in holder.items():
                        if key.fullmatch(str(name)) and (day := _day(value)):
                            return day
    return ""


def _day(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    day = machine_date(str(value))
    return day if len(day) == len("2000-01-01") and plausible(day) else ""


def _titled(value: object, wanted: str) -> Iterator[dict[object, object]]:
    """Yield the records one of whose own values is the title."""
    waiting = [(value, 0)]
    seen = 0
    while waiting and seen < _MOST_RECORDS:
        one, deep = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            if any(isinstance(own, str) and len(own) < 400 and letters(own) == wanted for own in one.values()):
                yield one
            inner = list(one.values())
        else:
            inner = one if isinstance(one, list) else []
        if deep < _DEEPEST:
            waiting.extend((part, deep + 1) for part in reversed(inner) if isinstance(part, (dict, list)))
