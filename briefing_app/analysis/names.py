"""The names of a text: actor base, grammar of capitals, the reader's rulings, and consistency of the whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from briefing_app.analysis.candidates import NAME, RULING, WEAK, Candidate, choose
from briefing_app.analysis.cast import Cast
from briefing_app.analysis.gazetteer import Gazetteer
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.match import Matcher
from briefing_app.analysis.name_lexicon import ACRONYM_STOP, HEADS, TITLES
from briefing_app.analysis.runs import Known, find_pieces, is_opening
from briefing_app.domain.entity import EntityKind
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.domain.analysis import AnalysisRequest
    from briefing_app.analysis.page import Page, Sentence
    from briefing_app.analysis.actors import ActorBase

_BRACKET = re.compile(r"\s*\((?:the |or )?[\"“]?([A-Z][A-Za-z0-9&-]{1,9})[\"”]?\)")
_EVENT = re.compile(r"\b(?:COP|CMA|MC|INC|G)-?\d{1,2}(?:\.\d)?\b")
_ARTICLE = re.compile(r"\b(?:Article|Chapter|Annex|Protocol|Resolution|Directive)s? (?:\d{1,5}(?:/\d+)?|[IVX]{1,5})\b")
_DATELINE = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}){0,2})(?:, [A-Z][\w .]{1,24})?(?: \([^)]{2,24}\))? ?[—–-] "
)
_SUMMIT = frozenset({"summit", "conference", "accords", "accord", "agreement", "treaty", "protocol"})


class NameFinder:
    """Finds names; holds the matcher of one actor base."""

    def __init__(self, base: ActorBase) -> None:
        self.base = base
        self.gazetteer = Gazetteer(base)

    def find(self, page: Page, request: AnalysisRequest, *, grammar: bool = True) -> list[Candidate]:
        """Return the names of a page in order; none overlaps another and none is hidden.

        Without ``grammar`` only the actor base and the reader's rulings are asked.
        """
        day = request.published[:10]
        hits = self.gazetteer.find(page, day)
        cast = Cast(self.base, page, day)
        cast.see(hits)
        found = [one for one in (cast.candidate(hit) for hit in hits) if one is not None]
        if grammar:
            found += self._grammar(page, found) + _numbered(page) + _summits(page, found)
            found += self._datelines(page)
        found += self._rulings(page, request)
        chosen = choose(self._lawful(found, page, request))
        chosen = choose([*chosen, *_acronyms(page, chosen), *_surnames(page, chosen)])
        return [self._linked(one, page, chosen) for one in choose(_consistent(page, chosen))]

    # --- the grammar of capitals ------------------------------------------------------------------

    def _grammar(self, page: Page, found: list[Candidate]) -> list[Candidate]:
        known = _known(page, found)
        made: list[Candidate] = []
        for sentence in page.sentences:
            if sentence.heading:
                continue
            for piece in find_pieces(sentence, known):
                start = sentence.tokens[piece.first].start
                end = sentence.tokens[piece.last - 1].end
                made.append(
                    Candidate(
                        start, end, piece.label, "grammar", piece.why,
                        rank=NAME if piece.sure else WEAK, confidence=0.75 if piece.sure else 0.55,
                    )
                )  # fmt: skip
        return made

    def _rulings(self, page: Page, request: AnalysisRequest) -> list[Candidate]:
        means = [ruling for ruling in request.rulings if ruling[1] == "means" and ruling[0]]
        matcher = Matcher([ruling[0] for ruling in means])
        made: list[Candidate] = []
        for start, end, index in matcher.longest(page.masked):
            text, _, canonical, label, key = means[index]
            made.append(
                Candidate(
                    start, end, EntityKind(label), "reader", f"You ruled that “{text}” means {canonical}.",
                    canonical, key, RULING, 1.0,
                )
            )  # fmt: skip
        return made

    def _lawful(self, found: list[Candidate], page: Page, request: AnalysisRequest) -> list[Candidate]:
        never = {ruling[0] for ruling in request.rulings if ruling[1] == "never"}
        return [
            one
            for one in found
            if not page.is_hidden(one.start, one.end)
            and (one.rank == RULING or page.masked[one.start : one.end] not in never)
        ]

    def _linked(self, one: Candidate, page: Page, chosen: list[Candidate]) -> Candidate:
        """Give a name without a canonical one its own text, or what the base calls it."""
        if one.canonical:
            return one
        text = page.masked[one.start : one.end]
        meaning = next((m for m in self.base.called(text) if m[1].when != "acting"), None)
        if meaning and meaning[0].kind is one.label:
            return _with(one, meaning[0].name, meaning[0].key)
        if text.isupper() and len(text) > 3:
            return self._shouted(one, text)
        return _with(one, " ".join(text.split()), "")

    def _datelines(self, page: Page) -> list[Candidate]:
        """Read the places in capitals in front of reports."""
        made: list[Candidate] = []
        for start, end in page.passages:
            match = _DATELINE.match(page.masked, start, min(end, start + 60))
            if match is None:
                continue
            blank = Candidate(*match.span(1), EntityKind.GPE, "grammar", "A place in front of a report.")
            one = self._shouted(blank, match[1])
            if one.label is EntityKind.GPE:
                made.append(replace(one, rank=NAME + 1))
        return made

    def _shouted(self, one: Candidate, text: str) -> Candidate:
        """Read a name in capitals (the place in front of a report) as the base writes it."""
        for actor, alias in self.base.called(text.title()):
            if alias.when != "acting" and actor.kind in (EntityKind.GPE, EntityKind.ORG, EntityKind.PERSON):
                why = f"“{text}” is {actor.name} in capitals."
                return replace(one, label=actor.kind, canonical=actor.name, key=actor.key, why=why)
        for actor, alias in self.base.called(text.title()):
            if alias.when == "acting":
                return replace(
                    one,
                    label=EntityKind.GPE,
                    canonical=text.title(),
                    key="",
                    why=f"{text.title()} is a capital of {actor.name}.",
                )
        return replace(one, canonical=text.title() if one.label is EntityKind.GPE else text)


def _with(one: Candidate, canonical: str, key: str, why: str = "") -> Candidate:
    return Candidate(
        one.start, one.end, one.label, one.source, why or one.why, canonical, key, one.rank, one.confidence
    )  # fmt: skip


def _known(page: Page, found: list[Candidate]) -> Known:
    lower: set[str] = set()
    inner: Counter[str] = Counter()
    for sentence in page.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.text[0].islower():
                lower.add(token.lower)
            elif token.is_capital and not sentence.heading and not is_opening(sentence.tokens, index):
                if _stands_alone(sentence, index):
                    inner[token.text] += 1
    named: dict[int, tuple[int, EntityKind]] = {}
    for one in found:
        if one.start not in named or named[one.start][0] < one.end:
            named[one.start] = (one.end, one.label)
    return Known(frozenset(lower), frozenset(inner), named)


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Say whether a capitalised word is a name by itself and not a part of "Commission for the X of"."""
    tokens = sentence.tokens
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and (after.is_capital or after.lower == "of"):
        return False
    before = [token for token in tokens[max(0, index - 2) : index] if token.lower != "the"]
    return not before or not (before[-1].is_capital or before[-1].lower in ("of", "for", "and", "on"))


def _numbered(page: Page) -> list[Candidate]:
    """COP31 and Resolution 2803: names that end in a number."""
    made = [
        Candidate(m.start(), m.end(), EntityKind.EVENT, "grammar", "A numbered conference.")
        for m in _EVENT.finditer(page.masked)
        if not m[0].startswith("G")
    ]
    made += [
        Candidate(m.start(), m.end(), EntityKind.LAW, "grammar", "A numbered part or act of law.")
        for m in _ARTICLE.finditer(page.masked)
    ]
    return made


def _summits(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Read "Berlin summit" as an event: a name and the word behind it."""
    made: list[Candidate] = []
    for one in found:
        if one.label not in (EntityKind.GPE, EntityKind.ORG, EntityKind.EVENT):
            continue
        rest = page.masked[one.end : one.end + 12]
        match = re.match(r" (summit|Summit)\b", rest)
        if match and one.label is not EntityKind.EVENT:
            made.append(
                Candidate(
                    one.start, one.end + match.end(), EntityKind.EVENT, "grammar", "A summit by its place or body."
                )
            )
    return made


def _acronyms(page: Page, chosen: list[Candidate]) -> list[Candidate]:
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
            short[text] = _with(one, full, one.key, f"“{text}” was introduced as short for {full}.")
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


def _surnames(page: Page, chosen: list[Candidate]) -> list[Candidate]:
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
    made: list[Candidate] = []
    for start, end, index in Matcher(names).longest(page.masked):
        who = people[names[index]]
        if who and not page.is_hidden(start, end):
            why = f"{names[index]} is {who[0]}, named in full in this text."
            made.append(Candidate(start, end, EntityKind.PERSON, "surname", why, who[0], who[1], NAME, 0.85))
    return made


def _last_names(words: list[str]) -> list[str]:
    if len(words) < 2:
        return []
    found = [words[-1]]
    for index in range(1, len(words) - 1):
        if words[index][0].islower():
            found.append(" ".join(words[index:]))
            break
    return [name for name in found if len(name) > 2 and name.lower() not in HEADS]


def _consistent(page: Page, chosen: list[Candidate]) -> list[Candidate]:
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
    "court agreement treaty commission council convention protocol assembly parliament accord union"
    " authority secretariat committee ministry pact federation bank fund organization organisation board"
    " tribunal charter senate congress alliance league association".split()
)


def _short_forms(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Read "the Court" as the one court named before: capitalised heads that stand alone."""
    latest: list[tuple[int, str, Candidate]] = []
    for one in kept:
        words = page.masked[one.start : one.end].split()
        if len(words) < 2:
            continue
        for word in (words[-1], words[0]):
            if word.lower() in _SHORT:
                latest.append((one.start, word, one))
                break
        else:
            canonical = one.canonical.split()
            for word in canonical[-1:] + canonical[:1]:
                if word.lower() in _SHORT:
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
                    Candidate(token.start, token.end, model.label, "short form", why, full, model.key, WEAK, 0.6)
                )
    return made


def _short_form_at(sentence: Sentence, index: int, latest: list[tuple[int, str, Candidate]]) -> Candidate | None:
    tokens = sentence.tokens
    token = tokens[index]
    if token.lower not in _SHORT or not token.is_capital or index == 0:
        return None
    if tokens[index - 1].lower not in ("the", "this", "our", "its"):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and ((after.is_capital and after.lower not in FUNCTION_WORDS) or after.lower in TITLES):
        return None
    found = [one for start, word, one in latest if word == token.text and start < token.start]
    return found[-1] if found else None
