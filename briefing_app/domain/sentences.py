"""Splitting prose into sentences well enough to check them and to quote one."""

from __future__ import annotations

import re

CITED = "\ufffc"
"""Stands for a footnote mark in text that is checked; it belongs to the sentence before it."""

_MARKS = r"(?<![.!?…])[.!?…]++[\"”’»)\]]*+"
"""A run of marks, from its beginning alone: else a text of marks takes the square of its length."""
_END = re.compile(rf"{_MARKS}[{CITED}†\s]*(?=\s|$)|{_MARKS}[{CITED}†]+")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col st vs cf e.g i.e approx u.s u.k u.n jan feb"
    " mar apr jun jul aug sep sept oct nov dec inc ltd co n.d".split()
)
_NUMBERED = frozenset("no nos art arts para paras p pp sec ch fig".split())


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text[start:end]``, trimmed, in order."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    position = start
    for match in _END.finditer(text, start, stop):
        if _is_end(text, position, match, stop):
            _add(spans, text, position, match.end())
            position = match.end()
    _add(spans, text, position, stop)
    return spans


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` in order."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _is_end(text: str, position: int, match: re.Match[str], stop: int) -> bool:
    following = text[match.end() : min(stop, match.end() + 40)].lstrip()
    if not following:
        return True
    if following[0].islower():
        return False
    if match[0].strip() != ".":
        return True
    before = text[max(position, match.start() - 12) : match.start()].split()
    word = before[-1].lstrip("(“\"'‘").casefold() if before else ""
    if word in _NUMBERED:
        return not following[0].isdigit()
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
