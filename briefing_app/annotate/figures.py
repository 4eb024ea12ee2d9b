"""A sentence in which one figure was corrected and nothing else: still the same sentence, if an altered one."""

from __future__ import annotations

import re

from briefing_app.annotate.normal import normalised

_END = re.compile(r"[.!?]['\"”’)\]]*\s|\n")
_WORD = re.compile(r"\w+(?:[.,:/]\w+)*")
_FIGURE = re.compile(r"\d[\d.,:/]*(?:st|nd|rd|th|bn|m|k|pc)?", re.IGNORECASE)
LEAST = 6
"""Other words that a sentence needs to be known again by."""


def figure_corrected(old: str, new: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Say whether the sentence around ``old[before]`` became that around ``new[after]`` by one other figure.

    Not where either sentence stands in the other text too: then a look-alike may have taken its place.
    """
    was, now = _sentences(old, *before), _sentences(new, *after)
    old_words, new_words = _WORD.findall(was), _WORD.findall(now)
    if len(old_words) != len(new_words) or len(old_words) <= LEAST:
        return False
    others = [pair for pair in zip(old_words, new_words, strict=True) if pair[0] != pair[1]]
    if len(others) != 1 or not all(_FIGURE.fullmatch(word) for word in others[0]):
        return False
    return was not in normalised(new).text and now not in normalised(old).text


def _sentences(text: str, start: int, end: int) -> str:
    """Return the sentence or sentences that hold a span, normalised."""
    first = max((match.end() for match in _END.finditer(text, max(0, start - 2000), start)), default=0)
    last = _END.search(text, max(start, end - 1), end + 2000)
    whole = text[max(first, start - 2000) : last.end() if last else end + 2000]
    return normalised(whole).text.strip()
