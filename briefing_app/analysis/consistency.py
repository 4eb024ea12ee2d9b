"""What the whole text says of its names: short forms, surnames, headings, one label for the same words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, WEAK, Candidate
from briefing_app.analysis.head_words import HEADS, TITLES
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.match import Matcher
from briefing_app.analysis.name_lexicon import ACRONYM_STOP
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Page, Sentence

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


def surnames(page: Page, chosen: list[Candidate]) -> list[Candidate]:
    """Find later mentions of persons by their last names."""
    people: dict[str, tuple[str, str] | None] = {}
    for one in chosen:
        if one.label is not EntityKind.PERSON:
            continue
        words = page.masked[one.start : one.end].split()
        full = one.canonical or " ".join(words)
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
        votes.setdefault(text, Counter())[one.label] += 3 if one.rank > WEAK else 1
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
    return kept + _short_forms(page, kept) + _in_headings(page, kept)


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


_SHORT = frozenset(
    (
        "court agreement treaty commission council convention protocol assembly parliament accord union"
        " authority secretariat committee ministry pact federation bank fund organization organisation"
        " board tribunal charter senate congress alliance league association movement front mission society forum"
        " party company corporation institute agency office group network coalition consortium foundation corridor"
        " chamber university centre center decision directive regulation award declaration accords quartet"
    ).split()
)


def _short_forms(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Read "the Court" as the one court named before: capitalised heads that stand alone."""
    latest: list[tuple[int, str, Candidate]] = []
    for one in kept:
        words = page.masked[one.start : one.end].split()
        if len(words) < 2:
            continue
        for word in (words[-1], words[0]):
            if word.lower() in _SHORT and HEADS.get(word.lower(), one.label) is one.label:
                latest.append((one.start, word, one))
                break
        else:
            canonical = one.canonical.split()
            for word in canonical[-1:] + canonical[:1]:
                if word.lower() in _SHORT and HEADS.get(word.lower(), one.label) is one.label:
                    latest.append((one.start, word, one))
    if not latest:
        return []
    made: list[Candidate] = []
    for sentence in page.sentences:
        if sentence.heading:
            continue
        for index, token in enumerate(sentence.tokens):
            model = _short_form_at(sentence, index, latest)
            if model is not None:
                full = model.canonical or page.masked[model.start : model.end]
                why = f"“{token.text}” stands here for {full}, named before."
                made.append(
                    Candidate(token.start, token.end, model.label, "short form", why, full, model.key, NAME, 0.7)
                )
    return made


def _short_form_at(sentence: Sentence, index: int, latest: list[tuple[int, str, Candidate]]) -> Candidate | None:
    tokens = sentence.tokens
    token = tokens[index]
    if token.lower not in _SHORT or not token.is_capital:
        return None
    bare = token.lower in ("parliament", "congress")
    if not bare and (index == 0 or tokens[index - 1].lower not in ("the", "this", "our", "its")):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and ((after.is_capital and after.lower not in FUNCTION_WORDS) or after.lower in TITLES):
        return None
    found = [one for start, word, one in latest if word == token.text and start < token.start]
    return found[-1] if found else None
