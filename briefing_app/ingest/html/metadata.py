"""What a page says about itself: JSON-LD, Open Graph, meta elements, byline; cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ingest.html.ago import saved_on
from briefing_app.ingest.html.authors import find_author
from briefing_app.ingest.html.jsonld import Linked, read_jsonld
from briefing_app.ingest.html.lines import lines_around
from briefing_app.ingest.html.meta import Metas, first_of, metas_of
from briefing_app.ingest.html.order import order_of
from briefing_app.ingest.html.published import find_published, find_updated
from briefing_app.ingest.html.sites import find_site
from briefing_app.ingest.html.stamps import ABOVE, LINES, Around
from briefing_app.ingest.html.titles import find_title, whole_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page; each may be empty. Dates are ISO days."""

    title: str = ""
    author: str = ""
    site: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    body: str = ""


_SAVED = re.compile(r"<!--\s{0,9}Page saved with SingleFile.{0,2000}?-->", re.DOTALL)
_SAVED_URL = re.compile(r"\burl:\s{0,9}(https?://\S{3,1000})")


def read_metadata(tree: HtmlElement, text: str, url: str = "") -> Metadata:
    """Read a page's metadata from its tree (before anything was dropped) and its source text."""
    metas = metas_of(tree)
    address = _address(tree, metas, text, url)
    whole, host = whole_title(tree), _host(address)
    linked = read_jsonld(tree, whole)
    named = find_site(tree, metas, linked, "", "", "")
    title = find_title(tree, metas, linked.title, (named, host), whole)
    site = find_site(tree, metas, linked, whole, title, host)
    if site not in {named, host}:
        title = find_title(tree, metas, linked.title, (site, host), whole)
    language = _language(tree, metas, linked)
    above, below = lines_around(tree, title, ABOVE, LINES)
    order = order_of(language, host, [*above, *below], text)
    around = Around(above, below, order, language.strip().lower()[:2], saved_on(text))
    return Metadata(
        title=title,
        author=find_author(tree, metas, linked, site, around),
        site=site,
        published=find_published(tree, metas, linked, address, around, title),
        updated=find_updated(metas, linked),
        language=language,
        url=address,
        body=linked.body,
    )


def _language(tree: HtmlElement, metas: Metas, linked: Linked) -> str:
    value = (
        tree.get("lang")
        or tree.get("xml:lang")
        or first_of(metas, ("og:locale", "content-language", "dc.language", "dcterms.language", "language"))
    )
    return (value or linked.language)[:20]


def _address(tree: HtmlElement, metas: Metas, text: str, url: str) -> str:
    for element in tree.xpath("//link[@rel='canonical' or @rel='Canonical']"):
        if (href := (element.get("href") or "").strip()).startswith(("http://", "https://")):
            return href[:2000]
    graph = first_of(metas, ("og:url", "twitter:url"))
    if graph.startswith(("http://", "https://")):
        return graph[:2000]
    if url:
        return url
    saved = _SAVED.search(text[:20_000])
    found = _SAVED_URL.search(saved.group()) if saved else None
    return found.group(1)[:2000] if found else ""


def _host(address: str) -> str:
    found = re.match(r"https?://(?:[^/@]{0,100}@)?(?:www\.)?([^/:?#]{1,255})", address)
    return found.group(1).lower() if found else ""
