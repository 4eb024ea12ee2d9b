"""Who can be the source of an attribution, and how far it vouches for what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.attribution_cues import DOCUMENTS, SOFT
from briefing_app.analysis.group_words import (
    BOTH,
    COLLECTIVES,
    COMMENTATORS,
    GROUPS,
    PUBLIC,
    RELATIONS,
    SPEAKING,
)
from briefing_app.analysis.hedges import is_report, unnamed_word
from briefing_app.analysis.lexicon import PREPOSITIONS
from briefing_app.analysis.syntax import Phrase, is_nominal
from briefing_app.domain.attribution import Tier

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_PERSONS = frozenset("he she they we i it who some many others several both most few everyone nobody all".split())
_NO_SOURCE = frozenset(
    (
        "there what which that this these those you one figures figure data statistics sign signs clock law map maps"
        " evidence history experience results result tests test time times move moves talks deal plan"
    ).split()
)
_PEOPLE = frozenset(
    (
        "people man men woman women police troops witness witnesses victim victims survivor survivors mother father"
        " passenger passengers human rights staff crew media press newspaper newspapers agency agencies paper website"
        " radio television channel broadcaster king queen prince pope judge judges"
        " prosecutors lawyers attorney team forces military army militants insurgents rebels refugees"
        " world leaders nations countries majority minority"
    ).split()
)
_THINGS = frozenset(
    (
        "measure measures rule rules law laws plans sanctions negotiations election elections attack attacks bomb bombs"
        " price prices agreement accord treaty pact vote votes meeting summit conference proposal proposals demand"
        " demands bill constitution situation crisis conflict war violence fighting deadline decision decisions budget"
        " economy market markets project projects program programme policy policies review visit trip operation"
        " investigation probe trial case issue issues question questions charges past week month year day"
    ).split()
)
_ENDINGS = ("er", "or", "ist", "man", "men", "woman", "women", "ian", "ant", "ent")
_STATED = frozenset("statement communique communiqué readout declaration announcement release".split())
_OFFICES = frozenset("ministry office embassy government spokesman spokeswoman spokesperson secretariat".split())


def may_speak(tokens: list[Token], phrase: Phrase, tier: Tier, lemma: str = "") -> bool:
    """Say whether a phrase names somebody or something that can say, want or reject."""
    if phrase.last <= phrase.first:
        return False
    head = _head(tokens, phrase)
    word = head.lower
    if word in ("one", "them", "us") and phrase.last - phrase.first > 1:
        return True  # one of them
    if word in _NO_SOURCE:
        return False
    if word in _PERSONS or head.is_capital:
        return True
    if phrase.last - phrase.first == 1 and word.endswith(("ed", "wn", "ing")):
        return False
    if word in DOCUMENTS:
        return tier is Tier.CORE
    known = GROUPS | SPEAKING | COMMENTATORS | COLLECTIVES | PUBLIC | RELATIONS | _PEOPLE | BOTH
    single = word.removesuffix("s")
    if word in known or single in known or word.removesuffix("ies") + "y" in known:
        return True
    if lemma in ("post", "tweet"):
        return False
    if tier is Tier.CORE or single.endswith(_ENDINGS):
        return True
    return bool(lemma) and lemma not in SOFT and word not in _THINGS and not word.endswith(("ing", "ings"))


def _head(tokens: list[Token], phrase: Phrase) -> Token:
    """Return the word a phrase turns on: "officials" of "officials in the capital"."""
    for index in range(phrase.first + 1, phrase.last):
        if tokens[index].lower in PREPOSITIONS:
            return tokens[index - 1]
    return tokens[phrase.last - 1]


def phrase_behind(tokens: list[Token], first: int) -> Phrase | None:
    """Return the source that stands behind its verb: "said the minister, Grace Achieng"."""
    last = first
    while (
        last < len(tokens) and last - first < 14 and (is_nominal(tokens[last]) or tokens[last].lower in ("of", "for"))
    ):
        last += 1
    while last > first and tokens[last - 1].lower in ("of", "for"):
        last -= 1
    if last == first:
        if first < len(tokens) and tokens[first].lower in ("he", "she", "they", "it"):
            return Phrase(first, first + 1)
        return None
    return Phrase(first, last)


def in_front(tokens: list[Token], before: int) -> Phrase | None:
    """Return the noun phrase that ends before a token: the envoy of "quoted the envoy as saying"."""
    first = before
    if tokens[before - 1].lower in ("him", "her", "them", "it"):
        return Phrase(before - 1, before)
    while first > 0 and is_nominal(tokens[first - 1]) and before - first < 8:
        first -= 1
        if tokens[first].lower in ("the", "a", "an"):
            break
    return Phrase(first, before) if first < before else None


def level_of(tokens: list[Token], phrase: Phrase, lemma: str) -> int:
    """Return how near a source is: 1 document, 2 official statement, 3 on record, 4 unnamed, 5 reports, 6 comment."""
    words = {token.lower for token in tokens[phrase.first : phrase.last]}
    head = _head(tokens, phrase).lower
    if words & COMMENTATORS and not any(token.is_capital for token in tokens[phrase.first + 1 : phrase.last]):
        return 6
    unnamed = unnamed_word(tokens, phrase.first, phrase.last)
    if unnamed:
        return 5 if is_report(unnamed) else 4
    if head in _STATED or words & _OFFICES or lemma in ("issue", "release", "publish"):
        return 2
    return 1 if head in DOCUMENTS else 3
