"""Days that elements of a page carry for machines: time elements, attributes, properties, hidden fields."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date, machine_date, plausible
from briefing_app.ingest.html.hints import is_apart
from briefing_app.ingest.html.stamps import CHANGED, is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.stamps import Around

_SURE = (
    "//*[@itemprop='datePublished'] | //time[@pubdate] | //time[contains(@class,'publish')]"
    " | //time[contains(@class,'entry-date')] | //*[contains(@class,'dt-published')]"
    " | //abbr[contains(@class,'published')] | //*[contains(@property,'datePublished')]"
    " | //*[(contains(@property,'dc:') or contains(@property,'dcterms:')) and"
    " (contains(@property,'created') or contains(@property,'issued') or contains(@property,':date'))]"
)
_LIKELY = (
    "//article//time | //main//time | //header[.//h1 or .//h2]//time | //*[@itemprop='dateCreated']"
    " | //*[@itemprop='uploadDate'] | //*[@itemprop='datePosted']"
)
_BELOW = "//h1/following::*[@datetime and not(self::del or self::ins) and not(ancestor::li)]"
_ATTRIBUTES = (
    "//@*[starts-with(name(),'data-') and (contains(name(),'date') or contains(name(),'time') or"
    " contains(name(),'publish') or contains(name(),'epoch') or contains(name(),'created') or contains(name(),'utc'))]"
)
_TITLED = "//body//*[(@title or @aria-label) and not(self::a or self::img or self::iframe or self::button or self::li)]"
_FIELDS = "//input[@type='hidden' and @name and @value]"
_PUBLISHED_NAME = re.compile(
    r"publi(?:sh|c)|pub[-_.]?(?:date|time)|pubd|(?:^|[:._-])pdate$|releas|issued?|posted|creat|submitted|first|"
    r"article[-_.:]?date|citation.{0,20}date|eprints\.date|displaydate|originaldate|post[-_]date|post_time|datetime$|"
    r"timestamp$",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"modif|updat|expir|valid|event|start|(?<!trend)(?<!cal)\bend|copyright|access|build|deploy|review|embargo|"
    r"revis|birth|"
    r"unpublish|publisher|index|crawl|cache|generat|session|server|deadline|verif|until|close|zone|format|interval|"
    r"timeout|duration|delay|anim|count|picker|min|max|lang|label|url|path|status|category|place|location",
    re.IGNORECASE,
)
_CHANGED_NAME = re.compile(r"updated|modified|revised", re.IGNORECASE)
_MOST_TITLE, _ROOM_OF_TITLE = 80, 28


def is_published_name(name: str) -> bool:
    """Say whether a name that some system gives to a field can mean the day of publication."""
    return len(name) < 60 and _PUBLISHED_NAME.search(name) is not None and _OTHER_NAME.search(name) is None


def _day(value: str | None, around: Around) -> str:
    day = machine_date(value, around.order, around.language) if value else ""
    return day if day and plausible(day) else ""


def from_times(tree: HtmlElement, around: Around, *, sure: bool = False) -> str:
    """Return the day of the elements made for it; where not ``sure``, of any near the headline or in the article."""
    return _first(tree.xpath(_SURE if sure else _LIKELY)[:8], around)


def below_headline(tree: HtmlElement, around: Around) -> str:
    """Return the day of the first element behind the headline that carries one."""
    return _first(tree.xpath(_BELOW)[:8], around)


def any_time(tree: HtmlElement, around: Around) -> str:
    """Return the day of any element made for it, the first that is none of other articles."""
    return _first(tree.xpath("//time")[:8], around)


def _first(elements: list[HtmlElement], around: Around) -> str:
    """Return the day of the first element that speaks of no change and stands in no furniture."""
    changed = ""
    for element in elements:
        value = element.get("datetime") or element.get("content") or element.get("title")
        day = _own_day(value, element.text_content()[:80], around)
        if not day or is_apart(element):
            continue
        before = _before(element)
        if is_foreign(before):
            continue
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if _CHANGED_NAME.search(names) or CHANGED.search(f"{before} {element.text_content()[:30]}"):
            changed = changed or day
            continue
        return day
    return changed


def _own_day(value: str | None, text: str, around: Around) -> str:
    """Return an element's day; where it is reckoned in UTC and another is written on it, that of the page's zone."""
    day = _day(value, around)
    shown = find_date(text, around.order, around.language) if not day or (value or "").endswith(("Z", "+00:00")) else ""
    if day and shown and abs((date.fromisoformat(shown) - date.fromisoformat(day[:10])).days) == 1:
        return shown
    return day or _day(text, around)


def _before(element: HtmlElement) -> str:
    """Return the words that stand right before an element, in its holder."""
    previous = element.getprevious()
    if previous is not None and previous.tail and previous.tail.strip():
        return str(previous.tail)[-40:]
    parent = element.getparent()
    if parent is None:
        return ""
    if previous is None:
        return str(parent.text or "")[-40:]
    return str(previous.text_content())[-40:] if previous.tag in {"dt", "th", "label", "b", "strong", "span"} else ""


def from_attributes(tree: HtmlElement, around: Around) -> str:
    """Return the day in attributes that scripts read, in titles shown to who waits, in hidden fields."""
    for element, value in _carried(tree):
        day = _day(value, around)
        if len(day) == len("2000-01-01") and not is_apart(element) and not _is_listed(element):
            return day
    return ""


def _carried(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    found = tree.xpath(_ATTRIBUTES)[:40]
    for wanted in (True, False):
        for value in found:
            name = str(value.attrname)
            if not _OTHER_NAME.search(name.removeprefix("data-")) and ("publish" in name or "pub" in name) is wanted:
                yield value.getparent(), str(value)
    for element in tree.xpath(_TITLED)[:60]:
        for name in ("title", "aria-label"):
            value = element.get(name) or ""
            if not 6 <= len(value) <= _MOST_TITLE or not any(map(str.isdigit, value)):
                continue
            where = locate_date(value)
            if where and len(value) - (where[2] - where[1]) <= _ROOM_OF_TITLE and not CHANGED.search(value):
                yield element, value
    for element in tree.xpath(_FIELDS)[:40]:
        if is_published_name(element.get("name")):
            yield element, element.get("value")


def _is_listed(element: HtmlElement) -> bool:
    return next(element.iterancestors("li", "tr"), None) is not None
