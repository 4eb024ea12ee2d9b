"""Stances stated by nouns: "Kenya's refusal to", "expressed support for", "opposition from the unions to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.complements import denies, infinitive_stance
from briefing_app.analysis.cues import EXPRESS, NOUNS, F, O, R, S
from briefing_app.analysis.group_words import COLLECTIVES, GROUPS
from briefing_app.analysis.holder import NOBODY, is_body
from briefing_app.analysis.syntax import Phrase, behind_date, is_nominal, phrase_from, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token


def noun_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances that nouns state."""
    tokens = reader.tokens
    found: list[Trigger] = []
    for index, token in enumerate(tokens):
        entry = NOUNS.get(token.lower)
        if entry is None or (token.is_capital and index) or token.start in reader.discourse.by_start:
            continue
        stance, needs = entry
        if _only_called_so(tokens, index):
            continue
        behind = _behind_noun(tokens, index)
        after = tokens[behind].lower if behind < len(tokens) else ""
        possessive = _possessor(reader, index)
        by = _agent_behind(reader, index) if possessive is None else None
        if possessive is None and by is None and after in needs:
            if index <= 3 and tokens[0].lower in EXPRESS and tokens[0].lower.endswith("s"):
                found.append(made(reader, index, stance, 0.66, NOBODY, None))
                continue
            by = _expressed(reader, index)
        phrase = possessive or by
        if phrase is None:
            continue
        if after not in needs and not (by is not None and after in ("by", "from", "to", "for", "of", "over")):
            continue
        holder = reader.discourse.resolve(reader.sentence, phrase)
        if not holder.known and not _is_own(tokens, phrase):
            continue
        if _dropped(tokens, index) or _lifted(tokens, index):
            if stance not in (O, R):
                continue
            stance = S
        elif _lacking(tokens, index):
            continue
        if stance is F and after == "to":
            stance = R if denies(tokens, index + 1) else infinitive_stance(tokens, index + 1) or stance
        found.append(made(reader, index, stance, 0.68, holder, phrase, own=True, hypothetical=phrase.hypothetical))
    return found


def _behind_noun(tokens: list[Token], index: int) -> int:
    """Return where what a noun leans on stands, over a closing mark and a day: “deep regret” Sunday over."""
    at = index + 1
    while at < len(tokens) and tokens[at].text in '”"':
        at += 1
    return behind_date(tokens, at)


def _only_called_so(tokens: list[Token], index: int) -> bool:
    """Say whether somebody else only calls it so: "what he called Kenya's desire", "Kenya's alleged refusal"."""
    near = [token.lower for token in tokens[max(0, index - 8) : index]]
    called = any(word in ("called", "calls", "described", "termed") for word in near) and "what" in near
    return called or any(word in ("alleged", "so-called", "supposed") for word in near[-3:])


def _dropped(tokens: list[Token], index: int) -> bool:
    """Say whether what the noun names was given up: "dropped its objection"."""
    return any(
        t.lower
        in (
            "dropped",
            "drops",
            "drop",
            "dropping",
            "withdrew",
            "withdrawn",
            "lifted",
            "lifting",
            "abandoned",
            "softened",
        )
        for t in tokens[max(0, index - 4) : index]
    )


def _lifted(tokens: list[Token], index: int) -> bool:
    """Say whether a noun is followed by its end: "the veto has been lifted"."""
    words = [token.lower for token in tokens[index + 1 : index + 12]]
    at = next((i for i, word in enumerate(words) if word in ("lifted", "dropped", "withdrawn", "abandoned")), 0)
    return at > 0 and words[at - 1] in ("been", "was", "were", "is")


def _lacking(tokens: list[Token], index: int) -> bool:
    near = [t.lower for t in tokens[max(0, index - 4) : index]]
    return bool(_WANTING & set(near))


_WANTING = frozenset(
    "no without any if whether not must should"
    " gather gathers gathered"
    " seek seeks sought seeking get getting gain gaining need needs needed needing await awaiting awaits obtain"
    " obtaining require requires required secure securing".split()
)


def _is_own(tokens: list[Token], phrase: Phrase) -> bool:
    return tokens[phrase.first].lower in ("its", "their", "his", "her", "our", "my")


def _possessor(reader: SentenceReader, index: int) -> Phrase | None:
    """Return the phrase in front of "'s" or the pronoun to which a noun at ``index`` belongs."""
    tokens = reader.tokens
    at = index - 1
    while (
        at >= 0
        and index - at < 5
        and tokens[at].is_word
        and tokens[at].text.islower()
        and is_nominal(tokens[at])
        and at not in reader.stops
        and tokens[at].lower not in EXPRESS
    ):
        if tokens[at].lower in ("its", "their", "his", "her", "our", "my"):
            return _subject_for_own(reader, at)
        at -= 1
    if at == 0 and tokens[0].lower in ("our", "my", "its", "their"):
        return Phrase(0, 1)
    if at >= 1 and tokens[at].lower in ("'s", "’s", "'", "’"):
        first = at
        while (
            first > 0
            and first - 1 not in reader.stops
            and (is_nominal(tokens[first - 1]) and tokens[first - 1].lower not in ("'s", "’s"))
            and at - first < 6
        ):
            first -= 1
        return Phrase(first, at) if first < at else None
    if index and tokens[index - 1].lower in GROUPS | COLLECTIVES and tokens[index].lower != "opposition":
        first = index - 1  # "opposition demands for", "the rebel offer to"
        while first > 0 and (tokens[first - 1].lower == "the" or tokens[first - 1].start in reader.discourse.covered):
            first -= 1
        return Phrase(first, index)
    stated = at + 1 < index and any(t.lower in EXPRESS for t in tokens[at:index])
    if at >= 0 and index - at <= 3 and tokens[index].lower != "opposition" and not stated:
        return _named_possessor(reader, at)
    return None


def _named_possessor(reader: SentenceReader, at: int) -> Phrase | None:
    """Return the name that ends at ``at`` as whose a noun is: "a North Korean demand"."""
    tokens = reader.tokens
    for first in range(at, max(-1, at - 4), -1):
        name = reader.discourse.by_start.get(tokens[first].start)
        if name is not None:
            whole = name.end == tokens[at].end and is_body(name)
            return Phrase(first, at + 1) if whole else None
    return None


def _subject_for_own(reader: SentenceReader, at: int) -> Phrase | None:
    """Return whom "its" at ``at`` points to: the subject of the verb before it, else the pronoun itself."""
    word = reader.tokens[at].lower
    earlier = next(
        (v for v in reversed(reader.verbs) if v.index < at and not v.group.infinitive and not v.group.passive), None
    )
    if word in ("its", "their") and earlier is not None and at - earlier.index <= 6:
        phrase = reader.subject_phrase(earlier)
        if phrase is not None:
            return phrase
    back = subject_before(reader.tokens, max(at - 1, 0)) if at > 1 else None
    if back is not None and reader.tokens[at - 1].lower in EXPRESS:
        return back
    if word in ("our", "my"):
        return Phrase(at, at + 1)
    return back_to_start(reader, at)


def back_to_start(reader: SentenceReader, at: int) -> Phrase | None:
    """Return the phrase that opens the sentence if it is a plain subject before ``at``."""
    for index in range(1, min(at, 14)):
        if reader.tokens[index].lower in EXPRESS:
            return subject_before(reader.tokens, verb_group(reader.tokens, index).first)
    return None


def _expressed(reader: SentenceReader, index: int) -> Phrase | None:
    """Read "Kenya expressed strong support for": the subject of a verb of expressing."""
    tokens = reader.tokens
    for at in range(index - 1, max(-1, index - 5), -1):
        word = tokens[at].lower
        if (
            word in EXPRESS
            and word not in ("dropped", "received", "has", "have", "had", "welcomed")
            and not reader.quoted[at]
        ):
            group = verb_group(tokens, at)
            if group.negated or group.passive or group.infinitive:
                return None
            return subject_before(tokens, group.first, frozenset(i for i in reader.stops if i < group.first))
        if (not tokens[at].is_word and tokens[at].text not in '“"') or tokens[at].is_capital:
            return None
    return None


def _come_from(tokens: list[Token], index: int) -> int:
    """Return where "from" stands in "support for the plan came from Kenya", ``index`` where it stands nowhere."""
    for at in range(index + 2, min(index + 14, len(tokens) - 1)):
        if tokens[at].lower in ("came", "comes", "come", "coming"):
            behind = at + 1
            while behind < len(tokens) and tokens[behind].lower in ("mainly", "mostly", "chiefly", "only", "also"):
                behind += 1
            return behind
    return index


_OF_SOMEBODY = frozenset(
    "request requests demand demands call calls appeal appeals refusal offer proposal wish desire insistence"
    " decision opposition reluctance readiness willingness unwillingness pledge promise".split()
)


def _of_whom(tokens: list[Token], at: int) -> Phrase | None:
    """Read "the request of Kenya for ...", "the refusal of Kenya to ...": whose it is stands behind "of"."""
    last = at + 1
    while last < len(tokens) and last - at < 10 and (is_nominal(tokens[last]) or tokens[last].lower in ("of", "and")):
        last += 1
    if last >= len(tokens) or last == at + 1 or tokens[last].lower not in ("for", "to", "that"):
        return None
    return Phrase(at + 1, last)


def _agent_behind(reader: SentenceReader, index: int) -> Phrase | None:
    """Read "opposition from Kenya to ...", "rejection by the unions of ..."."""
    tokens = reader.tokens
    at = index + 1
    if at < len(tokens) and tokens[at].lower == "of" and tokens[index].lower in _OF_SOMEBODY:
        return _of_whom(tokens, at)
    if at < len(tokens) and tokens[at].lower in ("to", "for", "of", "over"):
        at = _come_from(tokens, at)
    if at + 1 >= len(tokens) or tokens[at].lower not in ("from", "by"):
        return None
    phrase = phrase_from(tokens, at + 1)
    if phrase is None:
        return None
    last = phrase.last
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in ("of", "for"):
            last = at
            break
    return Phrase(phrase.first, last)
