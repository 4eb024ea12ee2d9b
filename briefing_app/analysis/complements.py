"""What a party decides, agrees or means to do: the stance of the infinitive behind its verb or noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import STANCE_FORMS, O, R, S
from briefing_app.analysis.lexicon import PREPOSITIONS, is_adverb

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token
    from briefing_app.domain.position import Stance

# What denies others something, whoever decides it.
_DENYING = frozenset(
    (
        "deny withhold refuse reject block bar ban suspend freeze cancel stop halt end quit leave abandon scrap"
        " withdraw close expel exclude boycott postpone delay break cut abrogate revoke terminate renege"
    ).split()
)
_BACKING = frozenset("support backing solidarity assistance".split())


def infinitive_stance(tokens: list[Token], to: int) -> Stance | None:
    """Return the stance that the verb behind the "to" at ``to`` has by itself: "to reject", "not to sign"."""
    at = to + 1
    while at < len(tokens) and is_adverb(tokens[at].lower):
        at += 1
    if at >= len(tokens):
        return None
    negated = any(token.lower in ("not", "never") for token in tokens[max(0, to - 1) : at])
    negated = negated and not any(token.lower in ("only", "just", "merely") for token in tokens[to:at])
    stances = {
        form.cue.stance
        for form in STANCE_FORMS.get(tokens[at].lower, ())
        if form.kind == "base" and _is_plain(form.cue.stance, form.cue.lemma) and _has_need(tokens, at, form.cue.needs)
    }
    if tokens[at].lower == "fight" and at + 1 < len(tokens) and tokens[at + 1].lower in ("on", "for"):
        stances = set()
    stance = next(iter(stances)) if len(stances) == 1 else None
    if negated:
        return S if stance is O else R
    return stance


_BACKERS = frozenset("support back endorse recognise recognize defend uphold".split())


def _is_plain(stance: Stance | None, lemma: str) -> bool:
    """Say whether a verb takes a side whoever means to do it: to accept or to share is to give something."""
    return stance in (O, R) or (stance is S and lemma in _BACKERS)


def denies(tokens: list[Token], to: int) -> bool:
    """Say whether the infinitive behind the "to" at ``to`` takes something from others: "to deny a visa"."""
    return to + 1 < len(tokens) and tokens[to + 1].lower in _DENYING


def takes_thing(tokens: list[Token], to: int) -> bool:
    """Tell "committed to the deal", a thing that is there, from "to send aid" and from "to a truce" yet to come."""
    if to + 1 >= len(tokens):
        return False
    word = tokens[to + 1]
    return word.lower in _DEFINITE or (word.is_capital and word.text[0].isalpha())


_DEFINITE = frozenset("the this that these those its their his all both".split())


def backs(tokens: list[Token], index: int) -> bool:
    """Say whether what a verb at ``index`` pledges or offers is support: "pledged its full support for"."""
    near = [token.lower for token in tokens[index + 1 : index + 5]]
    at = next((i for i, word in enumerate(near) if word in _BACKING), None)
    if at is None or any(word in PREPOSITIONS or not word.isalpha() for word in near[:at]):
        return False
    behind = tokens[index + 2 + at].lower if index + 2 + at < len(tokens) else "."
    return near[at] != "assistance" and behind in ("for", "to", "with", "of", ".", ",", "and", "behind")


def _has_need(tokens: list[Token], at: int, needs: tuple[str, ...]) -> bool:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return needs == ("*",) or following in needs
