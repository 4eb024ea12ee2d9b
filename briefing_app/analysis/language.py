"""Telling whether a text is English, which is what the rules know."""

from __future__ import annotations

import re

_COMMON = frozenset(
    (
        "the of and to that is with it as are have be this which had its their would been they were said from not has"
    ).split()
)
_WORD = re.compile(r"[^\W\d_]+")


def is_english(language: str, text: str) -> bool:
    """Trust a language code; without one, count common English words in the beginning of the text."""
    if language:
        return language.lower().split("-")[0].split("_")[0] == "en"
    words = [match[0].lower() for match in _WORD.finditer(text[:6000])]
    if not words:
        return True
    share = sum(word in _COMMON for word in words) / len(words)
    return share >= (0.1 if len(words) > 30 else 0.05)
