"""What the view calls a note's sections and header fields, and which of them the user writes."""

from __future__ import annotations

HEADER = "header"
"""The key under which title and header block are edited."""
ANNEX = "lines"
"""The annex: off until it is written."""

_SHORT = {"next": "Next steps", "lines": "Lines to take"}

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("title", "Title", ""),
    ("to", "To", "Who reads it"),
    ("from", "From", "Who writes it"),
    ("subject", "Subject", ""),
    ("purpose", "For", ""),
    ("date", "Date", "The as-of date where empty"),
    ("deadline", "Deadline", "YYYY-MM-DD"),
)
"""Header fields that are always offered: key, label, and what stands in the empty field."""

MORE: tuple[tuple[str, str, str], ...] = (
    ("file_ref", "File", ""),
    ("negotiation", "Negotiation", ""),
    ("period", "Period", ""),
    ("drafter", "Drafter", ""),
    ("contact", "Contact", ""),
    ("cleared_by", "Cleared by", ""),
)
"""Fields that are shown on demand."""

PRINTING: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("style", "Footnotes", (("", "Short"), ("chicago-notes", "Chicago notes"), ("apa", "APA"))),
    ("grades", "Grades", (("", "Printed"), ("no", "Left out"))),
    ("quotes", "Quotations", (("", "Printed in notes"), ("no", "Left out"))),
)
"""How footnotes print: key, label, and (value, words) of the choices; an empty value is the default."""

PURPOSES: tuple[tuple[str, str], ...] = (("", "For information"), ("for decision", "For decision"))

_PROMPTS = {ANNEX: "A line to take in each point; then what to say if asked."}

GENERATED = frozenset({"background", "status", "positions", "next", "sources"})
"""Sections that the program writes unless the user takes them over."""


def short_heading(key: str, heading: str) -> str:
    """Return a heading as the outline shows it."""
    return _SHORT.get(key, heading)


def prompt_of(key: str) -> str:
    """Return what stands greyed where a section is not written yet."""
    from briefing_app.export.t1.template import PARTS

    return _PROMPTS.get(key) or next((part.prompt for part in PARTS if part.key == key), "") or "Write in Markdown."
