"""The title of a page: what its heading, its descriptions and its title element agree on."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import Metas, clean_line, first_of
from briefing_app.ingest.html.sites import SEAM, is_home
from briefing_app.ingest.shape import words

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
_KICKER = re.compile(
    r"kicker|eyebrow|overline|dachzeile|topline|roof|rubri|category|surtitle|suptitle|antetitulo|occhiello|chapeu|label|"
    r"\bflag\b|section-name|preheadline|headline-prefix|visually|sr-only",
    re.IGNORECASE,
)
_SHOWING = words("h1 h2 h3 h4 h5 h6 div span b strong font td p big center em th dt")
_PRINTED = re.compile(
    r"(?:.{0,60}\W)?(?:print(?:able|er[- ]friendly)?(?: (?:this )?(?:article|page|version|view|story))?|"
    r"drucken|druckversion|artikel drucken|imprimer|version imprimable|imprimir|stampa|wersja do druku|"
    r"untitled(?: document)?|document|index|article|\W{0,9})"
)
"""The title of a page made for printing, or of none."""
_MOST_FONTS = 60
_ALIKE = 0.5
"""Share of words from which a heading is another wording of the title."""


def whole_title(tree: HtmlElement) -> str:
    """Return the text of the page's title element; markup in it is no text."""
    element = tree.find(".//title")
    return clean_line(element.text_content()[: MOST_TITLE * 3].partition("<")[0]) if element is not None else ""


def find_title(tree: HtmlElement, metas: Metas, headline: str, names: Sequence[str], whole: str) -> str:
    """Return the page's title; ``names`` are the site's, which are no part of it, ``whole`` its title element."""
    graph = _without_site(clean_line(first_of(metas, _TITLES)), names)
    bare = _without_site(whole, names)
    headline = _without_site(clean_line(headline), names)
    known = [one for one in (headline, graph, whole) if one]
    site = {letters(name) for name in names if name}
    headings = [text for text in _headings(tree) if letters(text) not in site]
    if heading := _agreed(headings, known):
        return heading[:MOST_TITLE]
    if not headline and not graph and (part := _shown_part(tree, whole, site)):
        return part[:MOST_TITLE]
    title = headline if headline and (not graph or _holds(whole, headline)) else graph
    main = _main_heading(tree, site)
    if (
        not main
        and not title
        and _PRINTED.fullmatch(bare.casefold())
        and (first := _first_heading(tree) or _largest(tree))
    ):
        return first
    if main and len((title or bare).split()) <= 2 < len(main.split()):  # a section's name, no title
        return main[:MOST_TITLE]
    if main and (not (title or bare) or (not whole and title) or _shared(main, title or bare) >= _ALIKE):
        return main[:MOST_TITLE]
    return (title or bare or main)[:MOST_TITLE]


def _shown_part(tree: HtmlElement, whole: str, site: set[str]) -> str:
    """Return the longest part of the title element that an element of the page shows, but the site's own name."""
    parts = [part for part in SEAM.split(whole) if part]
    if len(parts) < 2:
        return ""
    runs: set[str] = set()
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            if last - first < len(parts) - 1:
                start = whole.index(parts[first])
                end = whole.index(parts[last], start) + len(parts[last])
                runs.add(letters(whole[start:end]))
    runs -= site | {""}
    best = ""
    body = tree.find("body")
    for count, element in enumerate(body.iter() if body is not None else ()):
        if count > 1500:
            break
        if element.tag not in _SHOWING or not (element.text or len(element)) or _is_apart(element):
            continue
        text = clean_line("".join(map(str, islice(element.itertext(), 12)))[: MOST_TITLE * 2])
        if len(text) > len(best) and letters(text) in runs and len(text) > 3 and not _leads_home(element):
            best = text
    return best


def _is_apart(element: HtmlElement) -> bool:
    return next(element.iterancestors("li", *_APART), None) is not None


def _leads_home(element: HtmlElement) -> bool:
    """Say whether an element is, or holds nothing but, the link to the site's first page."""
    if element.tag == "a":
        return True
    links = list(element.iter("a"))
    around = next(element.iterancestors("a"), None)
    return any(map(is_home, links)) or (around is not None and is_home(around))


def _first_heading(tree: HtmlElement) -> str:
    """Return the first heading of a page that has no h1, or ""."""
    for element in tree.iter("h2", "h3"):
        text = clean_line(element.text_content()[: MOST_TITLE * 2])
        if 3 < len(text) <= MOST_TITLE and not _is_apart(element):
            return text
    return ""


def _largest(tree: HtmlElement) -> str:
    """Return what old pages without headings write in the largest letters."""
    best, most = "", 3
    for element in list(tree.iter("font"))[:_MOST_FONTS]:
        size = (element.get("size") or "").lstrip("+")
        text = clean_line(element.text_content()[: MOST_TITLE * 2])
        if size.isdigit() and int(size) > most and 3 < len(text) <= MOST_TITLE:
            best, most = text, int(size)
    return best


def _text_of(heading: HtmlElement) -> str:
    """Return a heading's text without the kicker set into it."""
    whole = clean_line(heading.text_content()[: MOST_TITLE * 2])
    for child in heading:
        if _KICKER.search(f"{child.get('class') or ''}"[:200]):
            inner = clean_line(child.text_content()[:MOST_TITLE])
            rest = whole.removeprefix(inner).strip(" :|–-")
            if len(rest.split()) >= 2 and rest != whole:
                return rest
    return whole


def _headings(tree: HtmlElement) -> list[str]:
    """Return the texts that may be the title: all h1, then what is called a title; no link to the first page."""
    found = []
    for tag in ("h1", "h2", "h3"):
        for element in list(tree.iter(tag))[:12]:
            if tag != "h1" and not _TITLED.search(
                f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:200]
            ):
                continue
            text = _text_of(element)
            if 3 < len(text) <= MOST_TITLE and not _is_home_heading(element):
                found.append(text)
    return found


def _is_home_heading(element: HtmlElement) -> bool:
    if next(element.iterancestors(*_APART), None) is not None:
        return True
    return any(map(is_home, element.iter("a")))


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
    headings = [h for h in headings if not any(map(is_home, h.iter("a")))] or headings
    headings = [h for h in headings if letters(h.text_content()) not in site]
    inside = [h for h in headings if next(h.iterancestors("article", "main"), None) is not None]
    outside = [h for h in headings if next(h.iterancestors("header", *_APART), None) is None]
    chosen = inside or outside or headings
    return _text_of(chosen[0]) if len(chosen) == 1 or inside else ""


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
