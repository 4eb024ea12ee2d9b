"""The outline and the check list as values: a line for each section with its state, a line for each finding."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph, Table
from briefing_app.ui.counted import counted
from briefing_app.ui.note.marks import DAGGER
from briefing_app.ui.note.parts import ANNEX, GENERATED, HEADER, short_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.domain.note import Briefing, Run, Section

REFERENCES = "references"
_WHOLE = {"": HEADER, "note": HEADER, "handling": HEADER, "header": HEADER}


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A section: ``state`` stands at the right; ``mine`` is set where the user has written or is to write."""

    key: str
    label: str
    state: str
    warns: bool = False
    mine: bool = False

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        return f"{self.label}, {self.state}" if self.state else self.label


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A finding of the check, or a figure about the note; ``section`` is where a click leads, empty for nowhere."""

    key: str
    text: str
    section: str = ""
    excerpt: str = ""
    warns: bool = False


def outline(briefing: Briefing) -> tuple[OutlineRow, ...]:
    """Return the header and the sections in their order, and the annex where it is not written yet."""
    warnings = Counter(_WHOLE.get(one.section, one.section) for one in briefing.warnings)
    rows = [OutlineRow(HEADER, "Title and header", _warned(warnings[HEADER]), warns=bool(warnings[HEADER]), mine=True)]
    for section in briefing.sections:
        if section.key == REFERENCES:
            continue
        count = warnings[section.key]
        state = _warned(count) or state_of(section, len(briefing.footnotes))
        label = short_heading(section.key, section.heading)
        rows.append(OutlineRow(section.key, label, state, warns=bool(count), mine=section.origin == "user"))
    if not any(row.key == ANNEX for row in rows):
        rows.insert(len(rows) - 1, OutlineRow(ANNEX, short_heading(ANNEX, ""), "off", mine=True))
    return tuple(rows)


def checks(briefing: Briefing) -> tuple[CheckRow, ...]:
    """Return the check's findings, then the note's size and what nobody has confirmed."""
    rows = [
        CheckRow(
            f"{number}:{one.section}:{one.message}",
            f"{one.message} {one.excerpt}" if not one.section and one.excerpt else one.message,
            _WHOLE.get(one.section, one.section),
            one.excerpt,
            warns=True,
        )
        for number, one in enumerate(briefing.warnings)
    ]
    size = f"{counted(briefing.words, 'word')} · {counted(briefing.pages, 'page')}"
    rows.append(CheckRow("size", size))
    unconfirmed, first = unconfirmed_marks(briefing)
    if unconfirmed:
        rows.append(CheckRow("unconfirmed", f"{counted(unconfirmed, 'item')} unconfirmed {DAGGER}", first))
    return tuple(rows)


def state_of(section: Section, footnotes: int) -> str:
    """Return a section's state: whose it is, or how much of what it holds."""
    if section.origin == "user":
        prompted = any(isinstance(one, Paragraph) and one.kind == "prompt" for one in section.content)
        return "to write" if prompted or not section.content else "yours"
    if section.key == "sources":
        return str(footnotes)
    rows = sum(len(one.rows) for one in section.content if isinstance(one, Table))
    if rows:
        return counted(rows, "cell")
    bullets = sum(isinstance(one, Paragraph) and one.kind == "bullet" for one in section.content)
    if not bullets:
        return "empty"
    return f"{bullets} dated" if section.key == "background" else str(bullets)


def unconfirmed_marks(briefing: Briefing) -> tuple[int, str]:
    """Return how many footnotes carry a dagger, and the first section that shows one."""
    numbers: set[int] = set()
    first = ""
    for section in briefing.sections:
        for runs in _lines(section):
            for mark, behind in itertools.pairwise(runs):
                if mark.footnote and behind.text.strip() == DAGGER:
                    numbers.add(mark.footnote)
                    first = first or section.key
    return len(numbers), first


def is_taken_over(section: Section) -> bool:
    """Say whether the user writes a section that the program could write."""
    return section.key in GENERATED and section.origin == "user"


def _lines(section: Section) -> Iterator[tuple[Run, ...]]:
    for one in section.content:
        if isinstance(one, Paragraph):
            yield one.runs
        else:
            yield from (cell for row in one.rows for cell in row)


def _warned(count: int) -> str:
    return counted(count, "warning") if count else ""
