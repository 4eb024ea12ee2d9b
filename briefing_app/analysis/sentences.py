"""Splitting a passage into sentences."""

from __future__ import annotations

import re

# A run of marks is looked at from its beginning alone: from each of them a text of marks would take the square of time.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s|$)")

# Never end a sentence.
_TITLES = frozenset(
    (
        "mr mrs ms mx dr prof sen rep gov gen lt col maj capt cmdr adm sgt cpl rev hon st ste mt ft fr"
        " ma md mohd wm chas pres messrs vs no nos art arts para paras pp fig figs vol ch sec cf eg ie viz approx ca al"
        " amb min brig insp supt det dep asst"
    ).split()
)
# End one only before a word that cannot go on: months, companies, places.
_SOFT = frozenset(
    (
        "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd corp co llc plc bros etc est dept univ"
        " ave blvd rd jr sr u.s u.k u.n u.s.a e.u d.c a.m p.m ph.d"
    ).split()
)
_NUMBERED = frozenset({"no", "nos", "art", "arts", "para", "paras", "pp", "fig", "vol", "ch", "sec"})
# A capitalised word behind "U.S." or "Inc." that starts a new sentence.
_STARTERS = frozenset(
    (
        "the a an this that these those he she it they we i you but and so yet however in on at by for"
        " from with as if when while after before since although though there here his her its their our"
        " my no not some many most both all each every what who why how where according meanwhile still"
        " also"
    ).split()
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text[start:end]``, trimmed, in order."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    position = start
    for match in _END.finditer(text, start, stop):
        if match.end() <= position or not _is_end(text, match, position, stop):
            continue
        _add(spans, text, position, match.end())
        position = match.end()
    _add(spans, text, position, stop)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _is_end(text: str, match: re.Match[str], position: int, stop: int) -> bool:
    following = _next(text, match.end(), stop)
    if not following:
        return True
    mark = match[0]
    closed = mark[-1] in "\"”’'»)]"
    first = following[0]
    opener = first in "\"“‘'«([—–-•*"
    inner = following[1:2] if opener else first
    if inner.islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        # A question or ellipsis inside quotes is followed by the cue in lower case only.
        return True
    if closed:
        return not _is_abbreviation(text, match.start(), position) or inner.isupper()
    word = _word_before(text, match.start(), position)
    lower = word.lower()
    if not word:
        return True
    if lower in _TITLES:
        if lower in _NUMBERED:
            return not inner.isdigit()
        return False
    if len(word) == 1 and word.isupper():
        return _initial_ends(text, match.start(), following)
    if lower in _SOFT or ("." in word and len(word) <= 6):
        return _bare(following).lower() in _STARTERS
    numbers_a_list = word.isdigit() and len(word) <= 2 and match.start() - len(word) == position
    return not numbers_a_list


def _next(text: str, start: int, stop: int) -> str:
    while start < stop and text[start].isspace():
        start += 1
    end = start
    while end < stop and end - start < 40 and not text[end].isspace():
        end += 1
    return text[start:end]


def _bare(word: str) -> str:
    return word.strip("\"“”‘’'«»()[].,;:—–-")


def _word_before(text: str, end: int, position: int) -> str:
    start = end
    while start > position and end - start < 30 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return text[start:end].lstrip(".")


def _is_abbreviation(text: str, end: int, position: int) -> bool:
    lower = _word_before(text, end, position).lower()
    return lower in _TITLES or lower in _SOFT


def _initial_ends(text: str, end: int, following: str) -> bool:
    """Tell "Plan B. Talks" from "John F. Kennedy": initials stand behind or before a name."""
    before = text[max(0, end - 40) : end - 1].split()
    if before and before[-1][:1].isupper() and before[-1].lower() not in ("plan", "annex", "group", "part"):
        return _bare(following).lower() in _STARTERS
    if not before or before[-1].endswith((".", ",")) or not before[-1][:1].isupper():
        return _bare(following).lower() in _STARTERS
    return True
