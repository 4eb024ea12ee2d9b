"""The words of the world's names: first and last names, places and bodies, of the PETRARCH actor files (MIT)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.name_lexicon import HEADS, PARTICLES, TITLES

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST, PLACE, BODY = "F", "L", "P", "O"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_COMMON = frozenset((*FUNCTION_WORDS, *PARTICLES, *TITLES, *HEADS))


def lexicon(folder: Path) -> dict[str, str]:
    """Return words in small letters with what they can be."""
    found: dict[str, set[str]] = defaultdict(set)
    countries = (folder / "Phoenix.Countries.actors.txt").read_bytes().decode("utf-8", "replace")
    bodies = (folder / "Phoenix.International.actors.txt").read_bytes().decode("utf-8", "replace")
    _countries(countries, found)
    _bodies(bodies, found)
    return {word: "".join(sorted(kinds)) for word, kinds in sorted(found.items()) if len(word) > 1}


def _countries(text: str, found: dict[str, set[str]]) -> None:
    places = False
    for line in text.splitlines():
        words = _words(line)
        if re.match(r"[A-Z][^\t]*\[[A-Z]{3}\]", line):
            places = True
        elif not line.startswith("+"):
            places = False
        if "CountryInfo.txt" in line and not line.startswith("\t"):
            _person(words, found)
        elif (
            places and line.startswith("+") and len(words) == 1 and not words[0].endswith(("ian", "ese", "ish", "ans"))
        ):
            found[words[0]].add(PLACE)


def _person(words: list[str], found: dict[str, set[str]]) -> None:
    plain = [word for word in words if word not in _COMMON and len(word.rstrip(".")) > 1]
    if 2 <= len(plain) <= 5:
        for word in plain[:-1]:
            found[word].add(FIRST)
        found[plain[-1]].add(LAST)


def _bodies(text: str, found: dict[str, set[str]]) -> None:
    latest: list[str] = []
    for line in text.splitlines():
        if line.startswith("\t"):
            code = line.strip()
            dated = re.search(r"\d{6}", code) is not None
            if not dated and code.startswith(("[NGO", "[MNC", "[IGO", "[IMG")):
                for word in latest:
                    found[word].add(BODY)
            latest = []
        elif line and line[0] != "#":
            words = [word for word in _words(line) if word not in _COMMON]
            if 1 <= len(words) <= 3:
                latest += words


def _words(line: str) -> list[str]:
    name = re.split(r"[\t;#\[]", line, maxsplit=1)[0].lstrip("+&").strip().strip("_")
    return [match[0].lower().rstrip(".") for match in _WORD.finditer(name.replace("_", " "))]
