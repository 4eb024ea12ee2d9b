"""Who wrote a page: what it says of itself first, then its marked bylines, then the line below the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import Metas, clean_line
from briefing_app.ingest.months import month_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing_app.ingest.html.jsonld import Linked

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
)
_LABEL = (
    r"(?:(?:story|written|posted|reported|edited|published|words|text|analysis|opinion|article|comment|interview|"
    r"report|photos?|a guest post|guest post|submitted|contributed|last edited) )?by|von|vom|par|por|di|door|af|"
    r"av|от|"
    r"автор|авторы|od|autor(?:zy|a|in|es)?|auteurs?|autore|authors?|yazan|skribent|tekst|text|texto|texte|testo|"
    r"interview|rapport|reportage|reporter|redakcja|бесед\w{2,6}"
)
_NAME_LEAD = re.compile(rf"^(?:{_LABEL})(?:[:\s]\s{{0,3}}|$)|^de\s(?=[A-Z])", re.IGNORECASE)
_EASTERN = re.compile(
    r"(?:记者|記者|作者|撰文|文)\s?[:：/／|丨]?\s?"
    r"([\u4e00-\u9fff]{2,4}(?:[ 、,，][\u4e00-\u9fff]{2,4}){0,3})(?=\s|$|[　)）])"
)
_BY_CLASS = (
    "//*[@class and (contains(@class,'byline') or contains(@class,'author') or contains(@class,'Byline')"
    " or contains(@class,'Author') or @class='fn') or @rel='author' or @itemprop='author']"
)
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@|\b(?:admin|administrator|editor|staff|webmaster|root|user|guest|wordpress|"
    r"anonymous|unknown|null|none|undefined|redaktion|redaction|redazione|rédaction|redakcja|redacción)\b$|^(?:publi|veröffentlicht|posted|updated|опублик|stand\b)",
    re.I,
)
_PARTS = re.compile(
    r"\s[|•·–—/»›]\s|\s@\w|\s-\s|\s\|\s?|"
    r",? (?:published|updated|posted|last modified|asked|answered|edited|am|le|on|il|el) "
    r"(?=\S*\d)",
    re.I,
)
_OTHERS = re.compile(r"comment|respond|reply|related|sidebar|widget|teaser|card-?list|recirc", re.IGNORECASE)
_BLOCKS = frozenset({"div", "p", "li", "h2", "h3", "h4", "h5", "br", "section", "dd", "dt"})
_KOREAN = re.compile(r"(?:^|[\s=\]】|])([가-힣]{2,4})\s?(?:선임|수습|인턴|전문)?기자(?=$|[\s=(/|,·])")
_HANGUL = re.compile("[가-힣]{2}")
_SIGNED = re.compile(r"([가-힣]{2,4})\s?(?:선임|수습|인턴|전문)?기자\s{0,3}[=(]?\s{0,3}[\w.-]{1,40}@[\w-]")
_BARS = re.compile(r"\|(?: \|){1,40}")
_MOST_BELOW = 7
_FOR = re.compile(r"\s(?:for|für|pour|para|per)\s.{2,60}$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-ÿа-я][\w.’'-]{0,24}|de|van|von|der|den|da|di|al|bin|el|la|le|du|dos|ter|af|zu)"
    r"(?:\s(?:[^\W\d_a-zß-ÿа-я][\w.’'-]{0,24}|de|van|von|der|den|da|di|al|bin|el|la|le|du|dos|ter|af|zu)){1,4}"
)
_SEAMS = ("|", "/", "·", "•", "–", "—", "-")
_WORD = re.compile(r"[^\W\d_a-zß-ÿа-я][\w’'-]{1,24}")
_TITLED = re.compile(
    r"\b(?:news|press|office|ministry|gazette|post|times|agency|staff|department|group|council|university|street|"
    r"road|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|comments?|share|print|page|read|more|home|world|politics)\b",
    re.I,
)


def find_author(tree: HtmlElement, metas: Metas, linked: Linked, site: str, below: Sequence[str]) -> str:
    """Return the names of who wrote it, parted by commas; ``below`` are the lines below the headline."""
    named = [name for value in linked.authors for name in _names(value, site)]
    described = _described(metas, site)
    if named and described and any(name.isupper() for name in named):
        named = [next((one for one in described if letters(one) == letters(name)), name) for name in named]
    named = named or described or _byline(tree, site) or _below(below, site) or _reporter(tree, below)
    return ", ".join(dict.fromkeys(_cased(name) for name in named))[: MOST_NAME * 3]


def _described(metas: Metas, site: str) -> list[str]:
    for key in _AUTHORS:
        values = metas.get(key, ())
        if key.startswith("citation"):
            values = [_turned(value) for value in values]
        named = [name for value in values for name in _names(value, site)]
        if named:
            return named
    return []


def _turned(value: str) -> str:
    """Return "Adler, Ruth" as it is spoken."""
    parts = [part.strip() for part in value.split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(1 <= len(part.split()) <= 3 for part in parts) else value


def _cased(name: str) -> str:
    """Return a name in capitals as names are written."""
    if not name.isupper() or " " not in name or any(map(str.isdigit, name)):
        return name
    return " ".join(part.capitalize() if len(part) > 2 or "." not in part else part for part in name.split())


def _byline(tree: HtmlElement, site: str) -> list[str]:
    for element in tree.xpath(_BY_CLASS)[:8]:
        if next(element.iterancestors("aside", "footer", "nav"), None) is not None or _is_of_others(element):
            continue
        inner = element.xpath(".//*[@itemprop='name']")
        named = inner or element.xpath(".//*[contains(@class, 'name') and not(contains(@class, 'user'))]")
        line = clean_line(_spaced(named[0] if named else element)[:400])
        if inner and 2 < len(line) < 60 and not _NO_AUTHOR.search(line):
            return [line]
        if 3 < len(line) < MOST_NAME:
            fewest = 1 if _NAME_LEAD.match(line) else 2
            names = [name for name in _names(line, site) if fewest <= len(name.split()) <= 5]
            if names:
                return names
    return []


def _reporter(tree: HtmlElement, below: Sequence[str]) -> list[str]:
    """Return the reporter who signs a Korean text with an address of mail behind its name."""
    if not any(_HANGUL.search(line) for line in below[:3]):
        return []
    found = _SIGNED.search(str(tree.text_content()))
    return [found.group(1)] if found else []


def _is_of_others(element: HtmlElement) -> bool:
    """Say whether an element names who commented, or who wrote something else."""
    holders = (one for one in (element, *element.iterancestors()) if one.tag not in {"body", "html", "main"})
    return any(_OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:200]) for one in holders)


def _spaced(element: HtmlElement) -> str:
    """Return an element's text with a bar where one of its blocks begins."""
    from lxml import etree

    parts: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if one is not element and one.tag in _BLOCKS:
            parts.append(" | ")
        parts.append((one.text if event == "start" else one.tail if one is not element else "") or "")
    return _BARS.sub(" | ", " ".join("".join(parts).split())).strip(" |")


def _below(lines: Sequence[str], site: str) -> list[str]:
    """Return the names in the first line below the headline that is a byline as a whole."""
    for line in lines[:_MOST_BELOW]:
        if found := _KOREAN.search(line[:MOST_NAME]):
            return [found.group(1)]
        if len(line) > MOST_NAME:
            continue
        if found := _EASTERN.search(line):
            return re.split(r"[ 、,，]", found.group(1))
        lead = _NAME_LEAD.match(line)
        dated = locate_date(line)
        rest = line
        if dated:
            before = line[: dated[1]].rstrip()
            placed = lead is None and not before.endswith(_SEAMS)  # "New Delhi, 4 May 2021" names nobody
            rest = f"{'' if placed else before}|{line[dated[2] :]}"
        elif lead is None:
            continue
        for part in re.split(r"[|,·•/]|\s[–—-]\s", rest):
            led = _NAME_LEAD.match(part.strip()) is not None
            part = _NAME_LEAD.sub("", part.strip()).strip(" .,:;|")
            if led and dated and _WORD.fullmatch(part) and _is_name(part) and not _TITLED.search(part):
                return [part]
            names = re.split(r"\s(?:and|und|et|y|e|i|и|&)\s", _FOR.sub("", part))
            if names and all(_NAME.fullmatch(one) and not _TITLED.search(one) for one in names) and _is_name(names[0]):
                return [one for one in names if letters(one) != letters(site)]
    return []


def _names(value: str, site: str) -> list[str]:
    """Part a list of authors into names; what is no person's name is left out."""
    value = _PARTS.split(clean_line(value), maxsplit=1)[0]
    if dated := locate_date(value):
        value = value[: dated[1]]
    value = _NAME_LEAD.sub("", value).strip(" ,.:;|")
    if site and (found := _FOR.search(value)) and letters(site) in letters(found.group()):
        value = value[: found.start()]
    if not value or len(value) > MOST_NAME * 2 or letters(value) == letters(site):
        return []
    found_names = []
    for name in re.split(r"\s{0,3}(?:;|,|\band\b|&|\bund\b|\bet\b)\s{0,3}", value):
        name = _NAME_LEAD.sub("", name).strip(" .,:")
        if _is_name(name):
            found_names.append(name)
    return found_names


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= MOST_NAME or len(name.split()) > 6 or name.isdigit():
        return False
    if name.islower() and (" " in name or not name.isascii()):
        return False
    if any(map(str.isdigit, name)) and (" " in name or month_of(name)):
        return False
    return (
        (not name.islower() or "_" in name or any(map(str.isdigit, name)))
        and not _NO_AUTHOR.search(name)
        and not find_date(name)
    )
