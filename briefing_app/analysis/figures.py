"""All values of a sentence together, and what each figure measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.money import find_money
from briefing_app.analysis.numbers import find_numbers
from briefing_app.analysis.percent import find_percent
from briefing_app.analysis.quantities import quantities
from briefing_app.domain.entity import Figure, FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.dates import DateFinder
    from briefing_app.analysis.page import Page, Sentence, Token
    from briefing_app.analysis.values import Value


def find_values(sentence: Sentence, dates: DateFinder) -> list[Value]:
    """Return the values of a sentence in order; none overlaps another."""
    tokens = sentence.tokens
    days = dates.find(tokens)
    busy = {index for value in days for index in range(*value.tokens)}
    numbers = [one for one in quantities(tokens) if one.first not in busy]
    if not numbers:
        return days
    sums = find_money(tokens, numbers)
    taken = [*days, *sums]
    busy |= {index for value in sums for index in range(*value.tokens)}
    shares = find_percent(tokens, [one for one in numbers if one.first not in busy])
    taken += shares
    taken += find_numbers(tokens, numbers, taken)
    taken.sort(key=lambda value: value.start)
    return _apart(taken)


def _apart(values: list[Value]) -> list[Value]:
    kept: list[Value] = []
    for value in values:
        if not kept or value.start >= kept[-1].end:
            kept.append(value)
    return kept


def make_figure(page: Page, sentence: Sentence, value: Value, claimed_by: str) -> Figure:
    """Return the figure of a value, with the words that say what it measures."""
    return Figure(
        kind=value.kind,
        start=value.start,
        end=value.end,
        text=page.text[value.start : value.end],
        value=value.value,
        measures=_measures(page, sentence.tokens, value),
        claimed_by=claimed_by,
    )


def _measures(page: Page, tokens: list[Token], value: Value) -> str:
    """Return the noun phrase a figure counts: "12,000 tonnes of cod" measures "tonnes of cod"."""
    if value.kind is FigureKind.DATE:
        return ""
    index = value.tokens[1]
    joint = ("of", "in", "for", "to")
    if value.kind is not FigureKind.NUMBER:
        if index >= len(tokens) or tokens[index].lower not in joint:
            return ""
        index += 1
        while index < len(tokens) and tokens[index].lower in ("the", "a", "an", "all", "its", "their"):
            index += 1
    first = index
    while index < len(tokens) and index - first < 6:
        token = tokens[index]
        inner = token.lower == "of" and index > first
        if not inner and not (token.is_word and token.lower not in FUNCTION_WORDS):
            break
        index += 1
    while index > first and tokens[index - 1].lower == "of":
        index -= 1
    if index == first:
        return ""
    return page.text[tokens[first].start : tokens[index - 1].end]
