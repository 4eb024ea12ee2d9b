"""Rules and model together: what the base and the rules know stays, the model decides where they guess."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, WEAK, Candidate
from briefing_app.analysis.head_words import TITLES
from briefing_app.analysis.name_lexicon import FIRST_NAMES, NOT_NAMES, TITLE_MODIFIERS
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.analysis.models.names import Seen, Sight
    from briefing_app.analysis.page import Page

LEARNED = 3
"""Rank of what a model says: above the guesses of the rules, below what they know."""
LEAST = 0.5
"""A name of the model that is less sure counts for nothing."""
LONGER = 0.55
"""A name of the model that is as sure may take a known name into a longer one."""
FIRM = 0.7
"""A name of the model that is less sure stays a guess: figures and clearer places of the same words win over it."""
STRONGER = 0.85
"""As sure must the model be to call a name something else than what its neighbours made the rules think."""
SURE = 0.93
"""As sure must it be to call a name something else than what the rules are sure of."""
IDLE = 0.2
"""A guess of the rules of which the model thinks less than this is dropped."""
HEARD = 0.85
"""The same for the weakest guesses, which only go by the capitals."""
SHOWN = 0.8
"""A person of whom the rules are as sure stays where the model sees nothing."""
CAPITALISED = ("A capitalised name.", "Two capitalised words.")
FIRST_NAMED = "A first name and a surname."
SOURCE = "model"
_JOINING = re.compile(r" and ")
_OFFICE = re.compile(r"\b(?:Ministers?|Secretary|Commissioner|Representative) (?:of|for) (?:the )?$")
_PORTFOLIO = re.compile(
    r"(?:Ministry|Department|Secretariat|Directorate) (?:of|for) [A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]\w+"
)
_OF = frozenset(("of", "the", "for", "and", "&"))
_WHOLE = frozenset({"ORG", "PERSON", "FAC", "EVENT", "LAW"})
_GUESSED = frozenset({EntityKind.PERSON, EntityKind.ORG, EntityKind.GPE, EntityKind.NORP})
_AGREED = frozenset({EntityKind.PERSON, EntityKind.ORG})


def merged(page: Page, found: Sequence[Candidate], sight: Sight, label: str) -> list[Candidate]:
    """Return the candidates of the rules, corrected and completed by what a model has seen."""
    seen = [one for one in sight.seen if one.sure >= LEAST and not page.is_hidden(one.start, one.end)]
    seen = [_untitled(page, one) for one in seen if not _is_titled(page, one, found)]
    seen = [one for one in seen if not _idle(page, one, found, seen)]
    kept = [one for one in (_settled(page, one, seen, sight) for one in found) if one is not None]
    return kept + [_candidate(page, one, kept, label) for one in seen if one.label != "MISC"]


def promoted(chosen: Iterable[Candidate]) -> list[Candidate]:
    """Return what was chosen; the model's names are now as good as any other, or guesses."""
    return [
        replace(one, rank=NAME if one.confidence >= FIRM else WEAK) if one.rank == LEARNED else one for one in chosen
    ]


def _settled(page: Page, one: Candidate, seen: Sequence[Seen], sight: Sight) -> Candidate | None:
    """Return a candidate of the rules as the model leaves it; None where the model knows better."""
    if one.source != "grammar":
        return one
    others = [other for other in seen if other.start < one.end and one.start < other.end]
    if one.rank <= WEAK:
        return _guess(one, others, sight)
    if one.label is EntityKind.PERSON:
        return _person(one, others, sight)
    if _JOINING.search(page.masked, one.start, one.end) and _parted(page, one, others):
        return None
    for other in others:
        same = (other.start, other.end) == (one.start, one.end)
        if same and one.label in _AGREED and other.sure >= SURE and other.label in ("PERSON", "ORG", "GPE"):
            return replace(one, label=EntityKind(other.label))
    return one


def _person(one: Candidate, others: Sequence[Seen], sight: Sight) -> Candidate | None:
    """Weigh a person of the rules: what a title or a turn of speech shows stays, unless the model is very sure."""
    if not others:
        return one if one.confidence >= SHOWN or sight.chance(one.start, one.end) >= IDLE else None
    inside = [other for other in others if one.start <= other.start and other.end <= one.end]
    best = max(other.sure for other in others)
    if one.why == FIRST_NAMED and [other.end for other in inside] == [one.end]:
        return one
    alike = len(inside) == len(others) == 1 and inside[0].label == "PERSON"
    return one if best < (SURE if alike else STRONGER) else None


def _guess(one: Candidate, others: Sequence[Seen], sight: Sight) -> Candidate | None:
    """Weigh a guess of the rules against the model: raised where it is the better one, else None or as it was."""
    chance = sight.chance(one.start, one.end)
    if not others:
        least = HEARD if one.why in CAPITALISED else IDLE
        return one if one.label not in _GUESSED or chance >= least else None
    if (agreed := _agreed(one, others)) is not None:
        return agreed
    whole = all(one.start <= other.start and other.end <= one.end for other in others)
    better = max(other.sure for other in others) < STRONGER
    if one.why in CAPITALISED:
        better = better and chance >= HEARD and [other.label for other in others] == [one.label.value]
    return replace(one, rank=max(one.rank, LEARNED + 1)) if whole and better else None


def _agreed(one: Candidate, others: Sequence[Seen]) -> Candidate | None:
    """Return what rules and model agree upon, as sure as the surer of both; None where they do not."""
    for other in others:
        if (other.start, other.end, other.label) == (one.start, one.end, one.label.value):
            sure = round(min(0.9, max(one.confidence, other.sure)), 2)
            return replace(one, rank=max(one.rank, LEARNED + 1), confidence=sure)
    return None


def _idle(page: Page, one: Seen, found: Sequence[Candidate], seen: Sequence[Seen]) -> bool:
    """Say whether a span is a field of an office, or a word to which only the sentence it opens gave a capital."""
    if one.label == "ORG" and _OFFICE.search(page.masked, max(0, one.start - 24), one.start):
        return True
    text = page.masked[one.start : one.end]
    sentence = page.sentence_at(one.start)
    if sentence is None or sentence.tokens[0].start != one.start or one.sure >= FIRM or " " in text:
        return False
    if text.lower() in FIRST_NAMES or any(c.start < one.end and one.start < c.end for c in found):
        return False
    return not any(other is not one and page.masked[other.start : other.end] == text for other in seen)


def _untitled(page: Page, one: Seen) -> Seen:
    """Leave the title behind a body out of its name: "U.S. District Court Judge"."""
    words = page.masked[one.start : one.end].split(" ")
    if one.label != "ORG" or len(words) < 3 or words[-1].lower() not in TITLES or words[-2].lower() in _OF:
        return one
    return replace(one, end=one.end - len(words[-1]) - 1)


def _is_titled(page: Page, one: Seen, found: Sequence[Candidate]) -> bool:
    """Say whether the model takes a title into a name, or a word that names nobody for one."""
    if page.masked[one.start : one.end].lower() in NOT_NAMES:
        return True
    for other in found:
        if other.label is EntityKind.PERSON and other.end == one.end and other.start > one.start:
            words = page.masked[one.start : other.start].split()
            if all(word.lower().rstrip(".") in TITLES | TITLE_MODIFIERS for word in words):
                return True
    return False


def _parted(page: Page, one: Candidate, others: Sequence[Seen]) -> bool:
    """Say whether the model surely sees two names, or an earlier end, where the rules joined words to one name.

    "Ministry of Water and Irrigation" is mostly one: there it must be surer.
    """
    joined = one.label is EntityKind.LAW or _PORTFOLIO.fullmatch(page.masked, one.start, one.end)
    least = STRONGER if joined else LONGER
    inside = [other for other in others if one.start <= other.start and other.end <= one.end and other.sure >= least]
    return len(inside) > 1 or any(other.start == one.start and other.end < one.end for other in inside)


def _candidate(page: Page, one: Seen, found: Sequence[Candidate], label: str) -> Candidate:
    known = [c for c in found if c.rank >= NAME and c.start < one.end and one.start < c.end]
    inside = all(one.start <= c.start and c.end <= one.end for c in known)
    longer = bool(known) and all((c.start, c.end) != (one.start, one.end) for c in known)
    enough = one.sure >= LONGER or all(c.source == "grammar" and c.label.value == one.label for c in known)
    rank = NAME if longer and inside and enough and one.label in _WHOLE else LEARNED
    text = page.masked[one.start : one.end]
    shouted = one.label == "PERSON" and text.isupper() and " " in text
    return Candidate(
        one.start, one.end, EntityKind(one.label), SOURCE, f"The {label} takes it for a name.",
        text.title() if shouted else "", rank=rank, confidence=round(min(0.9, one.sure), 2),
    )  # fmt: skip
