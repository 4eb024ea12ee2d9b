"""Reading our own notes back: which footnotes the text cites and which the notes define, to hold them together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

_DEFINITION = re.compile(r"^\[\^(\d+)\]:\s", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\\)\[\^(\d+)\](?!:)")


@dataclass(frozen=True, slots=True)
class Resolved:
    """How often each footnote is cited and defined, and what is broken, a sentence each."""

    cited: dict[int, int]
    defined: dict[int, int]
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Say whether every number in the text stands once in the notes, and every note is cited."""
        return not self.faults


def resolve_markdown(text: str) -> Resolved:
    """Return what a Markdown note cites and defines."""
    cited = Counter(int(number) for number in _REFERENCE.findall(text))
    defined = Counter(int(number) for number in _DEFINITION.findall(text))
    return Resolved(dict(cited), dict(defined), tuple(_faults(cited, defined)))


def resolve_html(text: str) -> Resolved:
    """Return what an HTML note cites and defines, following its links in both directions."""
    reader = _Links()
    reader.feed(text)
    reader.close()
    ids = Counter(reader.ids)
    faults = [f"the id {one} is given {count} times" for one, count in ids.items() if count > 1]
    cited = Counter(_number(href) for _, href in reader.references)
    defined = Counter(_number(one) for one in reader.notes)
    faults.extend(_faults(cited, defined))
    ways = dict(reader.references)
    backs = Counter(href for _, href in reader.backs)
    for note, href in reader.backs:
        if ways.get(href.removeprefix("#")) != f"#{note}":
            faults.append(f"the way back {href} of {note} leads elsewhere")
    faults.extend(f"there is no way back to {one}" for one in ways if backs[f"#{one}"] != 1)
    faults.extend(f"the link {href} leads nowhere" for href in reader.internal if href.removeprefix("#") not in ids)
    return Resolved(dict(cited), dict(defined), tuple(faults))


def _faults(cited: Counter[int], defined: Counter[int]) -> list[str]:
    faults = [f"footnote {one} is cited but not defined" for one in cited if one not in defined]
    faults += [f"footnote {one} is defined {count} times" for one, count in defined.items() if count > 1]
    return faults + [f"footnote {one} is defined but not cited" for one in defined if one not in cited]


def _number(href: str) -> int:
    digits = href.rpartition("-")[2]
    return int(digits) if digits.isdigit() else 0


class _Links(HTMLParser):
    """Collects ids and the links of footnotes."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.notes: list[str] = []
        self.references: list[tuple[str, str]] = []
        self.backs: list[tuple[str, str]] = []
        self.internal: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id and where it leads."""
        values = {name: value or "" for name, value in attrs}
        identity, href, role = values.get("id", ""), values.get("href", ""), values.get("role", "")
        if identity:
            self.ids.append(identity)
        if tag == "li" and identity.startswith("fn-"):
            self.notes.append(identity)
        if href.startswith("#"):
            self.internal.append(href)
        if role == "doc-noteref":
            self.references.append((identity, href))
        if role == "doc-backlink":
            self.backs.append((self.notes[-1] if self.notes else "", href))
