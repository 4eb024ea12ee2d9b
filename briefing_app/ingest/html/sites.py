"""The name of a page's site: as it says itself, as its title ends or begins, as its logo and its notice say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import Metas, clean_line, first_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.jsonld import Linked

MOST_NAME = 120
_MOST_WORDS = 7
_NAMED = ("og:site_name", "application-name")
_PUBLISHERS = (
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "apple-mobile-web-app-title",
    "twitter:site:name",
)
SEAM = re.compile(r"\s{0,3}(?:\||::|»|›|«|·|•|_|\s[–—-]\s|\s/{1,2}\s|:\s)\s{0,3}")
_GENERIC = re.compile(
    r"(?:home|homepage|news|nachrichten|actualités|noticias|notizie|новости|blog|blog archive|archive|article|"
    r"print.{0,20}|"
    r"politics|politik|politique|política|world|welt|monde|mundo|opinion|sports?|business|culture|kultur|"
    r"press releases?|statements?|speeches|index|page \d+|untitled|startseite|accueil|inicio|главная|welcome)",
    re.I,
)
_LOGO = re.compile(r"logo|brand|masthead|site-?(?:title|name)|blog-?(?:title|name)", re.I)
_NO_NAME = re.compile(r"\b(?:logo|home(?:page)?|link|zur startseite|startseite|accueil|image|picture|banner)\b", re.I)
_NOTICE = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d,–-]{0,20}(?:by )?(\d{4}[\s,–-]{0,3})?((?:[^\W\d_][\w.’'&-]{0,24}[ ]?){1,6})", re.I
)


def find_site(tree: HtmlElement, metas: Metas, linked: Linked, whole: str, title: str, host: str) -> str:
    """Return the site's name; ``whole`` is the title element's text, ``title`` the article's title."""
    for value in (first_of(metas, _NAMED), linked.site, first_of(metas, _PUBLISHERS)):
        name = clean_line(value).lstrip("@")[:MOST_NAME]
        if name and not name.startswith(("http://", "https://")):
            return name
    parts = [part for part in _rest(whole, title) if not _GENERIC.fullmatch(part) and len(part.split()) <= _MOST_WORDS]
    shown = list(_shown(tree))
    if named := _agreed(parts, [*shown, host]):
        return named
    if parts and letters(title) in letters(whole):
        return parts[-1]
    return shown[0] if shown else host


def _rest(whole: str, title: str) -> list[str]:
    """Return the parts of a page's whole title that are not the article's."""
    own, every = letters(title), letters(whole)
    if own == every:
        return []
    keys = ((part, letters(part)) for one in SEAM.split(whole) if (part := one.strip()))
    return [
        part
        for part, key in keys
        if key and (not own or own not in key) and every.count(key) > own.count(key) and not (own and key == own)
    ]


def _agreed(parts: Sequence[str], shown: Sequence[str]) -> str:
    for part in reversed(parts):
        key = letters(part)
        if any(key == letters(one) or (len(key) > 3 and letters(one).startswith(key)) for one in shown):
            return part
    return ""


def _shown(tree: HtmlElement) -> Iterator[str]:
    """Yield what stands where names of sites stand: the link home, the logo."""
    for link in list(tree.iter("a"))[:60]:
        if not is_home(link):
            continue
        if name := _name_of(link):
            yield name
    for image in list(tree.iter("img"))[:12]:
        names = f"{image.get('class') or ''} {image.get('id') or ''} {image.get('src') or ''}"
        if _LOGO.search(names[:300]) and (name := _clean(image.get("alt") or "")):
            yield name


def is_home(link: HtmlElement) -> bool:
    """Say whether a link leads to the site's first page."""
    href = (link.get("href") or "").strip()
    return (
        link.get("rel") == "home"
        or href in {"/", "./", "../"}
        or bool(re.fullmatch(r"https?://[^/]{3,100}/?(?:index\.\w{3,5})?", href))
    )


def _name_of(link: HtmlElement) -> str:
    if name := _clean(link.text_content()[:200]):
        return name
    image = link.find(".//img")
    return _clean(image.get("alt") or "") if image is not None else ""


def _clean(text: str) -> str:
    name = " ".join(_NO_NAME.sub(" ", clean_line(text)).split()).strip(" -|:–")
    return name if 1 < len(name) <= 60 and len(name.split()) <= _MOST_WORDS and not _GENERIC.fullmatch(name) else ""
