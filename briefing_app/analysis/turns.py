"""Whose turn it is to speak: "NAME: ..." in a transcript, and what follows "the minister said:"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.analysis.group_words import GROUPS
from briefing_app.analysis.holder import NOBODY, Holder, is_body
from briefing_app.analysis.turn_labels import TurnLabel, read_label
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page, Sentence

_APPENDIX = re.compile(
    r"^\s*(?:notes?(?: (?:to|for) editors?)?\b|ends?\b|background\b|further information|media enquiries|contact\b"
    r"|follow\b|\*+|-+|#+)",
    re.I,
)
_OF_STATE = re.compile(r"\bof (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_TELLS = re.compile(r"\b(?:said|told|added|according to|replied)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|us)\b")
_CHAMBER = re.compile(
    r"\b(?:debate|parliament|assembly|house|senate|chamber|hansard|plenary|congress|hearing|committee|court|tribunal)\b",
    re.I,
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?|in conversation|q ?& ?a|questions and answers|speaks to|talks to)\b", re.I
)
_INTERVIEWED = re.compile(
    r"\b(?:(?:interview|in conversation|q ?& ?a) with|interviews|speaks to|talks to) ([^.;:]{3,80})", re.I
)


@dataclass(slots=True)
class Floor:
    """Who has the floor outside quotation marks, passage by passage.

    ``turn`` is whose words the text is, NOBODY for the narrator; ``asked`` that it is a question.
    """

    page: Page
    discourse: Discourse
    title: str = ""
    turn: Holder = NOBODY
    asked: bool = False
    _announced: bool = False
    _voices: dict[str, Holder] = field(default_factory=dict)
    _labels: dict[int, TurnLabel] | None = None
    _asking: tuple[int, ...] | None = None

    def enter(self, passage: int, lead: Holder) -> None:
        """Go on to a passage; ``lead`` is who the passage before announced, NOBODY if it announced nobody."""
        label = self._all_labels().get(passage)
        if label is not None:
            self.asked, self._announced = label.asks, False
            self.turn = NOBODY if label.asks else self._voice(label, passage)
        elif lead.known and not self._quoted(passage):
            self.turn, self.asked, self._announced = lead, False, True
        elif self._announced and self._narrated(passage):
            self.turn, self._announced = NOBODY, False
        elif self._is_transcript():
            pass
        elif not self._announced:
            self._converse(passage)

    def teller(self, holder: Holder) -> str:
        """Return the person who tells what ``holder`` holds: whose turn it is, unless that is the party itself."""
        turn = self.turn
        if turn.speaker or turn.parties == holder.parties or len(turn.parties) != 1:
            return turn.speaker
        people = (one.canonical for one in self.discourse.names if one.label is EntityKind.PERSON)
        return turn.parties[0] if turn.parties[0] in people else ""

    def label_end(self, passage: int) -> int:
        """Return where the label of a passage ends in the text, its beginning where it has none."""
        label = self._all_labels().get(passage)
        return self.page.passages[passage][0] + (label.length if label is not None else 0)

    def asks(self, passage: int) -> Holder:
        """Return whom a question is put to: who talks next; NOBODY where it is none or nobody answers."""
        if not self.asked:
            return NOBODY
        labels = self._all_labels()
        later = sorted(number for number, label in labels.items() if number > passage and not label.asks)
        return self._voice(labels[later[0]], later[0]) if later else NOBODY

    def take(self, holder: Holder) -> None:
        """Give the floor from here on to who was just announced in the same passage: "Ann Lee said: We ..."."""
        self.turn, self.asked, self._announced = holder, False, True

    def _all_labels(self) -> dict[int, TurnLabel]:
        """Return the labels of all passages that open a turn; a document with one alone has none but a sure one."""
        if self._labels is None:
            known = {
                one.canonical.split()[-1].casefold() for one in self.discourse.names if one.label is EntityKind.PERSON
            }
            starts = (
                (n, self.page.masked[start : min(end, start + 140)])
                for n, (start, end) in enumerate(self.page.passages)
            )
            read = ((number, read_label(text, known)) for number, text in starts)
            found = {number: label for number, label in read if label is not None}
            heard = [label.key for label in found.values()]
            self._labels = {n: one for n, one in found.items() if one.sure or heard.count(one.key) > 1}
        return self._labels

    def _is_transcript(self) -> bool:
        """Say whether turns go on over passages without a label: in a transcript, not where a report quotes one."""
        labels = self._all_labels()
        return len(labels) >= 3 and 5 * len(labels) >= len(self.page.passages)

    def _text(self, passage: int) -> str:
        return self.page.masked[slice(*self.page.passages[passage])].strip()

    def _converse(self, passage: int) -> None:
        """Give the floor in an interview without labels: questions to nobody, answers to who is interviewed."""
        asking = self._questions()
        self.asked = passage in asking
        self.turn = NOBODY
        if asking and passage > asking[0] and not self.asked and not self._quoted(passage):
            self.turn = self._interviewee(asking[0])

    def _questions(self) -> tuple[int, ...]:
        """Return the passages that ask, none where the text is no interview."""
        if self._asking is None:
            count = len(self.page.passages)
            found = tuple(number for number in range(count) if self._text(number).endswith("?"))
            enough = len(found) >= 3 and 4 * len(found) >= count
            self._asking = found if found and (enough or _INTERVIEW.search(self.title)) else ()
        return self._asking

    def _interviewee(self, first: int) -> Holder:
        """Return who answers: the issuer, else the person whom title or introduction presents."""
        issuer = self.discourse.issuer
        if issuer.known:
            return issuer
        until = self.page.passages[first][0]
        people = [one for one in self.discourse.names if one.label is EntityKind.PERSON]
        shown = [one for one in people if one.start < until or one.canonical in self.title]
        for one in shown:
            party, key = self.discourse.party_of(one)
            if party:
                return Holder((party,), (key,), one.canonical, 0.9, f"{one.canonical} is interviewed.")
        return Holder((shown[0].canonical,), (shown[0].key,), "", 0.8) if shown else NOBODY

    def _voice(self, label: TurnLabel, passage: int) -> Holder:
        """Return who talks under a label; the same person is the same holder each time."""
        known = self._voices.get(label.key)
        if known is None:
            known = self._read(label, passage)
            self._voices[label.key] = known
            if label.role:
                self._voices.setdefault(label.role, known)
        return known

    def _read(self, label: TurnLabel, passage: int) -> Holder:
        start = self.page.passages[passage][0]
        inside = [one for one in self.discourse.names if start <= one.start < start + label.length]
        bodies = [one for one in inside if is_body(one) and self._is_known_body(one, label)]
        person = self._person(label, inside)
        if not person and bodies and not label.name:
            party, key = self.discourse.party_of(bodies[0])
            return Holder((party,), (key,), "", 0.9)
        party, key = self._party(label, person, bodies)
        if not party:
            return Holder((person,), ("",), "", 0.8) if person else self.discourse.issuer
        if person:
            self.discourse.learn(person, (party, key))
        return Holder((party,), (key,), person or label.name, 0.95)

    def _is_known_body(self, one: Candidate, label: TurnLabel) -> bool:
        """Say whether a name in a label is a body, and neither the person in capitals nor a constituency."""
        text = self.page.text[one.start : one.end]
        if text.casefold() in label.name.casefold() or (text.isupper() and not one.key):
            return False
        told = label.group_is_body or not (label.official or _CHAMBER.search(self.title))
        return bool(one.key) or (one.label is EntityKind.ORG and told)

    def _person(self, label: TurnLabel, inside: list[Candidate]) -> str:
        """Return the full name of who talks, the one the document uses elsewhere where it does."""
        if label.answers:
            return self.discourse.issuer.speaker
        people = [one for one in inside if one.label is EntityKind.PERSON and " " in one.canonical]
        surname = label.name.split()[-1].casefold() if label.name else ""
        if not surname:
            return people[0].canonical if people else ""
        for one in (*people, *self.discourse.names):
            named = one.label is EntityKind.PERSON and one.canonical.split()[-1].casefold() == surname
            if named and not one.canonical.isupper() and " " in one.canonical:
                return one.canonical
        return self._by_initials(label.name) or label.name

    def _by_initials(self, name: str) -> str:
        """Return the person of the document whose initials a label gives ("AL:")."""
        if not (name.isupper() and 2 <= len(name) <= 3):
            return ""
        people = [one.canonical for one in self.discourse.names if one.label is EntityKind.PERSON]
        return next((one for one in people if "".join(part[0] for part in one.split()).upper() == name), "")

    def _party(self, label: TurnLabel, person: str, bodies: list[Candidate]) -> tuple[str, str]:
        known = next((one for one in self.discourse.names if person and one.canonical == person), None)
        party = self.discourse.party_of(known) if known is not None else ("", "")
        if party[0]:
            return party
        known_as = next(iter(self.discourse.base.called(label.group)), None) if label.group_is_body else None
        if known_as is not None:
            return known_as[0].name, known_as[0].key
        if label.group and (bodies or label.group_is_body):
            named = next((one for one in bodies if label.group in self.page.text[one.start : one.end]), None)
            return self.discourse.party_of(named) if named is not None else (label.group, "")
        if bodies:
            return self.discourse.party_of(bodies[0])
        for name in reversed(_OF_STATE.findall(label.described)):
            for actor, _ in self.discourse.base.called(name):
                if actor.key.startswith("country:"):
                    return actor.name, actor.key  # "Spokesperson, Ministry of Mines of Kenya"
        issuer = self.discourse.issuer
        sure = issuer.weight >= 1 and not _CHAMBER.search(self.title)  # else it is only a party the text speaks of
        if (label.official or sure) and len(issuer.parties) == 1:
            return issuer.parties[0], issuer.keys[0]
        return "", ""

    def _quoted(self, passage: int) -> bool:
        return self._text(passage)[:1] in ("“", '"', "«", "„")

    def _narrated(self, passage: int) -> bool:
        """Say whether a passage is no longer the announced statement: quoted, an appendix, or about the speaker."""
        text = self._text(passage)
        names = self.turn.speaker.split()
        named = bool(names) and re.search(rf"\b{re.escape(names[-1])}\b", text) is not None
        told = _TELLS.search(text) is not None and _FIRST_PERSON.search(text) is None
        return named or told or self._quoted(passage) or _APPENDIX.match(text) is not None


def interviewed(title: str) -> str:
    """Return the part of a title that says with whom an interview is, empty if it is none."""
    match = _INTERVIEWED.search(title)
    return match[1] if match else ""


def tells(sentence: Sentence) -> bool:
    """Say whether a sentence of somebody who asks tells of others: "Kenya has rejected it. What now?"."""
    words = {token.lower for token in sentence.tokens}
    own = {"you", "your", "yours", "we", "i", "my", "our", "us"}
    faced = any(t.lower == "your" and n.lower in GROUPS for t, n in itertools.pairwise(sentence.tokens))
    return not words & (own - {"your"} if faced else own) and sentence.tokens[-1].text == "."
