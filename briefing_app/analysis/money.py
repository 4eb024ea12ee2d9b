"""Sums of money: "€90bn", "ninety billion euros", "$1.2-1.5 billion", "Rs 500 crore"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing_app.analysis.currencies import (
    CODES,
    DOLLARS,
    LETTERS,
    PREFIXES,
    SIGNS,
    WORDS_TOO,
    code_of,
    currency,
    money_name,
)
from briefing_app.analysis.quantities import DASHES, Quantity, is_change
from briefing_app.analysis.values import Value
from briefing_app.analysis.wordnumbers import plain
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token


def find_money(tokens: list[Token], numbers: list[Quantity]) -> list[Value]:
    """Return the sums of a sentence; values are ``USD 55000000``, ranges ``USD 1200000000/1500000000``."""
    found: list[Value] = []
    index = 0
    while index < len(numbers):
        one = numbers[index]
        two = numbers[index + 1] if index + 1 < len(numbers) else None
        pair = _range(tokens, one, two) if two else []
        if pair:
            found += pair
            index += 2
            continue
        single = _single(tokens, one)
        if single:
            found.append(single)
        index += 1
    return found


def _single(tokens: list[Token], one: Quantity) -> Value | None:
    first, code = _before(tokens, one)
    if not code:
        code, last = _after(tokens, one.last)
        if not code:
            return None
        first = one.first
    else:
        last = one.last
    return _made(tokens, first, last, f"{code} {plain(one.value)}", code)


def _range(tokens: list[Token], one: Quantity, two: Quantity) -> list[Value]:
    """Read two numbers as the ends of a range of money, if a dash, "to" or "and" joins them.

    "Rose from $3 to $5 million" is no range but two sums.
    """
    first, code = _before(tokens, one)
    second_first, second_code = _before(tokens, two)
    middle = [token.lower for token in tokens[one.last : min(second_first, two.first)]]
    last = two.last
    own_after, own_last = _after(tokens, one.last)
    if own_after and not code:
        code = own_after
        first = one.first
        middle = middle[own_last - one.last :]
    after, after_last = _after(tokens, two.last)
    if not code:
        code, first = after, one.first
    if after and not second_code:
        last = after_last
    if not code or not (second_code or after or code):
        return []
    if len(middle) != 1 or not (middle[0] in DASHES or middle[0] in ("to", "and", "or")):
        return []
    if middle[0] == "and" and not (first and tokens[first - 1].lower == "between"):
        return []
    if (second_code or after or code) != code:
        return []
    if middle[0] in ("to", "or", "and") and not (second_code or after or two.scaled):
        return []
    low, high = one.value, two.value
    if not one.scaled and two.scaled and two.bare:
        low *= two.value / two.bare if not two.words else _scale_of(two.value)
    if middle[0] == "to" and is_change(tokens, first):
        middle_at = min(second_first, two.first) - 1
        low_sum = _made(tokens, first, middle_at, f"{code} {plain(low)}", code)
        return [low_sum, _made(tokens, middle_at + 1, last, f"{code} {plain(high)}", code)]
    if low >= high:
        return []
    return [_made(tokens, first, last, f"{code} {plain(low)}/{plain(high)}", code)]


def _scale_of(value: Decimal) -> Decimal:
    for exponent in (12, 9, 6, 3):
        if value >= Decimal(10) ** exponent:
            return Decimal(10) ** exponent
    return Decimal(1)


def _before(tokens: list[Token], one: Quantity) -> tuple[int, str]:
    """Return the currency that stands in front of a number and where it starts."""
    first = one.first
    if first == 0:
        return first, ""
    token = tokens[first - 1]
    if token.text in SIGNS:
        glued = first >= 2 and tokens[first - 2].end == token.start
        if token.text == "$" and glued and tokens[first - 2].lower in DOLLARS:
            return first - 2, DOLLARS[tokens[first - 2].lower]
        return first - 1, SIGNS[token.text]
    if token.text == "." and first >= 2 and tokens[first - 2].lower in ("rs", "fr", "sh", "tk"):
        return first - 2, PREFIXES[tokens[first - 2].lower]
    sum_like = one.scaled or (not one.words and one.value >= 1000)
    if token.text in CODES and (sum_like or token.text not in WORDS_TOO):
        return first - 1, code_of(token.text)
    if token.lower in PREFIXES and token.is_capital and not one.words:
        near = token.end == tokens[first].start and sum_like
        if near or (token.lower not in LETTERS and not (token.text.isupper() and not sum_like)):
            return first - 1, PREFIXES[token.lower]
    return first, ""


def _after(tokens: list[Token], last: int) -> tuple[str, int]:
    """Return the currency named behind token ``last`` and where it ends: "Hong Kong dollars", "kina", "€"."""
    whose: list[str] = []
    for index in range(last, min(last + 5, len(tokens))):
        token = tokens[index]
        if not whose and token.text in CODES and token.text not in WORDS_TOO:
            return code_of(token.text), index + 1
        if not whose and token.text in SIGNS:
            return SIGNS[token.text], index + 1
        name = money_name(token.lower) if token.text.islower() or whose else ""
        if name and not (name == "won" and _is_verb(tokens, last, index)):
            return currency(name, " ".join(whose)), index + 1
        if not (token.is_capital or token.lower in ("convertible", "and") or (token.text == "-" and not whose)):
            return "", last
        if token.text != "-":
            whose.append(token.text)
    return "", last


def _is_verb(tokens: list[Token], last: int, index: int) -> bool:
    """Tell what somebody won from the money of Korea: "the 45 won seats"."""
    return index == last and tokens[last - 1].text.isdigit() and len(tokens[last - 1].text) < 4


def _made(tokens: list[Token], first: int, last: int, value: str, code: str) -> Value:
    start, end = tokens[first].start, tokens[last - 1].end
    return Value(FigureKind.MONEY, start, end, value, f"A sum of money in {code}.", (first, last))
