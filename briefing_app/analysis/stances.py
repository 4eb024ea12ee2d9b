"""Stances in a sentence: verbs, nouns, adjectives and verdicts that put a party for or against a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.stance_idioms import idiom_triggers
from briefing_app.analysis.stance_modals import bound_triggers, modal_triggers, undecided_triggers
from briefing_app.analysis.stance_nouns import noun_triggers
from briefing_app.analysis.stance_verbs import verb_trigger
from briefing_app.analysis.stance_verdicts import adjective_triggers, complaint_triggers, verdict_triggers

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.triggers import Trigger


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
    found += undecided_triggers(reader)
    found += complaint_triggers(reader)
    found += idiom_triggers(reader)
    found += bound_triggers(reader)
    found.sort(key=lambda one: (one.index, -one.weight))
    return found
