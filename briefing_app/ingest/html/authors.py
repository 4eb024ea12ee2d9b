"""Who wrote a page: what it says of itself, its marked bylines, the lines around its headline, who signs at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date
from briefing_app.ingest.html import byline_lines, signatures
from briefing_app.ingest.html.bylines import LEAD, body, cased, is_handle, names_in, person
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.marked_authors import marked
from briefing_app.ingest.html.meta import Metas, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing_app.ingest.html.jsonld import Linked
    from briefing_app.ingest.html.stamps import Around

MOST_NAME = 120
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "authors",
    "article:author_name",
    "twitter:data1:author",
    "og:author",
    "cxenseparse:author",
    "bt:author",
    "rbauthors",
    "article.author",
)
_AUTHOR_NAME = re.compile(r"(?:^|[:._-])(?:authors?|byline|creator|writer)(?:[._-]?names?)?$", re.IGNORECASE)


def find_author(tree: HtmlElement, metas: Metas, linked: Linked, site: str, around: Around) -> str:
    """Return the names of who wrote it, parted by commas: persons where any is named, else the agency that did."""
    linked_names = [name for value in linked.authors for name in _described_names(value, site)]
    described = _described(metas, site)
    if linked_names and described and any(name.isupper() for name in linked_names):
        linked_names = [
            next((one for one in described if letters(one) == letters(name)), name) for name in linked_names
        ]
    named = linked_names or described
    if any(map(person, named)):
        named = _completed(
            named, marked(tree, site) or byline_lines.below_headline(around.below, site), sure=bool(linked_names)
        )
    else:
        named = _persons_shown(tree, site, around) or named or signatures.agency(tree, site, around)
    return ", ".join(dict.fromkeys(cased(name) for name in named))[: MOST_NAME * 3]


def _completed(named: list[str], shown: list[str], *, sure: bool) -> list[str]:
    """Return those described, or those shown where they are more, or all others than a template (not ``sure``) says."""
    known, seen = {letters(name) for name in named}, {letters(name) for name in shown if person(name)}
    if seen > known or (seen and not sure and not seen & known):
        return shown
    return named


def _persons_shown(tree: HtmlElement, site: str, around: Around) -> list[str]:
    return (
        marked(tree, site)
        or byline_lines.below_headline(around.below, site)
        or byline_lines.above_headline(around.above, site)
        or signatures.signed(tree, site)
        or byline_lines.reporter(tree, around.below)
        or signatures.bearer(tree, site)
        or signatures.sent(tree, site)
        or signatures.poster(tree)
    )


def _described(metas: Metas, site: str) -> list[str]:
    for key in _AUTHORS:
        values = metas.get(key, ())
        if key.startswith("citation"):
            values = [_turned(value) for value in values]
        named = [name for value in values for name in _described_names(value, site)]
        if named:
            return named
    for key, values in metas.items():
        if _AUTHOR_NAME.search(key) and (named := [name for value in values for name in _described_names(value, site)]):
            return named
    return []


def _turned(value: str) -> str:
    """Return "Adler, Ruth" as it is spoken."""
    parts = [part.strip() for part in value.split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(1 <= len(part.split()) <= 3 for part in parts) else value


def _described_names(value: str, site: str) -> list[str]:
    """Return the names a description gives: persons, else one body or one word as it stands."""
    if value.startswith(("http://", "https://", "//", "/")) or len(value) > MOST_NAME * 2:
        return []
    if names := names_in(value, site):
        return names
    line = clean_line(value)
    line = LEAD.sub("", line).strip(" .,:|") if LEAD.match(line) else line.strip(" .,:|")
    line = line.split(" | ")[0]
    if letters(line) == letters(site) or find_date(line):
        return []
    if is_handle(line):
        return [line] if not line.islower() or "_" in line or any(map(str.isdigit, line)) else []
    return [line] if body(line, site) else []
