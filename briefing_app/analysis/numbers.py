"""Plain counts that state something: people, tonnes, articles; not ordinals, ages, times or years."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.quantities import DASHES, Quantity
from briefing_app.analysis.values import Value
from briefing_app.analysis.wordnumbers import plain
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_TIME_UNITS = frozenset(
    (
        "second seconds minute minutes hour hours day days week weeks month months year years decade"
        " decades century centuries am pm a.m. p.m. gmt utc o'clock o’clock year-old years-old weekend"
        " weekends quarter quarters night nights morning evening"
    ).split()
)
_NAMED_BEFORE = frozenset(
    (
        "article articles resolution no nos number chapter annex paragraph section page act rule law"
        " phase track group level tier point option part version draft protocol at aged age cop channel"
        " flight highway route area zone line principle goal sdg step item category plan psalm agenda"
        " directive regulation title schedule table figure appendix room gate pier building boeing airbus"
    ).split()
)
_GLUED_UNITS = frozenset(
    "tonne ton strong member seat nation mile kilometre kilometer hectare megawatt barrel page point".split()
)
_VAGUE_NOUNS = frozenset("side sides leaders men thing things way ways one ones of".split())
_FRACTIONS = frozenset("third thirds quarters fifths fifth tenths half halves quarter".split())


_STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def find_numbers(tokens: list[Token], numbers: list[Quantity], taken: list[Value]) -> list[Value]:
    """Return the counts of a sentence that no other value has taken."""
    busy = {index for value in taken for index in range(*value.tokens)}
    found: list[Value] = []
    used = -1
    for position, one in enumerate(numbers):
        if position <= used or any(index in busy for index in range(one.first, one.last)):
            continue
        two = numbers[position + 1] if position + 1 < len(numbers) else None
        last, value = one.last, plain(one.value)
        if two and _joined(tokens, one, two) and two.first not in busy:
            low = one.value
            if two.scaled and not one.scaled and two.bare:
                low *= two.value / two.bare
            last, value = two.last, f"{plain(low)}/{plain(two.value)}"
            used = position + 1
        if not _named(tokens, one) and _counts(tokens, one, last):
            start, end = tokens[one.first].start, tokens[last - 1].end
            found.append(Value(FigureKind.NUMBER, start, end, value, "A count.", (one.first, last)))
    return found


def _joined(tokens: list[Token], one: Quantity, two: Quantity) -> bool:
    if two.first != one.last + 1 or one.value >= two.value:
        return False
    middle = tokens[one.last].lower
    between = one.first > 0 and tokens[one.first - 1].lower in ("between", "from")
    return middle in DASHES or middle == "to" or (middle == "and" and between)


def _named(tokens: list[Token], one: Quantity) -> bool:
    """Say whether the number is part of a name, a reference, an age or a clock time."""
    if one.first == 0:
        return False
    before = tokens[one.first - 1]
    if before.lower in _NAMED_BEFORE and not one.scaled and not (before.lower == "at" and not _is_clock(tokens, one)):
        return True
    if before.text in "#№/:" or (before.text == "." and one.first > 1):
        return before.end == tokens[one.first].start or tokens[one.first - 2].lower in ("no", "nos")
    if before.text in DASHES and before.end == tokens[one.first].start:
        return True
    return before.is_capital and before.text.isupper() and len(before.text) > 1 and not one.scaled


def _is_clock(tokens: list[Token], one: Quantity) -> bool:
    after = tokens[one.last].lower if one.last < len(tokens) else ""
    return after in ("a.m.", "p.m.", "am", "pm", "gmt", "o'clock", "o’clock", ":", "local", "sharp") or (
        one.value <= 12 and after in ("on", "in", ".", ",")
    )


def _counts(tokens: list[Token], one: Quantity, last: int) -> bool:
    """Say whether what follows token ``last`` is a thing that can be counted."""
    after = tokens[last] if last < len(tokens) else None
    if one.first == 0 and _STAMP.fullmatch(tokens[0].text):
        return False  # 19.58, the time in front of a line of a live blog
    if after is None:
        return one.scaled or (not one.words and one.value >= 1000 and not _is_year(tokens, one))
    if after.lower in ("-", "–") and after.start == tokens[last - 1].end:
        unit = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        return unit in _GLUED_UNITS and not one.words  # not 62-year-old, three-way
    if after.text == ":" or (after.text == "/" and not one.scaled):
        return False
    if one.words and one.value <= 1:
        return False
    for step in range(last, min(last + 4, len(tokens))):
        token = tokens[step]
        if token.lower in _TIME_UNITS or token.lower in _FRACTIONS:
            return False
        if token.lower in ("more", "other", "further", "additional", "million", "metric", "square", "cubic"):
            continue
        if not token.is_word or (token.lower in FUNCTION_WORDS and token.lower not in ("of",)):
            if step == last and _of_those_named(tokens, one):
                return not _is_year(tokens, one)
            return _alone(one) and step > last - 1 and not _is_year(tokens, one)
        if token.lower == "of" and step == last and step + 1 < len(tokens):
            whose = ("its", "their", "the", "his", "her", "those", "our", "them", "these", "us")
            return tokens[step + 1].lower in whose and one.value >= 2
        if token.lower in _VAGUE_NOUNS:
            return not one.words and one.value > 12
        if step == last and one.words and one.value == 2 and _definite(tokens, one.first):
            return False
        return not (_is_year(tokens, one) and not one.scaled)
    return _alone(one)


def _of_those_named(tokens: list[Token], one: Quantity) -> bool:
    """Say whether a bare number counts what was named before: "of these areas, 14", "the remaining 23"."""
    if one.words or one.first == 0 or one.value <= 1:
        return False
    if tokens[one.first - 1].lower in ("remaining", "other"):
        return True
    opening = [token.lower for token in tokens[max(0, one.first - 7) : one.first]]
    return opening[-1:] == [","] and any(
        pair in (("of", "these"), ("of", "those"), ("of", "them"), ("of", "the"))
        for pair in itertools.pairwise(opening)
    )


def _alone(one: Quantity) -> bool:
    """A number without its noun is a count only when it is large or scaled."""
    return one.scaled or one.value >= 100 or (not one.words and one.value > 24)


def _definite(tokens: list[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower in ("the", "these", "those", "its", "their", "other")


def _is_year(tokens: list[Token], one: Quantity) -> bool:
    whole = (
        "," not in tokens[one.first].text
        and not one.words
        and not one.scaled
        and one.value == one.value.to_integral_value()
    )
    return whole and 1800 <= one.value <= 2100
