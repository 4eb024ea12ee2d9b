"""The names of a text: actor base, grammar of capitals, the reader's rulings, and consistency of the whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, RULING, WEAK, Candidate, choose
from briefing_app.analysis.cast import Cast
from briefing_app.analysis.consistency import acronyms, consistent, own_bearers, surnames, with_meaning
from briefing_app.analysis.extents import extended, nameless
from briefing_app.analysis.facilities import facilities
from briefing_app.analysis.gazetteer import Gazetteer
from briefing_app.analysis.head_words import TITLES
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.match import Matcher
from briefing_app.analysis.models.merging import merged, promoted
from briefing_app.analysis.name_lexicon import TEXT_KINDS, TITLE_MODIFIERS
from briefing_app.analysis.name_shapes import plain_case, shaped
from briefing_app.analysis.run_bounds import Known, is_opening
from briefing_app.analysis.runs import find_persons, find_pieces
from briefing_app.analysis.states import seats, states
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.actors import ActorBase
    from briefing_app.analysis.gazetteer import Meaning
    from briefing_app.analysis.models.names import NameSource
    from briefing_app.analysis.page import Page, Sentence
    from briefing_app.domain.analysis import AnalysisRequest

_EVENT = re.compile(r"\b(?:COP|CMA|MC|INC|G)-?\d{1,2}(?:\.\d)?\b")
_ARTICLE = re.compile(
    r"\b(?:Article|Chapter|Annex|Protocol|Resolution|Directive)s? "
    r"(?:\d{1,5}(?:/\d+)?(?:\(\d{1,2}\))*(?:\([a-z]\))*(?!\w)|[IVX]{1,5}\b)"
)
_DATELINE = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}){0,2})"
    r"(?:/([A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}){0,2}))?"
    r"(?:, [\dA-Z][\w .]{1,24})?(?: \([^)]{2,24}\))? ?[—–-]{1,2} "
)
_YEAR_BEFORE = re.compile(r"\b(?:1[789]|20)\d\d $")
_MISSION = re.compile(
    r"\b(?:UN|United Nations|EU|European Union|OSCE|African Union)\b.* (?:Mission|Office|Force|Operation)\b"
)
_IN = re.compile(r" (?:in|to|for) (?:the )?")
_RIVER = re.compile(
    r"\b(?!The |This |That |Each |Its |Our |Every |A |Whose )([A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?) river\b"
)
_WORD_BEFORE = re.compile(r"(?<![.!?:”\"] )\b([A-ZÀ-Þ][\w’'-]*)\.? $")
_GOVERNMENT = re.compile(r"(?:[A-Z][a-z]+ )?Government of (?:the )?(.+)|[A-Z][a-z]+ (.+) Government")
_BEFORE_NAMES = TITLES | FUNCTION_WORDS | TITLE_MODIFIERS
_SUMMIT = frozenset({"summit", "conference", "accords", "accord", "agreement", "treaty", "protocol"})


class NameFinder:
    """Finds names; holds the matcher of one actor base, and a model of names where there is one."""

    def __init__(self, base: ActorBase, learned: NameSource | None = None) -> None:
        self.base = base
        self.gazetteer = Gazetteer(base)
        self.learned = learned

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
            found += self._datelines(page) + shaped(page, self.base)
            found += facilities(page, self.base, found) + _missions(page, found)
            found += _dated(page, found) + _rivers(page, found) + states(page, self.base, found) + seats(page, found)
            if self.learned is not None:
                found = merged(page, found, self.learned.see(page, hits), self.learned.label)
            found += extended(page, found)
        found += self._rulings(page, request)
        chosen = own_bearers(page, promoted(choose(self._lawful(found, page, request))))
        chosen = [self._plainly(one, page, chosen) for one in chosen]
        chosen = choose([*chosen, *acronyms(page, chosen), *_apart(page, chosen, surnames(page, chosen))])
        return [self._linked(one, page, chosen) for one in choose(consistent(page, chosen))]

    # --- the grammar of capitals ------------------------------------------------------------------

    def _grammar(self, page: Page, found: list[Candidate]) -> list[Candidate]:
        known = _known(page, found)
        made: list[Candidate] = []
        for sentence in page.sentences:
            bare = sentence.heading and (sentence.passage in page.headings or not _is_listing(sentence))
            for piece in (find_persons if bare else find_pieces)(sentence, known):
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
            and (one.rank == RULING or not nameless(page, one))
            and (one.rank == RULING or page.masked[one.start : one.end] not in never)
        ]

    def _plainly(self, one: Candidate, page: Page, chosen: list[Candidate]) -> Candidate:
        """Return a name of several words in capitals with its meaning, which short forms will ask for."""
        text = page.masked[one.start : one.end]
        return self._linked(one, page, chosen) if text.isupper() and " " in text and not one.canonical else one

    def _linked(self, one: Candidate, page: Page, chosen: list[Candidate]) -> Candidate:
        """Give a name without a canonical one its own text, or what the base calls it."""
        if one.canonical:
            return one
        text = page.masked[one.start : one.end]
        state = _GOVERNMENT.fullmatch(text) if one.label is EntityKind.ORG else None
        for actor, _ in self.base.called(state[1] or state[2]) if state else []:
            if actor.kind is EntityKind.GPE:
                return with_meaning(one, actor.name, actor.key)
        meaning = next((m for m in self._called(text) if not m[1].when and m[1].type != "surname"), None)
        if meaning and meaning[0].kind is one.label:
            return with_meaning(one, meaning[0].name, meaning[0].key)
        if text.isupper() and len(text) > 3:
            plain = next((other for other in chosen if _same_person(one, text, other, page)), None)
            if plain is not None:
                full = plain.canonical or page.masked[plain.start : plain.end]
                return with_meaning(one, plain_case(full) if full.isupper() else full, plain.key)
            if one.label is EntityKind.PERSON:
                known = [actor for actor, _ in self.base.called(text.title()) if actor.kind is EntityKind.PERSON]
                whole = known[0] if known and len(text.split()) > 1 else None
                return with_meaning(one, whole.name if whole else plain_case(text), whole.key if whole else "")
            return self._shouted(one, text)
        return with_meaning(one, " ".join(text.split()), "")

    def _called(self, text: str) -> list[Meaning]:
        """Return whom a name can mean, one in capitals too ("COUNCIL OF EUROPE")."""
        found = self.base.called(text)
        if found or not text.isupper() or " " not in text:
            return found
        return self.base.called(titled(text))

    def _datelines(self, page: Page) -> list[Candidate]:
        """Read the places in capitals in front of reports."""
        made: list[Candidate] = []
        for start, end in page.passages:
            match = _DATELINE.match(page.masked, start, min(end, start + 70))
            for group in (1, 2) if match is not None else ():
                if match is None or match[group] is None or match[group].lower().strip(".") in TEXT_KINDS:
                    continue
                blank = Candidate(*match.span(group), EntityKind.GPE, "grammar", "A place in front of a report.")
                one = self._shouted(blank, match[group])
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
        return replace(one, canonical=titled(text) if " " in text or one.label is EntityKind.GPE else text)


def titled(text: str) -> str:
    """Return a name in capitals as it is written plainly."""
    words = text.split()
    return " ".join(w.lower() if w.lower() in FUNCTION_WORDS and n else w.capitalize() for n, w in enumerate(words))


def _same_person(one: Candidate, text: str, other: Candidate, page: Page) -> bool:
    """Say whether a person's name in capitals is another's that the text writes plainly."""
    written = other.canonical or page.masked[other.start : other.end]
    both = one.label is EntityKind.PERSON and other.label is EntityKind.PERSON
    longer = len(written) > len(text) and written.casefold().endswith(f" {text.casefold()}")
    return both and written != text and (written.casefold() == text.casefold() or longer)


def _apart(page: Page, chosen: list[Candidate], last_names: list[Candidate]) -> list[Candidate]:
    """Return those last names that stand alone: not inside a longer name, nor behind a word of another name."""
    taken = {at for one in chosen for at in range(one.start, one.end)}
    spans = {(one.start, one.end) for one in chosen}
    made: list[Candidate] = []
    for one in last_names:
        if one.start in taken:
            if (one.start, one.end) in spans:
                made.append(one)
            continue
        sentence = page.sentence_at(one.start)
        opens = sentence is not None and sentence.start == one.start
        before = None if opens else _WORD_BEFORE.search(page.masked, max(0, one.start - 24), one.start)
        if before is None or before[1].lower() in _BEFORE_NAMES:
            made.append(one)
    return made


def _is_listing(sentence: Sentence) -> bool:
    """Tell "Ingrid Haukeland, Nordlys." and "Recalling the Almaty Agreement," from a heading in a paragraph."""
    return any(token.text == "," for token in sentence.tokens) or sentence.tokens[0].lower.endswith("ing")


def _known(page: Page, found: list[Candidate]) -> Known:
    lower: set[str] = set()
    inner: Counter[str] = Counter()
    for sentence in page.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.text[0].islower():
                lower.add(token.lower)
            elif sentence.heading or is_opening(sentence.tokens, index):
                continue
            elif token.is_capital and _stands_alone(sentence, index):
                inner[token.text] += 1
    named: dict[int, tuple[int, EntityKind]] = {}
    for one in found:
        if one.start not in named or named[one.start][0] < one.end:
            named[one.start] = (one.end, one.label)
    return Known(frozenset(lower), frozenset(inner), named, {word for word, count in inner.items() if count > 1})


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


def _missions(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Read "UN Mission for the Referendum in Western Sahara": the place belongs to the name of a mission."""
    places = {one.start: one for one in found if one.label in (EntityKind.GPE, EntityKind.LOC)}
    made: list[Candidate] = []
    for one in found:
        if one.label is not EntityKind.ORG or one.key or not _MISSION.search(page.masked[one.start : one.end]):
            continue
        match = _IN.match(page.masked, one.end)
        place = places.get(match.end()) if match else None
        if place is not None:
            made.append(replace(one, end=place.end, rank=NAME))
    return made


def _dated(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Read "1975 Algiers Agreement" as one name, its year with it."""
    made: list[Candidate] = []
    for one in found:
        year = _YEAR_BEFORE.search(page.masked, max(0, one.start - 5), one.start)
        if one.label is EntityKind.LAW and year is not None and year.end() == one.start:
            made.append(replace(one, start=year.start(), rank=max(one.rank, NAME)))
    return made


def _rivers(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Read "Blue Nile river": the word belongs to the name, whatever the name alone may be."""
    by_span = {(one.start, one.end): one for one in found}
    made: list[Candidate] = []
    for match in _RIVER.finditer(page.masked):
        known = by_span.get(match.span(1))
        why = "A river by its name."
        listed = known is not None and known.label is EntityKind.LOC and known.canonical
        canonical, key = (known.canonical, known.key) if known and listed else (match[1], "")
        made.append(Candidate(*match.span(), EntityKind.LOC, "grammar", why, canonical, key, NAME + 1, 0.8))
    return made


def _summits(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Read "Berlin summit" as an event: a name and the word behind it."""
    made: list[Candidate] = []
    for one in found:
        if one.label not in (EntityKind.GPE, EntityKind.ORG, EntityKind.EVENT):
            continue
        rest = page.masked[one.end : one.end + 12]
        match = re.match(r" (summit|Summit|massacre|uprising|genocide|revolution)\b", rest)
        if match and one.label is not EntityKind.EVENT:
            made.append(
                Candidate(
                    one.start, one.end + match.end(), EntityKind.EVENT, "grammar", "A summit by its place or body."
                )
            )
    return made
