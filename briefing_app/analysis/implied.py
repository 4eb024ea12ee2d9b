"""Stances that no cue of the rules tells: read by a model in what a party says or does, where the party is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.holder import NOBODY, Holder, is_body
from briefing_app.analysis.models.stance_features import HOLDER, OTHER, PERSON
from briefing_app.analysis.readings import Reading
from briefing_app.analysis.syntax import Phrase
from briefing_app.analysis.triggers import Trigger
from briefing_app.domain.entity import EntityKind
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.models.stance import StanceModel

SHORTEST = 4
"""Fewer words tell no stance."""
SAID, HELD, DONE = 0.45, 0.7, 0.75
"""How likely a stance must be in what a source says, in what is said by who has the floor, in what a subject does."""
_SPOKEN = 8
"""Fewer words of who has the floor are no argument of his own."""
_BASE, _RISE = 0.5, 0.2
"""How far a stance can be trusted, and by how much more at probability 1."""
_DATELINE = 10


class Implied:
    """Reads the sentences in which the rules found nothing."""

    def __init__(self, model: StanceModel, discourse: Discourse) -> None:
        self._model = model
        self._discourse = discourse

    def reading(self, reader: SentenceReader, sources: list[Source]) -> Reading | None:
        """Return the stance a sentence implies with whose it is; None where either is doubtful."""
        tokens = reader.tokens
        if len(tokens) < SHORTEST:
            return None
        holder, source, phrase, least = self._holder(reader, sources)
        if not holder.known or holder.outsider or (holder.unnamed and not holder.speaker):
            return None
        stance, probability = self._model.read(self._masked(reader, holder))
        if stance is None or probability < least:
            return None
        if source is None and phrase is None and not any(reader.quoted) and stance is Stance.UNDECIDED:
            return None  # who argues in his own turn is hardly undecided
        first, last = (source.first, source.last) if source is not None else (0, len(tokens))
        if phrase is not None and first <= phrase.first:
            first = phrase.last
        index = _top(reader, first, last)
        weight = (_BASE + _RISE * probability) * (0.5 + 0.5 * holder.weight)
        own = source is None
        trigger = Trigger(index, first, last, stance, weight, holder, tokens[index].text, phrase, own=own)
        return Reading(trigger, holder, source, first, last, weight)

    def _holder(
        self, reader: SentenceReader, sources: list[Source]
    ) -> tuple[Holder, Source | None, Phrase | None, float]:
        """Return whose stance it can be: who is the source, whose words it is, who is the subject."""
        for source in sources:
            if source.holder.known and not source.hypothetical and source.last - source.first >= SHORTEST - 1:
                return source.holder, source, None, SAID
        if any(source.holder.unnamed for source in sources):
            return NOBODY, None, None, 1.0
        if any(reader.quoted) and self._discourse.voice.known and not sources:
            return self._discourse.voice, None, None, SAID
        phrase = self._subject(reader)
        turn = self._discourse.turn
        if turn.known and not sources and not any(reader.quoted) and self._argues(reader, phrase):
            return turn, None, None, HELD
        if phrase is not None:
            holder = self._discourse.resolve(reader.sentence, phrase)
            if holder.known:
                return holder, None, phrase, DONE
        return NOBODY, None, None, 1.0

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
        opening = self._discourse.names_in(reader.sentence, 0, min(4, len(reader.tokens)))
        if opening and (is_body(opening[0]) or opening[0].label is EntityKind.PERSON):
            return Phrase(0, reader.sentence.token_at(opening[0].end))
        return None

    def _masked(self, reader: SentenceReader, holder: Holder) -> list[str]:
        """Return the words of a sentence as the model knows them: names behind signs, the holder's behind its own."""
        sentence = reader.sentence
        names = self._discourse.names_in(sentence, 0, len(reader.tokens))
        words: list[str] = []
        until = -1
        for token in reader.tokens[_behind_dateline(reader) :]:
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


def _behind_dateline(reader: SentenceReader) -> int:
    """Return where a sentence starts behind "GENEVA, 3 May (Agency) -"."""
    for index, token in enumerate(reader.tokens[:_DATELINE]):
        if token.text in "-–—" and index and reader.tokens[0].text.isupper():
            return index + 1
    return 0


def _top(reader: SentenceReader, first: int, last: int) -> int:
    """Return the top word of tokens ``first`` to ``last`` by the parse, else the first verb of the rules or word."""
    tree = reader.sentence.tree
    if tree is not None:
        for index in range(first, last):
            if not first <= tree.heads[index] < last and tree.tags[index][:1] in "VJN":
                return index
    found = next((verb.index for verb in reader.verbs if first <= verb.index < last), first)
    return min(found, len(reader.tokens) - 1)
