"""Names from the entity layer of GUM: phrases are cut down to the capitalised words around their heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpora import Labelled, conllu

from briefing_app.analysis.lexicon import MONTHS, WEEKDAYS
from briefing_app.analysis.name_lexicon import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conventions import Conventions, Marked, Piece

GENRES = ("news", "interview", "bio", "voyage", "speech", "academic", "textbook", "court", "vlog", "conversation")
_TYPES = {"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT",
          "object": "MISC", "abstract": "MISC"}  # fmt: skip
_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*\)?|(\d+)\)")
_INSIDE = frozenset("of the and for de del la al el bin von van der du & - '".split())


def documents(text: str, name: str, ours: Conventions) -> Iterator[Labelled]:
    """Yield the document of one CoNLL-U file of GUM."""
    made = Labelled(name)
    for rows in conllu(text):
        words = [row[1] for row in rows]
        pieces = _pieces(rows, words, ours)
        marked: Marked = (words, ours.norps(words, pieces))
        made.text += " " if made.text else ""
        starts: list[tuple[int, int]] = []
        for row in rows:
            start = len(made.text)
            made.text += row[1]
            made.parts[start] = row[4]
            starts.append((start, len(made.text)))
            made.text += "" if "SpaceAfter=No" in row[9] else " "
        made.text = made.text.rstrip()
        covered = {at for first, last, _ in marked[1] for at in range(first, last)}
        made.free += [
            starts[at]
            for at, row in enumerate(rows)
            if at not in covered and row[3] == "PROPN" and not _nameless(row[1])
        ]
        made.spans += [(starts[first][0], starts[last - 1][1], label) for first, last, label in marked[1]]
    yield made


def _nameless(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES or word.lower() in (*WEEKDAYS, *MONTHS)


def _pieces(rows: list[list[str]], words: list[str], ours: Conventions) -> list[Piece]:
    found: list[Piece] = []
    for first, last, kind in sorted(_entities(rows), key=lambda one: one[0] - one[1]):
        if kind not in _TYPES:
            continue
        head = _head(rows, first, last)
        if kind == "person":
            low, high = _person(rows, head, first, last)
        elif rows[head][3] == "PROPN":
            low, high = head, head + 1
            while low > first and _belongs(rows, low - 1):
                low -= 1
            while high < last and _belongs(rows, high):
                high += 1
        else:
            continue
        if low >= high:
            continue
        piece = ours.trimmed(words, (low, high, _TYPES[kind]))
        if piece is None or any(f < piece[1] and piece[0] < e for f, e, _ in found):
            continue
        found.append(ours.relabelled(words, piece))
    return sorted(found)


def _belongs(rows: list[list[str]], at: int) -> bool:
    row = rows[at]
    if row[3] == "PROPN" or row[1].lower() in _INSIDE:
        return True
    return row[3] in ("ADJ", "NOUN", "NUM", "VERB") and row[1][0].isupper() and (at > 0 or row[3] != "VERB")


def _person(rows: list[list[str]], head: int, first: int, last: int) -> tuple[int, int]:
    """Return the name in a phrase for a person: its head and what hangs on it flat, or the name behind "captain"."""
    start = head
    if rows[head][3] != "PROPN":
        start = next((at for at in range(head + 1, last) if rows[at][3] == "PROPN" and rows[at][6] == rows[head][0]
                      and rows[at][7].partition(":")[0] in ("appos", "flat", "nmod", "compound")), -1)  # fmt: skip
        if start < 0 or any(row[7] == "case" for row in rows[head + 1 : start]):
            return 0, 0
    while start > first and rows[start - 1][3] == "PROPN" and rows[start - 1][7].startswith("flat"):
        start -= 1
    end = start + 1
    while end < last:
        hyphen = rows[end][1] in ("-", "–", '"') and end + 1 < last and rows[end + 1][7].startswith("flat")
        if not hyphen and not rows[end][7].startswith("flat"):
            break
        end += 1
    return start, end


def _head(rows: list[list[str]], first: int, last: int) -> int:
    for at in range(first, last):
        above = int(rows[at][6]) - 1
        if not first <= above < last:
            return at
    return first


def _entities(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    open_: dict[str, tuple[int, str]] = {}
    found: list[tuple[int, int, str]] = []
    for at, row in enumerate(rows):
        value = next((item[7:] for item in row[9].split("|") if item.startswith("Entity=")), "")
        for match in _BRACKET.finditer(value):
            if match[3]:
                if match[3] in open_:
                    start, kind = open_.pop(match[3])
                    found.append((start, at + 1, kind))
            elif match[0].endswith(")"):
                found.append((at, at + 1, match[2]))
            else:
                open_[match[1]] = (at, match[2])
    return found
