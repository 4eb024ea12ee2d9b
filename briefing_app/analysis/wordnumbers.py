"""Numbers in words, both ways: "ninety-five" is 95."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

UNITS: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
UNITS |= {word: 20 + 10 * index for index, word in enumerate(_TENS)}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT_SCALES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}


def is_number_word(word: str) -> bool:
    """Say whether ``word`` (lower case) is a number in words, such as *ten* or *forty-two*."""
    if word in UNITS:
        return True
    left, dash, right = word.partition("-")
    return bool(dash) and UNITS.get(left, 0) >= 20 and UNITS.get(right, 99) < 10


def spell(number: int) -> str:
    """Return ``number`` (0 to below 10**15) in words, as "two hundred and five"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    for scale in ("trillion", "billion", "million", "thousand", "hundred"):
        size = SCALES[scale]
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{spell(head)} {scale}" + (joint + spell(rest) if rest else "")
    raise ValueError(number)


def value_of(words: Sequence[str]) -> Decimal | None:
    """Return what a run of number words says, or None: ``["two", "hundred", "and", "five"]`` is 205."""
    total = 0
    group = 0
    seen = False
    for word in words:
        if word in ("and", "-"):
            continue
        if word in ("a", "an"):
            group += 1
        elif word in UNITS:
            group += UNITS[word]
        elif word in SCALES:
            size = SCALES[word]
            group = max(group, 1) * size
            if size > 100:
                total += group
                group = 0
        elif is_number_word(word):
            left, _, right = word.partition("-")
            group += UNITS[left] + UNITS[right]
        else:
            return None
        seen = True
    return Decimal(total + group) if seen else None


def plain(value: Decimal) -> str:
    """Return ``value`` without exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
