"""Drafts of statements: the evidence, its words in short, the issue, hedges and day of a reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.clauses import clause_of, stretch, words_of
from briefing_app.analysis.conditions import condition_near
from briefing_app.analysis.fragments import MODALS, fragment
from briefing_app.analysis.hedges import is_report, near_words
from briefing_app.analysis.issue_labels import GENERAL, is_issue
from briefing_app.analysis.issue_phrases import headline_issue, phrase_issue
from briefing_app.analysis.matter import issue_name, matter_of, said_of
from briefing_app.analysis.page import tokenise
from briefing_app.analysis.readings import Reading, marks_of, own_verb, why_of
from briefing_app.domain.position import Stance, StatementDraft

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.issues import IssueFinder
    from briefing_app.analysis.matter import Matter
    from briefing_app.analysis.page import Page, Token
    from briefing_app.analysis.triggers import Trigger
    from briefing_app.analysis.turns import Floor
    from briefing_app.analysis.values import Value
    from briefing_app.domain.analysis import AnalysisRequest

# "Statement by the minister on the quota" is about the quota.
_SUBJECT = re.compile(r"\b(?:on|about|regarding|concerning|following)\b (.+)")
THRESHOLD = 0.5
_POINTERS = frozenset("them it that this these those him her us so".split())
_BINDABLE = frozenset({Stance.SUPPORTS, Stance.OFFERS, Stance.REJECTS, Stance.CONDITIONAL, Stance.UNDECIDED})
_OFFICIAL_VERBS = frozenset("statement communiqué communique readout declaration release".split())


def _within(source: Source | None, one: Reading) -> int:
    """Return where the matter of a stance starts: not in front of what its source says."""
    inside = source is not None and source.cue < source.first <= one.trigger.index
    return max(one.first, source.first) if source is not None and inside else one.first


def _parsed(reader: SentenceReader, one: Reading) -> Matter | None:
    """Return what a stance is about by the parse of its sentence; None where that would take in its own source."""
    tree, source = reader.sentence.tree, one.source
    phrase = one.trigger.phrase
    whose = (phrase.first, phrase.last) if phrase is not None else None
    matter = matter_of(reader.tokens, tree, one.trigger.index, whose) if tree is not None else None
    if matter is None or (source is not None and matter.first <= source.cue < matter.last):
        return None
    holder = one.trigger.phrase
    if holder is not None and matter.first < holder.last and holder.first < matter.last:
        return None  # who takes a stand is not what it is about
    return matter


def _modal(tokens: list[Token], first: int) -> bool:
    """Say whether "will", "would", "to" or such stands before a token, "not" between them or not."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return bool(before) and (
        before[-1] in MODALS or before[-1] == "to" or (before[-1] == "not" and before[0] in MODALS)
    )


def _opens(tokens: list[Token], first: int) -> bool:
    """Say whether a token is the first word of its sentence."""
    return not any(token.is_word for token in tokens[:first])


class Drafter:
    """Writes down the readings of one page."""

    def __init__(
        self, page: Page, request: AnalysisRequest, discourse: Discourse, issues: IssueFinder, floor: Floor
    ) -> None:
        self.page = page
        self.request = request
        self.discourse = discourse
        self.issues = issues
        self.floor = floor
        self.official = False
        self.dates: list[Value] = []

    def draft(self, reader: SentenceReader, one: Reading, readings: list[Reading]) -> StatementDraft | None:
        """Return the draft of a reading beside the others of its sentence; None where it is too doubtful."""
        tokens = reader.tokens
        trigger, holder, source = one.trigger, one.holder, one.source
        others = [r.trigger.index for r in readings if r is not one]
        first, last = clause_of(reader, trigger.index, trigger.phrase, source, others)
        first = max(first, trigger.clause)
        label_end = self.floor.label_end(reader.sentence.passage)
        while first < last - 1 and (tokens[first].text in "•*-–—:" or tokens[first].start < label_end):
            first += 1
        stance = trigger.stance
        conditional = condition_near(reader, trigger, first, last)
        if (conditional and stance in _BINDABLE) or (
            conditional and stance is Stance.OPPOSES and trigger.verb.startswith("threat")
        ):
            stance = Stance.CONDITIONAL
        hedges = self._hedges(reader, one, first, last)
        start, end = tokens[first].start, tokens[last - 1].end
        issue, issue_weight = self._issue(reader, one, first, last)
        if not issue:
            return None
        confidence = min(0.95, one.weight + issue_weight)
        if confidence < THRESHOLD:
            return None
        unnamed = holder.unnamed or (source.holder.unnamed if source else "")
        return StatementDraft(
            parties=holder.parties,
            keys=holder.keys,
            issue=issue,
            stance=stance,
            start=start,
            end=end,
            paraphrase=self._said(reader, one),
            speaker=holder.speaker,
            verb=source.verb if source is not None else own_verb(trigger.verb),
            hedges=hedges,
            attribution_level=self._level(reader, one, unnamed),
            said_on=self._said_on(reader, source, trigger),
            marks=marks_of(tokens, first, last, stance),
            confidence=round(confidence, 2),
            why=why_of(trigger, holder, stance),
        )

    def _said(self, reader: SentenceReader, one: Reading) -> str:
        """Return in short what a stance is about: what the parse shows, else what follows the word of the stance."""
        tokens, stance = reader.tokens, one.trigger.stance
        matter = _parsed(reader, one)
        if matter is not None and reader.sentence.tree is not None:
            said = said_of(self.page.masked, tokens, reader.sentence.tree, one.trigger.index, matter)
            if " " in said:
                return fragment(
                    said, stance, modal=_modal(tokens, matter.first), opening=self._plain(reader, matter.first)
                )
        first, last = stretch(reader, _within(one.source, one), self._before_source(reader, one))
        said = words_of(self.page, reader, first, last)
        return fragment(said, stance, modal=_modal(tokens, first), opening=self._plain(reader, first))

    def _plain(self, reader: SentenceReader, first: int) -> bool:
        """Say whether a token opens its sentence and begins no name, so that its capital says nothing."""
        named = self.discourse.names_in(reader.sentence, first, min(first + 1, len(reader.tokens)))
        return _opens(reader.tokens, first) and not named

    def _before_source(self, reader: SentenceReader, one: Reading) -> int:
        """Return where the matter of a stance ends: in front of a source that stands behind it."""
        source = one.source
        if source is None or source.cue < one.trigger.index:
            return one.last
        for index in range(source.cue - 1, one.first, -1):
            if reader.tokens[index].text in ',”"»—–':
                return min(one.last, index)
        return one.last

    def _hedges(self, reader: SentenceReader, one: Reading, first: int, last: int) -> tuple[str, ...]:
        words = list(near_words(reader.tokens, first, last, one.trigger.index))
        source = one.source
        cue = source.cue if source is not None else one.trigger.index
        verb = reader.tokens[cue].text
        if verb.lower() in ("hinted", "signalled", "signaled", "hints", "signals", "suggested", "suggests"):
            words.append(verb)
        unnamed = one.holder.unnamed or (source.holder.unnamed if source is not None else "")
        if unnamed and not one.holder.speaker.istitle():
            words.append(unnamed)
        return tuple(dict.fromkeys(words))

    def _level(self, reader: SentenceReader, one: Reading, unnamed: str) -> int:
        if unnamed:
            return 5 if is_report(unnamed) else 4
        if one.holder is self.discourse.issuer and self.official:
            return 1
        words = {token.lower for token in reader.tokens}
        if words & _OFFICIAL_VERBS:
            return 2
        return 3

    def _issue(self, reader: SentenceReader, one: Reading, first: int, last: int) -> tuple[str, float]:
        """Return the issue and what naming it so adds to or takes from confidence.

        The dossier's own issues come first, wherever near they are named, then the general ones that the stance
        itself names, then the words of the stance, and only then what is spoken of around it.
        """
        tokens = reader.tokens
        passage = reader.sentence.passage
        parsed = _parsed(reader, one)
        core = (parsed.first, parsed.last) if parsed is not None else (one.first, one.last)
        spans = [(low, min(high, len(tokens))) for low, high in (core, (first, last), (0, len(tokens)))]
        hits = [self.issues.within(tokens[a].start, tokens[b - 1].end) if a < b else None for a, b in spans]
        named = next((hit for hit in hits if hit is not None and hit.own), None) or hits[0]
        if named is None and parsed is None:
            named = hits[1]
        if named is not None:
            return named.name, 0.05
        above = self.issues.heading_above(passage)
        if above is not None and above.own:
            return above.name, 0.0
        phrase = self._matter(reader, one)
        if phrase:
            return phrase, -0.03
        near = hits[1] or hits[2] or self.issues.near(passage, reader.sentence.start)
        if near is not None:
            return near.name, -0.02
        about = self.issues.main() or self._titled()
        return about or self._sound(reader, phrase_issue(tokens, 0, len(tokens))) or GENERAL, -0.06

    def _sound(self, reader: SentenceReader, label: str) -> str:
        """Return a name for an issue if it is one; empty for a person, a party or a word that tells nothing."""
        names = self.discourse.names_in(reader.sentence, 0, len(reader.tokens))
        return label if is_issue(label, names, self.page.masked) else ""

    def _matter(self, reader: SentenceReader, one: Reading) -> str:
        """Return a name for the issue from the words of the stance."""
        tokens = reader.tokens
        matter = _parsed(reader, one)
        if matter is not None and reader.sentence.tree is not None:
            named = self._sound(reader, issue_name(tokens, reader.sentence.tree, matter))
            plain = named or self._sound(reader, phrase_issue(tokens, matter.first, matter.last))
            return named or (plain if any(word.islower() for word in plain.split()[1:]) else "")
        if one.first < len(tokens) and tokens[one.first].lower in _POINTERS:
            return ""
        if one.trigger.stance is Stance.DEMANDS:
            to = next((i for i in range(one.first, min(one.first + 9, one.last)) if tokens[i].lower == "to"), 0)
            wanted = self._sound(reader, phrase_issue(tokens, to + 1, one.last)) if to else ""
            if wanted:
                return wanted
        return self._sound(reader, phrase_issue(tokens, one.first, one.last))

    def _titled(self) -> str:
        """Return a name for what the whole document is about."""
        title = self.request.title
        subject = _SUBJECT.search(title)
        for part in (subject[1] if subject else "", title):
            tokens = tokenise(part)
            named = headline_issue(tokens)
            if is_issue(named):
                return named
        return ""

    def _said_on(self, reader: SentenceReader, source: Source | None, trigger: Trigger) -> str:
        """Return the day named beside the cue, else the article's own where the cue is fresh."""
        cue = source.cue if source is not None else trigger.index
        place = reader.tokens[cue]
        for value in self.dates:
            inside = reader.sentence.start <= value.start < reader.sentence.end and len(value.value) == 10
            close = abs(value.start - place.end) <= 45
            if inside and close and value.value <= (self.request.published[:10] or "9999"):
                return value.value
        return ""
