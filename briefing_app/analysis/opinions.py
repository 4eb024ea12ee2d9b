"""What a party argues: where no word takes a stand, what it maintains is what it is for, or against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import O, R, S
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.verbs import Verb

_HOLDING = frozenset(
    (
        "argue argues argued maintain maintains maintained contend contends contended"
        " counter counters countered hold holds insist insists insisted"
    ).split()
)
_FIRM = frozenset("only remains remain right rights sovereign will would still always part".split())
_FLAT = frozenset("no never nothing none neither".split())
_AGAINST = frozenset(
    (
        "not cannot nor kill kills harm harms hurt hurts undermine undermines damage damages"
        " destroy destroys threaten threatens worsen worsens weaken weakens jeopardise jeopardize violate violates"
        " wrong unfair illegal unnecessary too harmful risk risks danger"
    ).split()
)


def opinion_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stance of whoever argues something in a sentence that states no other."""
    for verb in reader.verbs:
        one = _argued(reader, verb) if reader.tokens[verb.index].lower in _HOLDING else None
        if one is not None:
            return [one]
    return []


def _argued(reader: SentenceReader, verb: Verb) -> Trigger | None:
    tokens = reader.tokens
    if verb.group.infinitive or verb.group.passive or verb.group.negated or reader.quoted[verb.index]:
        return None
    at = verb.index + 1
    if at + 4 >= len(tokens) or tokens[at].lower != "that":
        return None
    holder, phrase = reader.subject(verb)
    if phrase is None or not holder.known or phrase.hypothetical:
        return None
    said = [token.lower for token in tokens[at + 1 :]]
    if tokens[verb.index].lower.startswith("insist") and not (_FLAT | _FIRM | _AGAINST) & set(said):
        return None  # "insists that talks are going well"
    if _FLAT & set(said):
        return made(reader, verb.index, R, 0.56, holder, phrase)
    turned = any(word in _AGAINST or word.endswith(("n't", "n’t")) for word in said)
    return made(reader, verb.index, O if turned else S, 0.56, holder, phrase)
