"""Whose turn it is to speak: "NAME: ..." in a transcript, and what follows "the minister said:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page

QUESTION = Holder((), (), outsider=True)
UNKNOWN_VOICE = Holder((), (), weight=0.0)
_TURN = re.compile(r"^\s*([A-Z][\w.’'() -]{1,48}?):\s")
_APPENDIX = re.compile(
    r"^\s*(?:notes?(?: (?:to|for) editors?)?\b|ends?\b|background\b|further information|media enquiries|contact\b"
    r"|follow\b|\*+|-+|#+)",
    re.I,
)
_QUESTION = re.compile(r"^(?:Q|QUESTION|Question|REPORTER|Reporter|Journalist)\b")


@dataclass(slots=True)
class Floor:
    """Who has the floor outside quotation marks, passage by passage.

    ``turn`` is whose words the text is, NOBODY for the narrator; ``asked`` that it is a question; ``open``
    that the passage itself says so, or that it belongs to a statement announced before ("the minister said:").
    """

    page: Page
    discourse: Discourse
    turn: Holder = NOBODY
    asked: bool = False
    open: bool = False
    _announced: bool = False

    def enter(self, passage: int, lead: Holder) -> None:
        """Go on to a passage; ``lead`` is who the passage before announced, NOBODY if it announced nobody."""
        opened, _ = turn_of(self.page, passage, self.discourse)
        if opened is not None:
            self.turn = self.discourse.issuer if opened is UNKNOWN_VOICE else opened
            self.asked, self._announced = opened is QUESTION, False
        elif lead.known and not self._quoted(passage):
            self.turn, self.asked, self._announced = lead, False, True
        elif self._announced and self._narrated(passage):
            self.turn, self._announced = NOBODY, False
        self.open = opened is not None or self._announced

    def take(self, holder: Holder) -> None:
        """Give the floor from here on to who was just announced in the same passage: "Ann Lee said: We ..."."""
        self.turn, self.asked, self.open, self._announced = holder, False, True, True

    def _quoted(self, passage: int) -> bool:
        start, end = self.page.passages[passage]
        return self.page.masked[start:end].lstrip()[:1] in ("“", '"', "«", "„")

    def _narrated(self, passage: int) -> bool:
        """Say whether a passage is no longer the announced statement: quoted, an appendix, or about the speaker."""
        start, end = self.page.passages[passage]
        text = self.page.masked[start:end]
        names = self.turn.speaker.split()
        named = bool(names) and re.search(rf"\b{re.escape(names[-1])}\b", text) is not None
        return named or self._quoted(passage) or _APPENDIX.match(text) is not None


def turn_of(page: Page, passage: int, discourse: Discourse) -> tuple[Holder | None, int]:
    """Read "NAME: ..." at the beginning of a passage: who talks, and where the talk starts.

    None where the passage opens no turn, QUESTION for a question, UNKNOWN_VOICE for an unknown name.
    """
    start, end = page.passages[passage]
    match = _TURN.match(page.masked[start : min(end, start + 60)])
    if match is None:
        return None, start
    label = match[1]
    if _QUESTION.match(label):
        return QUESTION, start + match.end()
    words = label.split()
    inside = [one for one in discourse.names if start <= one.start < start + match.end(1)]
    person = next((one for one in inside if one.label is EntityKind.PERSON), None)
    if person is None:
        surname = words[-1].strip("()").casefold()
        person = next(
            (
                one for one in discourse.names
                if one.label is EntityKind.PERSON and one.canonical.split()[-1].casefold() == surname
            ),
            None,
        )  # fmt: skip
    titled = words[0].rstrip(".").casefold() in ("mr", "ms", "mrs", "dr", "minister", "spokesperson")
    if person is None and (titled or label.isupper()) and not (inside and inside[0].key):
        return UNKNOWN_VOICE, start + match.end()
    if person is not None:
        party, key = discourse.party_of(person)
        others = [one for one in inside if one is not person and _is_body(one)]
        if not party and others:
            party, key = discourse.party_of(others[0])
            discourse.learn(person.canonical, (party, key))
        if not party:
            return UNKNOWN_VOICE, start + match.end()
        return Holder((party,), (key,), person.canonical, 0.95), start + match.end()
    if inside and _is_body(inside[0]) and len(words) <= 6:
        party, key = discourse.party_of(inside[0])
        return Holder((party,), (key,), "", 0.9), start + match.end()
    if label.isupper() or words[0].rstrip(".") in ("Mr", "Ms", "Mrs", "MR", "MS", "MRS", "Dr"):
        return UNKNOWN_VOICE, start + match.end()
    return None, start


def _is_body(one: Candidate) -> bool:
    return one.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP)
