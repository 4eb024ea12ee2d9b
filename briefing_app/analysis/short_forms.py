"""Later short names: "the Court" for the court named before, "the Patriotic Front" for the one of a country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, WEAK, Candidate
from briefing_app.analysis.head_words import HEADS, TITLES
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Page, Sentence

_BEHIND_HEADS = frozenset("of for on against to in with between from".split())
_KINDS = frozenset((EntityKind.ORG, EntityKind.LAW, EntityKind.EVENT, EntityKind.FAC))
_DETERMINERS = frozenset("the this our its that said your".split())
_BARE = frozenset("parliament congress".split())
# Heads that alone are hardly ever a short name: "the Week", "the Plant".
_NEVER = frozenset(
    "republic kingdom territory week war round festival river sea ocean street avenue road hill island islands coast"
    " room hotel market house hospital light rock north south games cup state services workers farmers teachers nurses"
    " owners operators growers unions ministers government talks intelligence".split()
)


@dataclass(frozen=True, slots=True)
class _Long:
    start: int
    head: str
    one: Candidate
    full: str


def short_forms(page: Page, kept: Sequence[Candidate]) -> list[Candidate]:
    """Return short names with what they stand for, above what the base makes of them alone."""
    longs = _longs(page, kept)
    if not longs:
        return []
    covered = {at: one for one in kept for at in (one.start, one.end - 1)}
    made: list[Candidate] = []
    for sentence in page.sentences:
        for index, token in enumerate(sentence.tokens):
            if not token.is_capital or not _stands_alone(sentence, index, longs):
                continue
            at = covered.get(token.start)
            if at is not None and (at.start, at.end) != (token.start, token.end):
                continue
            long = _meant(token.lower, token.start, longs)
            if long is None or (at is not None and _is_nearer(at, long, kept, page)):
                continue
            why = f"“{token.text}” stands here for {long.full}, named before."
            one = long.one
            made.append(
                Candidate(token.start, token.end, one.label, "short form", why, long.full, one.key, NAME + 1, 0.7)
            )
    return made + _parts(page, kept)


def _longs(page: Page, kept: Sequence[Candidate]) -> list[_Long]:
    found: list[_Long] = []
    for one in kept:
        if one.label not in _KINDS or one.source == "short form":
            continue
        text = page.masked[one.start : one.end]
        full = one.canonical or " ".join(text.split())
        heads = _heads(text.split(), one.label) or _heads(full.split(), one.label)
        found += [_Long(one.start, head, one, full) for head in heads]
    return found


def _heads(words: list[str], label: EntityKind) -> list[str]:
    """Return the words of a name that can stand for it alone."""
    if len(words) < 2:
        return []
    found: list[str] = []
    for index, word in enumerate(words):
        lower = word.lower().rstrip(",")
        last = index + 1 == len(words) or words[index + 1].lower() in _BEHIND_HEADS
        if last and HEADS.get(lower) is label and lower not in _NEVER:
            found.append(lower)
            break
    return found


def _stands_alone(sentence: Sentence, index: int, longs: list[_Long]) -> bool:
    tokens = sentence.tokens
    token = tokens[index]
    if not any(long.head == token.lower for long in longs):
        return False
    before = tokens[index - 1] if index else None
    if token.lower not in _BARE and (before is None or before.lower not in _DETERMINERS):
        return False
    if before is not None and before.is_capital and index > 1 and tokens[index - 2].is_word:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    return not ((after.is_capital and after.lower not in FUNCTION_WORDS) or after.lower in TITLES)


def _meant(word: str, start: int, longs: list[_Long]) -> _Long | None:
    before = [long for long in longs if long.head == word and long.start < start]
    if before:
        return before[-1]
    later = {long.full: long for long in longs if long.head == word}
    return next(iter(later.values())) if len(later) == 1 else None


def _is_nearer(base: Candidate, long: _Long, kept: Sequence[Candidate], page: Page) -> bool:
    """Say whether what the base calls by the short name was itself named later than the long name."""
    if not base.key or base.key == long.one.key or base.canonical == long.full:
        return bool(base.key)
    text = page.masked[base.start : base.end]
    own = [
        one.start for one in kept
        if one.key == base.key and one.start < base.start and page.masked[one.start : one.end] != text
    ]  # fmt: skip
    return bool(own) and own[-1] > long.start


def _parts(page: Page, kept: Sequence[Candidate]) -> list[Candidate]:
    """Read "Patriotic Front" as the "Patriotic Front of Kenya" and "NML" as "NML Capital" of the same text."""
    longer = [
        (page.masked[one.start : one.end], one) for one in kept
        if one.label is EntityKind.ORG and " " in page.masked[one.start : one.end]
    ]  # fmt: skip
    made: list[Candidate] = []
    for one in kept:
        text = page.masked[one.start : one.end]
        guessed = one.label is EntityKind.PERSON and one.rank <= WEAK
        if one.key or (one.label is not EntityKind.ORG and not guessed) or (one.canonical and one.canonical != text):
            continue
        wholes = {
            (other.canonical or whole): other for whole, other in longer
            if whole != text and whole.startswith(f"{text} ") and _goes_on(whole[len(text) + 1 :], text)
        }  # fmt: skip
        if len(wholes) == 1:
            full, other = next(iter(wholes.items()))
            why = f"“{text}” is short for {full}, named in full in this text."
            made.append(
                Candidate(one.start, one.end, EntityKind.ORG, "short form", why, full, other.key, NAME + 1, 0.75)
            )
    return made


def _goes_on(rest: str, text: str) -> bool:
    first = rest.split()[0].lower()
    return first in _BEHIND_HEADS or (" " not in text and text.lower() not in HEADS and first != "and")
