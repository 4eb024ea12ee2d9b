"""Who a text says holds or said something: source, cue and content, as they stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AttributionType(StrEnum):
    """How what is attributed is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NOMINAL = "nominal"


class Tier(StrEnum):
    """How sure a cue is: verbs of saying are core; verbs of wanting, supporting, rejecting are weak."""

    CORE = "core"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of source, cue and content; a content that stands nowhere apart is an empty span at the cue.

    ``level`` is 1 primary document, 2 official statement, 3 on the record, 4 unnamed, 5 reports, 6 commentary.
    """

    source_start: int
    source_end: int
    cue_start: int
    cue_end: int
    content_start: int
    content_end: int
    type: AttributionType
    tier: Tier
    level: int
