"""The sections of the one-page briefing note: number, heading, who writes them, and what they may hold."""

from __future__ import annotations

from dataclasses import dataclass

TEMPLATE = "briefing-note"
DAGGER = "†"
DAGGER_LEGEND = "† extracted automatically, not yet confirmed"
TICK_LINE = "Agreed / Not agreed / Please discuss"
WORDS = 450
"""Most words of the note, footnotes not counted."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the template. ``limit`` caps its bullets or rows; ``prompt`` is shown where nothing is written."""

    key: str
    number: int
    heading: str
    generated: bool = False
    mandatory: bool = False
    decision_only: bool = False
    optional: bool = False
    limit: int = 0
    prompt: str = ""


PARTS: tuple[Part, ...] = (
    Part("bluf", 1, "Bottom line", mandatory=True, limit=4, prompt="Say what the reader must know, in four lines."),
    Part("issue_statement", 2, "Issue", mandatory=True, limit=1, prompt="Put the question at stake in one sentence."),
    Part("background", 3, "Background", generated=True, limit=4),
    Part("status", 4, "Current status", generated=True, mandatory=True, limit=5),
    Part("positions", 5, "Positions", generated=True, mandatory=True, limit=6),
    Part(
        "considerations",
        6,
        "Key considerations",
        limit=5,
        prompt="Weigh what this means, in five points at most. Judgements begin “We assess”.",
    ),
    Part("options", 7, "Options", decision_only=True, limit=4, prompt="Give two to four options, with pros and cons."),
    Part("recommendation", 8, "Recommendation", decision_only=True, limit=3, prompt="Recommend one to three steps."),
    Part("next", 9, "Next steps and dates to watch", generated=True, limit=4),
    Part("lines", 10, "Lines to take / If asked", optional=True),
    Part("sources", 0, "Sources", generated=True, mandatory=True, limit=2),
)
"""All sections in the order in which they print; the annex is off until it is written."""

MANDATORY = frozenset(part.key for part in PARTS if part.mandatory)

HEADER_FIELDS: tuple[tuple[str, str], ...] = (
    ("to", "To"),
    ("from", "From"),
    ("date", "Date"),
    ("subject", "Subject"),
    ("purpose", "For"),
    ("deadline", "Deadline"),
)
"""The six lines of the header block."""

MORE_FIELDS: tuple[tuple[str, str], ...] = (
    ("file_ref", "File"),
    ("negotiation", "Negotiation"),
    ("period", "Period"),
    ("drafter", "Drafter"),
    ("contact", "Contact"),
    ("cleared_by", "Cleared by"),
)
"""Common fields that print behind them where the user has filled them."""


def nothing_known(as_of: str) -> str:
    """Return what an empty mandatory section prints; ``as_of`` as printed."""
    return f"No information in the library as of {as_of}."
