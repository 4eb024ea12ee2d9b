"""Counts without the thing they count beside them: "five of the thirteen", "killing 12", "by 14 votes to 1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import AUXILIARIES
from briefing_app.analysis.quantities import DASHES, Quantity

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_WHOLES = frozenset("the its their his her our my your these those them us you which whom whose all".split())
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last one none only".split()
)
_BOUNDS = frozenset(
    (
        "least most than nearly almost roughly some approximately only just exactly another other remaining further"
        " total"
    ).split()
)
VOTES = frozenset(
    "vote votes voted voting ballot approved adopted passed rejected abstentions abstaining against majority".split()
)
_NO_DEED = frozenset(
    (
        "turned turning aged dated numbered ranked placed according concerned celebrated entered reached marked during"
        " including following used need seed speed red bed"
    ).split()
)
_PERSONS = frozenset("he she who i".split())


def counts_alone(tokens: list[Token], one: Quantity, last: int, counted: bool) -> bool:
    """Say whether a number that ends before token ``last`` counts something though no noun follows.

    ``counted`` says that another count stands before it in the sentence.
    """
    if one.value <= 1 and one.words:
        return False
    before = tokens[one.first - 1].lower if one.first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if one.first and is_name(tokens, one.first - 1):
        return False
    if after == "others" or (after == "of" and _is_whole(tokens, last + 1)):
        return True
    if after == "in" and last + 1 < len(tokens) and tokens[last + 1].lower in ("favour", "favor"):
        return True
    if _of_a_part(tokens, one, last) or _remaining(tokens, one, after):
        return True
    if after == "or" and last + 1 < len(tokens) and tokens[last + 1].lower in ("so", "more"):
        return True
    ends = not after or not after[0].isalnum() or after in ("in", "on", "and", "but", "at", "near", "by", "for")
    if ends and _is_deed(tokens, one) and not (after == "," and one.value > 12 and before == ","):
        return True
    if ends and before in _BOUNDS and not _is_clock_before(tokens, one.first - 2):
        return True
    if counted and before in (";", ",", "and", "but") and after in ("in", "at", "near", "from", "by", "against", "for"):
        return True
    if one.first == 0 and one.value >= 10 and after in (",", ".", ""):
        return one.words
    if before in ("were", "are", "was") and one.first > 1 and tokens[one.first - 2].lower == "there":
        return True
    return _is_doer(tokens, one, before, after)


def _is_whole(tokens: list[Token], index: int) -> bool:
    """Say whether what follows "of" is a number of things known: "of the 13", "of thirteen", "of them"."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    if token.lower in _WHOLES or token.is_capital:
        return True
    return token.text[0].isdigit() or (token.lower[0] in "tfsen" and _spelled(token.lower))


def _spelled(word: str) -> bool:
    from briefing_app.analysis.wordnumbers import is_number_word

    return is_number_word(word)


def _of_a_part(tokens: list[Token], one: Quantity, last: int) -> bool:
    """Say whether the number is the whole of a part: "the sixth of eight", "five of the thirteen"; not one in five."""
    at = one.first - 1
    if at > 0 and tokens[at].lower in _WHOLES:
        at -= 1
    if at < 1 or tokens[at].lower != "of":
        return False
    part = tokens[at - 1]
    return part.lower in _ORDINALS or part.text[0].isdigit() or _spelled(part.lower)


def _remaining(tokens: list[Token], one: Quantity, after: str) -> bool:
    """Say whether a bare number counts what was named before: "of these areas, 14", "the other eight"."""
    if one.first == 0 or one.value <= 1:
        return False
    before = tokens[one.first - 1].lower
    if before in ("remaining", "other", "others"):
        return not after or not after[0].isalpha() or after in AUXILIARIES
    opening = [token.lower for token in tokens[max(0, one.first - 9) : one.first]]
    return opening[-1:] == [","] and opening[:1] != [","] and "of" in opening and _opens_with_of(opening)


def _opens_with_of(words: list[str]) -> bool:
    """Say whether words before a comma open a count: "of these areas,", "out of 40 prisoners,"."""
    at = words.index("of")
    return words[at + 1] in ("these", "those", "them", "the") or words[at + 1][0].isdigit()


def _is_deed(tokens: list[Token], one: Quantity) -> bool:
    """Say whether the verb before a number did something to so many: "killing 12", "wounded 15"."""
    if one.first < 1 or one.value <= 1:
        return False
    before = tokens[one.first - 1]
    deed = before.text.islower() and len(before.text) > 4 and before.lower.endswith(("ed", "ing"))
    return deed and before.lower not in _NO_DEED


def _is_clock_before(tokens: list[Token], index: int) -> bool:
    return index >= 0 and tokens[index].lower in ("at", "until", "till", "by", "since", "aged", "age", "under")


def _is_doer(tokens: list[Token], one: Quantity, before: str, after: str) -> bool:
    """Say whether so many did or bore something: "Twelve have died", "and thirty are missing"."""
    if after not in ("have", "had", "are", "were", "remain", "stayed", "died", "did"):
        return False
    if before in ("the", "these", "those", "both") and (one.words or one.value < 10):
        return False
    return one.first == 0 or before in (",", ";", "and", "but", "that", "least", "the", "—", "–", "some", "another")


def is_name(tokens: list[Token], index: int) -> bool:
    """Say whether the word before a number is one that it numbers: "Explorer 9", "Eager Lion 16"."""
    token = tokens[index]
    return token.is_capital and index > 0 and token.text.isalpha() and tokens[index - 1].text[-1] not in '.!?“":,'


def is_age(tokens: list[Token], one: Quantity) -> bool:
    """Say whether a number is how old somebody is: "she is 62", "Mariam Aden, 34, a nurse", "Mr Aden (54)"."""
    if one.scaled or not 1 <= one.value <= 110 or one.first < 2:
        return False
    before, name = tokens[one.first - 1], tokens[one.first - 2]
    after = tokens[one.last].text if one.last < len(tokens) else "."
    if before.text == "(":
        return after == ")" and not one.words
    if before.text == "," and name.is_capital and name.text.isalpha():
        whole = one.first > 2 and tokens[one.first - 3].is_capital
        return after == "," or (whole and after in (".", ";"))
    return before.lower in ("is", "was", "turned", "turns", "'s", "’s") and name.lower in _PERSONS and after in ".,;"


def vote_partner(tokens: list[Token], numbers: list[Quantity], position: int) -> bool:
    """Say whether a number is one side of a vote: "by 14 votes to 1", "voted 120-3", in a sentence of a vote."""
    one = numbers[position]
    if one.scaled:
        return False
    pairs = [(numbers[at], numbers[at + 1]) for at in (position - 1, position) if 0 <= at < len(numbers) - 1]
    return any(_is_vote(tokens, *pair) for pair in pairs)


def _is_vote(tokens: list[Token], ayes: Quantity, noes: Quantity) -> bool:
    between = [token.lower for token in tokens[ayes.last : noes.first]]
    if ayes.value <= noes.value and between[:1] != ["votes"]:
        return False
    if ayes.first and tokens[ayes.first - 1].lower in ("from", "between"):
        return False
    return between in (["to"], ["votes", "to"]) or (len(between) == 1 and between[0] in DASHES)
