"""Stances that no cue of the rules tells: read by a model in what a party says or does, where the party is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.analysis.holder import Holder, is_body
from briefing_app.analysis.models.stance_features import HOLDER, OTHER, PERSON
from briefing_app.analysis.readings import Reading
from briefing_app.analysis.syntax import Phrase, behind_dateline
from briefing_app.analysis.triggers import Trigger
from briefing_app.domain.entity import EntityKind
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.models.stance import StanceModel

SHORTEST = 5
"""Fewer words tell no stance."""
SAID, HELD, DONE, NAMED = 0.28, 0.75, 0.57, 0.7
"""How likely a stance must be in what a source says, in what is said by who has the floor, in what a subject does,
and of somebody who is only named."""
BOUND = 0.85
"""How likely it must be that a stance the rules found is bound to a condition."""
_SPOKEN = 8
"""Fewer words of who has the floor are no argument of his own."""
_OPENING = 10
_BASE, _RISE = 0.5, 0.2
"""How far a stance can be trusted, and by how much more at probability 1."""


_OBLIGING = frozenset("has have needs need".split())
_BINDING = frozenset(
    "if unless until till once when whenever provided providing assuming condition conditions conditional precondition "
    "contingent subject pending depend depends exchange return without only before after should were".split()
)
_BINDABLE = frozenset({Stance.SUPPORTS, Stance.OPPOSES, Stance.REJECTS, Stance.OFFERS})
_Held: TypeAlias = "tuple[Holder, Source | None, Phrase | None, float]"


class Implied:
    """Reads the sentences in which the rules found nothing."""

    def __init__(self, model: StanceModel, discourse: Discourse) -> None:
        self._model = model
        self._discourse = discourse

    def reading(self, reader: SentenceReader, sources: list[Source]) -> Reading | None:
        """Return the stance a sentence implies with whose it is; None where either is doubtful."""
        if sum(token.is_word for token in reader.tokens) < SHORTEST:
            return None
        for holder, source, phrase, least in self._holders(reader, sources):
            if not holder.known or holder.outsider or (holder.unnamed and not holder.speaker):
                continue
            stance, probability = self._model.read(self._masked(reader, holder))
            if stance is None or probability < least:
                continue
            if source is None and phrase is None and not any(reader.quoted) and stance is Stance.UNDECIDED:
                continue  # who argues in his own turn is hardly undecided
            return _read(reader, holder, source, phrase, stance, probability)
        return None

    def checked(self, reader: SentenceReader, readings: list[Reading]) -> list[Reading]:
        """Return what the rules read, as conditional where the model is sure that the one stance of a sentence is."""
        if len(readings) != 1 or readings[0].trigger.stance not in _BINDABLE or readings[0].trigger.own:
            return readings
        if not any(token.lower in _BINDING for token in reader.tokens):
            return readings
        stance, probability = self._model.read(self._masked(reader, readings[0].holder))
        if stance is not Stance.CONDITIONAL or probability < BOUND:
            return readings
        return [replace(readings[0], trigger=replace(readings[0].trigger, stance=stance))]

    def _holders(self, reader: SentenceReader, sources: list[Source]) -> Iterator[_Held]:
        """Yield whose stance it can be: who is the source, whose words it is, who is the subject, who is named."""
        source = next((one for one in sources if self._tells(one)), None)
        if source is not None:
            yield source.holder, source, None, SAID
            return
        if any(reader.quoted) and self._discourse.voice.known and not sources:
            yield self._discourse.voice, None, None, SAID
            return
        phrase = self._subject(reader)
        turn = self._discourse.turn
        if turn.known and not sources and not any(reader.quoted) and self._argues(reader, phrase):
            yield turn, None, None, HELD
            return
        if not turn.known and not sources and self._discourse.issuer.known and self._first_person(reader):
            yield self._discourse.issuer, None, None, HELD
            return
        if phrase is not None:
            if not _obliged(reader, phrase):
                yield self._discourse.resolve(reader.sentence, phrase), None, phrase, DONE
            return
        if not turn.known and not any(reader.quoted):
            yield from self._named(reader)

    def _tells(self, source: Source) -> bool:
        return source.holder.known and not source.hypothetical and source.last - source.first >= SHORTEST - 1

    def _first_person(self, reader: SentenceReader) -> bool:
        """Say whether a sentence outside quotes is told by those whose document it is."""
        return any(
            token.lower in ("we", "i", "our", "my") and not inside
            for token, inside in zip(reader.tokens[:_OPENING], reader.quoted, strict=False)
        )

    def _named(self, reader: SentenceReader) -> Iterator[_Held]:
        """Yield the parties a sentence names anywhere: "It met with anger in Kenya"."""
        seen: set[str] = set()
        for one in self._discourse.names_in(reader.sentence, behind_dateline(reader.tokens), len(reader.tokens)):
            party, key = self._discourse.party_of(one)
            if party and party not in seen and (is_body(one) or one.label is EntityKind.PERSON):
                seen.add(party)
                at = reader.sentence.token_at(one.start)
                end = reader.sentence.token_at(one.end)
                speaker = one.canonical if one.label is EntityKind.PERSON else ""
                yield Holder((party,), (key,), speaker, 0.8), None, Phrase(at, end), NAMED

    def _argues(self, reader: SentenceReader, subject: Phrase | None) -> bool:
        """Say whether who has the floor speaks of himself or of a thing, and tells of nobody else."""
        tokens = reader.tokens
        if len(tokens) < _SPOKEN or tokens[-1].text == "?":
            return False
        if subject is None:
            return not tokens[0].is_capital or tokens[0].start not in self._discourse.by_start
        if tokens[subject.first].lower in ("he", "she", "they", "you", "who"):
            return False
        named = self._discourse.names_in(reader.sentence, subject.first, subject.last)
        return not named and not any(tokens[i].is_capital for i in range(max(1, subject.first + 1), subject.last))

    def _subject(self, reader: SentenceReader) -> Phrase | None:
        """Return the name that opens a sentence: what it tells is most often what that party does."""
        first = behind_dateline(reader.tokens)
        opening = self._discourse.names_in(reader.sentence, first, min(first + 4, len(reader.tokens)))
        if opening and (is_body(opening[0]) or opening[0].label is EntityKind.PERSON):
            return Phrase(first, reader.sentence.token_at(opening[0].end))
        return None

    def _masked(self, reader: SentenceReader, holder: Holder) -> list[str]:
        """Return the words of a sentence as the model knows them: names behind signs, the holder's behind its own."""
        sentence = reader.sentence
        names = self._discourse.names_in(sentence, 0, len(reader.tokens))
        words: list[str] = []
        until = -1
        for token in reader.tokens[behind_dateline(reader.tokens) :]:
            if token.start < until:
                continue
            named = next((one for one in names if one.start <= token.start < one.end), None)
            if named is not None:
                until = named.end
            words.append(token.lower if named is None else self._sign(named, holder))
        return words

    def _sign(self, one: Candidate, holder: Holder) -> str:
        if one.label is EntityKind.PERSON:
            return PERSON
        return HOLDER if self._discourse.party_of(one)[0] in holder.parties else OTHER


def _obliged(reader: SentenceReader, phrase: Phrase) -> bool:
    """Say whether a sentence tells what its subject has to do: that is what somebody else wants of it."""
    behind = [token.lower for token in reader.tokens[phrase.last : phrase.last + 2]]
    return behind[:1] in (["must"], ["should"], ["ought"]) or (behind[1:] == ["to"] and behind[0] in _OBLIGING)


def _read(
    reader: SentenceReader,
    holder: Holder,
    source: Source | None,
    phrase: Phrase | None,
    stance: Stance,
    probability: float,
) -> Reading:
    tokens = reader.tokens
    first, last = (source.first, source.last) if source is not None else (0, len(tokens))
    if phrase is not None and first <= phrase.first and phrase.last < len(tokens) - 1:
        first = phrase.last
    index = _top(reader, first, last)
    weight = (_BASE + _RISE * probability) * (0.5 + 0.5 * holder.weight)
    own = source is None
    trigger = Trigger(index, first, last, stance, weight, holder, tokens[index].text, phrase, own=own)
    return Reading(trigger, holder, source, first, last, weight)


def _top(reader: SentenceReader, first: int, last: int) -> int:
    """Return the top word of tokens ``first`` to ``last`` by the parse, else the first verb of the rules or word."""
    tree = reader.sentence.tree
    if tree is not None:
        for index in range(first, last):
            if not first <= tree.heads[index] < last and tree.tags[index][:1] in "VJN":
                return index
    found = next((verb.index for verb in reader.verbs if first <= verb.index < last), first)
    return min(found, len(reader.tokens) - 1)
