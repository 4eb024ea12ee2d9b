"""What editors let one choose: grades, attribution levels, channels, markings."""

from __future__ import annotations

from briefing_app.domain.handling import TLP

RELIABILITY: tuple[tuple[str, str], ...] = (
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "reliability cannot be judged"),
)
"""NATO Admiralty letters of a source."""

CREDIBILITY: tuple[tuple[int, str], ...] = (
    (1, "confirmed by other sources"),
    (2, "probably true"),
    (3, "possibly true"),
    (4, "doubtful"),
    (5, "improbable"),
    (6, "truth cannot be judged"),
)
"""NATO Admiralty digits of a piece of information."""

ATTRIBUTION: tuple[tuple[int, str], ...] = (
    (1, "primary document"),
    (2, "official statement or readout"),
    (3, "quoted on the record"),
    (4, "unnamed source"),
    (5, "“reports suggested”"),
    (6, "commentary"),
)
"""How directly the words come from the party."""

CHANNELS = (
    "press conference",
    "interview",
    "written statement",
    "speech",
    "readout",
    "social media",
    "briefing",
    "leaked document",
)

MARKINGS = tuple(label.name for label in TLP)
