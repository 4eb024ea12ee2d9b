"""Sentences to train the stance model on: our own phrasings with parties, issues and acts put in, and our dev set.

The phrasings stand in stances/NAME.txt, a line each: X is the party that takes the stance (Xp: its possessive), Z
another one (Zp), O who speaks for X, Y an issue (Y2 another), V an act (V2 another), G the same as a gerund, C a
condition. What can stand there, in front, behind (BEFORE, BEHIND) and for X at the head (AS) is in slots.txt. A line
that opens with ">" is what somebody says; it is put into the mouth of X in several ways.

What is told of X is no stance of others: some lines are turned round, so that the sign of the holder stands at Z.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import forms_of
from briefing_app.analysis.models.stance_features import CLASSES, HOLDER, OTHER, PERSON, VALUE
from briefing_app.analysis.page import make_page, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.analysis.devset_reader import Gold

FOLDER = Path(__file__).parent / "stances"
_NAMED = re.compile(r"Ana Lopez|Ali Hassan|Maria Berg|Jon Dahl|Amina Diallo")
_POSSESSIVE = {"it": "its", "they": "their", "he": "his", "she": "her"}
_SHARED = re.compile(
    r"\bX and Z\b|\bZ and X\b|\bwith Z\b|\bjoin\w* Z\b|\bZp?\b.*\bO said\b|\b(?:both|together|each other)\b"
)
_SPEECH = ("said", "said", "said", "told reporters", "says", "stressed", "argued", "added", "noted", "insisted")
_SIGN = {"PERSON": PERSON, "DATE": VALUE, "MONEY": VALUE, "PERCENT": VALUE, "NUMBER": VALUE}


class Phrasings:
    """The phrasings of every class, ready to be filled."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        lines = (FOLDER / "slots.txt").read_text(encoding="utf-8").splitlines()
        self._slots = {name: rest.split("|") for name, rest in (line.split(": ", 1) for line in lines)}
        self.lines = [
            (label, line)
            for label in CLASSES
            for line in (FOLDER / f"{label}.txt").read_text(encoding="utf-8").splitlines()
        ]

    def filled(self, line: str) -> list[str]:
        """Return the masked words of one phrasing, filled at random."""
        chance, slots = self._chance, self._slots
        holder = HOLDER if chance.random() < 0.75 else chance.choice((*_POSSESSIVE, *slots["Z"], *slots["Z"]))
        holder = HOLDER if holder[0].isupper() else holder
        text = self._told(line[1:], holder) if line.startswith(">") else self._presented(line, holder)
        act, other = chance.choice(slots["V"]), _masked(chance.choice(slots["Z"]))
        values = {
            "O": chance.choice(slots["O"]), "Xp": _POSSESSIVE.get(holder, f"{holder}'s"), "X": holder,
            "Y2": chance.choice(slots["Y"]), "Y": chance.choice(slots["Y"]), "V2": chance.choice(slots["V"]), "V": act,
            "G": _gerund(act), "C": chance.choice(slots["C"]), "Z": other, "Zp": f"{other}'s",
        }  # fmt: skip
        for name, value in values.items():
            text = re.sub(rf"\b{name}\b", value, text)
        text = re.sub(r"\bXp\b", values["Xp"], re.sub(r"\bX\b", holder, re.sub(r"\bZ\b", values["Z"], text)))
        text = _NAMED.sub(PERSON, text)
        if chance.random() < 0.2:
            text = f"{chance.choice(slots['BEFORE'])} {text}"
        if chance.random() < 0.25:
            text = f"{text} {chance.choice(slots['BEHIND'])}"
        return [token.lower for token in tokenise(text)]

    def turned(self, line: str) -> str:
        """Return a phrasing with its two parties exchanged, empty where they may share the stance."""
        if line.startswith(">") or not {"X", "Z"} <= set(re.findall(r"\b[XZ]\b", line)) or _SHARED.search(line):
            return ""
        minister = f"the foreign minister of {OTHER}"
        parts = {"X": OTHER, "Xp": f"{OTHER}'s", "O": minister, "Z": HOLDER, "Zp": f"{HOLDER}'s"}
        return re.sub(r"\b(Xp?|Zp?|O)\b", lambda found: parts[found[0]], line)

    def _presented(self, line: str, holder: str) -> str:
        """Return a line in which the party that opens it may be called by its government or its minister."""
        if not line.startswith("X ") or holder in _POSSESSIVE or self._chance.random() > 0.2:
            return line
        return self._chance.choice(self._slots["AS"]) + line[1:]

    def _told(self, said: str, holder: str) -> str:
        """Return a frame for what X or who speaks for it says; without quotation marks "we" may become "it"."""
        chance = self._chance
        who = chance.choice(
            ("O", "O", "X" if holder not in _POSSESSIVE else "O", "a diplomat from X", "he", "she", "it")
        )
        verb = chance.choice(_SPEECH)
        frame = chance.choice(
            (f"“{said},” {who} {verb}", f"“{said},” {verb} {who}", f"{who} {verb}: “{said}”", f"“{said}”", said,
             f"{who} {verb} {said}", f"{who} {verb} that {said}", f"{said}, {who} {verb}",
             f"according to {who}, {said}")
        )  # fmt: skip
        if "“" not in frame and chance.random() < 0.5:
            frame = re.sub(r"\bwe\b", chance.choice(("it", "they", "X")), frame)
        return frame


def _masked(party: str) -> str:
    return OTHER if party[0].isupper() or party.split()[-1][0].isupper() else party


def _gerund(act: str) -> str:
    verb, _, rest = act.partition(" ")
    return f"{forms_of(verb)['gerund'][0]} {rest}"


def labelled(gold: Gold) -> Iterator[tuple[str, list[str]]]:
    """Yield class and masked words of the sentences of a labelled article that hold one stance or none."""
    for sentence in make_page(gold.request).sentences:
        if sentence.heading or len(sentence.tokens) < 4:
            continue
        told = [one for one in gold.statements if one.start < sentence.end and sentence.start < one.end]
        stances = {one.stance for one in told}
        if len(stances) > 1:
            continue
        inside = [one for one in gold.mentions if sentence.start <= one.start < sentence.end]
        bodies = [one.canonical for one in inside if one.label not in _SIGN]
        party = told[0].party.split("; ") if told else bodies[:1]
        words: list[str] = []
        until = -1
        for token in sentence.tokens:
            if token.start < until:
                continue
            named = next((one for one in inside if one.start <= token.start < one.end), None)
            if named is None:
                words.append(token.lower)
            else:
                until = named.end
                words.append(_SIGN.get(named.label, HOLDER if named.canonical in party else OTHER))
        yield (stances.pop() if stances else "none"), words
