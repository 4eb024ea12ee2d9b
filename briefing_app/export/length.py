"""How long a note is: words of its body, and pages of A4 that the body fills.

The template gives the notes room of their own ("one page; 350-450 words + notes"), so footnotes, the source summary
and a list of references are not counted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.note import Run, Section, Table

LINE = 95
"""Characters a printed line holds at 11 points on A4."""
PAGE_LINES = 56
"""Lines of 11 points on such a page."""
_CELL = 0.74
"""Share of the line that the widest column of a table holds, in its smaller print."""


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs without footnote marks."""
    return "".join(run.text for run in runs)


_NOTES = frozenset({"sources", "references"})


def words(sections: Sequence[Section]) -> int:
    """Return the number of words printed in sections: headings and tables count, prompts and notes do not."""
    return sum(section_words(section) for section in sections if section.key not in _NOTES)


def section_words(section: Section) -> int:
    """Return the number of words of one section, its heading included; 0 where nothing prints."""
    count = sum(_content_words(one) for one in section.content)
    return count + len(section.heading.split()) if count else 0


def pages(sections: Sequence[Section], header: Sequence[tuple[str, str]]) -> int:
    """Return how many pages of A4 the body fills, about; at least 1. The header block runs on in lines."""
    lines = 3.0 + math.ceil(sum(len(label) + len(text) + 4 for label, text in header) / LINE)
    for section in sections:
        if section.key not in _NOTES and section_words(section):
            lines += 1.4 + sum(_content_lines(one) for one in section.content)
    return max(1, math.ceil(lines / PAGE_LINES))


def _content_words(content: Paragraph | Table) -> int:
    if isinstance(content, Paragraph):
        return 0 if content.kind == "prompt" else len(plain(content.runs).split())
    cells = sum(len(plain(cell).split()) for row in content.rows for cell in row)
    return cells + sum(len(label.split()) for label in content.header)


def _content_lines(content: Paragraph | Table) -> float:
    if isinstance(content, Paragraph):
        return 0 if content.kind == "prompt" else math.ceil(len(plain(content.runs)) / LINE) + 0.2
    widths = (max((len(plain(cell)) for cell in row), default=0) for row in content.rows)
    return 1.3 + sum(math.ceil(width / (LINE * _CELL)) + 0.3 for width in widths)
