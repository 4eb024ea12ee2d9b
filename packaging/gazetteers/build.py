"""Compile the actor base into resources/gazetteers/*.jsonl, one actor a line.

It is made of the tables beside this file and of CLDR's English territory names (through Babel), and of nothing else,
so that the same inputs give the same bytes.

    python packaging/gazetteers/build.py            write the files
    python packaging/gazetteers/build.py --check    exit 1 if the files differ from what would be written

Every table is lines of fields parted by "|"; "#" starts a comment line. A line of names is

    [slug=]Name|parent|alias;alias;...

under a section line such as "[ORG]" or "[GPE place]" (kind, then the key's prefix). An alias is its text and any of

    ~m metonym  ~n nickname  ~c acronym  ~a adjective  ~d demonym  ~s surname  (none: a name or, by its looks, acronym)
    :LABEL      the label of the surface where it is not the actor's kind
    @acting     means this actor only when it acts;  @context  only where the actor was named before in the same text
    {from..to}  when the alias held

A parent is a country's code, a key, or the slug of an organisation. Spellings that differ only in typography (accents,
apostrophes, the points of U.S. before another word) are added by the builder.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "resources" / "gazetteers"
FILES = ("countries", "cities", "people", "organisations", "places", "facilities", "laws", "events", "issues")

TYPES = {
    "m": "metonym",
    "n": "nickname",
    "c": "acronym",
    "a": "adjective",
    "d": "demonym",
    "s": "surname",
    "x": "name",
}
PREFIX = {
    "PERSON": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "NORP": "norp",
    "FAC": "fac",
    "EVENT": "event",
    "LAW": "law",
}
ROLES = {
    "hos": ("head_of_state", "president"),
    "king": ("head_of_state", "king"),
    "hog": ("head_of_government", "prime minister"),
    "fm": ("foreign_minister", "foreign minister"),
    "dm": ("defence_minister", "defence minister"),
    "fin": ("finance_minister", "finance minister"),
    "env": ("envoy", "envoy"),
    "neg": ("negotiator", "chief negotiator"),
    "spk": ("spokesperson", "spokesperson"),
    "un": ("ambassador_un", "ambassador to the United Nations"),
    "head": ("head_of_organisation", "head"),
    "spo": ("spokesperson_organisation", "spokesperson"),
    "lead": ("leader_of_group", "leader"),
    "adv": ("adviser", "adviser"),
}
# Codes in CLDR's list for which nobody speaks: groupings, placeholders, parts of states, islands without inhabitants.
NOT_ACTORS = frozenset("AC AQ BL BQ BV CC CP CQ CX DG EA EU EZ GS HM IC MF NF PN QO SJ TA TF UM UN XA XB ZZ".split())
# Spellings that lose their accents into an ordinary word or another name.
KEEP_ACCENTS = frozenset({"Malé", "Pará", "Chocó", "Colón", "Türk", "Støre", "Réunion"})
LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ð": "d",
        "þ": "th",
        "ə": "e",
        "Ə": "E",
        "ʻ": "'",
        "’": "'",
    }
)
ALIAS = re.compile(r"^(?P<text>[^~:@{]+)(?P<rest>(?:~[a-z]|:[A-Z]+|@[a-z]*|\{[^}]*\})*)$")
GENERAL = re.compile(
    r"(?<=\w )(?:(?:International|Air|Naval|Military|Nuclear|Power|Hydropower|Hydroelectric|Oil|Gas|Border|Refugee|LNG"
    r"|Conference|Convention|Test|Force|Steel|Container|State|Guest|Detention|Pumping)[ ])*(?:Airport|Airfield|Base"
    r"|Camp|Crossing|Bridge|Dam|Reservoir|Barrage|Tunnel|Port|Terminal|Pipeline|Refinery|Field|Mine|Plant|Station"
    r"|Reactor|Hospital|Prison|Jail|Mosque|Monastery|Cathedral|Church|Palace|Railway|Highway|Square|Site|Complex|Canal"
    r"|Interconnector|Steelworks|Cosmodrome|Centre|Center|Post)$",
    re.IGNORECASE,
)
MARK = re.compile(r"~([a-z])|:([A-Z]+)|@([a-z]*)|\{([^}]*)\}")
OFFICE = re.compile(r"^(?P<role>[a-z]+)(?:=(?P<title>[^@]+?))?(?:@(?P<actor>\S+))?(?:\s+(?P<span>\S*\.\.\S*))?$")


def fold(text: str) -> str:
    """The text in unaccented letters and straight apostrophes."""
    return "".join(c for c in unicodedata.normalize("NFD", text.translate(LETTERS)) if not unicodedata.combining(c))


def slug(text: str) -> str:
    """Return the text as the last part of a key."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).lower().replace("'", "")).strip("-")


def spellings(text: str) -> list[str]:
    """The text and the spellings that differ only in typography: accents, apostrophes, points in US, UK and UN."""
    found = [text]
    if text not in KEEP_ACCENTS:
        found.append(fold(text))
    for form in list(found):
        match = re.match(r"^(US|UK|UN|EU) (.*)$", form)
        if match and match[1] != "EU":
            found.append(".".join(match[1]) + ". " + match[2])
        found.append(form.replace("'", "’"))
    return list(dict.fromkeys(found))


def looks_like_acronym(text: str) -> bool:
    """Say whether the text is one word, at least half of it capitals."""
    return (
        bool(re.fullmatch(r"(?:[A-Z]\.){2,}|[A-Z][A-Za-z0-9&.+-]*", text))
        and sum(c.isupper() for c in text) >= 2
        and (sum(c.isupper() for c in text) * 2 >= sum(c.isalpha() for c in text))
    )


def dates(span: str) -> tuple[str | None, str | None]:
    """Return both ends of "from..to"; an end left out is None."""
    start, _, end = span.partition("..")
    return start or None, end or None


def alias(written: str, kind: str, default: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield an alias as written in a table, in each of its spellings."""
    match = ALIAS.match(written.strip())
    if not match:
        raise ValueError(f"alias not understood: {written!r}")
    text = match["text"].strip()
    entry: dict[str, Any] = {
        "text": text,
        "type": default or ("acronym" if looks_like_acronym(text) else "name"),
    }
    for mark in MARK.finditer(match["rest"]):
        if mark[1]:
            entry["type"] = TYPES[mark[1]]
        elif mark[2]:
            entry["label"] = mark[2]
        elif mark[3]:
            entry["when"] = mark[3]
        elif mark[4] is not None:
            start, end = dates(mark[4])
            if start:
                entry["from"] = start
            if end:
                entry["to"] = end
    if entry.get("label") == kind:
        del entry["label"]
    for spelling in spellings(text):
        yield {**entry, "text": spelling}


def aliases(name: str, field: str, kind: str, default: str | None = None) -> list[dict[str, Any]]:
    """Return the aliases of a field, without doubles and without the name itself."""
    found: dict[str, dict[str, Any]] = {}
    for spelling in spellings(name)[1:]:
        found[spelling] = {"text": spelling, "type": "name"}
    for written in filter(None, (part.strip() for part in field.split(";"))):
        for entry in alias(written, kind, default):
            if entry["text"] != name:
                found.setdefault(entry["text"], entry)
    return list(found.values())


def lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """(section, fields) of each line of a table."""
    section = ""
    path = HERE / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        fields = [field.strip() for field in line.split("|")]
        yield section, fields + [""] * (6 - len(fields))


def reference(short: str) -> str | None:
    """RU -> country:RU; anything with a colon is a key already; else an organisation's slug."""
    if not short:
        return None
    if ":" in short:
        return short
    if re.fullmatch(r"[A-Z]{2}", short):
        return f"country:{short}"
    return f"org:{short}"


def territories() -> dict[str, str]:
    """Return CLDR's English names by code."""
    from babel import Locale

    names = Locale("en").territories
    return {
        code: str(name).replace("’", "'").replace(" & ", " and ")
        for code, name in sorted(names.items())
        if re.fullmatch(r"[A-Z]{2}", code) and code not in NOT_ACTORS
    }


def demonyms(field: str) -> Iterator[dict[str, Any]]:
    """Yield the words for what and who is of a country."""
    for part in filter(None, field.split(";")):
        plural = part.endswith("+")
        for entry in alias(part.removesuffix("+"), "GPE", "demonym"):
            yield {**entry, "label": "NORP"}
            if plural:
                yield {**entry, "text": entry["text"] + "s", "label": "NORP"}


def countries() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Countries, and the capitals among the cities."""
    table = {fields[0]: fields for _, fields in lines("countries")}
    cldr = territories()
    unknown = set(table) - set(cldr)
    missing = set(cldr) - set(table)
    if unknown or missing:
        raise ValueError(
            f"countries.txt and CLDR differ: {sorted(unknown)} not in CLDR, {sorted(missing)} not in the table"
        )
    states, capitals = [], []
    for code, cldr_name in cldr.items():
        _, name, people, other, capital, parent = table[code]
        name = name or cldr_name
        found: dict[str, dict[str, Any]] = {}
        for entry in aliases(name, ";".join([cldr_name if "(" not in cldr_name else "", other]), "GPE"):
            found.setdefault(entry["text"], entry)
        for entry in demonyms(people):
            found.setdefault(entry["text"], entry)
        for place in filter(None, capital.split(";")):
            city = place.removesuffix("@")
            if not place.endswith("@"):
                for spelling in spellings(city):
                    found.setdefault(spelling, {"text": spelling, "type": "metonym", "when": "acting"})
            capitals.append({"name": city, "parent": f"country:{code}"})
        states.append(
            {
                "key": f"country:{code}",
                "name": name,
                "kind": "GPE",
                "parent": reference(parent),
                "aliases": list(found.values()),
            }
        )
    return states, capitals


def cased(names: str) -> str:
    """Return names with those whose last words are general in the other writing too: Evin Prison, Evin prison."""
    found = [name for name in names.split(";") if name]
    for name in list(found):
        match = GENERAL.search(name)
        if match is not None:
            other = match[0].lower() if match[0] != match[0].lower() else match[0].title()
            found.append(name[: match.start()] + other.replace("Lng", "LNG").replace("lng", "LNG"))
    return ";".join(dict.fromkeys(found))


def plain(name: str) -> list[dict[str, Any]]:
    """Organisations, places, facilities, laws, events."""
    found = []
    for section, (title, parent, other, *_) in lines(name):
        kind, _, prefix = section.partition(" ")
        key, _, text = title.rpartition("=")
        other = cased(f"{text};{other}") if kind == "FAC" else other
        found.append(
            {
                "key": f"{prefix or PREFIX[kind]}:{key or slug(text)}",
                "name": text,
                "kind": kind,
                "parent": reference(parent),
                "aliases": aliases(text, other, kind),
            }
        )
    return found


def cities(capitals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the cities of the table, and the capitals that are not among them."""
    found: dict[str, dict[str, Any]] = {}
    for _, (title, parent, other, *_) in lines("cities"):
        key, _, text = title.rpartition("=")
        key = f"city:{key or slug(text)}"
        if key in found:
            raise ValueError(f"cities.txt: {key} twice")
        found[key] = {
            "key": key,
            "name": text,
            "kind": "GPE",
            "parent": reference(parent),
            "aliases": aliases(text, other, "GPE"),
        }
    known = {entry["name"] for entry in found.values()} | {
        a["text"] for entry in found.values() for a in entry["aliases"]
    }
    for capital in capitals:
        key = f"city:{slug(capital['name'])}"
        if capital["name"] not in known and key not in found:
            found[key] = {
                "key": key,
                "name": capital["name"],
                "kind": "GPE",
                "parent": capital["parent"],
                "aliases": aliases(capital["name"], "", "GPE"),
            }
    return sorted(found.values(), key=lambda entry: entry["key"])


def office(written: str, home: str | None) -> dict[str, Any]:
    """Return an office as written in a table."""
    match = OFFICE.match(written.strip())
    if not match or match["role"] not in ROLES:
        raise ValueError(f"office not understood: {written!r}")
    role, title = ROLES[match["role"]]
    entry: dict[str, Any] = {
        "title": (match["title"] or title).strip(),
        "role": role,
        "actor": reference(match["actor"]) if match["actor"] else home,
    }
    start, end = dates(match["span"] or "..")
    if start:
        entry["from"] = start
    entry["to"] = end
    return entry


def people() -> list[dict[str, Any]]:
    """Name|parent|surname(s), "-" for none, empty for the last word|other spellings|offices."""
    found = []
    for _, (title, parent, surname, other, offices, *_) in lines("people"):
        key, _, name = title.rpartition("=")
        home = reference(parent)
        last = [] if surname == "-" else (surname or name.split()[-1]).split(";")
        entries = aliases(name, other, "PERSON")
        have = {entry["text"] for entry in entries} | {name}
        for text in last:
            for entry in alias(text, "PERSON", "surname"):
                if entry["text"] not in have:
                    have.add(entry["text"])
                    entries.append(entry)
        for entry in entries:
            if entry["type"] == "acronym" and "label" not in entry:
                entry["type"] = "nickname"
        found.append(
            {
                "key": f"person:{key or slug(name)}",
                "name": name,
                "kind": "PERSON",
                "parent": home,
                "aliases": entries,
                "offices": [office(part, home) for part in offices.split(";") if part.strip()],
            }
        )
    return found


def issues() -> list[dict[str, Any]]:
    """Name|family|parent|word;word;..."""
    found = []
    for _, (title, family, parent, words, *_) in lines("issues"):
        key, _, name = title.rpartition("=")
        found.append(
            {
                "key": f"issue:{key or slug(name)}",
                "name": name,
                "words": list(dict.fromkeys(word.strip() for word in words.split(";") if word.strip())),
                "parent": f"issue:{parent}" if parent else None,
                "family": family,
            }
        )
    return found


def build() -> dict[str, str]:
    """File name to file text."""
    states, capitals = countries()
    tables = {
        "countries": states,
        "cities": cities(capitals),
        "people": people(),
        "organisations": plain("organisations"),
        "places": plain("places"),
        "facilities": plain("facilities"),
        "laws": plain("laws"),
        "events": plain("events"),
        "issues": issues(),
    }
    return {
        f"{name}.jsonl": "".join(
            json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in tables[name]
        )
        for name in FILES
    }


def main() -> int:
    """Write or check the files."""
    parser = argparse.ArgumentParser(description="Compile the actor base.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the files are not up to date")
    check = parser.parse_args().check
    stale = []
    for name, text in build().items():
        path = OUT / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            OUT.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{name}: {text.count(chr(10))} entries, {len(text.encode())} bytes")
    if stale:
        print("out of date: " + ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
