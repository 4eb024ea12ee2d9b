"""Suggested statements: who holds what on which issue, with the sentence or clause that shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.attribution import SentenceReader, Source
from briefing_app.analysis.clauses import is_question
from briefing_app.analysis.cues import SPEECH_FORMS
from briefing_app.analysis.drafting import Drafter
from briefing_app.analysis.group_words import BOTH, GROUPS
from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.analysis.implied import Implied
from briefing_app.analysis.introductions import adopt, introduce
from briefing_app.analysis.issuer import find_issuer
from briefing_app.analysis.lexicon import PREPOSITIONS
from briefing_app.analysis.principals import find_army, find_principals
from briefing_app.analysis.quotes import speaker_ahead
from briefing_app.analysis.readings import (
    FIRST_PERSON,
    OWN_WORDS,
    Reading,
    best,
    distinct,
    is_courtesy,
    is_new_thing,
    is_own_government,
    means_source,
    same_party,
    shared,
    source_of,
    spoken,
)
from briefing_app.analysis.stances import find_triggers
from briefing_app.analysis.syntax import Phrase, verb_group
from briefing_app.analysis.turns import Floor, tells
from briefing_app.domain.entity import EntityKind, FigureKind
from briefing_app.domain.position import Stance, StatementDraft

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.issues import IssueFinder
    from briefing_app.analysis.models.stance import StanceModel
    from briefing_app.analysis.page import Page, Sentence, Token
    from briefing_app.analysis.triggers import Trigger
    from briefing_app.analysis.values import Value
    from briefing_app.domain.analysis import AnalysisRequest

# No sentence is this long; what is has no sentence ends, and reading it would take quadratic time.
LONGEST = 300
_ISSUES = frozenset("issued issues released releases made makes delivered gave published read posted".split())
_PASSING = frozenset("reiterated reiterates repeated repeats confirmed confirms announced conveyed recalled".split())
_ANNOUNCING = frozenset("statement follows following remarks today comment comments media press".split())
# What a party says of a thing that it does: "the broadcasts will continue", "the sale will go ahead".
_GOING_ON = frozenset("continue go proceed".split())
_JOINTLY = frozenset("participants signatories delegates members heads partners".split())
# Words behind which a person at the head of a sentence is no longer its subject.
_APART = frozenset(
    "met with by to against and for told urged said says that saw after as asked from than about".split()
)


def _side_by_side(reader: SentenceReader, trigger: Trigger, source: Source) -> bool:
    """Say whether a stance has its subject in common with the cue before it: "agreed to talks and urged"."""
    verb = any(one.stance and one.index == trigger.index and not one.group.infinitive for one in reader.verbs)
    shared_subject = trigger.phrase is not None and trigger.phrase.last <= source.cue < trigger.index
    return verb and shared_subject and reader.tokens[trigger.index].lower.endswith("ed")


def _denies(tokens: list[Token], source: Source, trigger: Trigger) -> bool:
    """Say whether a stance is only told to be denied: "Doha denied that it had pressed the group"."""
    if source.verb.lower() not in ("denied", "denies", "deny", "denying") or source.cue > trigger.index:
        return False
    return not any(
        token.lower in ("not", "never") or "n’t" in token.lower or "n't" in token.lower
        for token in tokens[max(0, source.cue - 3) : source.cue]
    )


def _in_front_phrase(tokens: list[Token], person: int, pronoun: int) -> bool:
    """Say whether a person is only named in a phrase that opens a sentence: "In a call with Ann Lee, he urged"."""
    opens = tokens[0].lower in PREPOSITIONS - {"according", "like", "as", "for"}
    comma = next((i for i in range(1, pronoun) if tokens[i].text == ","), 0)
    return opens and person < comma == pronoun - 1


def _only_announces(reader: SentenceReader, source: Source | None) -> bool:
    """Say whether a sentence ends with the cue of words that follow: "The minister for Africa, Ann Lee, said:"."""
    return source is not None and source.cue + 2 >= len(reader.tokens) and reader.tokens[-1].text == ":"


class StatementFinder:
    """Finds the statements of one page."""

    def __init__(
        self,
        page: Page,
        request: AnalysisRequest,
        discourse: Discourse,
        issues: IssueFinder,
        model: StanceModel | None = None,
    ) -> None:
        self.page = page
        self.request = request
        self.discourse = discourse
        self.issues = issues
        self.claims: list[tuple[int, int, str]] = []
        self.official = False
        self._last: Stance | None = None
        self._announced: Holder = NOBODY
        self.floor = Floor(page, discourse, request.title)
        self.drafter = Drafter(page, request, discourse, issues, self.floor)
        self.implied = Implied(model, discourse) if model is not None else None

    def find(self, values: list[tuple[Sentence, Value]]) -> list[StatementDraft]:
        """Return the statements in order of their evidence."""
        self.drafter.dates = [value for _, value in values if value.kind is FigureKind.DATE]
        introduce(self.page, self.discourse)
        self.discourse.principals = find_principals(self.page, self.request.title, self.discourse)
        self.discourse.army = find_army(self.page, self.discourse)
        self.discourse.issuer, self.official = find_issuer(self.page, self.request, self.discourse)
        self.drafter.official = self.official
        if len(self.discourse.issuer.parties) > 1:
            self.discourse.last_group = self.discourse.issuer
        if self.official and self.request.site and self.discourse.issuer.known:
            adopt(self.page, self.discourse)
        found: list[StatementDraft] = []
        passage = -1
        open_quote = False
        lead: Holder = NOBODY
        led_in = False
        sentences = self.page.sentences
        for number, sentence in enumerate(sentences):
            if sentence.passage != passage:
                self.floor.enter(sentence.passage, self._announced)
                self._announced = NOBODY
                if self.floor.asked:
                    self.discourse.forget()
                starts = self.page.masked[sentence.start : sentence.start + 1] in '“"'
                open_quote = False
                passage = sentence.passage
                if not starts and not self.floor.turn.known:
                    self.discourse.voice = NOBODY
                elif starts and led_in and lead.known:
                    self.discourse.voice = lead
            lead = self._headed(sentence) or lead
            if sentence.heading or len(sentence.tokens) > LONGEST:
                continue
            if self.floor.asked and not tells(sentence):
                continue
            self.discourse.turn = self._talker()
            self.discourse.addressee = self.floor.asks(passage)
            self.discourse.voice = self.floor.turn if self.floor.turn.known else self.discourse.voice
            reader = SentenceReader(sentence, self.discourse, open_quote)
            reader.last_stance = self._last
            ahead = speaker_ahead(reader, sentences[number + 1 : number + 8], self.discourse)
            self.discourse.voice = ahead if ahead.known else self.discourse.voice
            drafts, lead = self._sentence(reader, lead)
            open_quote = reader.ends_open
            led_in = sentence.tokens[-1].text == ":"
            found += drafts
        return distinct(found)

    def _talker(self) -> Holder:
        """Return whose words the text is here: whose turn it is, else he whose statement it is."""
        own = self.official and not self.floor.asked and len(self.discourse.issuer.parties) == 1
        return self.discourse.issuer if own and not self.floor.turn.known else self.floor.turn

    def _headed(self, sentence: Sentence) -> Holder | None:
        """Return who stands in front of the clauses that follow: "The Ministers:", "The Security Council,"."""
        tokens = sentence.tokens
        if not 2 <= len(tokens) <= 12 or tokens[-1].text not in ":," or sentence.item:
            return None
        named = self.discourse.resolve(sentence, Phrase(0, len(tokens) - 1))
        generic = tokens[0].lower == "the" and not any(named.keys)
        if generic and self.discourse.issuer.known:
            return self.discourse.issuer
        return named if named.known else None

    # --- one sentence -------------------------------------------------------------------------------

    def _sentence(self, reader: SentenceReader, lead: Holder) -> tuple[list[StatementDraft], Holder]:
        sentence = reader.sentence
        self._note_person(reader)
        starts_back = reader.tokens[0].lower in ("it", "its", "they", "their", "he", "she", "his", "her", "both")
        if not starts_back and any(token.lower in ("it", "its", "they", "their") for token in reader.tokens[2:]):
            self._note_subject(reader)
        sources = reader.sources()
        main = next((s for s in sources if s.holder.known or s.holder.unnamed), None)
        saved = self.discourse.voice
        if main is not None and main.holder.known and main.quoted:
            self.discourse.voice = main.holder
        for source in sources:
            if source.holder.known and source.last > source.first:
                start = sentence.tokens[source.first].start
                end = sentence.tokens[min(source.last, len(sentence.tokens)) - 1].end
                self.claims.append((start, end, "; ".join(source.holder.parties)))
        readings = self._readings(reader, sources, lead)
        if not readings and not is_question(reader.tokens) and not (self.floor.asked or _only_announces(reader, main)):
            readings = self._implied(reader, sources)
        if readings:
            self._last = readings[-1].trigger.stance
        drafts = [d for d in (self.drafter.draft(reader, one, readings) for one in readings) if d is not None]
        for source in sources:
            if source.holder.known and not source.hypothetical:
                self.discourse.note(source.holder)
        if main is None:
            for one in readings:
                if one.holder.known and one.trigger.phrase is not None:
                    self.discourse.note(one.holder)
                    break
            else:
                self._note_subject(reader)
                if is_new_thing(reader.tokens):
                    self.discourse.last_party = NOBODY
        if main is None or not main.holder.known:
            self.discourse.voice = saved
        else:
            self.discourse.voice = main.holder
        if main is not None and main.holder.known and self._begins_unquoted(reader, main):
            self.floor.take(self._of_issuer(main.holder))
        issued = self._who_issues(reader)
        self._announced = self._announcer(reader, main, issued)
        if sentence.tokens[-1].text in ":—":
            if issued.known:
                lead = issued
            else:
                lead = readings[0].holder if readings else (main.holder if main else self.discourse.last_party)
        return drafts, lead

    def _begins_unquoted(self, reader: SentenceReader, source: Source) -> bool:
        """Say whether a colon behind a cue of speech opens words without quotation marks."""
        tokens = reader.tokens
        at = source.cue + 1
        return at + 1 < len(tokens) and tokens[at].text == ":" and not any(reader.quoted[at:])

    def _announcer(self, reader: SentenceReader, main: Source | None, issued: Holder) -> Holder:
        """Return whose words the next passage is: "Foreign Minister Ann Lee said:", "issued this statement:"."""
        tokens = reader.tokens
        if len(tokens) < 2 or tokens[-1].text != ":":
            return NOBODY
        if not (issued.known or tokens[-2].lower in SPEECH_FORMS or tokens[-2].lower in _ANNOUNCING):
            return NOBODY
        if issued.known:
            return self._of_issuer(issued)
        return self._of_issuer(main.holder) if main is not None and main.holder.known else self.discourse.issuer

    def _of_issuer(self, holder: Holder) -> Holder:
        """Let a person of whom nothing is known speak for the issuer whose text announces his words."""
        issuer = self.discourse.issuer
        if not issuer.known or holder.parties != (holder.speaker,):
            return holder
        self.discourse.learn(holder.speaker, (issuer.parties[0], issuer.keys[0]))
        return spoken(issuer, holder.speaker)

    def _who_issues(self, reader: SentenceReader) -> Holder:
        """Return whose words follow: "Ann Lee today issued the following statement:"."""
        if not any(token.lower in ("following", "statement", "remarks") for token in reader.tokens):
            return NOBODY
        for index in range(1, len(reader.tokens)):
            if reader.tokens[index].lower in _ISSUES:
                phrase = reader.phrase_at(verb_group(reader.tokens, index).first)
                return NOBODY if phrase is None else self.discourse.resolve(reader.sentence, phrase)
        return NOBODY

    def _note_person(self, reader: SentenceReader) -> None:
        """Let "he" and "she" point back to the person named before them in the same sentence."""
        tokens = reader.tokens
        at = next((i for i, token in enumerate(tokens) if token.lower in ("he", "she") and i > 1), 0)
        people = [one for one in self.discourse.names_in(reader.sentence, 0, at) if one.label.value == "PERSON"]
        if not people or _in_front_phrase(tokens, reader.sentence.token_at(people[0].start), at):
            return
        party, key = self.discourse.party_of(people[0])
        if party:
            self.discourse.note(Holder((party,), (key,), people[0].canonical))

    def _note_subject(self, reader: SentenceReader) -> None:
        """Let the name that opens a sentence be what "it" points back to."""
        person = self._person_in_front(reader)
        if person.known:
            self.discourse.note(person)
            return
        if self._note_all(reader):
            return
        names = self.discourse.names_in(reader.sentence, 0, min(10, len(reader.tokens)))
        if not names or reader.sentence.token_at(names[0].start) >= 4:
            return
        one = self._named(reader, names[0])
        self.discourse.note(one)
        if len(names) > 1 and self.page.masked[names[0].end : names[1].start].strip() in ("and", "and the"):
            other = self._named(reader, names[1])
            if one.known and other.known and one.parties != other.parties and not self.discourse.last_group.known:
                both = Holder(one.parties + other.parties, one.keys + other.keys, "", 0.9, plural=True)
                self.discourse.last_group = both

    def _note_all(self, reader: SentenceReader) -> bool:
        """Let "they" point back to all parties of a joint text behind a sentence about them: "The Sides noted"."""
        words = [token.lower for token in reader.tokens[:2]]
        if len(self.discourse.issuer.parties) < 2 or words[:1] != ["the"] or words[1:] == []:
            return False
        if words[1] not in BOTH | _JOINTLY or self.discourse.names_in(reader.sentence, 0, 4):
            return False
        self.discourse.note(replace(self.discourse.issuer, plural=True))
        return True

    def _named(self, reader: SentenceReader, one: Candidate) -> Holder:
        """Return the party that a name at the head of a sentence is, a people only where it acts as one."""
        behind = reader.sentence.token_at(one.end)
        group = behind < len(reader.tokens) and reader.tokens[behind].lower in GROUPS
        people = one.label is EntityKind.NORP and self.page.masked[one.start : one.end].endswith("s")
        thing = one.label is EntityKind.ORG or (one.label is EntityKind.GPE and bool(one.key))
        if not (thing or people or one.label is EntityKind.PERSON or (one.label is EntityKind.NORP and group)):
            return NOBODY
        party, key = self.discourse.party_of(one)
        speaker = one.canonical if one.label is EntityKind.PERSON else ""
        return Holder((party,), (key,), speaker, plural=people) if party else NOBODY

    def _person_in_front(self, reader: SentenceReader) -> Holder:
        """Return the person, and for whom, of whom a sentence tells: "Iran's minister, Ali Reza, met ..."."""
        opening = self.discourse.names_in(reader.sentence, 0, min(12, len(reader.tokens)))
        one = next((name for name in opening if name.label is EntityKind.PERSON), None)
        if one is None:
            return NOBODY
        before = reader.sentence.token_at(one.start)
        if any(token.lower in _APART or token.text in '“"' for token in reader.tokens[:before]):
            return NOBODY
        party, key = self.discourse.party_of(one)
        return Holder((party,), (key,), one.canonical) if party else NOBODY

    def _readings(self, reader: SentenceReader, sources: list[Source], lead: Holder) -> list[Reading]:
        if is_question(reader.tokens):
            return []
        found: list[Reading] = []
        for trigger in find_triggers(reader):
            if trigger.hypothetical or is_courtesy(reader.tokens, trigger.index):
                continue
            source = source_of(trigger, sources)
            if trigger.stance is Stance.SUPPORTS and trigger.verb.lower() in ("share", "shares", "shared"):
                again = shared(reader, trigger, self._last)
                if again is None:
                    continue
                trigger = again
            reading = self._reading(reader, trigger, source, lead)
            if reading is not None:
                found.append(reading)
        kept = best(found, reader.tokens)
        return self.implied.checked(reader, kept) if self.implied is not None else kept

    def _implied(self, reader: SentenceReader, sources: list[Source]) -> list[Reading]:
        """Return the stance a model reads where no cue tells one; who has the floor tells it."""
        found = self.implied.reading(reader, sources) if self.implied is not None else None
        label_end = self.floor.label_end(reader.sentence.passage)
        if found is None or (found.trigger.phrase and reader.tokens[found.trigger.phrase.first].start < label_end):
            return []
        teller = "" if found.source is not None else self.floor.teller(found.holder)
        return [replace(found, holder=spoken(found.holder, teller))]

    def _reading(self, reader: SentenceReader, trigger: Trigger, source: Source | None, lead: Holder) -> Reading | None:
        tokens = reader.tokens
        if source is not None and (source.hypothetical or _denies(tokens, source, trigger)):
            return None
        word = tokens[trigger.phrase.first].lower if trigger.phrase is not None else ""
        if source is not None and (source.cue == trigger.index or _side_by_side(reader, trigger, source)):
            source = None
        stated = any(verb.stance and verb.index == trigger.index for verb in reader.verbs)
        if word == "it" and source is None and trigger.stance is Stance.REJECTS and not stated:
            return None
        holder, weight = self._holder_of(reader, trigger, source, lead)
        if not stated and trigger.stance is Stance.REJECTS and self._foretold(reader, trigger, holder):
            return None
        if source is None and holder.known:
            holder = self._voiced(reader, trigger, holder)
        if not holder.known or holder.outsider:
            return None
        if source is not None and source.holder.outsider and word in OWN_WORDS | {""}:
            return None
        if source is not None and not source.holder.known and not source.holder.unnamed and trigger.needs_source:
            return None
        if source is None or set(source.holder.parties) == set(self.floor.turn.parties):
            holder = spoken(holder, self.floor.teller(holder))
        first, last = trigger.first, trigger.last
        return Reading(trigger, holder, source, first, last, weight * (0.5 + 0.5 * holder.weight))

    def _foretold(self, reader: SentenceReader, trigger: Trigger, holder: Holder) -> bool:
        """Say whether a party's own words only say what another will never do: "his regime can never unite them"."""
        near = {token.lower for token in reader.tokens[max(0, trigger.index - 4) : trigger.index]}
        if trigger.needs_source or trigger.phrase is None or not holder.known or not near & {"can", "cannot", "could"}:
            return False
        inside = reader.quoted[trigger.index]
        teller = self.discourse.voice if inside or self.floor.turn.known else NOBODY
        if not teller.known and self.official and not inside:
            teller = self.discourse.issuer
        return teller.known and set(teller.parties).isdisjoint(holder.parties)

    def _holder_of(
        self, reader: SentenceReader, trigger: Trigger, source: Source | None, lead: Holder
    ) -> tuple[Holder, float]:
        """Return whose stance it is and how far the words alone can be believed; NOBODY where that is not told."""
        holder, weight = trigger.holder, trigger.weight
        word = reader.tokens[trigger.phrase.first].lower if trigger.phrase is not None else ""
        inside = reader.quoted[trigger.index]
        if trigger.needs_source or trigger.phrase is None:
            holder = self._said_by(reader, source, trigger, lead)
            if trigger.needs_source and trigger.stance is Stance.OFFERS:
                return self._promised(trigger, holder, word, weight)
            return holder, weight
        if source is not None and means_source(word, source, trigger, inside=inside):
            return source.holder, weight
        if source is not None and is_own_government(reader, trigger, source, inside=inside):
            return replace(source.holder, speaker=""), weight
        if word in FIRST_PERSON:
            return self.discourse.voice if inside and self.discourse.voice.known else self._author(), weight
        if source is not None and holder.known:
            return self._chain(holder, source, weight)
        return holder, weight

    def _promised(self, trigger: Trigger, said: Holder, word: str, weight: float) -> tuple[Holder, float]:
        """Return who promises what is told of a party: who tells it, if he is of that party or of none that is known.

        Of whom the text says nothing, but that he tells what Kenya will do, speaks for Kenya.
        """
        if trigger.holder.known and set(trigger.holder.parties) < set(said.parties):
            return spoken(trigger.holder, said.speaker), weight
        if same_party(trigger.holder, said, word):
            return said, weight
        if not trigger.holder.known and not trigger.holder.outsider and trigger.verb in _GOING_ON:
            return said, weight + 0.03
        alone = bool(said.speaker) and said.parties == (said.speaker,) and not said.outsider
        own = trigger.holder
        if not alone or len(own.parties) != 1 or own.speaker or own.outsider:
            return NOBODY, weight
        self.discourse.learn(said.speaker, (own.parties[0], own.keys[0]))
        return spoken(own, said.speaker), weight - 0.03

    def _said_by(self, reader: SentenceReader, source: Source | None, trigger: Trigger, lead: Holder) -> Holder:
        """Return whose words a sentence without a holder of its own is."""
        if source is not None:
            return self._as_known(source.holder)
        if reader.quoted[trigger.index]:
            return self.discourse.voice
        if self.floor.asked:
            return NOBODY  # who asks takes no stand
        if trigger.phrase is None and not trigger.needs_source:
            return lead if lead.known else (self.discourse.issuer if self.official else NOBODY)
        if self.discourse.voice.known and self.floor.turn.known:
            return self.discourse.voice
        if self.official and self.discourse.issuer.known:
            return self.discourse.issuer
        return NOBODY

    def _as_known(self, holder: Holder) -> Holder:
        """Return a person as speaking for the party that was learnt of him since he was named."""
        party, key = self.discourse.affiliations.get(holder.speaker, ("", ""))
        if not party or holder.parties != (holder.speaker,):
            return holder
        return Holder((party,), (key,), holder.speaker, holder.weight, holder.why, holder.unnamed)

    def _voiced(self, reader: SentenceReader, trigger: Trigger, holder: Holder) -> Holder:
        """Add who passes a stance on: the envoy who reiterated an offer."""
        before = range(max(0, trigger.index - 6), trigger.index)
        verb = next((v for v in reader.verbs if v.index in before and reader.tokens[v.index].lower in _PASSING), None)
        if not trigger.own or verb is None:
            return holder
        teller, _ = reader.subject(verb)
        alone = bool(teller.speaker) and teller.parties == (teller.speaker,)
        alike = set(teller.parties) & set(holder.parties) or alone
        if alone and len(holder.parties) == 1:
            self.discourse.learn(teller.speaker, (holder.parties[0], holder.keys[0]))
        return spoken(holder, teller.speaker) if alike else holder

    def _author(self) -> Holder:
        """Return who "we" is outside quotes: who talks in a transcript, else the document's issuer."""
        return self.discourse.turn if self.discourse.turn.known else self.discourse.issuer

    def _chain(self, holder: Holder, source: Source, weight: float) -> tuple[Holder, float]:
        """Read "the envoy said the ministry had refused": the ministry's stance, said by the envoy."""
        if set(holder.parties) & set(source.holder.parties):
            return (spoken(holder, source.holder.speaker), weight)
        if source.holder.known:
            speaker = source.holder.speaker
            if speaker and source.holder.parties == (speaker,):
                self.discourse.learn(speaker, (holder.parties[0], holder.keys[0]))
                return spoken(holder, speaker), weight
            return holder, weight - 0.1
        return holder, weight
