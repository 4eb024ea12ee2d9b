"""How long a note is: words of its body, and pages of A4 that the body fills.

The template gives the footnotes room of their own ("one page; 350-450 words + notes"), so they are not counted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.note import Run, Section, Table

LINE = 90
"""Characters a printed line holds at 11 points on A4."""
PAGE_LINES = 50
_CELL = 0.62
"""Share of the line that the widest column of a table has."""


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs without footnote marks."""
    return "".join(run.text for run in runs)


def words(sections: Sequence[Section]) -> int:
    """Return the number of words printed in sections: headings and tables count, prompts and footnotes do not."""
    return sum(section_words(section) for section in sections)


def section_words(section: Section) -> int:
    """Return the number of words of one section, its heading included; 0 where nothing prints."""
    count = sum(_content_words(one) for one in section.content)
    return count + len(section.heading.split()) if count else 0


def pages(sections: Sequence[Section], header_lines: int) -> int:
    """Return how many pages of A4 the body fills, about; at least 1."""
    lines = 3.0 + header_lines
    for section in sections:
        if section_words(section):
            lines += 1.6 + sum(_content_lines(one) for one in section.content)
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
