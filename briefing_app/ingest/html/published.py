"""When a page was published: its descriptions first, then its elements, its address, its visible lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date, machine_date, plausible, short_date
from briefing_app.ingest.html.hints import is_furniture
from briefing_app.ingest.html.meta import Metas, first_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.jsonld import Linked

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
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "ptime",
    "displaydate",
    "released",
    "date",
    "article:post_date",
    "og:pubdate",
    "shareaholic:article_published_time",
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
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)")
_UPDATED_NAME = re.compile(r"updated|modified|revised", re.IGNORECASE)
_UPDATED_TEXT = re.compile(
    r"(?:last )?(?:updated|modified|revised|edited|reviewed)\b"
    r"|aktualisiert|mis à jour|actualizado|обновлено",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"comment|respond|reply|disqus|teaser|related|card\b|latest|recent|popular|trending|sidebar|widget|ticker",
    re.IGNORECASE,
)
_SURE = (
    "//*[@itemprop='datePublished'] | //time[@pubdate] | //time[contains(@class,'publish')]"
    " | //time[contains(@class,'entry-date')] | //*[contains(@class,'dt-published')]"
    " | //abbr[contains(@class,'published')]"
)
_LIKELY = "//article//time | //main//time | //header[.//h1 or .//h2]//time"
_BELOW = "//h1/following::time[not(ancestor::li)]"
_MACHINE = "//*[@data-published or @data-publish-date or @data-pubdate or @data-date-published or @data-datetime]"
_MACHINES = ("data-published", "data-publish-date", "data-pubdate", "data-date-published", "data-datetime")
_SENT = re.compile(
    r"""["']?(?:datePublished|publish_?[dD]ate|published_?[aA]t|pub_?[dD]ate|publication_?[dD]ate|firstPublished(?:At|Date)?|"""
    r"""articlePublish(?:ed|Date)|published_?[tT]ime)["']?\s{0,3}[:=]\s{0,3}["']((?:19|20)\d\d-?[01]\d-?[0-3]\d)(?!\d)"""
)
_MOST_SENT = 200_000
_PUBLISHED_TEXT = re.compile(
    r"publi|posted|veröffentlicht|erstellt|опублик|gepubliceerd|yayın|입력|등록|发布|發布", re.IGNORECASE
)
_NOTICE = re.compile(r"\W{0,3}(?:copyright\b|©|\(c\))", re.IGNORECASE)
_PLACED = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}$|.{0,60}\b[A-Z]{3,}[A-Z .,'’/-]{0,30},?\s?$")
_ROOM_OF_LINE = 44
"""Signs that a line with a date may hold beside it and end like a sentence."""
_DAY_FIRST_HOSTS = re.compile(r"\.(?:uk|au|nz|ie|in|za|ng|ke|pk|sg|eu)$")
_NAMED = (
    "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish') or "
    "contains(@class,'posted') or contains(@class,'time') or contains(@class,'meta') or "
    "contains(@class,'byline') or contains(@id,'date')]"
)
MOST_LINE = 100
_SHORT_LINE = 30
_ROOM = 2
ABOVE = 5
LINES = 14
"""Lines of text below the title in which a date may stand without any mark."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above and below the headline, and how dates are ordered there: "day", "month" or ""."""

    above: Sequence[str]
    below: Sequence[str]
    order: str = ""


def order_of(language: str, host: str) -> str:
    """Return what stands first in 3/4/2025 on a page: the day everywhere but in American English."""
    code = language.strip().lower().replace("_", "-")
    if not code:
        return "day" if _DAY_FIRST_HOSTS.search(host) else ""
    if code.startswith("en"):
        return "month" if code in {"en", "en-us", "en-ph"} and not _DAY_FIRST_HOSTS.search(host) else "day"
    return "" if code.startswith(("ja", "zh", "ko", "hu", "lt", "sv")) else "day"


def find_published(tree: HtmlElement, metas: Metas, linked: Linked, address: str, around: Around) -> str:
    """Return the day of publication as ISO, or the day of the last change where only that is known."""
    for value in (linked.published, *(v for key in _PUBLISHED for v in metas.get(key, ()))):
        if day := _date(value):
            return day
    if day := _from_times(tree, _SURE) or _from_times(tree, _LIKELY):
        return day
    if (found := _URL_DATE.search(address)) and plausible(day := "-".join(found.groups())):
        return day
    return (
        _from_times(tree, _BELOW)
        or _from_machine(tree)
        or _from_named(tree, around.order)
        or _from_lines(around)
        or _from_times(tree, "//time")
        or _from_scripts(tree)
        or find_updated(metas, linked)
    )


def find_updated(metas: Metas, linked: Linked) -> str:
    """Return the day of the last change, or ""."""
    return _date(first_of(metas, _UPDATED)) or _date(linked.updated)


def _date(value: str) -> str:
    day = machine_date(value)
    return day if day and plausible(day) else ""


def _is_apart(element: HtmlElement) -> bool:
    """Say whether an element belongs to comments, teasers or other furniture."""
    for holder in (element, *element.iterancestors()):
        if holder.tag in {"body", "main"}:
            return False
        names = f"{holder.get('class') or ''} {holder.get('id') or ''}"[:300]
        if _COMMENT.search(names) and holder.tag != "article" and holder.find(".//h1") is None:
            return True
        if holder is not element and is_furniture(holder) and holder.find(".//h1") is None and "meta" not in names:
            return True
    return False


def _from_times(tree: HtmlElement, path: str) -> str:
    """Return the day of the first element of a path that speaks of no change and stands in no furniture."""
    updated = ""
    for element in tree.xpath(path)[:8]:
        value = element.get("datetime") or element.get("content") or element.get("title") or element.text_content()[:80]
        day = _date(value)
        if not day or _is_apart(element):
            continue
        before = (element.getparent().text or "") if element.getparent() is not None else ""
        if _UPDATED_NAME.search(
            f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        ) or _UPDATED_TEXT.search(f"{before[-40:]} {element.text_content()[:30]}"):
            updated = updated or day
            continue
        return day
    return updated


def _from_machine(tree: HtmlElement) -> str:
    for element in tree.xpath(_MACHINE)[:4]:
        day = next((day for name in _MACHINES if (day := _date(element.get(name) or ""))), "")
        if day and not _is_apart(element):
            return day
    return ""


def _from_scripts(tree: HtmlElement) -> str:
    """Return the day that a page's scripts are sent as its own, where they are sent but one."""
    found: set[str] = set()
    for script in tree.iter("script"):
        found.update(_SENT.findall((script.text or "")[:_MOST_SENT]))
    days = {day for value in found if (day := _date(value))}
    return days.pop() if len(days) == 1 else ""


def _stamps(line: str, order: str) -> Iterator[tuple[str, str]]:
    """Yield the plausible days of a line, each with the words before it."""
    position = 0
    for _ in range(3):
        where = locate_date(line[position:], order)
        if where is None:
            return
        if plausible(where[0]):
            yield where[0], line[position : position + where[1]]
        position += where[2]


def _chosen(lines: Iterable[str], order: str) -> str:
    """Return the first day that is called that of publication, else the first that is none of a change, else any."""
    plain = updated = ""
    for line in lines:
        for day, before in _stamps(line, order):
            if _UPDATED_TEXT.search(before[-40:]) and not _PUBLISHED_TEXT.search(before[-16:]):
                updated = updated or day
            elif _PUBLISHED_TEXT.search(before[-40:]):
                return day
            else:
                plain = plain or day
        if plain:
            return plain
    return plain or updated


def _from_named(tree: HtmlElement, order: str) -> str:
    lines = []
    for element in tree.xpath(_NAMED)[:16]:
        line = element.text_content()[:200].strip()
        day = find_date(line, order)
        if not day and len(line) < _SHORT_LINE:
            line = day = short_date(line) or _date(line)
        if day and plausible(day[:10]) and not _is_apart(element):
            if len(day) < len("2000-01-01"):
                return day
            lines.append(line)
    return _chosen(lines, order)


def _from_lines(around: Around) -> str:
    """Return the day of the short lines below the title, or one that stands alone right above it."""
    lines = [line for line in around.below if _may_stamp(line, around.order)]
    if day := _chosen(lines, around.order):
        return day
    for line in reversed(around.above):
        where = locate_date(line, around.order)
        if where and len(line) - (where[2] - where[1]) <= _ROOM and plausible(where[0]):
            return where[0]
    return ""


def _may_stamp(line: str, order: str) -> bool:
    """Say whether a line tells when it was published: no sentence about a day, no notice of rights."""
    where = locate_date(line, order) if len(line) < MOST_LINE else None
    if where is None or _NOTICE.match(line):
        return False
    rest = len(line) - (where[2] - where[1])
    if rest <= _ROOM_OF_LINE or not line.endswith((".", "!", "?", "。")):
        return True
    return _PLACED.fullmatch(line[: where[1]].strip()) is not None or _PUBLISHED_TEXT.search(line) is not None
