"""All attributions of a page: of anybody, named or not, whether a position comes of them or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.attribution import SentenceReader
from briefing_app.analysis.attribution_cues import FORMS, OPEN, SURE
from briefing_app.analysis.attribution_extent import Extent
from briefing_app.analysis.attribution_nouns import nominal_sources
from briefing_app.analysis.attribution_sources import in_front, level_of, may_speak, phrase_behind
from briefing_app.analysis.attribution_spans import SHORT, Cue, cue_of, nominal_claims
from briefing_app.analysis.cues import NOUN_LIKE
from briefing_app.analysis.lexicon import AUXILIARIES, DETERMINERS, WEEKDAYS
from briefing_app.analysis.syntax import Phrase, is_nominal, phrase_from, subject_before, verb_group
from briefing_app.analysis.verbs import Verb, finite_verbs
from briefing_app.domain.attribution import Attribution, AttributionType, Tier

if TYPE_CHECKING:
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page, Sentence, Token

_COUNTED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last only latest new".split())
"""Words before a participle that only describes: "the fifth confirmed case"."""
_UNREAL = ("must", "should", "can", "could", "might", "may", "cannot")
LONGEST = 300
"""Tokens of a sentence above which it is no running text."""


def find_attributions(page: Page, discourse: Discourse) -> list[Attribution]:
    """Return the attributions of a page in the order of their cues."""
    found: list[Attribution] = []
    inside, opened, passage = False, -1, -1
    for sentence in page.sentences:
        if sentence.passage != passage:
            inside, opened, passage = False, -1, sentence.passage
        if len(sentence.tokens) > LONGEST:
            continue
        reader = _Reader(sentence, discourse, inside, opened)
        found += [one for one in reader.attributions() if not page.is_hidden(one.cue_start, one.cue_end)]
        inside, opened = reader.base.ends_open, reader.opened_at()
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """Source and content of one cue, as tokens."""

    source: Phrase
    first: int
    last: int


class _Reader:
    """Reads one sentence; ``opened`` is where a quotation began that an earlier sentence left open (-1: none)."""

    def __init__(self, sentence: Sentence, discourse: Discourse, inside: bool, opened: int) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.inside = inside
        self.opened = opened
        self.base = SentenceReader(sentence, discourse, inside)
        self.quoted = self.base.quoted
        named = frozenset(i for i, t in enumerate(self.tokens) if t.start in discourse.covered)
        self.verbs = self._verbs(named)
        self.extent = Extent(self.tokens, self.quoted, self.verbs)
        own = (i for v in self.verbs for i in range(v.group.first, v.index + 1) if not v.group.infinitive)
        self.base.verbs = self.verbs
        self.base.stops = frozenset((*self.base.stops, *own))

    def _verbs(self, named: frozenset[int]) -> list[Verb]:
        """Return the verbs that attribute, with those that can be nothing else behind a noun: "police say"."""
        found = {verb.index: verb for verb in finite_verbs(self.sentence, named, FORMS)}
        for index, token in enumerate(self.tokens):
            if index in found or token.lower not in SURE or index in named or not index:
                continue
            before = self.tokens[index - 1]
            if before.text in (",", ")", "”", '"', "—", "–") or (
                is_nominal(before) and before.lower not in DETERMINERS
            ):
                found[index] = Verb(index, tuple(FORMS[token.lower]), verb_group(self.tokens, index), stance=False)
        return [found[index] for index in sorted(found) if not self._is_noun(found[index])]

    def _is_noun(self, verb: Verb) -> bool:
        """Say whether a form of two readings is a noun here: "repeated U.S. claims that", "assistance and support"."""
        word = self.tokens[verb.index].lower
        if verb.index and word in NOUN_LIKE and self.tokens[verb.index - 1].lower == "no":
            return True
        if not verb.group.bare or verb.index == 0:
            return False
        if self.tokens[verb.index - 1].lower in _COUNTED and any(form.kind == "participle" for form in verb.forms):
            return True
        if self.tokens[verb.index - 1].lower in ("and", "or") and self._goes_on_infinitive(verb):
            return True
        if word not in NOUN_LIKE:
            return False
        if self.tokens[verb.index - 1].lower in ("any", "of", "with", "without"):
            return True
        following = self.tokens[verb.index + 1].lower if verb.index + 1 < len(self.tokens) else ""
        if following in ("say", "said", "suggest", "suggested", "indicate", "indicated") or following in AUXILIARIES:
            return True
        at = verb.index - 1
        if at and self.tokens[at - 1].lower in ("his", "her", "its", "their", "our", "my"):
            return self.tokens[at].text.islower() and not self.tokens[at].lower.endswith(("s", "er", "or", "ist", "ry"))
        if self.tokens[at].lower in ("and", "or") or (self.tokens[at].lower.endswith("ing") and at):
            return True
        while at > 0 and is_nominal(self.tokens[at]):
            at -= 1
        forms = FORMS.get(self.tokens[at].lower, [])
        return bool(forms) and not any(form.cue.lemma in OPEN for form in forms)

    def _goes_on_infinitive(self, verb: Verb) -> bool:
        """Say whether a plain form shares the "to" of one before it: "urged them to respect it and declare an end"."""
        if not any(form.kind == "base" for form in verb.forms) or any(form.kind == "past" for form in verb.forms):
            return False
        before = [token.lower for token in self.tokens[: verb.index - 1]]
        return "to" in before[-12:] and not any(word in SURE for word in before[-6:])

    def opened_at(self) -> int:
        """Return where the quotation began that this sentence leaves open."""
        if not self.base.ends_open:
            return -1
        for index in range(len(self.tokens) - 1, -1, -1):
            if not self.quoted[index]:
                return self.tokens[index + 1].start if index + 1 < len(self.tokens) else -1
        return self.opened if self.inside else self.tokens[0].start

    def attributions(self) -> list[Attribution]:
        """Return what the sentence attributes."""
        found = [one for verb in self.verbs if (one := self._verb(verb)) is not None]
        found += self._according() + self._put_it()
        if not self.sentence.heading:
            found += self._nominal(found)
        found.sort(key=lambda one: one.cue_start)
        return found

    # --- verbs ------------------------------------------------------------------------------------

    def _verb(self, verb: Verb) -> Attribution | None:
        if self.quoted[verb.index] or verb.group.passive or verb.group.infinitive or verb.group.has(*_UNREAL):
            return None
        if self.tokens[-1].text == "?" and not any(self.quoted):
            return None
        cue = cue_of(self.tokens, verb, self.quoted)
        if cue is None or (self.sentence.heading and cue.tier is Tier.WEAK):
            return None
        gerund = any(form.kind == "gerund" for form in verb.forms) and verb.group.bare
        part = self._participle(verb, cue) if gerund else self._finite(verb, cue)
        if part is None or part.source.hypothetical or not may_speak(self.tokens, part.source, cue.tier, cue.lemma):
            return None
        if cue.clause and part.last - part.first < 3:
            return None
        return self._made(part, cue)

    def _finite(self, verb: Verb, cue: Cue) -> _Part | None:
        tokens = self.tokens
        index = verb.index
        phrase = self.base.subject_phrase(verb)
        mark = tokens[index - 1].text if index else ""
        single = mark == "’" and any(token.text == "‘" for token in tokens[:index])
        behind_quote = single or mark in '”"»' or (mark == "," and index > 1 and tokens[index - 2].text in '”"»’')
        if verb.group.bare and (behind_quote or (phrase is None and mark in (",", "”", "—", "–"))):
            phrase = phrase_behind(tokens, index + 1)
            if phrase is None or cue.tier is Tier.WEAK:
                return None
            return _Part(phrase, 0, index) if index > 1 else None
        if phrase is None:
            phrase = self._some_of_them(verb) or self._shared(verb)
        if cue.lemma == "tell" and self._is_told(verb):
            return None
        if phrase is None:
            return None
        start = min(phrase.first, verb.group.first)
        after = self.extent.after(cue.last, cue.lemma)
        if start > 2 and tokens[start - 1].text in ',”»—–"’' and cue.tier is Tier.CORE:
            if self.extent.is_tail(cue.last, any(self.quoted[:start])):
                return _Part(phrase, 0, start)
            if tokens[start - 1].text == "," and tokens[min(cue.last, len(tokens) - 1)].text == ",":
                return _Part(phrase, 0, len(tokens) - 1)
        return _Part(phrase, after, self.extent.end(verb))

    def _is_told(self, verb: Verb) -> bool:
        """Say whether "told" goes on with a passive: "was called in and told"."""
        if verb.index < 3 or self.tokens[verb.index - 1].lower not in ("and", "or"):
            return False
        return any(token.lower in ("was", "were", "been") for token in self.tokens[max(0, verb.index - 7) : verb.index])

    def _some_of_them(self, verb: Verb) -> Phrase | None:
        """Read "one of them said"."""
        at = verb.group.first
        if at < 3 or self.tokens[at - 1].lower not in ("them", "us", "those") or self.tokens[at - 2].lower != "of":
            return None
        return Phrase(at - 3, at)

    def _shared(self, verb: Verb) -> Phrase | None:
        """Return the phrase that opens a sentence, for a later deed of it: "The two met in Oslo and agreed to talk"."""
        at = verb.group.first - 1
        if at < 2 or self.tokens[at].lower not in ("and", "but") or any(self.quoted[: verb.index]):
            return None
        return phrase_from(self.tokens, 0) if is_nominal(self.tokens[0]) else None

    def _participle(self, verb: Verb, cue: Cue) -> _Part | None:
        """Read "..., saying the plan was unfair" and "quoted the envoy as saying"."""
        tokens = self.tokens
        index = verb.index
        before = tokens[index - 1].lower if index else ""
        if before == "as" and index > 2 and tokens[index - 2].lower in ("quoted", "cited", "reported"):
            source = subject_before(tokens, verb_group(tokens, index - 2).first)
        elif before == "as" and index > 1:
            source = in_front(tokens, index - 1)
        elif before == ",":
            source = self._doer(index)
        else:
            source = None
        return _Part(source, self.extent.after(cue.last, cue.lemma), self.extent.end(verb)) if source else None

    def _doer(self, before: int) -> Phrase | None:
        """Return the subject of the clause that a participle goes on with."""
        for verb in reversed(self.verbs):
            if verb.index < before and not verb.group.infinitive and not self.quoted[verb.index]:
                phrase = self.base.subject_phrase(verb)
                if phrase is not None:
                    return phrase
        return phrase_from(self.tokens, 0) if not self.quoted[0] else None

    def _put_it(self) -> list[Attribution]:
        """Read "as the envoy put it"."""
        tokens = self.tokens
        found: list[Attribution] = []
        for index in range(2, len(tokens) - 1):
            if tokens[index].lower not in ("put", "puts") or tokens[index + 1].lower != "it" or self.quoted[index]:
                continue
            source = in_front(tokens, index)
            opener = source.first - 1 if source is not None else -1
            if source is None or opener < 0 or tokens[opener].lower != "as":
                continue
            part = (
                _Part(source, min(index + 2, len(tokens) - 1), len(tokens) - 1)
                if opener == 0
                else _Part(source, 0, opener)
            )
            found.append(self._made(part, Cue(index, index + 2, "put it", Tier.CORE)))
        return found

    # --- without a verb ---------------------------------------------------------------------------

    def _according(self) -> list[Attribution]:
        tokens = self.tokens
        found: list[Attribution] = []
        for index in range(len(tokens) - 2):
            if tokens[index].lower != "according" or tokens[index + 1].lower != "to" or self.quoted[index]:
                continue
            comma = next((i for i in range(index + 3, len(tokens)) if tokens[i].text in ",.;"), len(tokens))
            phrase = phrase_from(tokens[:comma], index + 2)
            if phrase is None or not may_speak(tokens, phrase, Tier.CORE):
                continue
            opens = index < 2
            first = min(phrase.last + (tokens[phrase.last].text == ","), len(tokens) - 1) if opens else 0
            part = _Part(phrase, first, len(tokens) - 1 if opens else index)
            found.append(self._made(part, Cue(index, index + 2, "according to", Tier.CORE)))
        return found

    def _nominal(self, verbal: list[Attribution]) -> list[Attribution]:
        """Return cues that are nouns: "Kenya's view is that", "a North Korean demand to lift sanctions"."""
        taken = {at for one in verbal for at in range(one.cue_start, one.cue_end)}
        found: list[Attribution] = []
        views = [(at, phrase, first) for at, phrase, first in nominal_sources(self.tokens)]
        for at, phrase, first in [*views, *nominal_claims(self.tokens)]:
            if self.quoted[at] or self.tokens[at].start in taken or not may_speak(self.tokens, phrase, Tier.WEAK):
                continue
            part = _Part(phrase, first, self._clause_end(first)) if first else _Part(phrase, 0, at)
            cue = Cue(at, at + 1, self.tokens[at].lower, Tier.WEAK, nominal=True)
            found.append(self._made(part, cue))
        return found

    def _clause_end(self, first: int) -> int:
        return next((i for i in range(first, len(self.tokens)) if self.tokens[i].text in ",.;:"), len(self.tokens))

    def _made(self, part: _Part, cue: Cue) -> Attribution:
        tokens = self.tokens
        source_last = part.source.extra[1] if part.source.extra and part.source.extra[0] == part.source.last + 1 else 0
        source_last = max(part.source.last, source_last)
        first, last = part.first, max(part.first, part.last)
        while first < last and tokens[first].text in ",:":
            first += 1
        if first >= last:
            start = end = tokens[cue.last - 1].end
        else:
            start, end = tokens[first].start, tokens[last - 1].end
            if self.inside and self.opened >= 0 and first == 0:
                start = self.opened
        source = part.source.first
        while source < part.source.last - 1 and tokens[source].lower in WEEKDAYS:
            source += 1
        if source > 1 and tokens[source - 1].text == "." and tokens[source - 2].lower in SHORT:
            source -= 2
        return Attribution(
            tokens[source].start,
            tokens[source_last - 1].end,
            tokens[cue.first].start,
            tokens[cue.last - 1].end,
            start,
            end,
            self._type(first, last, cue),
            cue.tier,
            level_of(tokens, part.source, cue.lemma),
        )

    def _type(self, first: int, last: int, cue: Cue) -> AttributionType:
        if cue.nominal:
            return AttributionType.NOMINAL
        marks = [self.quoted[i] for i in range(first, last) if self._is_said(self.tokens[i])]
        if not any(marks):
            return AttributionType.INDIRECT
        return AttributionType.DIRECT if all(marks) else AttributionType.MIXED

    def _is_said(self, token: Token) -> bool:
        return token.text[0].isalnum()
