"""Titles in front of persons: where they stand in a run, and where the name behind them ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import HEADS, TITLES
from briefing_app.analysis.name_lexicon import TITLE_MODIFIERS, TITLE_TAILS

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.run_bounds import Known

# "King County", "General Assembly": titles that are parts of other names.
_ALSO_OTHERWISE = frozenset(
    "general chief high major king queen prince princess lord lady justice private crown wing group count don dean"
    " specialist petty elder prior metropolitan patriarch"
    " president consul ministers presidents senators governors generals".split()
)
_FIRST_NAMES_TOO = frozenset("prince king dean don count earl duke major grand elder prior sheikh rector dame".split())
_RANKS = frozenset("petty officer staff first class master gunnery lance flight warrant chief senior".split())


def title_span(tokens: list[Token], first: int, last: int, known: Known) -> tuple[int, int] | None:
    """Return the span of the first title in the run, with the words that belong to it."""
    for at in range(first, last):
        if not _is_title(tokens, at, first, last):
            continue
        start = at
        while start > first and tokens[start - 1].lower in TITLE_MODIFIERS | TITLES:
            before = tokens[start - 1]
            if before.start in known.named and before.lower not in TITLES:
                break
            start -= 1
        return start, _title_end(tokens, at + 1, last)
    return None


def _is_title(tokens: list[Token], at: int, first: int, last: int) -> bool:
    word = tokens[at].lower
    if word not in TITLES or (tokens[at].text.isupper() and len(word) > 4):
        return False
    following = tokens[at + 1].lower if at + 1 < last else ""
    if word in _ALSO_OTHERWISE and following in HEADS and following not in TITLES:
        return False
    if word in ("petty", "wing", "crown"):
        return following in ("officer", "commander", "prince", "princess")
    return not (word in ("private", "specialist", "elder", "prior", "dean", "don") and at > first)


def _title_end(tokens: list[Token], end: int, last: int) -> int:
    """Return where a title ends of which a first word was read: "Deputy | Foreign Minister", "Lt. | Gen."."""
    while True:
        at = end
        for tail in TITLE_TAILS:
            if tuple(t.lower for t in tokens[at : at + len(tail)]) == tail and at + len(tail) <= last:
                at += len(tail)
                break
        while at < last and tokens[at].text == ".":
            at += 1
        goes_on = 0
        more = at
        while more < last and tokens[more].lower in TITLE_MODIFIERS | TITLES | _RANKS:
            more += 1
            crown = more > 1 and tokens[more - 2].lower == "crown"
            if tokens[more - 1].lower in TITLES and (crown or tokens[more - 1].lower not in _FIRST_NAMES_TOO):
                goes_on = more
        if goes_on:
            end = goes_on
            continue
        return more if more > at and tokens[at].lower in _RANKS and more < last else at
