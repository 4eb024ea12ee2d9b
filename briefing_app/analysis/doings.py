"""Verbs that tell what somebody did, without a stance: with them a later verb may share its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, is_adverb
from briefing_app.analysis.syntax import is_nominal

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_PASTS = frozenset(
    (
        "came got began lost won paid spoke swung threw withdrew wrote broke brought bought caught drew fought froze"
        " knew led meant sold swore left found laid lent met ran rose sent put kept held took gave saw let went sought"
        " told chose stood became flew fell grew hit cut set sat shot struck taught wore drove rode fled shook spent"
    ).split()
)
_NOT_SUBJECTS = frozenset("the a an this its their his her our my of and or by to be been being as".split())


def doings(tokens: list[Token], covered: frozenset[int]) -> frozenset[int]:
    """Return where a plain verb in the past tells what its subject did; names (``covered``) are no verbs."""
    return frozenset(index for index in range(1, len(tokens) - 1) if index not in covered and _is_doing(tokens, index))


def _is_doing(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    past = token.lower in _PASTS or (token.lower.endswith("ed") and len(token.lower) > 4)
    if not past or token.is_capital:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if before.lower in _NOT_SUBJECTS or before.lower in AUXILIARIES or before.lower in PREPOSITIONS:
        return False
    stands = is_nominal(before) or before.lower in PRONOUNS or is_adverb(before.lower) or before.text in (",", ")")
    following = after.lower
    opens = following in DETERMINERS or following in PREPOSITIONS or following in PRONOUNS or after.is_capital
    return stands and (opens or is_adverb(following) or is_nominal(after)) and following != "by"
