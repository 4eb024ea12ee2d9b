"""Which month a word names, in some ninety languages; where languages differ, in that of the text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from briefing_app.paths import resource

_MARKS = re.compile("[\u0300-\u036f\u064b-\u0655\u0640\u02bc’'׳]")
_CASED = re.compile("[a-zа-я]")
_FIRST = 26
"""So many languages at the head of the table lend their short forms to texts in no known language."""
_SHORT = 3
_JALALI = (
    "فروردین حمل|اردیبهشت ثور|خرداد جوزا|تیر سرطان|مرداد امرداد اسد|شهریور سنبله|مهر میزان|آبان عقرب|آذر قوس|دی جدی|"
    "بهمن دلو|اسفند حوت"
)
ROMAN = {one: number for number, one in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


def _key(word: str) -> str:
    """Return a word as it is compared: small, without accents, short vowels and the dots of Thai."""
    word = word.lower().strip(" .").replace(".", "").replace(" ", "_").replace("ي", "ی").replace("ك", "ک")
    return word if word.isascii() else unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))


@cache
def _by_language() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for line in resource("calendar", "months.txt").read_text(encoding="utf-8").splitlines():
        language, _, months = line.partition("\t")
        words = table.setdefault(language, {})
        for number, names in enumerate(months.split("|"), 1):
            for name in names.split():
                words.setdefault(_key(name), number)
    return table


@cache
def _anywhere() -> dict[str, int]:
    """Return what a word means where the language of the text is not known: its meaning in the first of the table."""
    table: dict[str, int] = {}
    for place, (language, words) in enumerate(_by_language().items()):
        for word, number in words.items():
            if language != "vi" and (place < _FIRST or len(word) > _SHORT or not _CASED.match(word)):
                table.setdefault(word, number)
    return table


@lru_cache(maxsize=2048)
def month_of(word: str, language: str = "") -> int:
    """Return the month a word names, or 0; a longer short form counts too where its language is known."""
    key = _key(word)
    own = _by_language().get(language, {})
    if (number := own.get(key, 0) or _anywhere().get(key, 0)) or len(key) < _SHORT:
        return number
    if key[0] == "ב":  # Hebrew "in" is a prefix
        return _anywhere().get(key[1:], 0)
    meant = {number for name, number in own.items() if name.startswith(key)}
    return meant.pop() if len(meant) == 1 else 0


@cache
def _solar() -> dict[str, int]:
    return {_key(name): number for number, names in enumerate(_JALALI.split("|"), 1) for name in names.split()}


def solar_month_of(word: str) -> int:
    """Return the month of the Iranian or Afghan year that a word names, or 0."""
    return _solar().get(_key(word), 0)
