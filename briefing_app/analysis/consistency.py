"""What the whole text says of its names: short forms, surnames, headings, one label for the same words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, WEAK, Candidate
from briefing_app.analysis.head_words import HEADS
from briefing_app.analysis.match import Matcher
from briefing_app.analysis.name_lexicon import ACRONYM_STOP
from briefing_app.analysis.name_shapes import plain_case
from briefing_app.analysis.short_forms import short_forms
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Page

_PLACING = re.compile(r"\b(?:in|at|near|from|to|outside|towards?) $")
GUESSES = frozenset(("A capitalised name.", "Two capitalised words.", "A first name alone.", "A name before a verb."))
_BRACKET = re.compile(r"\s*\((?:the |or )?[\"“]?([A-Z][A-Za-z0-9&-]{1,9})[\"”]?\)")


def with_meaning(one: Candidate, canonical: str, key: str, why: str = "") -> Candidate:
    """Return a candidate with what it means."""
    return Candidate(
        one.start, one.end, one.label, one.source, why or one.why, canonical, key, one.rank, one.confidence
    )  # fmt: skip


def acronyms(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Tie short forms to the names behind which they stand in brackets, and find them all over the text."""
    short: dict[str, Candidate] = {}
    made: list[Candidate] = []
    for one in chosen:
        match = _BRACKET.match(page.masked, one.end)
        if match is None or one.label in (EntityKind.NORP,):
            continue
        text = match[1]
        if text in ACRONYM_STOP or sum(c.isupper() for c in text) < 2:
            continue
        full = one.canonical or page.masked[one.start : one.end]
        if one.label is EntityKind.PERSON:
            if not _spells(text, full):
                continue  # "Ann Lee (SPD)": a person and her party
            one = replace(one, label=EntityKind.ORG)
            made.append(replace(one, rank=NAME + 1))
        if text not in short:
            short[text] = with_meaning(one, full, one.key, f"“{text}” was introduced as short for {full}.")
    if not short:
        return made
    matcher = Matcher(list(short))
    names = list(short)
    for start, end, index in matcher.longest(page.masked):
        model = short[names[index]]
        if not page.is_hidden(start, end):
            made.append(
                Candidate(start, end, model.label, "short form", model.why, model.canonical, model.key, NAME + 1, 0.85)
            )
    return made


def _spells(short: str, full: str) -> bool:
    """Say whether a short form is made of the first letters of a name."""
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    return short.upper() == initials.upper()


def surnames(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Find later mentions of persons by their last names."""
    people: dict[str, tuple[str, str] | None] = {}
    for one in chosen:
        if one.label is not EntityKind.PERSON:
            continue
        words = page.masked[one.start : one.end].split()
        full = one.canonical or " ".join(words)
        if full.isupper() and len(words) > 1:
            full = plain_case(full)
            words += plain_case(words[-1]).split()
        for surname in _last_names(words):
            if surname in people and people[surname] not in (None, (full, one.key)):
                known = people[surname]
                if known and (full in known[0] or known[0] in full):
                    continue
                people[surname] = None
            else:
                people.setdefault(surname, (full, one.key))
    names = [name for name, who in people.items() if who]
    inside = _insides(chosen)
    made: list[Candidate] = []
    for start, end, index in Matcher(names).longest(page.masked):
        who = people[names[index]]
        if who and not page.is_hidden(start, end) and start not in inside:
            why = f"{names[index]} is {who[0]}, named in full in this text."
            made.append(Candidate(start, end, EntityKind.PERSON, "surname", why, who[0], who[1], NAME, 0.85))
    return made


def own_bearers(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Drop famous bearers of a surname whom the text never names in full where it names another bearer so."""
    own: set[str] = set()
    famous: set[str] = set()
    named: set[str] = set()
    for one in chosen:
        words = page.masked[one.start : one.end].split()
        if one.label is EntityKind.PERSON and len(words) > 1:
            own.update(_last_names(words) if not one.key else ())
            named.update(_last_names(words))
            famous.update([one.key] if one.key else ())
    return [
        one for one in chosen
        if not (one.key and one.label is EntityKind.PERSON and one.key not in famous
                and page.masked[one.start : one.end] in own)
        and not (_is_town(page, one) and page.masked[one.start : one.end] in named
                 and not _PLACING.search(page.masked, max(0, one.start - 12), one.start))
    ]  # fmt: skip


def _is_town(page: Page, one: Candidate) -> bool:
    """Say whether a name is that of a town, whether it stands for itself or for the state it governs."""
    governs = one.key.startswith("country:") and page.masked[one.start : one.end] != one.canonical
    return one.key.startswith("city:") or (governs and one.label is EntityKind.GPE)


def _insides(chosen: list[Candidate]) -> set[int]:
    """Return the places that longer names take, where no shorter one may start."""
    return {at for one in chosen for at in range(one.start + 1, one.end)}


def _last_names(words: list[str]) -> list[str]:
    if len(words) < 2:
        return []
    found = [words[-1]]
    for index in range(1, len(words) - 1):
        if words[index][0].islower():
            found.append(" ".join(words[index:]))
            break
    return [name for name in found if len(name) > 2 and name.lower() not in HEADS]


def consistent(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Give all places of the same words one label, find known names in headings, drop lone guesses."""
    votes: dict[str, Counter[EntityKind]] = {}
    sure: dict[str, Candidate] = {}
    for one in chosen:
        text = page.masked[one.start : one.end]
        votes.setdefault(text, Counter())[one.label] += _weight(one)
        if one.rank > WEAK or one.canonical:
            sure.setdefault(text, one)
    kept: list[Candidate] = []
    for one in chosen:
        text = page.masked[one.start : one.end]
        model = sure.get(text)
        if one.rank <= WEAK and model is not None:
            kept.append(
                Candidate(one.start, one.end, model.label, one.source, model.why, model.canonical, model.key, NAME, 0.8)
            )
            continue
        if one.rank <= WEAK:
            label = votes[text].most_common(1)[0][0]
            kept.append(Candidate(one.start, one.end, label, one.source, one.why, "", "", WEAK, one.confidence))
            continue
        kept.append(one)
    return kept + short_forms(page, kept) + _in_headings(page, kept)


def _weight(one: Candidate) -> int:
    """Return what a reading counts among those of the same words: what is known, what the place says, a guess."""
    if one.rank > WEAK:
        return 9
    return 1 if one.why in GUESSES else 3


def _in_headings(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Find in headings the names that the running text has shown."""
    models = {
        page.masked[one.start : one.end]: one
        for one in kept
        if one.label in (EntityKind.PERSON, EntityKind.ORG, EntityKind.LAW, EntityKind.EVENT, EntityKind.FAC)
    }
    if not models:
        return []
    names = list(models)
    matcher = Matcher(names)
    made: list[Candidate] = []
    for sentence in page.sentences:
        if not sentence.heading:
            continue
        for start, end, index in matcher.longest(page.masked[sentence.start : sentence.end]):
            one = models[names[index]]
            made.append(
                Candidate(
                    sentence.start + start, sentence.start + end, one.label, one.source, one.why,
                    one.canonical or names[index], one.key, NAME, 0.7,
                )
            )  # fmt: skip
    return made
