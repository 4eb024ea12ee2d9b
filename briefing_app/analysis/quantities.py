"""The numbers of a sentence, in digits or words, alone or as ranges, before it is known what they count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from briefing_app.analysis.wordnumbers import SCALES, SHORT_SCALES, is_number_word, value_of

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

DASHES = frozenset("-–—")
_LENGTHS = ("above", "below", "deep", "long", "wide", "high", "tall", "away", "underground", "apart")
"""Words behind "m" where it is metres and not millions."""
_RISES = frozenset(
    (
        "rise rises rose risen rising grow grows grew grown growing increase increases increased increasing raise"
        " raises raised raising up climb climbs climbed fall falls fell fallen falling drop drops dropped dropping"
        " cut cuts cutting decline declined declines down lower lowered lowering reduce reduced reduces reducing"
        " shrink shrank jump jumped widened narrowed went go goes expand expanded doubled halved trimmed slid"
        " move moves moved moving shift shifts shifted change changes changed revise revised slash slashed hike hiked"
        " lift lifts lifted push pushed bring brings brought take takes took soar soared surge surged plunge plunged"
        " sink sank dip dipped tumbled eased edged crept slowed accelerated tripled quadrupled scaled adjust adjusted"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at tokens ``first`` to ``last`` (last excluded), with its scale word if it has one."""

    first: int
    last: int
    value: Decimal
    words: bool
    scaled: bool
    bare: Decimal


def quantities(tokens: list[Token]) -> list[Quantity]:
    """Return the numbers in order; ordinals, parts of names (COP31) and fractions are no numbers."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        quantity = _digits(tokens, index) or _words(tokens, index)
        if quantity is None:
            index += 1
        else:
            found.append(quantity)
            index = quantity.last
    return found


def is_change(tokens: list[Token], first: int) -> bool:
    """Say whether "from A to B" at token ``first`` tells of a change and not of a range: "rose from 9 to 10"."""
    if first == 0 or tokens[first - 1].lower != "from":
        return False
    return any(token.lower in _RISES for token in tokens[max(0, first - 20) : first - 1])


def _digits(tokens: list[Token], index: int) -> Quantity | None:
    token = tokens[index]
    if not token.text[0].isdigit():
        return None
    value = read_digits(token.text)
    if value is None:
        return None
    last = _spaced_groups(tokens, index)
    if last > index + 1:
        value = Decimal("".join(token.text for token in tokens[index:last]))
    bare = value
    scaled = False
    while last < len(tokens):
        word = tokens[last].lower
        touching = tokens[last].start == tokens[last - 1].end
        if touching and word == "-" and _scale(tokens, last + 1) > 100 and tokens[last + 1].start == tokens[last].end:
            last += 1  # a $100-million scheme
            continue
        if word in SCALES and word != "hundred":
            value *= SCALES[word]
        elif word == "m" and _is(tokens, last + 1, _LENGTHS):
            return Quantity(index, last, value, False, False, bare)  # 176.5m above sea level
        elif (touching and last == index + 1 and word in SHORT_SCALES) or (
            not scaled and last == index + 1 and word in ("bn", "mn", "tn", "mln", "bln", "m")
        ):
            value *= SHORT_SCALES[word]
        else:
            break
        scaled = True
        last += 1
    if not scaled and last < len(tokens) and tokens[last].start == token.end:
        after = tokens[last].text
        if after in "°′″":
            return None
        if after[0].isalpha() and after.lower() not in ("pc", "pp", "km", "kg", "mw", "gw", "gwh", "t"):
            return None  # 19th, 4x, 2B
    return Quantity(index, last, value, False, scaled, bare)


def _spaced_groups(tokens: list[Token], index: int) -> int:
    """Return where a number ends whose thousands are parted by spaces: 25 000, 1 250 000."""
    last = index + 1
    if not tokens[index].text.isdigit() or len(tokens[index].text) > 3:
        return last
    while last < len(tokens) and len(tokens[last].text) == 3 and tokens[last].text.isdigit():
        if tokens[last].start - tokens[last - 1].end != 1:
            break
        last += 1
    sure = tokens[last - 1].text == "000" or last - index > 2 or (index and tokens[index - 1].text.isupper())
    return last if sure else index + 1


def read_digits(text: str) -> Decimal | None:
    """Return the value of a number in digits: 1,200 and 1.2 and 1 are read the English way."""
    head, *groups = text.split(",")
    if groups:
        tail, point, decimals = groups[-1].partition(".")
        whole = [*groups[:-1], tail]
        indian = all(len(one) == 2 for one in whole[:-1]) and len(whole[-1]) == 3
        if not (all(len(one) == 3 for one in whole) or indian) or len(head) > 3:
            return None
        text = head + "".join(whole) + point + decimals
    if text.count(".") > 1:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _words(tokens: list[Token], index: int) -> Quantity | None:
    first = tokens[index].lower
    dozens = _dozens(tokens, index)
    if dozens is not None:
        return dozens
    if first in ("a", "an"):
        if index + 1 >= len(tokens) or tokens[index + 1].lower not in SCALES:
            return None
    elif first == "half" and _is(tokens, index + 1, ("a",)) and _scale(tokens, index + 2) > 1000:
        size = Decimal(_scale(tokens, index + 2)) / 2
        return Quantity(index, index + 3, size, True, True, size)
    elif not is_number_word(first):
        return None
    last = index + 1
    scaled = False
    while last < len(tokens):
        word = tokens[last].lower
        if word in SCALES:
            scaled = scaled or word != "hundred"
        elif word == "and":
            if not _is_scale(tokens[last - 1].lower) or last + 1 >= len(tokens):
                break
            after = tokens[last + 1].lower
            if not is_number_word(after):
                break
        elif word == "-" and tokens[last].start == tokens[last - 1].end and last + 1 < len(tokens):
            if not (is_number_word(tokens[last + 1].lower) or _is_scale(tokens[last + 1].lower)):
                break
        elif not is_number_word(word) or not _continues(tokens[last - 1].lower, word):
            break
        last += 1
    value = value_of([token.lower for token in tokens[index:last]])
    if value is None:
        return None
    if [token.lower for token in tokens[last : last + 3]] == ["and", "a", "half"]:
        return _and_a_half(tokens, index, last, value)
    return Quantity(index, last, value, True, scaled, value)


def _dozens(tokens: list[Token], index: int) -> Quantity | None:
    """Read "two dozen", "a dozen" and "half a dozen"; "several dozen" and "dozens" say no number."""
    first = tokens[index].lower
    if first == "half" and _is(tokens, index + 1, ("a",)) and _is(tokens, index + 2, ("dozen",)):
        return Quantity(index, index + 3, Decimal(6), True, False, Decimal(6))
    if not _is(tokens, index + 1, ("dozen",)) or not (first == "a" or is_number_word(first)):
        return None
    value = (value_of([first]) or Decimal(1)) * 12
    return Quantity(index, index + 2, value, True, False, value)


def _and_a_half(tokens: list[Token], index: int, last: int, value: Decimal) -> Quantity:
    """Read "two and a half million" and "a billion and a half"."""
    size = _scale(tokens, last + 3)
    if size >= 1000:
        return Quantity(index, last + 4, (value + Decimal("0.5")) * size, True, True, value)
    unit = _scale(tokens, last - 1) or 1
    return Quantity(index, last + 3, value + Decimal(unit) / 2, True, unit > 1, value)


def _continues(before: str, word: str) -> bool:
    """Number words go on behind a scale, or as ones behind tens ("twenty one"), not "two three"."""
    if before in SCALES or before == "and":
        return True
    return (
        before in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        and (value_of([word]) or 10) < 10
    )


def _is(tokens: list[Token], index: int, words: tuple[str, ...]) -> bool:
    return index < len(tokens) and tokens[index].lower in words


def _is_scale(word: str) -> bool:
    return word in SCALES


def _scale(tokens: list[Token], index: int) -> int:
    return SCALES.get(tokens[index].lower, 0) if index < len(tokens) else 0
