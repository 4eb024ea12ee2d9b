"""What certainty holds in a library and what of the learnt it uses, as its settings hold it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing_app.domain.certainty import Certainty, Curve
from briefing_app.domain.codec import from_plain
from briefing_app.domain.learning import Learnt, Part
from briefing_app.store.codec import load

if TYPE_CHECKING:
    from briefing_app.domain.learning import Scoring
    from briefing_app.store.session import Reader

KEYS = {Part.SUGGESTIONS: "learnt.suggestions", Part.NAMES: "learnt.names"}
"""The library's settings that hold what was adopted of each part."""
EVER = "learnt.ever"
"""The library's setting that tells that names were ever learnt; without it no analysis needs a look. Never undone."""
LEAST, CURVE = "suggestions.least", "suggestions.curve"


def adopted_of(reader: Reader, part: Part) -> Learnt | None:
    """Return what the library uses of a part; None where it is as shipped, or what is kept cannot be read."""
    kept = reader.settings.get(KEYS[part])
    try:
        return from_plain(Learnt, json.loads(kept)) if kept else None
    except (ValueError, KeyError, TypeError):
        return None


def scoring_of(reader: Reader) -> Scoring | None:
    """Return the learnt scoring of suggestions that is in use; None where it is as shipped."""
    adopted = adopted_of(reader, Part.SUGGESTIONS)
    return adopted.scoring if adopted is not None else None


def taught_of(reader: Reader) -> str:
    """Return what analysis is given of the names that were learnt; empty where they are as shipped."""
    adopted = adopted_of(reader, Part.NAMES)
    return adopted.taught if adopted is not None else ""


def certainty_of(reader: Reader) -> Certainty:
    """Return what holds in a library; everything is shown until somebody says otherwise."""
    least, curve = reader.settings.get(LEAST), reader.settings.get(CURVE)
    return Certainty(
        float(least) if least else 0.0, from_plain(Curve, load(curve)) if curve else None, scoring_of(reader)
    )
