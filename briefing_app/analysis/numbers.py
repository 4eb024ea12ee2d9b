"""Plain counts that state something: people, tonnes, articles; not ordinals, ages, times or years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.bare_counts import VOTES, counts_alone, is_age, is_name, vote_partner
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.quantities import DASHES, Quantity, is_change
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
        "article articles resolution resolutions no nos number chapter chapters annex annexes paragraph paragraphs"
        " section sections clause clauses page pages act rule rules law phase track group level tier point points"
        " option part version draft protocol protocols at aged age cop channel regulations items"
        " flight highway route area zone line principle principles goal sdg step item category plan psalm agenda"
        " directive regulation title schedule table figure"
        " posts checkpoint checkpoints outpost outposts appendix room gate pier building boeing airbus"
    ).split()
)
_GLUED_UNITS = frozenset(
    "tonne ton strong member seat nation mile kilometre kilometer hectare megawatt barrel page point".split()
)
_VAGUE_NOUNS = frozenset("side sides leaders men thing things way ways one ones of".split())
_FRACTIONS = frozenset("third thirds quarters fifths fifth tenths half halves quarter".split())
_BETWEEN = frozenset(
    (
        "more other further additional million metric square cubic consecutive straight full working successive whole"
        " calendar"
    ).split()
)
_STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def find_numbers(tokens: list[Token], numbers: list[Quantity], taken: list[Value]) -> list[Value]:
    """Return the counts of a sentence that no other value has taken."""
    busy = {index for value in taken for index in range(*value.tokens)}
    found: list[Value] = []
    voted = any(token.lower in VOTES for token in tokens)
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
        counted = bool(found) or bool(taken and taken[0].kind is FigureKind.NUMBER)
        if (not _named(tokens, one) and _counts(tokens, one, last, counted)) or (
            voted and vote_partner(tokens, numbers, position)
        ):
            start, end = tokens[one.first].start, tokens[last - 1].end
            found.append(Value(FigureKind.NUMBER, start, end, value, "A count.", (one.first, last)))
    return found


def _joined(tokens: list[Token], one: Quantity, two: Quantity) -> bool:
    if two.first != one.last + 1 or one.value >= two.value:
        return False
    middle = tokens[one.last].lower
    between = one.first > 0 and tokens[one.first - 1].lower in ("between", "from")
    if middle == "to" and is_change(tokens, one.first):
        return False
    return middle in DASHES or middle == "to" or (middle == "and" and between)


def _named(tokens: list[Token], one: Quantity) -> bool:
    """Say whether the number is part of a name, a reference, an age or a clock time."""
    if one.first == 0:
        return False
    before = tokens[one.first - 1]
    if not one.scaled and _is_reference(tokens, one):
        return True
    if before.text in "#№/:+" or (before.text == "." and one.first > 1):
        return before.end == tokens[one.first].start or tokens[one.first - 2].lower in ("no", "nos")
    if before.text in DASHES and before.end == tokens[one.first].start:
        return True
    return before.is_capital and before.text.isupper() and len(before.text) > 1 and not one.scaled


def _is_reference(tokens: list[Token], one: Quantity) -> bool:
    """Say whether a word that numbers things stands before, also before others: "paragraphs 3, 4 and 7"."""
    at = one.first - 1
    while (
        at > max(0, one.first - 16)
        and tokens[at].text in (",", "and", "to", "or", "&", "–", "-")
        and tokens[at - 1].text[0].isdigit()
    ):
        at -= 2
    word = tokens[max(0, at)].lower
    if word in ("at", "points"):
        return _is_clock(tokens, one) if word == "at" else one.value < 20 and at == one.first - 1
    return word in _NAMED_BEFORE and at >= 0


def _is_clock(tokens: list[Token], one: Quantity) -> bool:
    after = tokens[one.last].lower if one.last < len(tokens) else ""
    return after in ("a.m.", "p.m.", "am", "pm", "gmt", "o'clock", "o’clock", ":", "local", "sharp") or (
        one.value <= 12 and after in ("on", "in", ".", ",", "")
    )


def _counts(tokens: list[Token], one: Quantity, last: int, counted: bool) -> bool:
    """Say whether what follows token ``last`` is a thing that can be counted; ``counted``: another one was before."""
    after = tokens[last] if last < len(tokens) else None
    if one.first == 0 and _STAMP.fullmatch(tokens[0].text):
        return False  # 19.58, the time in front of a line of a live blog
    if is_age(tokens, one):
        return False
    if after is None:
        return _alone(tokens, one) or counts_alone(tokens, one, last, counted)
    if after.lower in ("-", "–") and after.start == tokens[last - 1].end:
        unit = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        return unit in _GLUED_UNITS and not one.words  # not 62-year-old, three-way
    if after.text in (":", "+") or (after.text == "/" and not one.scaled):
        return False
    if one.words and one.value <= 1:
        return False
    for step in range(last, min(last + 4, len(tokens))):
        token = tokens[step]
        if token.lower in _TIME_UNITS or token.lower in _FRACTIONS:
            return False
        if token.lower in _BETWEEN:
            continue
        if step == last and counts_alone(tokens, one, last, counted):
            return not is_year(tokens, one)
        if not token.is_word or token.lower in FUNCTION_WORDS:
            return _alone(tokens, one)
        if token.lower in _VAGUE_NOUNS:
            return not one.words and one.value > 12
        if step == last and one.words and one.value == 2 and _definite(tokens, one.first):
            return False
        return not (is_year(tokens, one) and not one.scaled)
    return _alone(tokens, one)


def _alone(tokens: list[Token], one: Quantity) -> bool:
    """Say whether a number is large enough to be a count without its noun; a year is none."""
    large = one.scaled or one.value >= 100 or (not one.words and one.value > 24)
    named = one.first and is_name(tokens, one.first - 1) and not one.scaled
    return large and not named and not is_year(tokens, one)


def _definite(tokens: list[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower in ("the", "these", "those", "its", "their", "other")


def is_year(tokens: list[Token], one: Quantity) -> bool:
    """Say whether a number looks like a year: four digits, 1800 to 2100, and no things behind it."""
    after = tokens[one.last].text if one.last < len(tokens) else ""
    if after.islower() and (after == "people" or (after.endswith("s") and after not in FUNCTION_WORDS)):
        return False
    whole = (
        "," not in tokens[one.first].text
        and not one.words
        and not one.scaled
        and one.value == one.value.to_integral_value()
    )
    return whole and 1800 <= one.value <= 2100
