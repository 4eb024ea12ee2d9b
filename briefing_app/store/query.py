"""The query language, read: words, "phrases", prefix*, -exclusion, OR, and operators such as `party:`.

Terms stand side by side and all must hold; OR binds the two terms next to it only: `grain OR corn deal` means
(grain or corn) and deal. Whatever is typed means something: what is no operator is words, what has no letter
or digit is nothing, an open quotation mark ends with the line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 1000
MOST_TERMS: Final = 40
OPERATORS: Final = frozenset({"party", "issue", "said", "tag", "type", "date", "source", "has"})
WORD: Final = "word"

_TOKEN = re.compile(
    r"""(?P<minus>-?)
        (?:(?P<operator>[a-zA-Z]{1,10}):(?=\S))?
        (?:"(?P<quoted>[^"]*)"?(?P<quoted_star>\*?) | (?P<bare>[^\s"]+))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: `operator` is "word" for text, else one of OPERATORS."""

    operator: str
    value: str
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Groups that must all hold; of a group one term is enough. No groups: everything.

    ``inside`` are words whose finds are parts of the words of the index (see `unspaced`).
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    inside: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is asked for."""
        return bool(self.groups)


def parse(text: str) -> Query:
    """Read a query; never raises, whatever is typed."""
    groups: list[list[Term]] = []
    joined = False
    count = 0
    for match in _TOKEN.finditer(_clean(text)):
        if match.group(0) == "OR":
            joined = bool(groups)
            continue
        term = _term(match)
        if term is None:
            continue
        count += 1
        if count > MOST_TERMS:
            break
        if joined and not term.excluded and not groups[-1][0].excluded:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    return Query(tuple(tuple(group) for group in groups))


def _clean(text: str) -> str:
    """Cut what is too long, make curly quotes straight, drop what no database takes."""
    usable = text[:LONGEST].translate({0x201C: '"', 0x201D: '"', 0x201E: '"', 0: " "})
    return usable.encode("utf-8", "ignore").decode("utf-8")


def _term(match: re.Match[str]) -> Term | None:
    operator = (match["operator"] or "").lower()
    value = match["quoted"] if match["bare"] is None else match["bare"]
    prefix = bool(match["quoted_star"]) or (match["bare"] is not None and value.endswith("*"))
    value = value.rstrip("*").strip() if prefix else value.strip()
    excluded = bool(match["minus"])
    if operator in OPERATORS:
        return Term(operator, value, prefix, excluded) if value else None
    if operator:
        value = f"{operator}:{value}"
    return Term(WORD, value, prefix, excluded) if _has_token(value) else None


def _has_token(text: str) -> bool:
    """Say whether the search index sees anything in `text`: letters, digits, private characters."""
    return any(unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co" for char in text)
