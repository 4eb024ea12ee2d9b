"""Percentages: "75 per cent", "seventy-five percent", "between 10% and 15%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.quantities import DASHES, Quantity, is_change
from briefing_app.analysis.values import Value
from briefing_app.analysis.wordnumbers import plain
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_WHY = "A percentage."


def find_percent(tokens: list[Token], numbers: list[Quantity]) -> list[Value]:
    """Return the percentages of a sentence; values are ``75%``, ranges ``10%/15%``."""
    found: list[Value] = []
    used = -1
    for position, one in enumerate(numbers):
        if position <= used:
            continue
        two = numbers[position + 1] if position + 1 < len(numbers) else None
        if two is not None:
            pair = _range(tokens, one, two)
            if pair:
                found += pair
                used = position + 1
                continue
        last = sign_end(tokens, one.last)
        if last:
            found.append(_made(tokens, one.first, last, f"{plain(one.value)}%"))
    return found


def sign_end(tokens: list[Token], index: int) -> int:
    """Return where a percent sign or word that starts at token ``index`` ends, 0 if there is none."""
    if index >= len(tokens):
        return 0
    lower = tokens[index].lower
    if lower == "-" and index + 1 < len(tokens):
        lower = tokens[index + 1].lower
        index += 1
        if lower not in ("percent", "per"):
            return 0
    if lower in ("%", "percent", "pc", "percentage"):
        if lower == "percentage":
            point = index + 1 < len(tokens) and tokens[index + 1].lower in ("point", "points")
            return index + 2 if point else 0
        return index + 1
    if lower == "per" and index + 1 < len(tokens) and tokens[index + 1].lower == "cent":
        return index + 2
    return 0


def _range(tokens: list[Token], one: Quantity, two: Quantity) -> list[Value]:
    """Return a range of percentages, two where they tell of a change ("fell from 20 to 15 percent"), or none."""
    last = sign_end(tokens, two.last)
    if not last:
        return []
    own = sign_end(tokens, one.last)
    middle = [token.lower for token in tokens[(own or one.last) : two.first]]
    if middle == ["to"] and is_change(tokens, one.first):
        low = _made(tokens, one.first, own or one.last, f"{plain(one.value)}%")
        return [low, _made(tokens, two.first, last, f"{plain(two.value)}%")]
    if len(middle) != 1 or one.value >= two.value:
        return []
    between = one.first > 0 and tokens[one.first - 1].lower == "between"
    joined = middle[0] in DASHES or middle[0] in ("to", "or") or (middle[0] == "and" and between)
    if not joined:
        return []
    return [_made(tokens, one.first, last, f"{plain(one.value)}%/{plain(two.value)}%")]


def _made(tokens: list[Token], first: int, last: int, value: str) -> Value:
    start, end = tokens[first].start, tokens[last - 1].end
    return Value(FigureKind.PERCENT, start, end, value, _WHY, (first, last))
