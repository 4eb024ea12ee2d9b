"""Charges that who is charged denies: "..., a charge Kenya denies", "... - an accusation that Kampala has rejected"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import R
from briefing_app.analysis.syntax import Phrase
from briefing_app.analysis.triggers import Trigger

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader

_CHARGES = frozenset("charge charges accusation accusations allegation allegations claim claims".split())
_DENIES = frozenset("denies denied deny rejects rejected reject disputes disputed dispute".split())
_BETWEEN = frozenset("has have had strongly flatly repeatedly vehemently consistently always also".split())
_LONGEST = 8


def denied_charges(reader: SentenceReader) -> list[Trigger]:
    """Return who denies a charge that a sentence has just told."""
    tokens = reader.tokens
    found: list[Trigger] = []
    for index in range(3, len(tokens) - 2):
        opens = tokens[index - 1].lower in ("a", "an") and tokens[index - 2].text in ",-–—"
        if not opens or tokens[index].lower not in _CHARGES:
            continue
        first = index + 2 if tokens[index + 1].lower in ("that", "which") else index + 1
        near = range(first + 1, min(first + _LONGEST, len(tokens)))
        verb = next((i for i in near if tokens[i].lower in _DENIES), 0)
        last = verb
        while last > first and tokens[last - 1].lower in _BETWEEN:
            last -= 1
        if not verb or last == first or any(token.text in ",;:" for token in tokens[first:last]):
            continue
        phrase = Phrase(first, last)
        holder = reader.discourse.resolve(reader.sentence, phrase)
        if holder.known:
            told = (0, index - 2)
            text = tokens[verb].text
            found.append(Trigger(verb, *told, R, 0.74, holder, text, phrase, own=True, clause=index - 1))
    return found
