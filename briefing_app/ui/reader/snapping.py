"""Passages tidied: edges at whole words, no blank ends; and the sentence around a passage."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'’”»)\]]*+(?=\s|$)|\n\s*\n")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Gov|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs)\.$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the passage without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the passage widened to whole words, without white space at its ends."""
    start, end = trim(text, start, end)
    if start >= end:
        return start, end
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    return start, end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence, or run of sentences, that holds ``start``-``end``."""
    first, last = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if _SHORT.search(text[max(0, found.start() - 6) : found.end()]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.end() >= end:
            last = found.end()
            break
    return trim(text, first, last)


def _joined(text: str, place: int) -> bool:
    return _is_word(text[place - 1]) and _is_word(text[place])


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter in "'’-‑\u00ad\u200d" or (not letter.isascii() and "\u0300" <= letter <= "\u036f")
