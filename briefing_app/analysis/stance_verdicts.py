"""Stances stated by adjectives and verdicts: "is ready to", "was unacceptable", "did not go far enough"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import ADJECTIVES, VERDICTS, O, S
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES, is_adverb
from briefing_app.analysis.syntax import Phrase, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.verbs import Verb

_BE = frozenset(
    (
        "is are was were be been remain remains remained stood stands stand stays stayed seems seemed"
        " appears appeared isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t 's ’s sounded sounds"
    ).split()
)


def adjective_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances that adjectives state of their subjects."""
    tokens = reader.tokens
    found: list[Trigger] = []
    for index, token in enumerate(tokens):
        entry = ADJECTIVES.get(token.lower)
        favour = token.lower in ("favour", "favor") and tokens[index - 1].lower == "in"
        if favour:
            entry = (S, O, ("of",), 0.72)
        if entry is None or index == 0:
            continue
        stance, turned, needs, weight = entry
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if needs and needs != ("*",) and after not in needs:
            continue
        at = index - 2 if favour else index - 1
        while at > 0 and (is_adverb(tokens[at].lower) or tokens[at].lower in ("been", "be")):
            at -= 1
        if tokens[at].lower not in _BE and tokens[at + 1].lower not in ("be", "been"):
            continue
        if token.lower == "against" and tokens[at].lower not in _BE:
            continue
        group = verb_group(tokens, at + 1 if tokens[at].lower in AUXILIARIES else at)
        if group.infinitive or group.has("might", "could", "must", "should"):
            continue
        phrase = reader.phrase_at(group.first)
        if phrase is None:
            continue
        holder = reader.discourse.resolve(reader.sentence, phrase)
        negated = group.negated or any(t.lower in ("not", "never") for t in tokens[at:index])
        chosen = turned if negated else stance
        if chosen is None:
            continue
        found.append(made(reader, index, chosen, weight, holder, phrase, hypothetical=phrase.hypothetical))
    return found


def verdict_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan was unacceptable" in what somebody says, and "called it unfair"."""
    tokens = reader.tokens
    found: list[Trigger] = []
    lower = [token.lower for token in tokens]
    for index in range(1, len(tokens)):
        for size in (5, 4, 3, 2, 1):
            words = " ".join(lower[index : index + size])
            entry = VERDICTS.get(words)
            if entry is None:
                continue
            stance, weight = entry
            cue = _verdict_cue(reader, index)
            if cue is None:
                break
            kind, first, verb = cue
            if verb is not None and verb.stance and not tokens[verb.index].lower.startswith("call"):
                break
            negated = any(
                w in ("not", "never", "no", "isn't", "wasn't", "isn’t", "wasn’t", "hardly")
                for w in lower[max(0, index - 3) : index]
            )
            if negated:
                if stance is S and kind == "is":
                    stance = O
                elif words.startswith("not"):
                    pass
                else:
                    break
            if kind == "is" and lower[0] == "for" and "," in lower[1:7]:
                named = Phrase(1, lower.index(","))
                holder = reader.discourse.resolve(reader.sentence, named)
                found.append(Trigger(index, first, index, stance, weight + 0.05, holder, tokens[index].text, named))
            elif kind == "is":
                found.append(
                    Trigger(index, first, index, stance, weight, NOBODY, tokens[index].text, needs_source=True)
                )
            else:
                holder, phrase = reader.subject(verb) if verb is not None else (NOBODY, None)
                found.append(
                    Trigger(
                        index,
                        first,
                        index,
                        stance,
                        weight + 0.1,
                        holder,
                        tokens[first - 1].text,
                        phrase,
                        hypothetical=bool(phrase and phrase.hypothetical),
                    )
                )
            break
    return found


def _verdict_cue(reader: SentenceReader, index: int) -> tuple[str, int, Verb | None] | None:
    """Return what governs a verdict at ``index``: a form of "be", or a verb of calling."""
    tokens = reader.tokens
    at = index - 1
    while at >= 0 and (
        is_adverb(tokens[at].lower)
        or tokens[at].lower in ("not", "a", "an", "the", "so", "“", '"', "simply")
        or tokens[at].text in '“"‘'
    ):
        at -= 1
    if at < 0:
        return None
    if tokens[at].lower in _BE or tokens[at].lower in ("as",):
        if tokens[at].lower == "as":
            verb = next((v for v in reversed(reader.verbs) if v.index < at and tokens[v.index].lower in _CALLING), None)
            return ("call", verb.index + 1, verb) if verb is not None and at - verb.index < 14 else None
        first = verb_group(tokens, at + 1).first
        phrase = subject_before(tokens, first)
        return ("is", phrase.first if phrase else max(0, first - 5), None)
    verb = next(
        (
            v
            for v in reversed(reader.verbs)
            if v.index <= at
            and tokens[v.index].lower
            in ("called", "calls", "call", "calling", "considers", "deemed", "branded", "labelled")
        ),
        None,
    )
    if (
        verb is not None
        and index - verb.index < 14
        and not any(t.lower in ("for", "on", "to") for t in tokens[verb.index + 1 : verb.index + 2])
    ):
        return ("call", verb.index + 1, verb)
    return None


_CALLING = frozenset(
    (
        "described describes describe dismissed rejected denounced decried condemned branded called"
        " regards regarded sees saw viewed views"
    ).split()
)


_COMPLAINTS = (
    ("not", "go", "far", "enough"), ("falls", "short"), ("fell", "short"), ("fall", "short"), ("goes", "too", "far"),
    ("went", "too", "far"), ("runs", "counter", "to"), ("ran", "counter", "to"), ("fails", "to"), ("failed", "to"),
    ("would", "undermine"), ("makes", "no", "sense"), ("made", "no", "sense"), ("will", "not", "work"),
    ("would", "not", "work"), ("does", "not", "work"), ("would", "hurt"), ("would", "harm"), ("would", "punish"),
)  # fmt: skip


def complaint_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan did not go far enough" in what a source says of something."""
    lower = [token.lower for token in reader.tokens]
    found: list[Trigger] = []
    for index in range(2, len(lower)):
        for words in _COMPLAINTS:
            if tuple(lower[index : index + len(words)]) == words:
                phrase = subject_before(reader.tokens, verb_group(reader.tokens, index).first)
                own = phrase is not None and lower[phrase.first] in ("we", "i", "it", "they", "he", "she")
                if phrase is None or phrase.hypothetical or own:
                    break
                text = reader.tokens[index].text
                found.append(Trigger(index, phrase.first, index, O, 0.58, NOBODY, text, phrase, needs_source=True))
                break
    return found
