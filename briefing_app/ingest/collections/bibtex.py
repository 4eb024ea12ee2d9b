"""BibTeX and BibLaTeX, read by a small parser of our own that looks at every character once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, Item
from briefing_app.ingest.collections.values import address, bounded, day, labels, people, prose, sound, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(r"@\s{0,9}([A-Za-z]{1,40})\s{0,99}([{(])")
_FIRST = re.compile(r"(?:\A|\n)[ \t]{0,20}@\s{0,9}[A-Za-z]{3,20}\s{0,9}[{(]\s{0,99}[^\s{}(),=\"]{1,200}\s{0,9},")
_FIELD = re.compile(r"[\s,]{0,99}+([A-Za-z][A-Za-z0-9_+:-]{0,60})\s{0,99}=\s{0,99}")
_KEY = re.compile(r"\s{0,99}+([^,\s{}()]{0,300})\s{0,99},?")
_BARE = re.compile(r"[^\s,#{}\"()]{1,300}")
_SIGNIFICANT = re.compile(r"\\.|[{}\"]", re.DOTALL)
_JOIN = re.compile(r"\s{0,99}#\s{0,99}")
_MOST_MACRO = 10_000
_ACCENTS = {"`": "̀", "'": "́", "^": "̂", "~": "̃", '"': "̈", "=": "̄"}
_ACCENTS |= {".": "̇", "u": "̆", "v": "̌", "H": "̋", "c": "̧", "k": "̨", "r": "̊", "d": "̣"}
_ACCENT = re.compile(r"\\([`'^~\"=.]|[uvHckrd](?=[\s{]))\s?\{?\\?([A-Za-z])\}?")
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å"}
_LETTERS |= {"l": "ł", "L": "Ł", "i": "i", "textendash": "–", "textemdash": "—", "ldots": "…", "textquoteright": "’"}
_COMMAND = re.compile(r"\\([A-Za-z]{1,30})\s?")


def is_bibtex(text: str) -> bool:
    """Say whether a text holds BibTeX: an entry with a key, before anything else but comments."""
    start = text.lstrip("﻿")[:4000]
    found = _FIRST.search(start)
    if not found:
        return bool(re.match(r"\s{0,99}@(?:string|preamble|comment)\s?\{", start, re.I)) and bool(_FIRST.search(text))
    before = start[: found.start()].strip()
    return all(line.lstrip().startswith(("%", "@")) or not line.strip() for line in before.split("\n"))


def read_bibtex(text: str, name: str) -> Collection:
    """Read the entries of a bibliography."""
    items = []
    for kind, key, fields in _entries(text):
        if kind not in ("comment", "preamble", "string"):
            items.append(_item(key, fields))
            bounded(len(items), name)
    return Collection("bibliography (BibTeX)", "", tuple(items))


def _entries(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    macros: dict[str, str] = {}
    place = 0
    while (match := _ENTRY.search(text, place)) is not None:
        kind, place = match.group(1).casefold(), match.end()
        if kind in ("comment", "preamble"):
            continue
        key = ""
        if kind != "string" and (named := _KEY.match(text, place)):
            key, place = named.group(1), named.end()
        fields, place = _fields(text, place, macros)
        if kind == "string":
            macros |= {name: value[:_MOST_MACRO] for name, value in fields.items()}
        yield kind, key, fields


def _fields(text: str, place: int, macros: dict[str, str]) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while (match := _FIELD.match(text, place)) is not None:
        value, place = _value(text, match.end(), macros)
        fields.setdefault(match.group(1).casefold(), value)
    return fields, place


def _value(text: str, place: int, macros: dict[str, str]) -> tuple[str, int]:
    """Read a value: pieces in braces, in quotes or bare, joined by #."""
    parts: list[str] = []
    while place < len(text):
        if text[place] in '{"':
            part, place = _enclosed(text, place)
            parts.append(part)
        elif bare := _BARE.match(text, place):
            parts.append(macros.get(bare.group().casefold(), bare.group()))
            place = bare.end()
        joined = _JOIN.match(text, place)
        if joined is None or len(parts) > 1000:
            break
        place = joined.end()
    return "".join(parts), place


def _enclosed(text: str, place: int) -> tuple[str, int]:
    """Return what stands between a brace or quote and its fellow; all the rest where there is none."""
    quoted = text[place] == '"'
    depth = 0 if quoted else 1
    for match in _SIGNIFICANT.finditer(text, place + 1):
        sign, here = match.group(), match.start()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        if (sign == '"' and quoted and depth <= 0) or (sign == "}" and not quoted and depth <= 0):
            return text[place + 1 : here], here + 1
    return text[place + 1 :], len(text)


def _item(key: str, fields: dict[str, str]) -> Item:
    def plain(*names: str) -> str:
        return next((found for name in names if (found := _unlatex(fields.get(name, "")))), "")

    doi = plain("doi")
    authors = re.split(r"(?<!\s)\s++and\s+", fields.get("author") or fields.get("editor") or "")
    return Item(
        title=words(plain("title")),
        url=_address(fields) or (address(f"https://doi.org/{doi}") if doi.startswith("10.") else ""),
        author=people(_unlatex(one) for one in authors),
        site=words(plain("journaltitle", "journal", "booktitle", "organization", "publisher", "institution")),
        published=day(plain("date")) or _year_month(plain("year"), plain("month"), plain("day")),
        saved=day(plain("urldate")),
        tags=labels(re.split(r"[,;]", plain("keywords", "keyword"))),
        text=prose(plain("abstract")),
        note=prose(plain("annotation", "annote", "note")),
        identity=sound(key),
    )


def _address(fields: dict[str, str]) -> str:
    for name in ("url", "howpublished", "note"):
        if found := re.search(r"https?://[^\s{}\"<>]{1,2000}", fields.get(name, "").replace("\\", "")):
            return address(found.group().rstrip(".,;"))
    return ""


def _year_month(year: str, month: str, day_: str) -> str:
    if month.isdigit() and year:
        return day(f"{year}-{month.zfill(2)}-{day_.zfill(2)}" if day_ else f"{year}-{month.zfill(2)}")
    return day(f"{day_} {month} {year}".strip()) or day(year)


def _unlatex(value: str) -> str:
    """Return text without the commands of LaTeX that names and titles are written with."""
    if "\\" in value:
        value = _ACCENT.sub(lambda match: match.group(2) + _ACCENTS[match.group(1)], value)
        value = _COMMAND.sub(lambda match: _LETTERS.get(match.group(1), ""), value)
        value = re.sub(r"\\(.)", r"\1", value)
    value = value.replace("---", "—").replace("--", "–").replace("~", " ")
    return sound(unicodedata.normalize("NFC", re.sub(r"[{}]", "", value))).strip()
