"""Schema.org descriptions in a page's JSON-LD: the one that speaks of the article."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from briefing_app.ingest.html.described import Node, body_of, described_body
from briefing_app.ingest.html.layout import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MOST_SCRIPT = 400_000
MOST_SCRIPTS = 20
MOST_NODES = 400
_DEEPEST = 8
_KEY = 8
_PUBLISHED = ("datePublished", "dateCreated", "uploadDate", "dateIssued", "datePosted")

_ARTICLES = re.compile(
    r"(?:article|posting|report|newsstory|liveblog|review|speech|opinion|scholarly|pressrelease)", re.I
)
_PAGES = ("webpage", "itempage", "creativework", "aboutpage", "medicalwebpage", "qapage")
_OTHER = re.compile(
    r"event|person|organi[sz]ation|website|breadcrumb|listitem|itemlist|product|offer|place|image", re.I
)
_FEW = 2


@dataclass(frozen=True, slots=True)
class Linked:
    """What JSON-LD says of the article; each may be empty."""

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    body: str = ""


def read_jsonld(tree: HtmlElement, whole: str = "") -> Linked:
    """Read the best description in the page; an article wins over a page.

    Of several articles that is meant whose headline stands in the page's ``whole`` title or its first h1.
    """
    nodes: list[dict[str, object]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:MOST_SCRIPTS]:
        text = script.text or ""
        if 2 < len(text) <= MOST_SCRIPT:
            nodes.extend(_nodes(_load(text), _DEEPEST))
            if len(nodes) > MOST_NODES:
                break
    named = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    articles = [node for node in nodes if any(_ARTICLES.search(kind) for kind in _types(node))]
    pages = [node for node in nodes if any(kind.lower().endswith(_PAGES) for kind in _types(node))]
    shown = _shown(tree, whole)
    others = [
        node for node in nodes if _is_named(node, shown) and not any(_OTHER.search(kind) for kind in _types(node))
    ]
    best = Linked()
    for node in (*_meant(articles, shown), *pages, *others):
        best = _filled(best, _linked(node, named))
    if not best.site:
        sites = [n for n in nodes if any(k in {"WebSite", "NewsMediaOrganization", "Organization"} for k in _types(n))]
        best = _filled(best, Linked(site=next((name for n in sites if (name := _text(n.get("name")))), "")))
    return best if best.body else _filled(best, Linked(body=described_body(nodes)))


def _shown(tree: HtmlElement, whole: str) -> str:
    heading = next(tree.iter("h1"), None)
    return f"{letters(whole)} {letters(heading.text_content()[:400]) if heading is not None else ''}"


def _is_named(node: Node, shown: str) -> bool:
    """Say whether the page shows a description's name as its title."""
    key = letters(_text(node.get("headline") or node.get("name")))
    return len(key) > _KEY and key in shown


def _meant(articles: list[Node], shown: str) -> list[Node]:
    """Return the article that the page shows; of a list of several that it does not show none is meant."""
    if len(articles) < 2:
        return articles
    named = next((one for one in articles if _is_named(one, shown)), None)
    if named is not None:
        return [named]
    return articles[:1] if len(articles) <= _FEW else []


def _load(text: str) -> object:
    text = re.sub(r"^\s{0,99}(?:<!--|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|//\s{0,9}<!\[CDATA\[)", "", text)
    text = re.sub(r"(?:-->|/\*\s{0,9}\]\]>\s{0,9}\*/|//\s{0,9}\]\]>)\s{0,99}$", "", text)
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> object:
    """Read the plain fields of JSON that is broken."""
    found: dict[str, object] = {}
    for key in ("headline", "datePublished", "dateModified"):
        match = re.search(rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"\\]{{1,400}})"', text)
        if match:
            found[key] = match.group(1)
    if found:
        found["@type"] = "Article"
    return found


def _nodes(value: object, deep: int) -> Iterator[dict[str, object]]:
    if deep <= 0:
        return
    if isinstance(value, list):
        for one in value[:MOST_NODES]:
            yield from _nodes(one, deep - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "publisher", "author", "isPartOf"):
            if key in value:
                yield from _nodes(value[key], deep - 1)


def _types(node: dict[str, object]) -> list[str]:
    kind = node.get("@type")
    if isinstance(kind, list):
        return [str(one) for one in kind]
    return [str(kind)] if kind else []


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()[:600]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value:
        return _text(value[0])
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or "")
    return ""


def _field(node: Node, key: str) -> object:
    """Return a field of a description, in whatever letters its name is written."""
    if key in node:
        return node[key]
    return next((value for name, value in node.items() if name.lower() == key.lower()), None)


def _linked(node: dict[str, object], named: dict[str, dict[str, object]]) -> Linked:
    return Linked(
        title=_text(node.get("headline"))
        or ("" if _types(node)[0].lower().endswith(_PAGES) else _text(node.get("name"))),
        authors=tuple(_names(node.get("author") or node.get("creator"), named, 4)),
        site=_name(node.get("publisher"), named),
        published=next((day for key in _PUBLISHED if (day := _text(_field(node, key)))), ""),
        updated=_text(_field(node, "dateModified")),
        language=_text(node.get("inLanguage")),
        body=body_of(node),
    )


def _name(value: object, named: dict[str, dict[str, object]]) -> str:
    if isinstance(value, dict) and "name" not in value:
        value = named.get(str(value.get("@id")), value)
    return _text(value)


def _names(value: object, named: dict[str, dict[str, object]], deep: int) -> Iterator[str]:
    if isinstance(value, list) and deep > 0:
        for one in value[:20]:
            yield from _names(one, named, deep - 1)
    elif isinstance(value, dict) and isinstance(value.get("name"), list) and deep > 0:
        yield from _names(value["name"], named, deep - 1)
    elif name := _name(value, named):
        yield name


def _filled(best: Linked, more: Linked) -> Linked:
    return Linked(
        title=best.title or more.title,
        authors=best.authors or more.authors,
        site=best.site or more.site,
        published=best.published or more.published,
        updated=best.updated or more.updated,
        language=best.language or more.language,
        body=best.body or more.body,
    )
