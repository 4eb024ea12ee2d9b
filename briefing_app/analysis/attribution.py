"""Who says what in a sentence: source, cue and content, quotes included."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.attribution_nouns import nominal_sources
from briefing_app.analysis.dependencies import is_misread, subject_of
from briefing_app.analysis.doings import doings
from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.analysis.lexicon import AUXILIARIES, DETERMINERS, is_adverb
from briefing_app.analysis.syntax import (
    Group,
    Phrase,
    is_nominal,
    phrase_from,
    raised,
    shares_subject,
    subject_before,
    verb_group,
)
from briefing_app.analysis.verbs import Verb, finite_verbs
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Sentence, Token
    from briefing_app.domain.position import Stance

_OPEN, _CLOSE = "“«", "”»"
_SAYING = frozenset(
    ("saying adding noting arguing insisting warning telling stressing claiming declaring explaining stating").split()
)


_JOINING = frozenset(("and", "but", "or", "then", "yet", ","))
_CITING = frozenset("quote quotes quoted quoting cite cites cited citing".split())


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its cue at token ``cue`` and its content in tokens ``first`` to ``last``."""

    holder: Holder
    cue: int
    verb: str
    first: int
    last: int
    hypothetical: bool = False
    quoted: bool = False
    report: bool = False


class SentenceReader:
    """Reads the sources of one sentence against the discourse so far."""

    def __init__(self, sentence: Sentence, discourse: Discourse, open_quote: bool) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.discourse = discourse
        self.last_stance: Stance | None = None
        self.quoted, self.ends_open = quoted_tokens(sentence.tokens, open_quote)
        named = frozenset(i for i, t in enumerate(self.tokens) if t.start in discourse.covered)
        self.verbs = finite_verbs(sentence, named)
        self.stops = frozenset(
            i for v in self.verbs for i in range(v.group.first, v.index + 1) if not v.group.infinitive
        )
        self._named = named

    @functools.cached_property
    def doings(self) -> frozenset[int]:
        """Return where plain verbs in the past stand, with which a later verb may share its subject."""
        return doings(self.tokens, self._named)

    def subject(self, verb: Verb) -> tuple[Holder, Phrase | None]:
        """Return the holder of a verb's subject, with the phrase it was read from."""
        governor = raised(self.tokens, verb.group) if _goes_on(self.tokens, verb.group) else None
        phrase = self.subject_phrase(verb) if governor is None else self.phrase_at(governor.first)
        if phrase is None:
            return NOBODY, None
        return self.discourse.resolve(self.sentence, phrase), phrase

    def subject_phrase(self, verb: Verb) -> Phrase | None:
        """Return the phrase that is the subject of a verb, shared subjects included.

        It is what the rules find; the parse steps in where it shows that to be something else.
        """
        phrase = self._ruled_subject(verb)
        tree = self.sentence.tree
        parsed = subject_of(tree, self.tokens, verb.index) if tree is not None else None
        if tree is None or parsed is None or verb.group.infinitive or parsed.last > verb.index:
            return phrase
        if not tree.tags[verb.index].startswith("V"):
            return phrase
        if self.quoted[parsed.first] != self.quoted[verb.index] and not self._goes_on_in_quotes(parsed, verb):
            return phrase
        if phrase is None:
            return None
        joined = parsed.first < phrase.first and parsed.last == phrase.last
        joined = joined and self.tokens[phrase.first - 1].lower == "and" and not phrase.relative
        return parsed if joined or is_misread(tree, phrase, parsed) else phrase

    def _ruled_subject(self, verb: Verb) -> Phrase | None:
        stops = frozenset(i for i in self.stops if i < verb.group.first)
        shared = None
        if verb.group.first > 1 and self.tokens[verb.group.first - 1].lower in _JOINING:
            past = not verb.group.bare or any(form.kind in ("past", "participle") for form in verb.forms)
            shared = shares_subject(self.tokens, verb.group.first, stops | self.doings if past else stops)
        if shared is not None:
            earlier = next((v for v in reversed(self.verbs) if v.index <= shared and not v.group.infinitive), None)
            if shared in self.doings and (earlier is None or earlier.index < shared):
                doer = self._doer(shared, stops)
                if earlier is None or (doer is not None and doer.hypothetical):
                    return doer
                if doer is not None and self.discourse.resolve(self.sentence, doer).known:
                    return doer
            if earlier is not None and earlier.index < verb.index:
                return self.subject_phrase(earlier)
        phrase = subject_before(self.tokens, verb.group.first, stops)
        if phrase is None and verb.group.first == 0 and self.tokens[0].lower == "both" and verb.index:
            return Phrase(0, 1)
        if phrase is None and not verb.group.infinitive:
            phrase = self.phrase_at(verb.group.first) or self._listed(verb)
        if phrase is not None and self.quoted[phrase.first] != self.quoted[verb.index]:
            return phrase if self._goes_on_in_quotes(phrase, verb) else None
        return phrase

    def _doer(self, index: int, stops: frozenset[int]) -> Phrase | None:
        """Return who does what the plain verb at ``index`` tells, the subject of what it is joined to included."""
        first = verb_group(self.tokens, index).first
        earlier = shares_subject(self.tokens, first, frozenset(i for i in stops | self.doings if i < index))
        if earlier is not None and earlier in self.doings:
            return self._doer(earlier, stops)
        phrase = subject_before(self.tokens, first, stops)
        return phrase if phrase is not None and self.quoted[phrase.first] == self.quoted[index] else None

    def _goes_on_in_quotes(self, phrase: Phrase, verb: Verb) -> bool:
        """Say whether a quotation opens between a subject and its verb: "Kenya “cannot accept” it"."""
        opens = any(self.tokens[i].text in '“«"' for i in range(phrase.last, verb.index))
        return opens and self.quoted[verb.index] and not self.quoted[phrase.first]

    def _listed(self, verb: Verb) -> Phrase | None:
        """Return the subject of a verb in a list: "agreed to talks, rejected the quota and urged ..."."""
        at = verb.group.first - 1
        following = self.tokens[verb.index + 1].lower if verb.index + 1 < len(self.tokens) else "by"
        if at < 3 or self.tokens[at].text != "," or following in ("by", ",", "in", "at", "on"):
            return None
        earlier = next((v for v in reversed(self.verbs) if v.index < at and not v.group.infinitive), None)
        later = any(
            self.tokens[v.group.first - 1].lower == "and" and not v.group.infinitive
            for v in self.verbs if v.index > verb.index
        )  # fmt: skip
        later = later or verb.group.has("then", "later")
        if earlier is None or not later or not any(form.kind == "past" for form in verb.forms):
            return None
        return self.subject_phrase(earlier) if self.quoted[earlier.index] == self.quoted[verb.index] else None

    def phrase_at(self, first: int) -> Phrase | None:
        """Return the subject of what starts at ``first``, taken over from the verb before "and" or "but"."""
        phrase = subject_before(self.tokens, first, frozenset(i for i in self.stops if i < first))
        if phrase is not None or first < 3:
            return phrase
        at = first - 1
        while at > 1 and (self.tokens[at].text == "," or is_adverb(self.tokens[at].lower)):
            at -= 1
        if self.tokens[at].lower not in ("and", "but", "or", "yet"):
            return None
        for index in range(at - 1, 0, -1):
            if self.tokens[index].lower in AUXILIARIES or index in self.stops:
                before = subject_before(self.tokens, verb_group(self.tokens, index).first)
                if before is not None and not before.relative:
                    return before if self.quoted[before.first] == self.quoted[first] else None
        return self._opening_doer(at) if not self.quoted[first] else None

    def _opening_doer(self, until: int) -> Phrase | None:
        """Return the phrase that opens a sentence and does something there: "Kenya's delegate takes the floor and"."""
        phrase = phrase_from(self.tokens, 0)
        if phrase is None or any(self.quoted[:until]):
            return None
        for last in range(phrase.first + 1, min(phrase.last + 1, until)):
            word = self.tokens[last]
            follows = self.tokens[last + 1].lower if last + 1 < until else ""
            doing = word.text.islower() and word.lower.endswith(("s", "ed")) and follows in DETERMINERS
            if doing and self.tokens[last - 1].lower not in DETERMINERS:
                return Phrase(phrase.first, last)
        return None

    def opening_subject(self, before: int) -> tuple[Holder, Phrase | None]:
        """Return the subject of the first verb of the sentence, where the nearest one has none of its own."""
        for index in range(1, before):
            word = self.tokens[index].lower
            if word in AUXILIARIES or index in self.stops:
                phrase = subject_before(self.tokens, verb_group(self.tokens, index).first)
                if phrase is not None and not self.quoted[phrase.first]:
                    return self.discourse.resolve(self.sentence, phrase), phrase
                return NOBODY, None
        return NOBODY, None

    def sources(self) -> list[Source]:
        """Return the sources of the sentence in order of their cues."""
        found: list[Source] = []
        for verb in self.verbs:
            if self.quoted[verb.index] or not _speaks(verb):
                continue
            if verb.group.infinitive and not _goes_on(self.tokens, verb.group):
                continue
            if verb.group.passive:
                continue
            if any(f.kind == "gerund" for f in verb.forms) and verb.group.bare:
                found += self._saying(verb)
                continue
            source = self._said(verb)
            if source is not None:
                found.append(source)
                if source.holder.speaker:
                    self.discourse.note(source.holder)
        found += self._according() + self._nominal() + self._cited()
        return found or self._captioned()

    def _captioned(self) -> list[Source]:
        """Read "Ann Lee of the union: “We want more.”": who speaks stands in front of a colon, without a verb."""
        tokens = self.tokens
        at = next((i for i in range(1, min(len(tokens), 24)) if tokens[i].text == ":"), 0)
        if not at or at + 2 >= len(tokens) or tokens[at + 1].text not in '“"' or self.quoted[at - 1]:
            return []
        if any(token.lower in AUXILIARIES for token in tokens[:at]) or any(v.index < at for v in self.verbs):
            return []
        people = [one for one in self.discourse.names_in(self.sentence, 0, at) if one.label is EntityKind.PERSON]
        if len(people) != 1:
            return []
        holder = self.discourse.resolve(self.sentence, Phrase(self.sentence.token_at(people[0].start), at))
        return [Source(holder, at, "", at + 1, len(tokens), quoted=True)] if holder.known else []

    def _cited(self) -> list[Source]:
        """Read "the agency quotes the minister as saying ..." and "the minister was quoted as saying ..."."""
        tokens = self.tokens
        found: list[Source] = []
        for index in range(2, len(tokens) - 2):
            if tokens[index].lower != "as" or tokens[index + 1].lower not in _SAYING or self.quoted[index]:
                continue
            cite = next((i for i in range(index - 1, max(0, index - 14), -1) if tokens[i].lower in _CITING), 0)
            if not cite:
                continue
            passive = verb_group(tokens, cite).passive
            phrase = self.phrase_at(verb_group(tokens, cite).first) if passive else Phrase(cite + 1, index)
            if phrase is None or phrase.last <= phrase.first:
                continue
            holder = self.discourse.resolve(self.sentence, phrase)
            first = self._after(index + 1)
            found.append(Source(holder, index + 1, tokens[index + 1].text, first, len(tokens), report=True))
            if holder.speaker:
                self.discourse.note(holder)
        return found

    def _nominal(self) -> list[Source]:
        """Read "Kenya's view is that ..." and "in the words of its envoy"."""
        found: list[Source] = []
        for cue, phrase, first in nominal_sources(self.tokens):
            if self.quoted[cue] and self.tokens[phrase.first].lower not in ("our", "my"):
                continue
            holder = self.discourse.resolve(self.sentence, phrase)
            content = (first, len(self.tokens)) if first else (0, cue)
            found.append(Source(holder, cue, self.tokens[cue].text, *content, phrase.hypothetical))
        return found

    def _saying(self, verb: Verb) -> list[Source]:
        """Read "..., saying the plan was unfair": the subject of the sentence says it."""
        if not verb.group.bare or verb.index < 2 or self.tokens[verb.index - 1].text != ",":
            return []
        if self.tokens[verb.index].lower not in _SAYING:
            return []
        earlier = next(
            (
                v
                for v in reversed(self.verbs)
                if v.index < verb.index and not v.group.infinitive and not v.group.passive
            ),
            None,
        )
        holder, phrase = self.subject(earlier) if earlier is not None else self.opening_subject(verb.index)
        if phrase is None:
            return []
        first = self._after(verb.index)
        return [
            Source(
                holder,
                verb.index,
                self._verb_text(verb),
                first,
                len(self.tokens),
                phrase.hypothetical,
                any(self.quoted[first:]),
            )
        ]

    def _said(self, verb: Verb) -> Source | None:
        holder, phrase = self.subject(verb)
        word = self.tokens[verb.index].lower
        after = self._after(verb.index)
        behind_quote = verb.index > 0 and (
            self.tokens[verb.index - 1].text in '”"»'
            or (
                self.tokens[verb.index - 1].text == ","
                and verb.index > 1
                and self.tokens[verb.index - 2].text in '”"»’'
            )
        )
        if (phrase is None or behind_quote) and (
            behind_quote or (verb.index > 0 and self.tokens[verb.index - 1].text == ",")
        ):
            holder, phrase, after = self._inverted(verb)
        if phrase is None:
            return None
        told = self._told_so(verb, after)
        if told is None:
            return None
        after = told
        if verb.group.negated and word not in ("deny", "denied"):
            return None
        start = min(phrase.first, verb.index)
        if self._content_before(start, behind_quote or self._is_tail(after)):
            first, last = 0, min(phrase.first, verb.index)
            if after < len(self.tokens) - 2 and any(self.quoted[after:]):
                last = len(self.tokens)
        else:
            first, last = after, len(self.tokens)
        if last - first < 3:
            return Source(holder, verb.index, self._verb_text(verb), verb.index, verb.index, phrase.hypothetical)
        quoted = any(self.quoted[first:last])
        return Source(holder, verb.index, self._verb_text(verb), first, last, phrase.hypothetical, quoted)

    def _told_so(self, verb: Verb, after: int) -> int | None:
        """Return where what "makes clear that" and "holds the line that" tell begins; None where they tell nothing."""
        tokens, word = self.tokens, self.tokens[verb.index].lower
        near = range(verb.index + 1, min(verb.index + 7, len(tokens)))
        if word in ("make", "makes", "made", "making"):
            clear = next((i for i in near[:3] if tokens[i].lower in ("clear", "plain")), 0)
            behind = clear + 1
            while clear and behind < len(tokens) and tokens[behind].lower in (",", "that", ":"):
                behind += 1
            return behind if clear else None
        if word in ("hold", "holds", "held", "holding"):
            if tokens[verb.index + 1 : verb.index + 2] and tokens[verb.index + 1].lower == "that":
                return verb.index + 2
            line = next((i for i in near if tokens[i].lower in ("line", "position", "view")), 0)
            told = bool(line) and line + 1 < len(tokens) and tokens[line + 1].lower == "that"
            return line + 2 if told else None
        return after

    def _verb_text(self, verb: Verb) -> str:
        return self.tokens[verb.index].text

    def _content_before(self, index: int, tail: bool) -> bool:
        """Say whether what is said stands in front of its source: quoted, or nothing follows the cue."""
        if index <= 2:
            return False
        mark = self.tokens[index - 1].text
        return (mark in ',”»—–"' and any(self.quoted[:index])) or (mark == "," and tail)

    def _is_tail(self, after: int) -> bool:
        """Say whether a sentence ends soon behind a cue, with a date or place at most."""
        rest = self.tokens[after:]
        comma = next((i for i, token in enumerate(rest[:8]) if token.text == ","), 0)
        if comma and comma + 1 < len(rest) and rest[comma + 1].lower.endswith("ing"):
            rest = rest[:comma]
        return len(rest) <= 9 and not any(token.lower in AUXILIARIES or token.text in ",;" for token in rest)

    def _after(self, index: int) -> int:
        """Return where the content behind a cue begins: behind an addressee, a date, "that"."""
        at = index + 1
        tokens = self.tokens
        if tokens[index].lower in ("told", "tells", "tell", "telling"):
            while (
                at < len(tokens)
                and at - index < 10
                and tokens[at].lower not in ("that", ",", ":", "“")
                and not self.quoted[at]
            ):
                at += 1
                if is_adverb(tokens[at - 1].lower):
                    break
            if at - index >= 10:
                return index + 2
        while at < len(tokens) and tokens[at].lower in (",", ":", "that"):
            at += 1
        return at

    def _inverted(self, verb: Verb) -> tuple[Holder, Phrase | None, int]:
        """Read "..., said the minister": the subject stands behind the cue."""
        tokens = self.tokens
        first = verb.index + 1
        last = first
        while (
            last < len(tokens)
            and last - first < 14
            and (
                is_nominal(tokens[last])
                or (last > first and tokens[last].lower in ("of", "for", "and", "to", "at", "from", "on", "as"))
            )
        ):
            last += 1
        while last > first and tokens[last - 1].lower in ("and", "of", "for", "to", "at", "from", "on", "as"):
            last -= 1
        if last == first:
            return NOBODY, None, first
        extra: tuple[int, int] | None = None
        if last < len(tokens) and tokens[last].text == ",":
            end = last + 1
            while end < len(tokens) and tokens[end].text not in (",", ".", "“", '"', ";"):
                end += 1
            extra = (last + 1, end)
        phrase = Phrase(first, last, extra)
        return self.discourse.resolve(self.sentence, phrase), phrase, extra[1] if extra else last

    def _according(self) -> list[Source]:
        tokens = self.tokens
        found: list[Source] = []
        for index in range(len(tokens) - 2):
            if tokens[index].lower != "according" or tokens[index + 1].lower != "to":
                continue
            last = index + 2
            while last < len(tokens) and tokens[last].text not in (",", ".", ";", "“") and last - index < 16:
                last += 1
            phrase = Phrase(index + 2, max(last, index + 3))
            holder = self.discourse.resolve(self.sentence, phrase) if index + 2 < len(tokens) else NOBODY
            content = (last + 1, len(tokens)) if index < 2 else (0, index)
            found.append(Source(replace(holder), index, "according to", *content, report=True))
        return found


def _goes_on(tokens: list[Token], group: Group) -> bool:
    """Say whether an infinitive tells what its subject does or did: "continues to insist", "used to argue"."""
    return group.infinitive and group.first > 1 and tokens[group.first - 1].lower in _GOING_ON


_GOING_ON = frozenset("continue continues continued continuing used".split())


def _speaks(verb: Verb) -> bool:
    return any(form.cue.stance is None for form in verb.forms)


def quoted_tokens(tokens: list[Token], inside: bool) -> tuple[list[bool], bool]:
    """Return for each token whether it stands in quotation marks, and whether a quote stays open."""
    marks: list[bool] = []
    for token in tokens:
        if token.text in _OPEN:
            inside = True
            marks.append(True)
        elif token.text in _CLOSE:
            marks.append(inside)
            inside = False
        elif token.text == '"':
            marks.append(True)
            inside = not inside
        else:
            marks.append(inside)
    return marks, inside
