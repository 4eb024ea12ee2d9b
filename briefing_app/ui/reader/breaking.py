"""Breaking words that are longer than a line, as German titles have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SOFT = "\u00ad"
"""A hyphen that is seen only where a line ends at it."""
_LEAST = 3
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûåæøœаеёиоуыэюяіїєαεηιουω")


def broken(text: str, width: int, measure: Callable[[str], int]) -> str:
    """Return ``text`` with places to break in the words that ``measure`` finds wider than ``width``."""
    return " ".join(_opened(word) if len(word) > _LEAST and measure(word) > width else word for word in text.split(" "))


def _opened(word: str) -> str:
    """Put soft hyphens before consonants that a vowel follows, and, where a script has no such, anywhere."""
    last = len(word) - _LEAST
    parts, since = [], 0
    for place, sign in enumerate(word):
        follows = word[place + 1 : place + 2].casefold()
        syllable = sign.isalpha() and sign.casefold() not in _VOWELS and follows in _VOWELS and bool(follows)
        if _LEAST <= place <= last and since >= _LEAST and (syllable or since >= 2 * _LEAST + 2):
            parts.append(SOFT)
            since = 0
        parts.append(sign)
        since += 1
    return "".join(parts)
