"""Who wrote a page where no byline says: who signs it, notes about the author, data of scripts, the agency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.bylines import body, is_handle, names_in, person
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.lines import lines_of
from briefing_app.ingest.html.marked_authors import (
    BY_CLASS,
    MOST_MARKED,
    is_elsewhere,
    is_named_so,
    is_of_others,
    spaced,
)
from briefing_app.ingest.html.meta import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.stamps import Around

_MOST_LINE = 120
_SOURCES = (
    "//*[contains(@class,'source') or contains(@id,'ource') or contains(@class,'agency') or contains(@class,'zrodlo')]"
)
_NOTES = (
    "//*[contains(@class,'bio') or contains(@class,'about-author') or contains(@class,'author')"
    " or contains(@id,'author')]"
)
_BEARER = re.compile(
    r"(?:(?i:about the (?:author|writer)s?):?\W{1,4}|(?i:the (?:author|writer)),? )?"
    r"((?:[^\W\d_a-z][\w.’'-]{0,24}\s){1,4}?[^\W\d_a-z][\w’'-]{1,24}),? "
    r"(?:is|was|teaches|writes|covers|lectures|serves|works|has been|has covered|directs|leads|"
    r"reports|edits|ist|est|es)\b"
)
_SENT = re.compile(
    r"""["']?(?:(?:article_?|page_?|content_?)?authors?(?:_?names?)?|byline|"
    r"writer)["']?\s{0,3}[:=]\s{0,3}\[?["']([^"'\n]{4,60})["']""",
    re.IGNORECASE,
)
_MOST_SENT = 200_000
_MEMBERS = (
    "//*[(contains(@class,'username') or contains(@class,'poster')) and not(self::input or self::label or self::img)]"
)
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kilde|källa|zdroj|źródło|izvor|извор|источник|джерело|kaynak|sumber|"
    r"nguồn|المصدر|"
    r"منبع|מקור|来源|來源|出典|출처)\s?[:：]\s{0,2}([^\s|,;·•()][^|,;·•()]{1,38}?)(?=$|\s{2}|[|,;·•()]|\s\d|\s\S{1,8}[:：])",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w .,’'-]{1,50}?)?\s?[(/]([^\W\d_]{2,12})[)/]\s?[-–—:]")
_DASHED = re.compile(r"[—–-]{1,2}\s?([^\W\d_].{2,50})")
_LABELLED = re.compile(
    r"(?:^|[\s(])(?:autor|author|text|words|tekst|texto|texte|автор|текст)\s?:\s(.{3,60})", re.IGNORECASE
)
_REPORTING = re.compile(
    r"[\[(]?(?:reporting|reported|writing and reporting|writing|"
    r"words) by (.{3,120}?)(?: in [A-Z][^;.]{2,60})?(?:[;.)\]]|$)",
    re.IGNORECASE,
)
_RIGHT = (
    "//p[contains(@style,'right') or @align='right' or contains(@class,'right') or contains(@class,'sign')"
    " or contains(@class,'sygn')] | //div[@align='right' or contains(@style,'text-align:right')]"
)
_LONG = 100


def signed(tree: HtmlElement, site: str) -> list[str]:
    """Return who signs below the text: behind a dash or a label, on the right, or as who reported."""
    for element in tree.xpath(_RIGHT)[:6]:
        line = clean_line(str(element.text_content())[:80]).strip(" -—–()")
        if len(line) < 40 and (name := person(line)) and not is_of_others(element) and letters(name) != letters(site):
            return [name]
    lines = list(lines_of(tree, furniture=False))
    last = max((index for index, line in enumerate(lines) if len(line) > _LONG), default=-1)
    for line in lines[last + 1 : last + 5] if last >= 0 else ():
        for pattern in (_DASHED, _LABELLED):
            found = pattern.fullmatch(line) if pattern is _DASHED else pattern.search(line)
            if found and (names := names_in(found.group(1), site)):
                return names
    for line in lines[max(0, last - 1) : last + 6]:
        if (found := _REPORTING.search(line[-300:])) and (names := names_in(found.group(1), site)):
            return names
    return []


def agency(tree: HtmlElement, site: str, around: Around) -> list[str]:
    """Return the agency or desk that stands where authors do, is named as the source, or before the first sentence."""
    for element in _slots(tree):
        if not is_elsewhere(element) and not is_of_others(element) and (name := body(spaced(element)[:80], site)):
            return [name]
    for line in around.below:
        if len(line) < _MOST_LINE and (found := _SOURCE.search(line)) and (name := body(found.group(1), site)):
            return [name]
        if (found := _DATELINE.match(line)) and (name := body(found.group(1), site)):
            return [name]
    return []


def _slots(tree: HtmlElement) -> Iterator[HtmlElement]:
    yield from (one for one in tree.xpath(BY_CLASS)[:MOST_MARKED] if is_named_so(one))
    yield from tree.xpath(_SOURCES)[:6]


def bearer(tree: HtmlElement, site: str) -> list[str]:
    """Return the person a note about the author begins with: one named so, or the last paragraph in italics."""
    slanted = [one for one in tree.xpath("//p[em or i]")[-1:] if not (one.text or "").strip() and one.getnext() is None]
    for element in (*tree.xpath(_NOTES)[:6], *slanted):
        line = clean_line(spaced(element)[:300])
        if not is_of_others(element) and (found := _BEARER.match(line)):
            name = person(found.group(1))
            if name and letters(name) != letters(site):
                return [name]
    return []


def sent(tree: HtmlElement, site: str) -> list[str]:
    """Return the author that a page's scripts are sent, where they are sent but one."""
    found: set[str] = set()
    for script in tree.iter("script"):
        found.update(_SENT.findall((script.text or "")[:_MOST_SENT]))
    names = {one for value in found for one in names_in(value, site)}
    return [names.pop()] if len(names) == 1 else []


def poster(tree: HtmlElement) -> list[str]:
    """Return who began a thread: the first of several that are called by their names as members."""
    named = [clean_line(one.text_content()[:60]) for one in tree.xpath(_MEMBERS)[:6]]
    return named[:1] if len(named) > 1 and is_handle(named[0]) else []
