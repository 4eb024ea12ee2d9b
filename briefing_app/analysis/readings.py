"""Readings of stances: a stance with its holder and source, weighed against the others of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import ADJECTIVES, EXPRESS, NOUNS, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.holder import Holder, is_country
from briefing_app.analysis.lexicon import AUXILIARIES
from briefing_app.domain.position import Mark, Stance, StatementDraft

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.triggers import Trigger

_COURTESIES = frozenset(
    "condolences condolence sympathies sympathy congratulations greetings wishes prayers regards thanks".split()
)
OWN_WORDS = frozenset("it he she they we i its their his her our my".split())
FIRST_PERSON = frozenset("we i our my".split())
_GOVERNMENT = frozenset("government country cabinet administration".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A stance with its holder, the source that reports it, and how far it can be trusted."""

    trigger: Trigger
    holder: Holder
    source: Source | None
    first: int
    last: int
    weight: float


def is_courtesy(tokens: list[Token], cue: int) -> bool:
    """Say whether what is offered, extended or expressed is only a courtesy: condolences, thanks, good wishes."""
    near = tokens[cue + 1 : cue + 6]
    end = next((number for number, one in enumerate(near) if one.text in ".;:" or one.lower == "for"), len(near))
    return any(one.lower in _COURTESIES for one in near[:end]) or tokens[cue].lower in _COURTESIES


def own_verb(word: str) -> str:
    """Return the word by which a party takes a stand itself, empty where none is a cue ("an important step")."""
    lower = word.lower()
    known = lower in STANCE_FORMS or lower in SPEECH_FORMS or lower in AUXILIARIES or lower in ADJECTIVES
    return word if known or lower in NOUNS or (lower.endswith(("ed", "ing", "s")) and len(lower) > 3) else ""


def is_new_thing(tokens: list[Token]) -> bool:
    """Say whether a sentence opens with something new and nameless ("A dissident front ...")."""
    return tokens[0].lower in ("a", "an", "another", "some") and len(tokens) > 3


def same_party(own: Holder, said: Holder, word: str) -> bool:
    """Say whether a stance told of somebody is the stance of who tells it."""
    return word in OWN_WORDS or bool(set(own.parties) & set(said.parties))


def means_source(word: str, source: Source, trigger: Trigger, *, inside: bool) -> bool:
    """Say whether a pronoun means who is reported: "we" only in his own words, quoted or in front of "he said"."""
    told = inside or word not in FIRST_PERSON or source.first == 0 < source.cue - trigger.index
    return word in OWN_WORDS and told and trigger.index > source.cue - 40


def is_own_government(reader: SentenceReader, trigger: Trigger, source: Source, *, inside: bool) -> bool:
    """Say whether "the government" is that of the state whose officials speak: "Kenyan officials said the ..."."""
    phrase = trigger.phrase
    if phrase is None or inside or phrase.last - phrase.first != 2 or phrase.first <= source.cue:
        return False
    words = [token.lower for token in reader.tokens[phrase.first : phrase.last]]
    said = source.holder
    return words[0] == "the" and words[1] in _GOVERNMENT and len(said.parties) == 1 and is_country(said)


def spoken(holder: Holder, speaker: str) -> Holder:
    """Return the holder with a speaker, if it has none yet."""
    if holder.speaker or not speaker:
        return holder
    return Holder(
        holder.parties, holder.keys, speaker, holder.weight, holder.why, holder.unnamed, holder.plural, holder.outsider
    )  # fmt: skip


def source_of(trigger: Trigger, sources: list[Source]) -> Source | None:
    """Return the source whose content holds a trigger: the innermost one before it."""
    holding = [s for s in sources if s.first <= trigger.index < s.last]
    return min(holding, key=lambda s: s.last - s.first) if holding else None


def shared(reader: SentenceReader, trigger: Trigger, last: Stance | None) -> Trigger | None:
    """Read "share that view" as the stance stated just before, "share Kenya's concerns" as misgivings."""
    words = {token.lower for token in reader.tokens[trigger.index + 1 : trigger.index + 7]}
    if {"concern", "concerns", "misgivings", "fears", "worries", "reservations", "doubts", "unease"} & words:
        return replace(trigger, stance=Stance.OPPOSES)
    if {"goal", "goals", "vision", "commitment", "aim", "objective", "objectives", "conviction", "hope"} & words:
        return trigger
    if last is None or not {"view", "views", "position", "opinion", "stance", "assessment"} & words:
        return None
    return replace(trigger, stance=last, last=trigger.first)


def best(readings: list[Reading], tokens: list[Token]) -> list[Reading]:
    """Keep one reading for a party and stance, and none that only repeats another's words."""
    kept: list[Reading] = []
    for one in sorted(readings, key=lambda r: -r.weight):
        clash = any(
            other.holder.parties == one.holder.parties
            and (
                (other.trigger.stance is one.trigger.stance and not _coordinated(tokens, other, one))
                or (together(tokens, other.trigger.index, one.trigger.index) and not _aside(other, one))
            )
            for other in kept
        )
        if not clash:
            kept.append(one)
    kept.sort(key=lambda r: r.trigger.index)
    return kept


def _coordinated(tokens: list[Token], one: Reading, other: Reading) -> bool:
    """Say whether two stances of a party stand side by side: "offered to host talks and promised to pay"."""
    early, late = sorted((one.trigger.index, other.trigger.index))
    if late - early < 4 or tokens[early].lower not in STANCE_FORMS:
        return False
    if tokens[late].lower in STANCE_FORMS and any(
        token.lower in ("and", "but", ";") for token in tokens[max(early + 3, late - 3) : late]
    ):
        return True
    # "welcomed the truce and reiterated its support": a second verb of stating stands between.
    return any(
        tokens[i].lower in ("and", "but") and tokens[i + 1].lower in EXPRESS and tokens[i + 1].lower[-1] in "ds"
        for i in range(early + 2, late - 1)
    )


def together(tokens: list[Token], one: int, other: int) -> bool:
    """Say whether two stances are so close that they are one: no "and" or "but" between them."""
    low, high = min(one, other), max(one, other)
    if high - low >= 8:
        return False
    if tokens[high - 1].text == "," and tokens[high].lower in STANCE_FORMS and tokens[high].lower.endswith("ed"):
        return False
    return not any(token.lower in _PARTING for token in tokens[low:high])


_PARTING = frozenset("and but ; while whereas though although before after then later".split())


def _aside(one: Reading, other: Reading) -> bool:
    """Say whether one of two stances is told in a relative clause: "Kenya, which opposes the dam, welcomed"."""
    early, late = sorted((one.trigger, other.trigger), key=lambda trigger: trigger.index)
    aside = early.phrase is not None and early.phrase.relative
    return aside and late.phrase is not None and not late.phrase.relative


def distinct(drafts: list[StatementDraft]) -> list[StatementDraft]:
    """Return drafts without repetitions, in order of the text."""
    kept: dict[tuple[object, ...], StatementDraft] = {}
    for draft in drafts:
        issue = "" if draft.stance is Stance.CONDITIONAL else draft.issue
        key = (draft.parties, issue, draft.stance, draft.start, draft.end)
        if key not in kept or kept[key].confidence < draft.confidence:
            kept[key] = draft
    return sorted(kept.values(), key=lambda one: (one.start, one.end))


def marks_of(tokens: list[Token], first: int, last: int, stance: Stance) -> tuple[Mark, ...]:
    """Return what else a statement is: red line, precondition, concession."""
    words = " ".join(token.lower for token in tokens[first:last])
    marks: list[Mark] = []
    if any(
        w in words
        for w in (
            "red line",
            "non-negotiable",
            "nonnegotiable",
            "out of the question",
            "never accept",
            "will never",
            "under no circumstances",
        )
    ):
        marks.append(Mark.RED_LINE)
    if stance is Stance.CONDITIONAL or "precondition" in words or "prerequisite" in words:
        marks.append(Mark.PRECONDITION)
    if any(w in words for w in ("concession", "dropped its demand", "softened", "back down", "gave up its")):
        marks.append(Mark.CONCESSION)
    return tuple(marks)


def why_of(trigger: Trigger, holder: Holder, stance: Stance) -> str:
    """Return the sentence that tells the reader why this was suggested."""
    base = f"“{trigger.verb}” is read as {stance.value}."
    return f"{base} {holder.why}".strip()
