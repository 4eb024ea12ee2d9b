"""Who wrote a page, in the lines around its headline as they are seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import locate_date
from briefing_app.ingest.html.bylines import LEAD, eastern_names, is_handle, is_office, korean_names, names_in, person
from briefing_app.ingest.html.layout import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_MOST_LINE, _MOST_BELOW, _MOST_ABOVE = 120, 7, 2
_HANGUL = re.compile("[가-힣]{2}")
_SIGNED = re.compile(r"([가-힣]{2,4})\s?(?:선임|수습|인턴|전문)?기자\s{0,3}[=(]?\s{0,3}[\w.-]{1,40}@[\w-]")
_IN_PLACE = re.compile(r"\s(?:in|à|en|aus|from) [A-ZÀ-Þ][\w .-]{2,24}$")
_MAILED = re.compile(r"(?:from:\s)?([^@<:]{4,50}?)\s<?\S{1,40}(?:@| at )\S{1,40}\.\w{2,9}>?$", re.IGNORECASE)
_SEAMS = ("|", "/", "·", "•", "–", "—", "-")
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,3}[ \u3000]?[\u4e00-\u9fff]{1,2}")
_TITLED = re.compile(
    r"\b(?:news|press|latest|updates|comments?|share|print|read|more|home|world|politics|business)\b", re.IGNORECASE
)


def below_headline(lines: Sequence[str], site: str) -> list[str]:
    """Return the names in the first line below the headline that is a byline as a whole."""
    for index, line in enumerate(lines[:_MOST_BELOW]):
        if korean := korean_names(line[:_MOST_LINE]):
            return korean
        if len(line) > _MOST_LINE:
            continue
        following = lines[index + 1 : index + 3]
        if names := eastern_names(line) or _in_line(line, site) or _alone(line, following, site):
            return names
        label = LEAD.match(line)
        below = following[0] if label and label.end() == len(line) and following else ""
        if len(below) < _MOST_LINE and (names := names_in(below, site)):
            return names
    return []


def above_headline(lines: Sequence[str], site: str) -> list[str]:
    """Return the names behind a word for who writes in one of the last lines above the headline."""
    for line in reversed(lines[-_MOST_ABOVE:]):
        for part in re.split(r"\s[|·•]\s", line[:_MOST_LINE]):
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
    """Return the names of a line of names alone, where an office stands below it, or a day in the next two lines."""
    if len(line) > 70 or _TITLED.search(line):
        return []
    if following and is_office(following[0]) and not person(following[0]):
        return _whole(line, site, led=False)
    for below in following:
        where = locate_date(below[:80], "day")
        if where is not None and where[1] <= 24 and len(below) <= 60:
            return [line] if _HAN_NAME.fullmatch(line) else _whole(line, site, led=False)
        if len(below) > 24:
            return []
    return []


def reporter(tree: HtmlElement, below: Sequence[str]) -> list[str]:
    """Return the reporter who signs a Korean text with an address of mail behind its name."""
    if not any(_HANGUL.search(line) for line in below[:3]):
        return []
    found = _SIGNED.search(str(tree.text_content()))
    return [found.group(1)] if found else []
