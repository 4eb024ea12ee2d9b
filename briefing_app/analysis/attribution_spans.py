"""Where the cue of an attribution stands and what it needs: "called for", "expressed concern", "demand to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.attribution_cues import CLAIMS, light_noun, readings
from briefing_app.analysis.lexicon import AUXILIARIES, DETERMINERS, WEEKDAYS
from briefing_app.analysis.syntax import Phrase
from briefing_app.domain.attribution import Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Token
    from briefing_app.analysis.verbs import Verb

SHORT = frozenset("mr mrs ms dr gen sen gov rep lt col sgt capt st prof rev".split())
"""Titles behind which a full stop ends no sentence."""
_PARTICLES = frozenset("for on upon out down off to against with about".split())
_PHRASAL = frozenset("call appeal point lash rule turn ask push press argue vote insist agree object".split())
_CLEAR = frozenset(("clear", "plain"))
_OPENERS = frozenset("that how why whether if what there he she it they we i this these those no".split())
_REDUCED = frozenset(
    {
        ("accuse", "of"), ("blame", "for"), ("want", "for"), ("want", "in"), ("expect", "to"), ("criticise", "for"),
        ("criticize", "for"), ("ask", "about"), ("suspect", "of"), ("know", "as"), ("tell", "to"), ("report", "for"),
        ("report", "from"),
    }
)  # fmt: skip
"""Verbs and words behind them where somebody else does it: "workers accused of theft"."""
_NOT_CLAUSE = frozenset("of to for by in at with from about on against over into".split())
_PASTS = frozenset(
    "left went took made held came fell rose lost won hit put saw said told met led began fled shot".split()
)
_OWNERS = frozenset("opposition rebel government union employer ministry army militia party industry".split())
"""Nouns that stand before a claim as its owner: "opposition demands for"."""
_CLAIMED = frozenset("that to for of against".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first`` to ``last`` (last excluded) that attribute; ``clause``: only with a content of some length."""

    first: int
    last: int
    lemma: str
    tier: Tier
    clause: bool = False
    nominal: bool = False


def cue_of(tokens: Sequence[Token], verb: Verb, quoted: Sequence[bool]) -> Cue | None:
    """Return the cue that a verb is here, or None where it does not attribute ("added 50 jobs")."""
    after = tokens[verb.index + 1].lower if verb.index + 1 < len(tokens) else ""
    past = any(form.kind in ("past", "participle") for form in verb.forms) and verb.group.bare
    if all(form.kind == "participle" for form in verb.forms) and verb.group.bare:
        return None  # the well known effects
    for form in verb.forms:
        lemma = form.cue.lemma
        if (past and after == "by") or (verb.group.bare and (lemma, after) in _REDUCED):
            continue
        light = _light(tokens, verb.index, lemma)
        if light is not None:
            return light
        for tier, needs in readings(lemma):
            if needs and not _has(tokens, verb.index, needs, quoted):
                continue
            last = verb.index + 1
            if lemma == "call" and after not in _PARTICLES and not _names(tokens, verb.index, quoted):
                continue
            if lemma in _PHRASAL and last < len(tokens) and tokens[last].lower in _PARTICLES:
                last += 1
            return Cue(verb.index, last, lemma, tier, "clause" in needs)
    return None


def _names(tokens: Sequence[Token], index: int, quoted: Sequence[bool]) -> bool:
    """Tell "called the plan a “folly”" from "the group called the Sea Org"."""
    if any(quoted[index:]) or tokens[index + 1].lower in ("it", "him", "her", "them", "this", "that"):
        return True
    return index > 0 and (tokens[index - 1].lower in AUXILIARIES or tokens[index - 1].lower in ("he", "she", "they"))


def _light(tokens: Sequence[Token], index: int, lemma: str) -> Cue | None:
    """Read a verb that says nothing with the noun that does: "expressed deep concern"."""
    if lemma == "make":
        clear = next((i for i in range(index + 1, min(index + 5, len(tokens))) if tokens[i].lower in _CLEAR), 0)
        if clear:
            return Cue(index, clear + 1, lemma, Tier.CORE, clause=True)
    for at in range(index + 1, min(index + 6, len(tokens))):
        tier = light_noun(lemma, tokens[at].lower)
        if tier is not None:
            return Cue(index, at + 1, lemma, tier)
        if tokens[at].text in ",.;:" or tokens[at].lower in AUXILIARIES:
            return None
    return None


def _has(tokens: Sequence[Token], index: int, needs: tuple[str, ...], quoted: Sequence[bool]) -> bool:
    """Say whether one of the words a cue needs stands behind it, or the clause or quotation it needs."""
    following = [token.lower for token in tokens[index + 1 : index + 8]]
    stops = (i for i, word in enumerate(following) if word == ";" or (word == "." and following[i - 1] not in SHORT))
    stop = next(stops, len(following))
    following = following[:stop]
    if "clause" in needs and (_clause(tokens, index, quoted) or _goes_on(tokens, index)):
        return True
    if "quote" in needs:
        return _beside_quote(tokens, index, quoted)
    if "-ing" in needs and tokens[index].lower.endswith("ing"):
        return True
    near = following[:2] if {"for", "on", "to", "of", "against"} & set(needs) else following
    return bool(set(needs) & set(near)) or ("to" in needs and needs != ("to",) and "to" in following)


def _beside_quote(tokens: Sequence[Token], index: int, quoted: Sequence[bool]) -> bool:
    """Say whether a quotation begins or ends right beside the verb or its short subject."""
    near = range(max(0, index - 6), min(len(tokens), index + 5))
    return any(quoted[i] for i in near)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a participle adds what somebody says: ", adding the attack wounded a third man"."""
    if (
        index < 2
        or tokens[index - 1].text != ","
        or not tokens[index].lower.endswith("ing")
        or index + 2 >= len(tokens)
    ):
        return False
    return tokens[index + 1].is_capital or tokens[index + 1].lower in ("the", "his", "her", "its", "their")


def _clause(tokens: Sequence[Token], index: int, quoted: Sequence[bool]) -> bool:
    """Say whether a clause or a quotation is what the verb says: "noted that", "noted the talks had failed"."""
    if _beside_quote(tokens, index, quoted):
        return True
    at = index + 1
    while at < len(tokens) and (tokens[at].lower in WEEKDAYS or tokens[at].lower in ("on", "also", "only")):
        at += 1
    if at >= len(tokens) or tokens[at].text in ".;":
        return index > 3 and any(token.text == "," for token in tokens[max(0, index - 6) : index])
    if tokens[at].lower in _OPENERS or tokens[at].text == ":":
        return True
    if tokens[at].lower in _NOT_CLAUSE:
        return False
    for step in range(at, min(at + 12, len(tokens))):
        word = tokens[step].lower
        if (word in AUXILIARIES and word not in ("been", "being", "be")) or word in _PASTS:
            return True
        if step > at and word.endswith("ed") and len(word) > 4 and tokens[step - 1].lower not in DETERMINERS:
            return True
        if tokens[step].text in ",;:." or word in ("who", "which", "that", "to", "and"):
            return False
    return False


def nominal_claims(tokens: list[Token]) -> list[tuple[int, Phrase, int]]:
    """Return claims that are nouns with whose they are: "a North Korean demand to lift", "Kenya's call for"."""
    found: list[tuple[int, Phrase, int]] = []
    for index, token in enumerate(tokens):
        if token.lower not in CLAIMS or index < 1 or index + 2 >= len(tokens):
            continue
        if tokens[index + 1].lower not in _CLAIMED:
            continue
        first = index
        while first > 0 and (tokens[first - 1].is_capital or tokens[first - 1].lower in ("'s", "’s")):
            first -= 1
        last = index
        if last > first and tokens[last - 1].lower in ("'s", "’s"):
            last -= 1
        if last > first and tokens[first].lower in DETERMINERS:
            first += 1
        if first == last == index and tokens[index - 1].lower in _OWNERS:
            first -= 1
        if last > first:
            found.append((index, Phrase(first, last), index + 1 + (tokens[index + 1].lower == "that")))
    return found
