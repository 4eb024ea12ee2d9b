"""Words by which a text leaves open whether a party holds what is reported, and who vouches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_WORDS = frozenset(
    "reportedly allegedly apparently supposedly purportedly seemingly presumably rumoured rumored theoretically".split()
)
_VERBS = frozenset(
    (
        "appears appear appeared seems seem seemed suggested suggests hinted hints hint hinting signaled"
        " signalled signals signal signaling signalling"
    ).split()
)
_DOUBTING = frozenset("perhaps probably possibly conceivably potentially".split())
_MODAL = frozenset(["may", "might", "could"])
_EXPECTED = frozenset("expected believed understood thought rumoured likely said reported known".split())
UNNAMED = frozenset(
    (
        "officials official diplomats diplomat sources source people negotiators delegates insiders insider aides aide"
        " person participants envoys reports report media adviser advisers advisor advisors intermediary"
        " intermediaries attendees bureaucrats staffers"
    ).split()
)
_REPORTS = frozenset(["reports", "report", "media", "accounts", "leaks"])


def near_words(tokens: list[Token], first: int, last: int, verb: int) -> tuple[str, ...]:
    """Return the hedge words of tokens ``first`` to ``last`` that bear on the verb at ``verb``."""
    found: list[str] = []
    for index in range(first, last):
        word = tokens[index].lower
        close = -8 <= index - verb <= 2
        before = tokens[index - 1].lower if index else ""
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        adverb = word in _WORDS or (word in _DOUBTING and close and index < verb)
        seeming = (
            word in _VERBS
            and close
            and (after in ("to", "that", "a", "it", "they", "he", "she", "its", "he") or index != verb)
        )
        if word in ("suggested", "suggests") and index == verb:
            seeming = False
        modal = word in _MODAL and close and index < verb and tokens[index].text.islower() and after != "not"
        modal = modal and not _in_condition(tokens, index)
        expected = word in _EXPECTED and close and before in ("is", "was", "are", "were", "widely") and after == "to"
        if adverb or seeming or modal or expected or _is_hearsay(tokens, index):
            found.append(tokens[index].text)
    return tuple(dict.fromkeys(found))


def _is_hearsay(tokens: list[Token], index: int) -> bool:
    """Say whether who writes only understands so: "is, I gather, ready", "our understanding is that"."""
    word, before = tokens[index].lower, tokens[index - 1].lower if index else ""
    behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if word == "understanding":
        return before in ("my", "our") and behind in ("is", "was", ",")
    if word in ("understand", "gather", "hear"):
        aside = index > 1 and tokens[index - 2].text in (",", "—", "–") and behind in (",", "—", "–")
        return before in ("i", "we") and (aside or (index > 1 and tokens[index - 2].lower == "as"))
    return (
        word == "told" and index > 1 and before in ("am", "are", "’m", "'m") and tokens[index - 2].lower in ("i", "we")
    )


def _in_condition(tokens: list[Token], index: int) -> bool:
    """Say whether a modal belongs to a condition: "could be considered only after", "if it could be shown"."""
    bound = any(token.lower in ("only", "unless") for token in tokens[index + 1 : index + 6])
    bound = bound or any(token.lower in ("if", "provided", "unless") for token in tokens[index + 1 :])
    return bound or any(token.lower in ("if", "unless") for token in tokens[max(0, index - 5) : index])


def unnamed_word(tokens: list[Token], first: int, last: int) -> str:
    """Return the word by which a source stays unnamed ("officials", "reports"), or an empty string."""
    for index in range(last - 1, first - 1, -1):
        if tokens[index].lower in UNNAMED and (not index or not tokens[index].is_capital):
            return tokens[index].lower
    return ""


def is_report(word: str) -> bool:
    """Say whether the unnamed source is a report about somebody and not somebody."""
    return word in _REPORTS
