"""Stances in a sentence: verbs, nouns, adjectives and verdicts that put a party for or against a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.accusations import denied_charges
from briefing_app.analysis.condemnations import condemning_triggers
from briefing_app.analysis.opinions import opinion_triggers
from briefing_app.analysis.stance_idioms import idiom_triggers
from briefing_app.analysis.stance_modals import bound_triggers, inverted_triggers, modal_triggers, undecided_triggers
from briefing_app.analysis.stance_nouns import noun_triggers
from briefing_app.analysis.stance_verbs import verb_trigger
from briefing_app.analysis.stance_verdicts import adjective_triggers, complaint_triggers, verdict_triggers
from briefing_app.analysis.syntax import phrase_from
from briefing_app.analysis.triggers import Trigger

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader


_DID = frozenset("did does do has have had is are was were".split())


def _as_did(reader: SentenceReader, found: list[Trigger]) -> list[Trigger]:
    """Read "Kenya rejected the plan, as did Uganda": Uganda takes the same stand."""
    tokens = reader.tokens
    for index in range(3, len(tokens) - 2):
        if tokens[index].lower != "as" or tokens[index + 1].lower not in _DID or tokens[index - 1].text != ",":
            continue
        main = next((one for one in reversed(found) if one.index < index and not one.needs_source), None)
        phrase = phrase_from(tokens, index + 2)
        if main is None or phrase is None:
            return []
        holder = reader.discourse.resolve(reader.sentence, phrase)
        if not holder.known:
            return []
        text = tokens[index + 1].text
        return [Trigger(index + 1, main.first, index, main.stance, main.weight - 0.08, holder, text, phrase, own=True)]
    return []


def find_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances of a sentence in textual order."""
    found: list[Trigger] = []
    for verb in reader.verbs:
        if verb.stance:
            one = verb_trigger(reader, verb)
            if one is not None:
                found.append(one)
    found += noun_triggers(reader)
    found += adjective_triggers(reader)
    found += verdict_triggers(reader)
    found += modal_triggers(reader)
    found += inverted_triggers(reader)
    found += undecided_triggers(reader)
    found += complaint_triggers(reader)
    found += idiom_triggers(reader)
    found += bound_triggers(reader)
    found += denied_charges(reader)
    found += _as_did(reader, found)
    if not found:
        found += condemning_triggers(reader) or opinion_triggers(reader)
    found.sort(key=lambda one: (one.index, -one.weight))
    return found
