"""When a page was published: its descriptions first, then its elements, its address, its visible lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date, machine_date, plausible
from briefing_app.ingest.html.hints import is_furniture
from briefing_app.ingest.html.meta import Metas, first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_COMMENT = re.compile(r"comment|respond|reply|disqus|teaser|related|card\b", re.IGNORECASE)
_SURE = (
    "//*[@itemprop='datePublished'] | //time[@pubdate] | //time[contains(@class,'publish')]"
    " | //time[contains(@class,'entry-date')] | //*[contains(@class,'dt-published')]"
)
_LIKELY = "//article//time | //main//time | //header//time"
_NAMED = (
    "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish') or "
    "contains(@class,'posted') or contains(@class,'time') or contains(@class,'meta') or "
    "contains(@class,'byline') or contains(@id,'date')]"
)
MOST_LINE = 100
_ROOM = 2
ABOVE = 5
LINES = 14
"""Lines of text below the title in which a date may stand without any mark."""


def find_published(
    tree: HtmlElement, metas: Metas, linked: Linked, address: str, above: Sequence[str], below: Sequence[str]
) -> str:
    """Return the day of publication as ISO, or the day of the last change where only that is known."""
    for value in (linked.published, *(v for key in _PUBLISHED for v in metas.get(key, ()))):
        if day := _date(value):
            return day
    if day := _from_times(tree, _SURE) or _from_times(tree, _LIKELY):
        return day
    if (found := _URL_DATE.search(address)) and plausible(day := "-".join(found.groups())):
        return day
    return _from_times(tree, "//time") or _from_named(tree) or _from_lines(above, below) or find_updated(metas, linked)


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
        value = element.get("datetime") or element.get("content") or element.text_content()[:80]
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


def _from_named(tree: HtmlElement) -> str:
    updated = ""
    for element in tree.xpath(_NAMED)[:16]:
        line = element.text_content()[:200]
        day = find_date(line)
        if not day or not plausible(day) or _is_apart(element):
            continue
        if _UPDATED_TEXT.match(line.strip()):
            updated = updated or day
            continue
        return day
    return updated


def _from_lines(above: Sequence[str], below: Sequence[str]) -> str:
    """Return the first full date in the short lines below the title, or one that stands alone right above it."""
    for line in below:
        if len(line) < MOST_LINE and (day := find_date(line)) and plausible(day):
            return day
    for line in reversed(above):
        where = locate_date(line)
        if where and len(line) - (where[2] - where[1]) <= _ROOM and plausible(where[0]):
            return where[0]
    return ""
