"""Names that the words beside a known one make longer: "Atlantic City", "South Tyrol", "82nd Airborne Division"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, Candidate
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Page

_CAP = r"[A-ZÀ-Þ][a-zà-ÿ’'-]{1,40}"
_CITY = re.compile(rf"\b((?:{_CAP} ){{1,3}})City\b(?! [A-ZÀ-Þ]|-)")
_NO_CITY = frozenset("the this that our its every each new old inner holy forbidden smart eternal".split())
_DIRECTION = re.compile(
    r"\b(?:North|South|East|West|Central|Upper|Lower|Greater|Northern|Southern|Eastern|Western|North-?[Ee]ast(?:ern)?"
    r"|North-?[Ww]est(?:ern)?|South-?[Ee]ast(?:ern)?|South-?[Ww]est(?:ern)?) $"
)
_ORDINAL = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) $"
)
_TROOPS = re.compile(
    r"(?:[A-ZÀ-Þ][\w-]{1,40} ){0,4}(?:Division|Brigade|Regiment|Battalion|Corps|Army|Fleet|Wing|Squadron|Infantry"
    r"|Artillery|Air Force|Military Base)"
)
_COMPANY = re.compile(r",? (?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|GmbH|Co|S\.A)\b\.?")
_SUFFIXES = frozenset("inc corp ltd llc llp plc gmbh co".split())
_SHIP = re.compile(r"\b(?:USS|HMS|HMAS|HMCS|INS|FS|MV|M/V|MT|SS|RV|RFA|USNS|ITS|Space Shuttle|Space) $")
_SHIPS = re.compile(r"(?:USS|HMS|HMAS|HMCS|FS|MV|RFA|USNS|Space Shuttle|Shuttle) [A-ZÀ-Þ]")
_OFFICERS = re.compile(r"Heads? of (?:State|Government|Delegation|Mission)\b")
_PART = re.compile(r"(?:Annex|Article|Chapter|Section|Phase|Part|Appendix|Schedule|Basket|Plan) (?:[A-Z]|[IVX]{1,5})")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?=\. \d)")


def extended(page: Page, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the longer names that known ones are a part of, none that ``found`` has already."""
    made = [_city(match) for match in _CITY.finditer(page.masked) if _is_city(match)]
    for one in found:
        if one.label in (EntityKind.GPE, EntityKind.LOC):
            made += _directed(page, one)
        elif one.label is EntityKind.ORG:
            made += _numbered(page, one) + _incorporated(page, one)
    return made


def nameless(page: Page, one: Candidate) -> bool:
    """Say whether a span names nobody we label: a ship, a month cut short, a company's last word alone."""
    text = page.masked[one.start : one.end]
    if _MONTH.match(page.masked, one.start) is not None and len(text) < 5:
        return True
    if one.label is EntityKind.PERSON and _PART.fullmatch(text):
        return True
    if one.label is EntityKind.PERSON or one.label is EntityKind.GPE:
        shipped = _SHIP.search(page.masked, max(0, one.start - 14), one.start) or _SHIPS.match(text)
        return shipped is not None and not one.key
    return one.label is EntityKind.ORG and (text.lower().rstrip(".") in _SUFFIXES or _OFFICERS.match(text) is not None)


def _is_city(match: re.Match[str]) -> bool:
    return match[1].split()[0].lower() not in _NO_CITY


def _city(match: re.Match[str]) -> Candidate:
    return Candidate(*match.span(), EntityKind.GPE, "grammar", "A city by its name.", rank=NAME)


def _directed(page: Page, one: Candidate) -> list[Candidate]:
    """Read "Southern Iraq" as a land of its own: a capital that no beginning of a sentence explains."""
    before = _DIRECTION.search(page.masked, max(0, one.start - 14), one.start)
    if before is None or one.rank > NAME:
        return []
    sentence = page.sentence_at(one.start)
    if sentence is None or sentence.heading or sentence.start >= before.start():
        return []
    word = before[0].strip().lower()
    label = EntityKind.LOC if word.endswith("ern") else one.label
    text = page.masked[before.start() : one.end]
    why = "A part of a land by its direction."
    return [Candidate(before.start(), one.end, label, "grammar", why, text, rank=NAME, confidence=0.7)]


def _numbered(page: Page, one: Candidate) -> list[Candidate]:
    """Read "82nd Airborne Division" with its number."""
    before = _ORDINAL.search(page.masked, max(0, one.start - 9), one.start)
    if before is None or not _TROOPS.fullmatch(page.masked, one.start, one.end):
        return []
    return [replace(one, start=before.start(), canonical="", key="", rank=max(one.rank, NAME))]


def _incorporated(page: Page, one: Candidate) -> list[Candidate]:
    """Read "Halvorn Partners, Inc." with what tells the company."""
    behind = _COMPANY.match(page.masked, one.end)
    if behind is None:
        return []
    end = behind.end() - (page.masked[behind.end() - 1] == ".")
    return [replace(one, end=end, rank=max(one.rank, NAME))]
