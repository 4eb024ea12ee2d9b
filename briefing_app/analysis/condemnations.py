"""Words that condemn what they speak of: "the cruel barbarity of the regime", "in flagrant breach of the truce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import O
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.triggers import Trigger

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader

_STRONG = frozenset(
    (
        "barbarity barbarism barbaric barbarous atrocity atrocities heinous horrific horrendous abhorrent appalling"
        " despicable savagery savage cruelty inhuman inhumane inhumanity brutality bloodshed carnage massacre massacres"
        " slaughter outrageous shameful disgraceful unconscionable reprehensible deplorable flagrant blatant egregious"
        " warmongers warmongering aggression provocation provocations tyranny bloodthirsty murderous cowardly vicious"
        " senseless unprovoked indiscriminate illegitimate hypocrisy impunity ethnic-cleansing genocidal"
    ).split()
)
# Two words that condemn together.
_PAIRS = frozenset(
    {
        ("disregard", "for"), ("contempt", "for"), ("breach", "of"), ("violation", "of"), ("violations", "of"),
        ("failed", "to"), ("fails", "to"), ("refused", "to"), ("war", "crimes"), ("ethnic", "cleansing"),
        ("state", "terrorism"), ("human", "suffering"), ("humanitarian", "suffering"), ("matter", "of"),
    }
)  # fmt: skip
_HARM = frozenset("concern alarm".split())
_TURNED = frozenset(
    "no not never without end ending stop stopping against fight fighting prevent preventing if".split()
)


def condemning_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the one stance against what a sentence speaks of in words that condemn it; whoever says so holds it."""
    lower = [token.lower for token in reader.tokens]
    for index in range(1, len(lower)):
        if not (lower[index] in _STRONG or _is_pair(lower, index)):
            continue
        if _TURNED & set(lower[max(0, index - 4) : index]) or reader.tokens[index].start in reader.discourse.covered:
            return []
        text = reader.tokens[index].text
        return [Trigger(index, 0, len(lower), O, 0.58, NOBODY, text, needs_source=True)]
    return []


def _is_pair(lower: list[str], index: int) -> bool:
    pair = tuple(lower[index : index + 2])
    if pair not in _PAIRS:
        return False
    if pair == ("matter", "of"):
        return bool(_HARM & set(lower[index + 2 : index + 5]))
    return pair[0] not in ("failed", "fails", "refused") or any(
        word.endswith("ly") or word in ("again", "has", "have") for word in lower[max(0, index - 2) : index]
    )
