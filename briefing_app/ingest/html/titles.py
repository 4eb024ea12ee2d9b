"""The title of a page: what its heading, its descriptions and its title element agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import Metas, clean_line, first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

MOST_TITLE = 300
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
    "headline",
)
_SEPARATOR = re.compile(r"\s(?:[|•·»›–—-]|::|//)\s")
_TITLED = re.compile(r"headline|(?:^|[\s_-])title|entry-title|post-?title|article-?title|\bhed\b", re.IGNORECASE)
_APART = ("nav", "footer", "aside")
_WORDS = re.compile(r"\w+")
_ALIKE = 0.5
"""Share of words from which a heading is another wording of the title."""


def find_title(tree: HtmlElement, metas: Metas, headline: str, names: Sequence[str]) -> str:
    """Return the page's title; ``names`` are the site's, which are no part of it."""
    element = tree.find(".//title")
    whole = clean_line(element.text_content()) if element is not None else ""
    graph = _without_site(clean_line(first_of(metas, _TITLES)), names)
    bare = _without_site(whole, names)
    headline = _without_site(clean_line(headline), names)
    known = [one for one in (headline, graph, whole) if one]
    site = {letters(name) for name in names if name}
    headings = [text for text in _headings(tree) if letters(text) not in site]
    if heading := _agreed(headings, known):
        return heading[:MOST_TITLE]
    title = headline if headline and (not graph or _holds(whole, headline)) else graph
    main = _main_heading(tree, site)
    if main and len((title or bare).split()) <= 2 < len(main.split()):  # a section's name, no title
        return main[:MOST_TITLE]
    if main and (not (title or bare) or (not whole and title) or _shared(main, title or bare) >= _ALIKE):
        return main[:MOST_TITLE]
    return (title or bare or main)[:MOST_TITLE]


def _headings(tree: HtmlElement) -> list[str]:
    """Return the texts that may be the title: all h1, then what is called a title."""
    found = []
    for tag in ("h1", "h2", "h3"):
        for element in list(tree.iter(tag))[:12]:
            if tag != "h1" and not _TITLED.search(
                f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:200]
            ):
                continue
            text = clean_line(element.text_content()[: MOST_TITLE * 2])
            if 3 < len(text) <= MOST_TITLE and next(element.iterancestors(*_APART), None) is None:
                found.append(text)
    return found


def _agreed(headings: Sequence[str], known: Sequence[str]) -> str:
    for heading in headings:
        if any(letters(heading) == letters(one) for one in known):
            return heading
    for heading in headings:
        if len(heading.split()) >= 2 and any(_holds(one, heading) for one in known):
            return heading
    return ""


def _main_heading(tree: HtmlElement, site: set[str]) -> str:
    """Return the one h1 that is no logo, or the first inside an article."""
    headings = [h for h in tree.iter("h1") if 3 < len(clean_line(h.text_content()[:999])) <= MOST_TITLE]
    headings = [h for h in headings if letters(h.text_content()) not in site]
    inside = [h for h in headings if next(h.iterancestors("article", "main"), None) is not None]
    outside = [h for h in headings if next(h.iterancestors("header", *_APART), None) is None]
    chosen = inside or outside or headings
    return clean_line(chosen[0].text_content()) if len(chosen) == 1 or inside else ""


def _holds(whole: str, part: str) -> bool:
    return len(part) > 8 and letters(part) in letters(whole)


def _shared(one: str, other: str) -> float:
    first, second = set(_WORDS.findall(one.casefold())), set(_WORDS.findall(other.casefold()))
    return len(first & second) / max(min(len(first), len(second)), 1)


def _without_site(title: str, names: Sequence[str]) -> str:
    """Take the site's name off either end of a title."""
    known = {letters(name) for one in names if one for name in (one, one.rsplit(".", 1)[0])}
    for _ in range(3):
        seams = list(_SEPARATOR.finditer(title))
        if not seams:
            break
        last, first = seams[-1], seams[0]
        tail, head = title[last.end() :], title[: first.start()]
        if letters(tail) in known or _is_tail(title[: last.start()], tail, last.group()):
            title = title[: last.start()].strip()
        elif letters(head) in known:
            title = title[first.end() :].strip()
        else:
            break
    return title


def _is_tail(rest: str, tail: str, seam: str) -> bool:
    """What stands behind a bar is the site; behind a dash only a short name behind a long title."""
    words = len(tail.split())
    if seam.strip() in {"|", "::", "»", "›", "//", "•"}:
        return words <= 5 and len(rest.split()) >= 3
    return words <= 3 and len(rest.split()) >= 5 and tail[:1].isupper() and not tail[:1].isdigit()
