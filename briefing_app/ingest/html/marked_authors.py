"""The elements that a page makes for who wrote it: which they are, and whom they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.bylines import LEAD, is_handle, names_in
from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.html.meta import clean_line
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_MARKED = 24
_MOST_BOX = 260
BY_CLASS = (
    "//*[@class and (contains(@class,'byline') or contains(@class,'author') or contains(@class,'Byline')"
    " or contains(@class,'Author') or contains(@class,'autor') or contains(@class,'auteur') or "
    "contains(@class,'writer')"
    " or contains(@class,'contributor') or contains(@class,'Contributor') or contains(@class,'reporter')"
    " or contains(@class,'journalist') or contains(@class,'yazar') or contains(@class,'sign') or @class='fn')"
    " or @rel='author' or @itemprop='author' or @property='schema:author' or self::address"
    " or contains(@data-component,'byline') or contains(@data-testid,'byline') or contains(@data-testid,'author')]"
)
_NAMES = words(
    "byline bylines author authors autor autores autoren auteur auteurs writer writers contributor contributors "
    "reporter "
    "reporters journalist journalists yazar fn vcard signature sygn signed signoff firma address penulis verfasser"
)
_NO_NAMES = words("bio photo photos image picture caption photographer illustrator translator")
_OTHERS = re.compile(r"comment|respond|reply|related|sidebar|widget|teaser|card-?list|recirc|disqus|profile-menu", re.I)
_BLOCKS = frozenset({"div", "p", "li", "h2", "h3", "h4", "h5", "br", "section", "dd", "dt", "ul", "aside", "td", "tr"})
_BARS = re.compile(r"\|(?: \|){1,40}")


def marked(tree: HtmlElement, site: str) -> list[str]:
    """Return the names in the first elements made for them; those in one box belong together."""
    for element in tree.xpath(BY_CLASS)[:MOST_MARKED]:
        if not is_named_so(element) or is_elsewhere(element) or is_of_others(element):
            continue
        if names := _names_of(_box(element), site) or _names_of(element, site):
            return names
    return []


def is_named_so(element: HtmlElement) -> bool:
    """Say whether an element calls itself a place for names."""
    if element.get("rel") == "author" or element.tag == "address" or "author" in (element.get("itemprop") or ""):
        return True
    said = ("class", "property", "data-component", "data-testid")
    names = parts_of(" ".join(element.get(name) or "" for name in said))
    return any(part in _NAMES for part in names) and not any(part in _NO_NAMES for part in names)


def is_elsewhere(element: HtmlElement) -> bool:
    """Say whether an element stands in furniture that is not itself made for names."""
    for holder in element.iterancestors("aside", "footer", "nav"):
        if holder.tag != "footer" and is_named_so(holder):
            continue
        if holder.tag == "footer" and next(holder.iterancestors("article"), None) is not None:
            continue
        return True
    return False


def _box(element: HtmlElement) -> HtmlElement:
    """Return the outermost short element around one that holds nothing but bylines."""
    best = element
    for holder in element.iterancestors():
        if holder.tag in {"body", "main", "article", "html"} or holder.find(".//h1") is not None:
            break
        if len(" ".join(str(holder.text_content()).split())) > _MOST_BOX:
            break
        if is_named_so(holder) or len({one.get("class") for one in holder if isinstance(one.tag, str)}) == 1:
            best = holder
    return best


def _names_of(element: HtmlElement, site: str) -> list[str]:
    inner = element.xpath(".//*[@itemprop='name']")
    if len(inner) == 1 and 2 < len(line := clean_line(spaced(inner[0]))) < 60:
        return names_in(line, site) or ([line] if is_handle(line) else [])
    line = clean_line(spaced(element)[:400])
    if len(line) > _MOST_BOX:
        named = element.xpath(".//*[contains(@class, 'name') and not(contains(@class, 'user'))] | .//a")
        return next((names for one in named[:3] if (names := names_in(spaced(one)[:80], site))), [])
    lead = LEAD.match(line)
    names = names_in(line, site)
    if names or not line:
        return names
    alone = clean_line(line).strip(" .,:|»")
    return (
        names_in(line, site, single=True)
        if lead or (is_handle(alone) and not alone.islower() and len(alone) > 3 and not alone.isupper())
        else []
    )


def is_of_others(element: HtmlElement) -> bool:
    """Say whether an element names who commented, or who wrote something else."""
    holders = (one for one in (element, *element.iterancestors()) if one.tag not in {"body", "html", "main"})
    return any(
        (found := _OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:200]))
        and not (found.group() in {"teaser", "card-list", "cardlist"} and is_named_so(one))
        and one.find(".//h1") is None
        for one in holders
    )


def spaced(element: HtmlElement) -> str:
    """Return an element's text with a bar where one of its blocks begins."""
    from lxml import etree

    parts: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if one is not element and one.tag in _BLOCKS:
            parts.append(" | ")
        elif one is not element and one.tag in {"span", "a", "time"}:
            parts.append(" ")
        if one.tag not in {"script", "style", "svg"} or event == "end":
            parts.append((one.text if event == "start" else one.tail if one is not element else "") or "")
    return _BARS.sub(" | ", " ".join("".join(parts).split())).strip(" |").replace(" ,", ",")
