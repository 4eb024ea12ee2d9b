"""Stances stated by set phrases: "has yet to declare itself", "took no position", "noted with concern"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUNS, D, F, O, R, S, U
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES
from briefing_app.analysis.syntax import phrase_from, verb_group
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.domain.position import Stance

# Words that follow one another, "|" between alternatives, "*" for none to four words between.
_IDIOMS: tuple[tuple[Stance, float, str], ...] = (
    (U, 0.7, "yet to declare|commit|endorse|join|back"),
    (U, 0.7, "not declared itself|themselves|himself|herself|its|their"),
    (U, 0.7, "not said|decided|indicated|announced|confirmed|made whether|if it|they|he|she|we|to"),
    (U, 0.7, "not take|taken|taking a view|side|stand|stance"),
    (U, 0.7, "not take|taken|taking sides"),
    (U, 0.7, "takes|took|take|taken no view|position|side|sides|stand"),
    (U, 0.62, "seems|seem|seemed|appears|appear|appeared|sounds|sounded less sure|certain|convinced|keen"),
    (U, 0.65, "keeps|kept|keeping|keep|leaves|left its|their options open"),
    (U, 0.6, "remains|remained|stays|stayed neutral"),
    (U, 0.6, "kept|keeps|remains|remained|stayed silent on|about"),
    (S, 0.6, "tends|tended|tend to agree|support|back"),
    (S, 0.65, "is|are|was|were on * 's|’s side"),
    (S, 0.65, "goes|went|go along with"),
    (S, 0.65, "gave|gives|given its|their|his|her blessing|backing|consent|support|assent"),
    (S, 0.65, "lent|lends|lend its|their|his|her support|backing|weight"),
    (S, 0.68, "came|comes|come out in favour|favor"),
    (S, 0.62, "sees|saw|see merit|value|benefits in"),
    (S, 0.62, "assured|assures|assure * of our|its|their|his|her support|backing|solidarity|cooperation"),
    (S, 0.65, "notes|noted|note with satisfaction|appreciation|approval|pleasure"),
    (S, 0.65, "takes|took|take note with appreciation|satisfaction"),
    (S, 0.6, "would rather|sooner keep|stay|have|wait|delay|negotiate|talk|discuss|leave|start"),
    (O, 0.68, "notes|noted|note with concern|regret|alarm|dismay"),
    (O, 0.65, "take|takes|took issue|exception"),
    (O, 0.65, "came|comes|come out against"),
    (O, 0.62, "would rather|sooner not|avoid"),
    (R, 0.65, "would rather|sooner see|have no"),
    (R, 0.65, "never ratified|signed|endorsed|joined"),
    (R, 0.62, "shelved|scrapped|abandoned * plan|plans|proposal|deal|treaty|agreement|bill|talks|draft|truce"),
    (R, 0.6, "withdrew|withdraws|withdrawn its|their|the proposal|draft|paper|offer|text|bid|amendment"),
    (R, 0.65, "wants|want|wanted nothing|none of|to"),
    (R, 0.6, "denies|denied that|any|having|all"),
    (F, 0.64, "announced|announces|announce|unveiled a|an|another|new grant|loan|contribution|donation"),
    (F, 0.64, "announced|announces|announce|unveiled a|an|another|new * grant|loan|contribution|donation"),
    (D, 0.64, "made|makes|make it|this|that a|the condition|precondition"),
)  # fmt: skip
_PATTERNS = tuple(
    (stance, weight, tuple(frozenset(part.split("|")) for part in words.split())) for stance, weight, words in _IDIOMS
)
_GAP = frozenset("*")
# What a source says of a thing, whoever does it.
_SAID: tuple[tuple[Stance, float, tuple[str, ...]], ...] = (
    (O, 0.62, ("no", "military", "solution")),
    (O, 0.6, ("no", "justification", "for")),
    (O, 0.6, ("no", "place", "for")),
    (S, 0.6, ("no", "alternative", "to")),
)


def idiom_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances that set phrases state."""
    lower = [token.lower for token in reader.tokens]
    found: list[Trigger] = []
    for index in range(1, len(lower)):
        for stance, weight, parts in _PATTERNS:
            if lower[index] not in parts[0]:
                continue
            end = _matched(lower, index, parts)
            if end:
                one = _trigger(reader, index, end, stance, weight)
                if one is not None:
                    found.append(one)
                break
        for stance, weight, words in _SAID:
            if tuple(lower[index : index + len(words)]) == words:
                text = reader.tokens[index].text
                found.append(Trigger(index, index, len(lower), stance, weight, NOBODY, text, needs_source=True))
    return found + _echoes(reader, lower)


def _matched(lower: list[str], at: int, parts: tuple[frozenset[str], ...]) -> int:
    """Return where a pattern that starts at ``at`` ends, 0 if it does not stand there."""
    for number, part in enumerate(parts):
        if part == _GAP:
            rest = parts[number + 1 :]
            return next((end for skip in range(5) if (end := _matched(lower, at + skip, rest))), 0)
        if at >= len(lower) or lower[at] not in part:
            return 0
        at += 1
    return at


def _trigger(reader: SentenceReader, index: int, end: int, stance: Stance, weight: float) -> Trigger | None:
    tokens = reader.tokens
    at = index + 1 if tokens[index].lower in AUXILIARIES or tokens[index].lower in ("not", "yet", "never") else index
    group = verb_group(tokens, at)
    negated = group.negated and tokens[index].lower not in ("not", "never")
    if group.infinitive or negated or group.has("might", "could", "may"):
        return None
    phrase = reader.phrase_at(group.first)
    if phrase is None:
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    one = made(reader, index, stance, weight, holder, phrase, hypothetical=phrase.hypothetical)
    return one if end >= one.last else Trigger(
        index, end, one.last, stance, weight, holder, tokens[index].text, phrase, hypothetical=phrase.hypothetical
    )  # fmt: skip


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
