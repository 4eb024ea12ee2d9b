"""Sources without a verb of saying: "Kenya's view is that ...", "in the words of its envoy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import is_adverb
from briefing_app.analysis.syntax import Phrase, is_nominal, phrase_from, subject_before, verb_group

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_VIEWS = frozenset(
    (
        "position view views stance message line argument contention belief opinion assessment understanding"
        " conviction response answer reply verdict warning judgment judgement reading rule policy priority conclusion"
        " complaint point"
    ).split()
)
_IN_VIEW = frozenset("view opinion eyes words estimation judgment judgement reading".split())
_BE = frozenset("is was remains remained are were be 's ’s".split())
_SAID_OF_IT = frozenset(
    (
        "that clear blunt simple unchanged firm straightforward unequivocal known consistent and always still been"
        " also very plain unambiguous , as follows"
    ).split()
)
_TAKING = frozenset("take takes took taken taking hold holds held holding share shares maintain maintains".split())
_PREMISES = frozenset("premise assumption understanding position conviction belief".split())

Found = tuple[int, Phrase, int]
"""Where the cue stands, whose view it is, where what is held begins."""


def nominal_sources(tokens: list[Token]) -> list[Found]:
    """Return the sources of a sentence whose cue is a noun."""
    found: list[Found] = []
    for index, token in enumerate(tokens):
        if token.lower in _VIEWS | _IN_VIEW:
            one = _in_words_of(tokens, index) or _of_the_view(tokens, index) or _view_is(tokens, index)
        elif token.lower in _PREMISES:
            one = _premise(tokens, index)
        elif token.lower == "known" and index > 3 and [t.lower for t in tokens[index - 2 : index]] == ["it", "be"]:
            one = _let_it_be_known(tokens, index)
        else:
            one = None
        if one is not None and one[2] < len(tokens):
            found.append(one)
    return found


def _in_words_of(tokens: list[Token], index: int) -> Found | None:
    """Read "in Kenya's view, ..." and "in the words of Kenya, ..."."""
    if tokens[index].lower not in _IN_VIEW:
        return None
    opens = next((i for i in range(index - 1, max(-1, index - 7), -1) if tokens[i].lower == "in"), -1)
    if opens < 0 or (opens and tokens[opens - 1].text not in ",—–"):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].lower == "of":
        phrase = phrase_from(tokens, index + 2)
    else:
        phrase = Phrase(opens + 1, index)
    if phrase is None or phrase.last <= phrase.first:
        return None
    after = max(phrase.last, index + 1)
    while after < len(tokens) and tokens[after].text in ",—–":
        after += 1
    return index, phrase, after if opens == 0 or after < len(tokens) - 1 else 0


def _of_the_view(tokens: list[Token], index: int) -> Found | None:
    """Read "Kenya is of the view that ..." and "Kenya takes the position that ..."."""
    if index < 3 or index + 1 >= len(tokens) or tokens[index + 1].lower != "that":
        return None
    at = index - 1
    while at > 0 and tokens[at].lower in ("the", "a", "firm", "considered", "same", "opposite", "strong", "that"):
        at -= 1
    if tokens[at].lower == "of":
        at -= 1
        while at > 0 and is_adverb(tokens[at].lower):
            at -= 1
        verbal = tokens[at].lower in _BE | {"am", "been"}
    else:
        verbal = tokens[at].lower in _TAKING
    if not verbal:
        return None
    group = verb_group(tokens, at)
    phrase = subject_before(tokens, group.first)
    return (index, phrase, index + 2) if phrase is not None and not group.negated else None


def _view_is(tokens: list[Token], index: int) -> Found | None:
    """Read "Kenya's message was blunt: ...", "it is our view that ...", "the position of Kenya is that ..."."""
    if tokens[index].lower not in _VIEWS:
        return None
    owner = _owner(tokens, index)
    if owner is None:
        return None
    phrase, at = owner
    if at < len(tokens) and tokens[at].lower == "that" and _it_is(tokens, phrase.first):
        return index, phrase, at + 1
    if at < len(tokens) and tokens[at].lower in ("to", "on", "about"):
        at = next((i for i in range(at, min(at + 7, len(tokens))) if tokens[i].lower in _BE), at)
    if at < len(tokens) and tokens[at].text == ",":
        at = next((i + 1 for i in range(at + 1, min(at + 9, len(tokens))) if tokens[i].text == ","), at)
    if at < len(tokens) and tokens[at].text == ":":
        return index, phrase, at + 1
    words = [token.lower for token in tokens[at : at + 3]]
    if words[:3] in (["has", "not", "changed"], ["has", "never", "changed"], ["has", "always", "been"]):
        at += 2
    elif not words or words[0] not in _BE | {"has", "had"}:
        return None
    at += 1
    while at < len(tokens) and tokens[at].lower in _SAID_OF_IT and tokens[at].lower != "that":
        at += 1
    return (index, phrase, at + 1) if at < len(tokens) and tokens[at].lower in ("that", ":", "—", "–") else None


def _it_is(tokens: list[Token], first: int) -> bool:
    """Say whether "it is" or "it was" stands in front of a phrase, "the view of" perhaps between."""
    words = [token.lower for token in tokens[max(0, first - 6) : first]]
    return "it" in words and bool(_BE & set(words[words.index("it") :]))


def _owner(tokens: list[Token], index: int) -> tuple[Phrase, int] | None:
    """Return whose view a noun names, and where the sentence goes on behind it."""
    if index + 1 < len(tokens) and tokens[index + 1].lower == "of":
        phrase = phrase_from(tokens, index + 2)
        if phrase is None:
            return None
        last = phrase.last
        while last > phrase.first + 1 and tokens[last - 1].lower in _BE:
            last -= 1
        return Phrase(phrase.first, last), last
    at = index - 1
    while at >= 0 and index - at < 5 and tokens[at].text[0].islower() and tokens[at].is_word:
        if tokens[at].lower in ("our", "my", "its", "their", "his", "her"):
            return Phrase(at, at + 1), index + 1
        if not is_nominal(tokens[at]):
            return None
        at -= 1
    if at < 1 or tokens[at].lower not in ("'s", "’s", "'", "’"):
        return None
    first = at
    while first > 0 and at - first < 6 and is_nominal(tokens[first - 1]):
        first -= 1
    return (Phrase(first, at), index + 1) if first < at else None


def _premise(tokens: list[Token], index: int) -> Found | None:
    """Read "Kenya proceeds from the premise that ..."."""
    if index < 4 or index + 1 >= len(tokens) or tokens[index + 1].lower != "that":
        return None
    verb = next((i for i in range(index - 1, index - 4, -1) if tokens[i].lower.startswith(("proceed", "operat"))), 0)
    phrase = subject_before(tokens, verb_group(tokens, verb).first) if verb else None
    return (index, phrase, index + 2) if phrase is not None else None


def _let_it_be_known(tokens: list[Token], index: int) -> Found | None:
    """Read "Kenya let it be known that ..."."""
    at = index - 3
    if not tokens[at].lower.startswith("let"):
        return None
    phrase = subject_before(tokens, verb_group(tokens, at).first)
    after = index + 2 if index + 1 < len(tokens) and tokens[index + 1].lower == "that" else index + 1
    return (index, phrase, after) if phrase is not None else None
