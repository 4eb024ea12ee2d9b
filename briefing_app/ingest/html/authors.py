"""Who wrote a page: what it says of itself, its marked bylines, the lines around its headline, who signs at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date
from briefing_app.ingest.html.bylines import LEAD, body, cased, eastern_names, is_handle, korean_names, names_in, person
from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.lines import lines_of
from briefing_app.ingest.html.meta import Metas, clean_line
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_BY_CLASS = (
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
_SOURCES = (
    "//*[contains(@class,'source') or contains(@id,'ource') or contains(@class,'agency') or contains(@class,'zrodlo')]"
)
_NOTES = (
    "//*[contains(@class,'bio') or contains(@class,'about-author') or contains(@class,'author')"
    " or contains(@id,'author')]"
)
_BEARER = re.compile(
    r"(?:(?i:about the (?:author|writer)s?):?\W{1,4}|(?i:the (?:author|writer)),? )?"
    r"((?:[^\W\d_a-z][\w.’'-]{0,24}\s){1,4}?[^\W\d_a-z][\w’'-]{1,24}),? "
    r"(?:is|was|teaches|writes|covers|lectures|serves|works|has been|has covered|directs|leads|"
    r"reports|edits|ist|est|es)\b"
)
_SENT = re.compile(
    r"""["']?(?:(?:article_?|page_?|content_?)?authors?(?:_?names?)?|byline|"
    r"writer)["']?\s{0,3}[:=]\s{0,3}\[?["']([^"'\n]{4,60})["']""",
    re.IGNORECASE,
)
_MOST_SENT = 200_000
_MEMBERS = (
    "//*[(contains(@class,'username') or contains(@class,'poster')) and not(self::input or self::label or self::img)]"
)
_BLOCKS = frozenset({"div", "p", "li", "h2", "h3", "h4", "h5", "br", "section", "dd", "dt", "ul", "aside", "td", "tr"})
_HANGUL = re.compile("[가-힣]{2}")
_SIGNED = re.compile(r"([가-힣]{2,4})\s?(?:선임|수습|인턴|전문)?기자\s{0,3}[=(]?\s{0,3}[\w.-]{1,40}@[\w-]")
_BARS = re.compile(r"\|(?: \|){1,40}")
_IN_PLACE = re.compile(r"\s(?:in|à|en|aus|from) [A-ZÀ-Þ][\w .-]{2,24}$")
_MAILED = re.compile(r"(?:from:\s)?([^@<:]{4,50}?)\s<?\S{1,40}(?:@| at )\S{1,40}\.\w{2,9}>?$", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kilde|källa|zdroj|źródło|izvor|извор|источник|джерело|kaynak|sumber|"
    r"nguồn|المصدر|"
    r"منبع|מקור|来源|來源|出典|출처)\s?[:：]\s{0,2}([^\s|,;·•()][^|,;·•()]{1,38}?)(?=$|\s{2}|[|,;·•()]|\s\d|\s\S{1,8}[:：])",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w .,’'-]{1,50}?)?\s?[(/]([^\W\d_]{2,12})[)/]\s?[-–—:]")
_SEAMS = ("|", "/", "·", "•", "–", "—", "-")
_MOST_MARKED, _MOST_BOX, _MOST_BELOW, _MOST_ABOVE = 24, 260, 7, 2
_DASHED = re.compile(r"[—–-]{1,2}\s?([^\W\d_].{2,50})")
_LABELLED = re.compile(
    r"(?:^|[\s(])(?:autor|author|text|words|tekst|texto|texte|автор|текст)\s?:\s(.{3,60})", re.IGNORECASE
)
_REPORTING = re.compile(
    r"[\[(]?(?:reporting|reported|writing and reporting|writing|"
    r"words) by (.{3,120}?)(?: in [A-Z][^;.]{2,60})?(?:[;.)\]]|$)",
    re.IGNORECASE,
)
_RIGHT = (
    "//p[contains(@style,'right') or @align='right' or contains(@class,'right') or contains(@class,'sign')"
    " or contains(@class,'sygn')] | //div[@align='right' or contains(@style,'text-align:right')]"
)
_LONG = 100
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,3}[ \u3000]?[\u4e00-\u9fff]{1,2}")
_TITLED = re.compile(
    r"\b(?:news|press|latest|updates|comments?|share|print|read|more|home|world|politics|business)\b", re.IGNORECASE
)


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
        named = _completed(named, _marked(tree, site) or _below(around.below, site), sure=bool(linked_names))
    else:
        named = _persons_shown(tree, site, around) or named or _agency(tree, site, around)
    return ", ".join(dict.fromkeys(cased(name) for name in named))[: MOST_NAME * 3]


def _completed(named: list[str], shown: list[str], *, sure: bool) -> list[str]:
    """Return those described, or those shown where they are more, or all others than a template (not ``sure``) says."""
    known, seen = {letters(name) for name in named}, {letters(name) for name in shown if person(name)}
    if seen > known or (seen and not sure and not seen & known):
        return shown
    return named


def _persons_shown(tree: HtmlElement, site: str, around: Around) -> list[str]:
    return (
        _marked(tree, site)
        or _below(around.below, site)
        or _above(around.above, site)
        or _signed(tree, site)
        or _reporter(tree, around.below)
        or _bearer(tree, site)
        or _sent(tree, site)
        or _poster(tree)
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


def _marked(tree: HtmlElement, site: str) -> list[str]:
    """Return the names in the first elements made for them; those in one box belong together."""
    for element in tree.xpath(_BY_CLASS)[:_MOST_MARKED]:
        if not _is_named_so(element) or _is_elsewhere(element) or _is_of_others(element):
            continue
        if names := _names_of(_box(element), site) or _names_of(element, site):
            return names
    return []


def _is_named_so(element: HtmlElement) -> bool:
    if element.get("rel") == "author" or element.tag == "address" or "author" in (element.get("itemprop") or ""):
        return True
    said = ("class", "property", "data-component", "data-testid")
    names = parts_of(" ".join(element.get(name) or "" for name in said))
    return any(part in _NAMES for part in names) and not any(part in _NO_NAMES for part in names)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Say whether an element stands in furniture that is not itself made for names."""
    for holder in element.iterancestors("aside", "footer", "nav"):
        if holder.tag != "footer" and _is_named_so(holder):
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
        if _is_named_so(holder) or len({one.get("class") for one in holder if isinstance(one.tag, str)}) == 1:
            best = holder
    return best


def _names_of(element: HtmlElement, site: str) -> list[str]:
    inner = element.xpath(".//*[@itemprop='name']")
    if len(inner) == 1 and 2 < len(line := clean_line(_spaced(inner[0]))) < 60:
        return names_in(line, site) or ([line] if is_handle(line) else [])
    line = clean_line(_spaced(element)[:400])
    if len(line) > _MOST_BOX:
        named = element.xpath(".//*[contains(@class, 'name') and not(contains(@class, 'user'))] | .//a")
        return next((names for one in named[:3] if (names := names_in(_spaced(one)[:80], site))), [])
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


def _is_of_others(element: HtmlElement) -> bool:
    """Say whether an element names who commented, or who wrote something else."""
    holders = (one for one in (element, *element.iterancestors()) if one.tag not in {"body", "html", "main"})
    return any(
        (found := _OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:200]))
        and not (found.group() in {"teaser", "card-list", "cardlist"} and _is_named_so(one))
        and one.find(".//h1") is None
        for one in holders
    )


def _spaced(element: HtmlElement) -> str:
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


def _below(lines: Sequence[str], site: str) -> list[str]:
    """Return the names in the first line below the headline that is a byline as a whole."""
    for index, line in enumerate(lines[:_MOST_BELOW]):
        if korean := korean_names(line[:MOST_NAME]):
            return korean
        if len(line) > MOST_NAME:
            continue
        following = lines[index + 1 : index + 3]
        if names := eastern_names(line) or _in_line(line, site) or _alone(line, following, site):
            return names
        label = LEAD.match(line)
        below = following[0] if label and label.end() == len(line) and following else ""
        if len(below) < MOST_NAME and (names := names_in(below, site)):
            return names
    return []


def _above(lines: Sequence[str], site: str) -> list[str]:
    """Return the names behind a word for who writes in one of the last lines above the headline."""
    for line in reversed(lines[-_MOST_ABOVE:]):
        for part in re.split(r"\s[|·•]\s", line[:MOST_NAME]):
            if LEAD.match(part) and (names := names_in(part, site)):
                return names
    return []


def _in_line(line: str, site: str) -> list[str]:
    """Return the names of a line that begins like a byline, or holds a day and nothing but names beside it."""
    lead = LEAD.match(line)
    dated = locate_date(line, "day")
    if lead is None and dated is None:
        mail = _MAILED.match(line)
        return [name] if mail and (name := person(mail.group(1))) else []
    rest = line
    if dated:
        before = line[: dated[1]].rstrip()
        placed = lead is None and not before.endswith(_SEAMS)  # "New Delhi, 4 May 2021" names nobody
        rest = f"{'' if placed else before.rstrip('|/·•–—- ')}|{line[dated[2] :]}"
        if lead is None and placed:
            rest = (
                re.sub(r"^\|[^|,·•/]{0,20}", "", rest)
                if not rest.startswith(("|,", "| ,", "| /", "| |", "|/"))
                else rest
            )
    if lead and re.match(r"(?:the|a|an|our)\b", line[lead.end() :], re.IGNORECASE):
        return []
    if lead is None and dated and (by := re.match(r"\W{0,3}by\s", line[dated[2] :], re.IGNORECASE)):
        return _whole(line[dated[2] + by.end() :], site, led=True) or _single("by " + line[dated[2] + by.end() :], site)
    if names := [one for part in re.split(r"\|", rest) for one in _whole(part, site, led=lead is not None)]:
        return names
    return _single(rest, site) if lead else []


def _whole(part: str, site: str, *, led: bool) -> list[str]:
    """Return the names of a part of a line; without a word for who writes it must be names and nothing else."""
    part = part.strip(" ,.:;|/·•–—-")
    if led or LEAD.match(part):
        return names_in(part, site)
    names = [
        person(_IN_PLACE.sub("", one)) for one in re.split(r"\s?[,/·•|]\s?|\s(?:and|und|et|y|e|i|и)\s", part) if one
    ]
    return [one for one in names if letters(one) != letters(site)] if names and all(names) else []


def _single(rest: str, site: str) -> list[str]:
    found = LEAD.match(rest.strip("| "))
    name = rest.strip("| ")[found.end() :].split("|")[0].strip(" .,:;") if found else ""
    return [name] if name and is_handle(name) and not name.islower() and letters(name) != letters(site) else []


def _alone(line: str, following: Sequence[str], site: str) -> list[str]:
    """Return the names of a line of names alone, where one of the next two lines is a day."""
    if len(line) > 70 or _TITLED.search(line):
        return []
    for below in following:
        where = locate_date(below[:80], "day")
        if where is not None and where[1] <= 24 and len(below) <= 60:
            return [line] if _HAN_NAME.fullmatch(line) else _whole(line, site, led=False)
        if len(below) > 24:
            return []
    return []


def _signed(tree: HtmlElement, site: str) -> list[str]:
    """Return who signs below the text: behind a dash or a label, on the right, or as who reported."""
    for element in tree.xpath(_RIGHT)[:6]:
        line = clean_line(str(element.text_content())[:80]).strip(" -—–()")
        if len(line) < 40 and (name := person(line)) and not _is_of_others(element) and letters(name) != letters(site):
            return [name]
    lines = list(lines_of(tree, furniture=False))
    last = max((index for index, line in enumerate(lines) if len(line) > _LONG), default=-1)
    for line in lines[last + 1 : last + 5] if last >= 0 else ():
        for pattern in (_DASHED, _LABELLED):
            found = pattern.fullmatch(line) if pattern is _DASHED else pattern.search(line)
            if found and (names := names_in(found.group(1), site)):
                return names
    for line in lines[max(0, last - 1) : last + 6]:
        if (found := _REPORTING.search(line[-300:])) and (names := names_in(found.group(1), site)):
            return names
    return []


def _agency(tree: HtmlElement, site: str, around: Around) -> list[str]:
    """Return the agency or desk that stands where authors do, is named as the source, or before the first sentence."""
    for element in _slots(tree):
        if not _is_elsewhere(element) and not _is_of_others(element) and (name := body(_spaced(element)[:80], site)):
            return [name]
    for line in around.below:
        if len(line) < MOST_NAME and (found := _SOURCE.search(line)) and (name := body(found.group(1), site)):
            return [name]
        if (found := _DATELINE.match(line)) and (name := body(found.group(1), site)):
            return [name]
    return []


def _slots(tree: HtmlElement) -> Iterator[HtmlElement]:
    yield from (one for one in tree.xpath(_BY_CLASS)[:_MOST_MARKED] if _is_named_so(one))
    yield from tree.xpath(_SOURCES)[:6]


def _bearer(tree: HtmlElement, site: str) -> list[str]:
    """Return the person a note about the author begins with: one named so, or the last paragraph in italics."""
    slanted = [one for one in tree.xpath("//p[em or i]")[-1:] if not (one.text or "").strip() and one.getnext() is None]
    for element in (*tree.xpath(_NOTES)[:6], *slanted):
        line = clean_line(_spaced(element)[:300])
        if not _is_of_others(element) and (found := _BEARER.match(line)):
            name = person(found.group(1))
            if name and letters(name) != letters(site):
                return [name]
    return []


def _sent(tree: HtmlElement, site: str) -> list[str]:
    """Return the author that a page's scripts are sent, where they are sent but one."""
    found: set[str] = set()
    for script in tree.iter("script"):
        found.update(_SENT.findall((script.text or "")[:_MOST_SENT]))
    names = {one for value in found for one in names_in(value, site)}
    return [names.pop()] if len(names) == 1 else []


def _poster(tree: HtmlElement) -> list[str]:
    """Return who began a thread: the first of several that are called by their names as members."""
    named = [clean_line(one.text_content()[:60]) for one in tree.xpath(_MEMBERS)[:6]]
    return named[:1] if len(named) > 1 and is_handle(named[0]) else []


def _reporter(tree: HtmlElement, below: Sequence[str]) -> list[str]:
    """Return the reporter who signs a Korean text with an address of mail behind its name."""
    if not any(_HANGUL.search(line) for line in below[:3]):
        return []
    found = _SIGNED.search(str(tree.text_content()))
    return [found.group(1)] if found else []
