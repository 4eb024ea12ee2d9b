"""What a page says about itself: JSON-LD, Open Graph, meta elements, byline; cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date
from briefing_app.ingest.html.jsonld import Linked, read_jsonld
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import Metas, clean_line, first_of, metas_of
from briefing_app.ingest.html.published import find_published, find_updated
from briefing_app.ingest.html.titles import find_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_NAME = 120


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


_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "apple-mobile-web-app-title",
    "twitter:site:name",
)
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
)
_NAME_LEAD = re.compile(
    r"^(?:(?:written|posted|reported|edited|published|story|words|text|analysis|opinion|article)\s)?(?:by|von|par|"
    r"por|di|da|door|af|av|от|автор)[:\s]\s{0,3}|^authors?:\s{0,3}|^de\s(?=[A-Z])",
    re.IGNORECASE,
)
_BY_CLASS = (
    "//*[@rel='author' or @itemprop='author' or contains(@class,'byline') or contains(@class,'author')"
    " or contains(@class,'Byline') or contains(@class,'Author')]"
)
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@|\b(?:admin|administrator|editor|staff|webmaster|root|user|guest|wordpress|"
    r"anonymous|unknown|null|none|undefined)\b$",
    re.I,
)
_SAVED = re.compile(r"<!--\s{0,9}Page saved with SingleFile.{0,2000}?-->", re.DOTALL)
_SAVED_URL = re.compile(r"\burl:\s{0,9}(https?://\S{3,1000})")


def read_metadata(tree: HtmlElement, text: str, url: str = "") -> Metadata:
    """Read a page's metadata from its tree (before anything was dropped) and its source text."""
    linked = read_jsonld(tree)
    metas = metas_of(tree)
    address = _address(tree, metas, text, url)
    site = first_of(metas, _SITES) or linked.site or _host(address)
    site = clean_line(site).lstrip("@")[:MOST_NAME]
    title = find_title(tree, metas, linked.title, (site, _host(address)))
    return Metadata(
        title=title,
        author=_author(tree, metas, linked, site),
        site=site,
        published=find_published(tree, metas, linked, address, title),
        updated=find_updated(metas, linked),
        language=_language(tree, metas, linked),
        url=address,
        body=linked.body,
    )


# --- author, language, address ---------------------------------------------------------------


def _author(tree: HtmlElement, metas: Metas, linked: Linked, site: str) -> str:
    named = [name for value in linked.authors for name in _names(value, site)]
    if not named:
        for key in _AUTHORS:
            named = [name for value in metas.get(key, ()) for name in _names(value, site)]
            if named:
                break
    if not named:
        named = _byline(tree, site)
    return ", ".join(dict.fromkeys(named))[: MOST_NAME * 3]


def _byline(tree: HtmlElement, site: str) -> list[str]:
    for element in tree.xpath(_BY_CLASS)[:8]:
        if next(element.iterancestors("aside", "footer", "nav"), None) is not None:
            continue
        if "comment" in (element.get("class") or "").lower():
            continue
        line = clean_line(element.text_content()[:400])
        if 3 < len(line) < MOST_NAME:
            names = [name for name in _names(line, site) if 2 <= len(name.split()) <= 5]
            if names:
                return names
    return []


def _names(value: str, site: str) -> list[str]:
    """Part a list of authors into names; what is no person's name is left out."""
    value = clean_line(value)
    value = re.split(
        r"\s[|•·–—]\s|\s-\s|,? (?:published|updated|posted|last modified) ", value, maxsplit=1, flags=re.I
    )[0]
    value = _NAME_LEAD.sub("", value).strip(" ,.:;|")
    if not value or len(value) > MOST_NAME * 2 or letters(value) == letters(site):
        return []
    found = []
    for name in re.split(r"\s{0,3}(?:;|,|\band\b|&|\bund\b|\bet\b)\s{0,3}", value):
        name = _NAME_LEAD.sub("", name).strip(" .,:")
        if _is_name(name):
            found.append(name)
    return found


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= MOST_NAME or len(name.split()) > 6 or name.islower() or name.isdigit():
        return False
    return not _NO_AUTHOR.search(name) and not find_date(name)


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
