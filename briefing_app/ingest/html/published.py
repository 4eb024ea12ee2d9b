"""When a page was published: of all places that may tell it, the surest that does."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import machine_date, plausible
from briefing_app.ingest.html import marks, stamps
from briefing_app.ingest.html.meta import Metas, first_of
from briefing_app.ingest.html.sent import lone_day, meta_day, titled_day
from briefing_app.ingest.months import month_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.jsonld import Linked
    from briefing_app.ingest.html.stamps import Around

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.available",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "bt:pubdate",
    "ptime",
    "displaydate",
    "released",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "date_modified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article:updated_time",
    "og:modified_time",
    "revised",
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)"),
    re.compile(rf"/((?:19|20)\d\d)/({_MONTHS})[a-z]{{0,6}}/(0?[1-9]|[12]\d|3[01])(?:/|$)", re.IGNORECASE),
    re.compile(r"/((?:19|20)\d\d)/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?:/|$)"),
    re.compile(r"(?<!\d)(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"[/_t-](20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)"),
)
_UTC = re.compile(r"(?:Z|[+-]00:?00|GMT|UTC)(?:\[.{2,20}\])?$|^1\d{9}(?:\d{3})?$")
_CLOCK = re.compile(r"\d{2}:\d{2}|^1\d{9}")


def find_published(
    tree: HtmlElement, metas: Metas, linked: Linked, address: str, around: Around, title: str = ""
) -> str:
    """Return the day of publication as ISO, or the day of the last change where only that is known.

    What is written for machines wins over what is shown, what is marked over what is not, and the page's own
    lines over data that may speak of something else.
    """
    told = [(day, value) for value in _described(metas, linked) if (day := _date(value, around))]
    if told:
        weak = len(told) == 1 and told[0][1] in [*metas.get("date", ()), *metas.get("dc.date", ())]
        return _weighed(tree, told, _from_address(address), find_updated(metas, linked), around, weak=weak)
    return (
        marks.from_times(tree, around, sure=True)
        or marks.from_times(tree, around)
        or _from_address(address)
        or marks.below_headline(tree, around)
        or marks.from_attributes(tree, around)
        or stamps.from_named(tree, around)
        or stamps.from_lines(around)
        or titled_day(tree, title)
        or stamps.from_named(tree, around, near=False)
        or marks.any_time(tree, around)
        or lone_day(tree)
        or stamps.from_closing(tree, around)
        or find_updated(metas, linked)
    )


def find_updated(metas: Metas, linked: Linked) -> str:
    """Return the day of the last change, or ""."""
    return _date(first_of(metas, _UPDATED)) or _date(linked.updated)


def _described(metas: Metas, linked: Linked) -> Iterator[str]:
    yield linked.published
    for key in _PUBLISHED:
        yield from metas.get(key, ())
    for name, values in metas.items():
        if marks.is_published_name(name):
            yield from values
        elif values[0].startswith("{") and (day := meta_day(values[0])):
            yield day


def _date(value: str, around: Around | None = None) -> str:
    day = machine_date(value, around.order, around.language) if around else machine_date(value)
    return day if day and plausible(day) else ""


def _weighed(
    tree: HtmlElement, told: Sequence[tuple[str, str]], address: str, updated: str, around: Around, *, weak: bool
) -> str:
    """Return the first day told to machines, or that which the page shows where there is reason to doubt the other.

    Systems write day and month the wrong way round, put the day of the last change or of a copy in place of the first,
    and reckon in UTC; and a lone "date" (``weak``) may be that of anything. Then what is shown beside the headline is
    right.
    """
    day, value = told[0]
    others = {one for one, _ in told[1:]} | {address} - {""}
    in_utc = _UTC.search(value) is not None and _CLOCK.search(value) is not None
    if len(day) < len("2000-01-01"):
        return day
    turned = f"{day[:4]}-{day[8:]}-{day[5:7]}"
    if (called := stamps.called_published(around)) and called < day and not in_utc:
        return called
    if not (others - {day} or in_utc or day == updated or weak or turned[5:7] <= "12"):
        return day
    shown = stamps.beside_headline(around)
    if not shown and (others - {day} or day == updated or weak):
        shown = stamps.from_named(tree, around, changes=False)
    if len(shown) != len(day) or shown == day:
        return day
    apart = (date.fromisoformat(shown) - date.fromisoformat(day)).days
    doubtful = (
        shown in others or shown == turned or (in_utc and abs(apart) == 1) or ((day == updated or weak) and apart < 0)
    )
    return shown if doubtful else day


def _from_address(address: str) -> str:
    for pattern in _IN_ADDRESS:
        if found := pattern.search(address):
            year, month, day = found.groups()
            number = int(month) if month.isdigit() else month_of(month, "en")
            if plausible(full := f"{year}-{number:02}-{int(day):02}"):
                return full
    return ""
