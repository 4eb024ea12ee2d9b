"""Stances stated by set phrases: "has yet to declare itself", "took no position", "noted with concern"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUNS, R, S
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from briefing_app.analysis.phrase_lexicon import GAP, NEAR, OF_NAMED, OF_SUBJECT, SAID
from briefing_app.analysis.syntax import phrase_from, raised, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.phrase_lexicon import Parts
    from briefing_app.domain.position import Stance

_NEGATIONS = frozenset("no not never neither nor any nothing none".split())
_BROAD = frozenset({"not", "never", "yet"})


def idiom_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances that set phrases state."""
    lower = [_plain(token.lower) for token in reader.tokens]
    found: list[Trigger] = []
    for index, word in enumerate(lower):
        if word in OF_SUBJECT and index:
            found += _first(reader, lower, index, OF_SUBJECT[word], _of_subject)
        if word in SAID:
            found += _first(reader, lower, index, SAID[word], _of_source)
        if word in OF_NAMED:
            found += _first(reader, lower, index, OF_NAMED[word], _of_named)
    return found + _echoes(reader, lower) + _likewise(reader, lower)


def _plain(word: str) -> str:
    """Return "not" for "cannot" and what ends in "n't"."""
    return "not" if word == "cannot" or word.endswith(("n't", "n’t")) else word


def _first(
    reader: SentenceReader,
    lower: list[str],
    index: int,
    phrases: list[tuple[Stance, float, Parts]],
    read: Callable[[SentenceReader, int, int, Stance, float], Trigger | None],
) -> list[Trigger]:
    """Return the stance of the first phrase that stands at ``index`` and can be read."""
    for stance, weight, parts in phrases:
        end = _matched(lower, index, parts)
        if end:
            one = read(reader, index, end, stance, weight)
            if one is not None:
                return [one]
    return []


def _matched(lower: list[str], at: int, parts: Parts) -> int:
    """Return where a pattern that starts at ``at`` ends, 0 if it does not stand there."""
    for number, part in enumerate(parts):
        if part in (GAP, NEAR):
            barred = _NEGATIONS if part == GAP else _NEGATIONS | PREPOSITIONS | CONJUNCTIONS
            return _behind_gap(lower, at, parts[number + 1 :], 5 if part == GAP else 4, barred)
        if at >= len(lower) or lower[at] not in part:
            return 0
        at += 1
    return at


def _behind_gap(lower: list[str], at: int, rest: Parts, longest: int, barred: frozenset[str]) -> int:
    """Return where the rest of a pattern ends behind a gap, 0 if it does not stand there."""
    for skip in range(longest):
        end = _matched(lower, at + skip, rest)
        if end:
            return end
        if at + skip >= len(lower) or lower[at + skip] in barred or not lower[at + skip][0].isalnum():
            return 0
    return 0


def _of_source(reader: SentenceReader, index: int, end: int, stance: Stance, weight: float) -> Trigger | None:
    """Read what a phrase says of a thing as the stance of whoever says it."""
    before = subject_before(reader.tokens, verb_group(reader.tokens, index).first) if index else None
    if before is not None and before.hypothetical:
        return None
    if any(token.lower in ("if", "whether", "unless") for token in reader.tokens[max(0, index - 4) : index]):
        return None
    text = reader.tokens[index].text
    return Trigger(index, min(index, end - 1), len(reader.tokens), stance, weight, NOBODY, text, needs_source=True)


def _of_named(reader: SentenceReader, index: int, end: int, stance: Stance, weight: float) -> Trigger | None:
    """Read "won the backing of Kenya" as the stance of whom the phrase names behind it."""
    tokens = reader.tokens
    group = verb_group(tokens, index)
    if group.negated or group.infinitive or group.has("might", "could", "may", "would"):
        return None
    phrase = phrase_from(tokens, end)
    if phrase is None:
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    if not holder.known:
        return None
    before = subject_before(tokens, group.first)
    if stance is S and tokens[0].lower in ("nothing", "none", "no", "neither"):
        stance = R
    first, last = (before.first, before.last) if before is not None else (max(0, index - 6), index)
    return Trigger(index, first, max(last, first + 1), stance, weight, holder, tokens[index].text, phrase, own=True)


def _of_subject(reader: SentenceReader, index: int, end: int, stance: Stance, weight: float) -> Trigger | None:
    tokens = reader.tokens
    word = tokens[index].lower
    inner = word in AUXILIARIES or word in _BROAD or word.endswith(("n't", "n’t"))
    group = verb_group(tokens, index + 1 if inner else index)
    negated = group.negated and _plain(word) not in _BROAD and not _negates(tokens, index, end)
    group = raised(tokens, group) or group
    if group.infinitive or negated or group.has("might", "could", "may"):
        return None
    phrase = reader.phrase_at(group.first)
    if phrase is None or _goes_on_infinitive(tokens, group.first, word):
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    one = made(reader, index, stance, weight, holder, phrase, hypothetical=phrase.hypothetical)
    return one if end >= one.last else Trigger(
        index, end, one.last, stance, weight, holder, tokens[index].text, phrase, hypothetical=phrase.hypothetical
    )  # fmt: skip


def _goes_on_infinitive(tokens: list[Token], first: int, word: str) -> bool:
    """Say whether a plain form goes on what "to" began: "urged it to find them and hold them to account"."""
    plain = not word.endswith(("s", "ed", "ing")) and word not in AUXILIARIES and word not in _BROAD
    joined = first > 3 and tokens[first - 1].lower in ("and", "or")
    own = any(token.lower in ("we", "i", "they") for token in tokens[: first - 1])
    return plain and joined and not own and any(t.lower == "to" for t in tokens[max(0, first - 14) : first - 1])


def _negates(tokens: list[Token], index: int, end: int) -> bool:
    """Say whether a phrase holds its own negation: "have no objection to"."""
    return any(token.lower in ("no", "not", "never", "neither") for token in tokens[index:end])


def _likewise(reader: SentenceReader, lower: list[str]) -> list[Trigger]:
    """Read "Kenya does as well", "so does Kenya" and "Kenya agrees" as the stance stated just before."""
    if reader.last_stance is None or not 3 <= len(lower) <= 12:
        return []
    tokens = reader.tokens
    if lower[0] in ("so", "neither", "nor") and lower[1:2] and lower[1] in _DOES:
        phrase = phrase_from(tokens, 2)
        at = 1
    else:
        at = next((i for i in range(1, len(lower) - 1) if lower[i] in _DOES), 0)
        also = lower[at + 1 : at + 3] == ["as", "well"] or lower[at + 1 : at + 2] in (["too"], ["likewise"], ["so"])
        phrase = subject_before(tokens, verb_group(tokens, at).first) if at and also else None
    if phrase is None:
        return []
    holder = reader.discourse.resolve(reader.sentence, phrase)
    if not holder.known:
        return []
    return [Trigger(at, 0, len(tokens), reader.last_stance, 0.6, holder, tokens[at].text, phrase)]


_DOES = frozenset("does do did has have is are will would".split())


def _echoes(reader: SentenceReader, lower: list[str]) -> list[Trigger]:
    """Read "Kenya's call was echoed by Uganda" and "Uganda echoed the call": Uganda calls too."""
    tokens = reader.tokens
    for index in range(1, len(lower) - 2):
        if lower[index] not in ("echoed", "echoes"):
            continue
        passive = lower[index + 1] == "by"
        near = range(index - 1, -1, -1) if passive else range(index + 1, min(index + 7, len(lower)))
        noun = next((i for i in near if lower[i] in NOUNS), None)
        if noun is None:
            return []
        stance = NOUNS[lower[noun]][0]
        phrase = phrase_from(tokens, index + 2) if passive else reader.phrase_at(verb_group(tokens, index).first)
        if phrase is None:
            return []
        holder = reader.discourse.resolve(reader.sentence, phrase)
        first, last = (0, index) if passive else (index + 1, len(tokens))
        text = tokens[index].text
        return [Trigger(index, first, last, stance, 0.64, holder, text, phrase, hypothetical=phrase.hypothetical)]
    return []
