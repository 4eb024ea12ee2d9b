"""CSL-JSON and RIS: what reference managers exchange."""

from __future__ import annotations

import re

from briefing_app.domain.collection import Collection, Item
from briefing_app.ingest.collections.records import Record, listed, record, records
from briefing_app.ingest.collections.values import address, bounded, day, labels, people, prose, sound, words

_CSL_SIGNS = frozenset({"issued", "author", "URL", "container-title", "abstract", "citation-key", "accessed", "DOI"})
_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?\Z")


def is_csl(value: object) -> bool:
    """Say whether a JSON value is a list of CSL items."""
    one = next(records(value), {})
    return isinstance(one.get("type"), str) and "title" in one and bool(_CSL_SIGNS & one.keys()) and "target" not in one


def read_csl(value: object, name: str) -> Collection:
    """Read CSL-JSON."""
    found = list(records(value))
    bounded(len(found), name)
    return Collection("bibliography (CSL-JSON)", "", tuple(_csl_item(one) for one in found))


def _csl_item(one: Record) -> Item:
    keywords = one.get("keyword")
    return Item(
        title=words(one.get("title")),
        url=address(one.get("URL")) or _doi(one.get("DOI")),
        author=people(_csl_name(record(name)) for name in listed(one.get("author"))),
        site=words(one.get("container-title") or one.get("publisher")),
        published=_csl_date(record(one.get("issued"))),
        saved=_csl_date(record(one.get("accessed"))),
        tags=labels(re.split(r"[,;]", keywords) if isinstance(keywords, str) else listed(keywords)),
        text=prose(one.get("abstract")),
        note=prose(one.get("note")),
        identity=sound(one.get("id")),
    )


def _csl_name(name: Record) -> str:
    if literal := words(name.get("literal")):
        return literal.replace(",", " ")
    family = " ".join(filter(None, (words(name.get("non-dropping-particle")), words(name.get("family")))))
    given = " ".join(filter(None, (words(name.get("given")), words(name.get("dropping-particle")))))
    return f"{family}, {given}" if given else family


def _csl_date(issued: Record) -> str:
    parts = listed(next(iter(listed(issued.get("date-parts"))), None))
    numbers = [sound(one).partition(".")[0] for one in parts[:3]]
    if numbers and all(one.isascii() and one.isdigit() and len(one) <= 4 for one in numbers):
        return day("-".join([numbers[0], *(one.zfill(2) for one in numbers[1:])]))
    return day(issued.get("raw") or issued.get("literal"))


def _doi(value: object) -> str:
    doi = sound(value).strip()
    return address(f"https://doi.org/{doi}") if doi.startswith("10.") else address(doi)


def is_ris(text: str) -> bool:
    """Say whether a text is RIS: its first line opens a record."""
    return text.lstrip("﻿ \t\r\n").startswith("TY  - ")


def read_ris(text: str, name: str) -> Collection:
    """Read RIS; a line that continues another is joined to it."""
    found: list[dict[str, list[str]]] = []
    last: list[str] | None = None
    for line in text.lstrip("﻿").splitlines():
        match = _LINE.match(line.rstrip())
        if match is None:
            if last and line.strip():
                last[-1] += " " + line.strip()
            continue
        tag, value = match.group(1), (match.group(2) or "").strip()
        if tag == "TY":
            found.append({})
            bounded(len(found), name)
        last = None
        if found and tag != "ER":
            last = found[-1].setdefault(tag, [])
            last.append(value)
    return Collection("bibliography (RIS)", "", tuple(_ris_item(one) for one in found))


def _ris_item(one: dict[str, list[str]]) -> Item:
    def first(*tags: str) -> str:
        return next((value for tag in tags for value in one.get(tag, ()) if value), "")

    return Item(
        title=words(first("TI", "T1", "CT", "BT")),
        url=next((found for value in one.get("UR", ()) if (found := address(value))), "") or _doi(first("DO")),
        author=people(name for tag in ("AU", "A1") for name in one.get(tag, ())),
        site=words(first("T2", "JO", "JF", "JA", "PB")),
        published=day(first("DA", "PY", "Y1").rstrip("/")),
        saved=day(first("Y2")),
        tags=labels(one.get("KW", ())),
        text=prose(first("AB", "N2")),
        note="\n\n".join(filter(None, (prose(value) for value in one.get("N1", ())))),
        identity=sound(first("ID")),
    )
