"""What a page says about itself: JSON-LD, Open Graph, meta elements, byline; cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, machine_date, plausible
from briefing_app.ingest.html.jsonld import Linked, read_jsonld
from briefing_app.ingest.plain.characters import tidy_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_TITLE = 300
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
_SEPARATOR = re.compile(r"\s(?:[|•·»›–—-]|::|//)\s")
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
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)")
_SAVED = re.compile(r"<!--\s{0,9}Page saved with SingleFile.{0,2000}?-->", re.DOTALL)
_SAVED_URL = re.compile(r"\burl:\s{0,9}(https?://\S{3,1000})")


def read_metadata(tree: HtmlElement, text: str, url: str = "") -> Metadata:
    """Read a page's metadata from its tree (before anything was dropped) and its source text."""
    linked = read_jsonld(tree)
    metas = _metas(tree)
    address = _address(tree, metas, text, url)
    site = _first(metas, _SITES) or linked.site or _host(address)
    site = _clean_line(site).lstrip("@")[:MOST_NAME]
    heading = _heading(tree)
    title = _title(tree, metas, linked, heading, site, _host(address))
    published = _published(tree, metas, linked, address)
    return Metadata(
        title=title,
        author=_author(tree, metas, linked, site),
        site=site,
        published=published,
        updated=_date(_first(metas, _UPDATED)) or _date(linked.updated),
        language=_language(tree, metas, linked),
        url=address,
        body=linked.body,
    )


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name:
                found.setdefault(name.strip().lower(), []).append(content[:2000])
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str:
    for name in names:
        for value in metas.get(name, ()):
            if value:
                return value
    return ""


def _clean_line(text: str) -> str:
    return " ".join(tidy_text(unescape(text)).split())


# --- title ---------------------------------------------------------------------------------------


def _heading(tree: HtmlElement) -> str:
    """Return the one h1 that is no logo, or the h1 inside an article."""
    headings = [h for h in tree.xpath("//h1") if 3 < len(_clean_line(h.text_content())) <= MOST_TITLE]
    if not headings:
        return ""
    inside = [h for h in headings if next(h.iterancestors("article", "main"), None) is not None]
    if len(inside) == 1:
        return _clean_line(inside[0].text_content())
    outside = [h for h in headings if next(h.iterancestors("header", "nav", "footer", "aside"), None) is None]
    chosen = inside or outside or headings
    return _clean_line(chosen[0].text_content()) if len(chosen) == 1 or inside else ""


def _title(tree: HtmlElement, metas: dict[str, list[str]], linked: Linked, heading: str, site: str, host: str) -> str:
    element = tree.find(".//title")
    whole = _clean_line(element.text_content()) if element is not None else ""
    open_graph = _without_site(_clean_line(_first(metas, _TITLES)), site, host)
    bare = _without_site(whole, site, host)
    headline = _clean_line(linked.title)
    if heading and any(_same(heading, one) or _holds(one, heading) for one in (whole, open_graph, headline)):
        return heading[:MOST_TITLE]
    title = headline if headline and (not open_graph or _holds(whole, headline)) else open_graph
    if title and heading and not whole:
        return heading[:MOST_TITLE]
    return (title or bare or heading)[:MOST_TITLE]


def _same(one: str, other: str) -> bool:
    return bool(one) and _letters(one) == _letters(other)


def _holds(whole: str, part: str) -> bool:
    return len(part) > 8 and _letters(part) in _letters(whole)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _without_site(title: str, site: str, host: str) -> str:
    """Take the site's name off either end of a title."""
    names = {_letters(name) for name in (site, host, host.rsplit(".", 1)[0]) if name}
    for _ in range(3):
        seams = list(_SEPARATOR.finditer(title))
        if not seams:
            break
        last, first = seams[-1], seams[0]
        tail, head = title[last.end() :], title[: first.start()]
        if _letters(tail) in names or _is_tail(title[: last.start()], tail, last.group()):
            title = title[: last.start()].strip()
        elif _letters(head) in names:
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


# --- author, date, language, address ---------------------------------------------------------------


def _author(tree: HtmlElement, metas: dict[str, list[str]], linked: Linked, site: str) -> str:
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
        line = _clean_line(element.text_content()[:400])
        if 3 < len(line) < MOST_NAME:
            names = [name for name in _names(line, site) if 2 <= len(name.split()) <= 5]
            if names:
                return names
    return []


def _names(value: str, site: str) -> list[str]:
    """Part a list of authors into names; what is no person's name is left out."""
    value = _clean_line(value)
    value = re.split(
        r"\s[|•·–—]\s|\s-\s|,? (?:published|updated|posted|last modified) ", value, maxsplit=1, flags=re.I
    )[0]
    value = _NAME_LEAD.sub("", value).strip(" ,.:;|")
    if not value or len(value) > MOST_NAME * 2 or _letters(value) == _letters(site):
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


def _date(value: str) -> str:
    day = machine_date(value)
    return day if day and plausible(day) else ""


def _published(tree: HtmlElement, metas: dict[str, list[str]], linked: Linked, address: str) -> str:
    for value in (linked.published, *(v for key in _PUBLISHED for v in metas.get(key, ()))):
        if day := _date(value):
            return day
    day = _from_elements(tree)
    if day:
        return day
    if found := _URL_DATE.search(address):
        return "-".join(found.groups())
    return _date(_first(metas, _UPDATED)) or _date(linked.updated)


def _from_elements(tree: HtmlElement) -> str:
    """Read the first date of a time element or of one whose class speaks of a date."""
    for element in tree.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //article//time | //main//time | //time"
    )[:6]:
        value = element.get("datetime") or element.get("content") or element.text_content()[:80]
        if day := _date(value):
            return day
    marked = tree.xpath(
        "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish') or "
        "contains(@class,'posted')"
        " or contains(@class,'time') or contains(@class,'meta') or contains(@class,'byline') or contains(@id,'date')]"
    )
    for element in marked[:12]:
        line = element.text_content()[:200]
        if (day := find_date(line)) and plausible(day):
            return day
    return ""


def _language(tree: HtmlElement, metas: dict[str, list[str]], linked: Linked) -> str:
    value = (
        tree.get("lang")
        or tree.get("xml:lang")
        or _first(metas, ("og:locale", "content-language", "dc.language", "dcterms.language", "language"))
    )
    return (value or linked.language)[:20]


def _address(tree: HtmlElement, metas: dict[str, list[str]], text: str, url: str) -> str:
    for element in tree.xpath("//link[@rel='canonical' or @rel='Canonical']"):
        if (href := (element.get("href") or "").strip()).startswith(("http://", "https://")):
            return href[:2000]
    graph = _first(metas, ("og:url", "twitter:url"))
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
