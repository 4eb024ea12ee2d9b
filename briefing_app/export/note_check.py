"""The note's check: limits, sentences without evidence, judgements, handling mark. It warns; it never changes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing_app.domain import estimative
from briefing_app.domain.handling import lower_than
from briefing_app.domain.note import Paragraph
from briefing_app.domain.note import Warning as NoteWarning
from briefing_app.domain.sentences import CITED, sentences
from briefing_app.export.length import LINE, plain, section_words
from briefing_app.export.t1.template import PARTS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.note import Run, Section

_FACTUAL = frozenset({"background", "status", "positions"})
_CUTS = ("lines", "background", "next", "positions", "considerations", "status")
_ITEMS = {"background": "bullets", "status": "bullets", "considerations": "points", "next": "dates"}


def check_sections(sections: Sequence[Section]) -> list[NoteWarning]:
    """Return what is wrong with the text of sections, in their order."""
    found: list[NoteWarning] = []
    for section in sections:
        if section.origin == "user":
            found.extend(_judgements(section))
            if section.key in _FACTUAL:
                found.extend(_uncited(section))
        found.extend(_limits(section))
    return found


def check_handling(mark: str, markings: Iterable[str]) -> list[NoteWarning]:
    """Return a warning where the note is marked lower than the strictest of its sources."""
    lower = [one for one in dict.fromkeys(markings) if one.strip() and lower_than(mark, one)]
    if not lower:
        return []
    ours = f"marked {mark}" if mark else "not marked"
    return [NoteWarning("handling", f"The note is {ours}, but one of its sources is {' and one '.join(lower)}.", mark)]


def check_length(sections: Sequence[Section], words: int, pages: int, header_lines: int) -> list[NoteWarning]:
    """Return warnings where the note outgrows its page, with what could be cut; nothing is cut by itself."""
    found = []
    if header_lines > 6:
        found.append(NoteWarning("header", f"The header block has {header_lines} lines; six fit."))
    if pages > 1 or words > WORDS:
        size = f"{pages} page{'s' if pages > 1 else ''} and {words} words"
        over = f"The note runs to about {size}; it should keep to one page and {WORDS} words."
        found.append(NoteWarning("note", f"{over} {_cuts(sections)}".rstrip()))
    return found


def _judgements(section: Section) -> list[NoteWarning]:
    return [
        NoteWarning(section.key, finding.message, finding.excerpt)
        for paragraph in _paragraphs(section)
        for finding in estimative.check(_marked(paragraph.runs))
    ]


def _uncited(section: Section) -> list[NoteWarning]:
    """Warn of each sentence of a factual section that the user overrode and that names no evidence."""
    return [
        NoteWarning(section.key, "A factual sentence without a footnote.", sentence)
        for paragraph in _paragraphs(section)
        for sentence in sentences(_marked(paragraph.runs))
        if CITED not in sentence and not sentence.startswith("No information in the library as of")
    ]


def _limits(section: Section) -> list[NoteWarning]:
    limit = next((part.limit for part in PARTS if part.key == section.key), 0)
    written = _paragraphs(section)
    if section.key == "bluf":
        lines = sum(math.ceil(len(plain(one.runs)) / LINE) for one in written)
        return [NoteWarning("bluf", f"The bottom line takes {lines} lines; four fit.")] if lines > limit else []
    if section.key == "issue_statement":
        count = sum(len(sentences(plain(one.runs))) for one in written)
        return (
            [NoteWarning("issue_statement", f"The issue takes {count} sentences; put it in one.")] if count > 1 else []
        )
    bullets = sum(one.kind in ("bullet", "number") and one.level == 0 for one in written)
    if section.key in _ITEMS and bullets > limit:
        return [NoteWarning(section.key, f"{section.heading} has {bullets} {_ITEMS[section.key]}; {limit} fit.")]
    if section.key == "options" and bullets and not 2 <= bullets <= limit:
        return [
            NoteWarning(
                "options",
                f"There {'is' if bullets == 1 else 'are'} {bullets} option{'s' * (bullets != 1)}; give two to four.",
            )
        ]
    if section.key == "recommendation" and bullets > limit:
        return [NoteWarning("recommendation", f"There are {bullets} recommendations; three at most.")]
    return []


def _cuts(sections: Sequence[Section]) -> str:
    sizes = {section.key: (section_words(section), section.heading) for section in sections}
    longest = sorted((sizes[key] for key in _CUTS if key in sizes and sizes[key][0] > 20), reverse=True)[:2]
    if not longest:
        return ""
    return f"What could go: {' or '.join(f'part of {heading} ({count} words)' for count, heading in longest)}."


def _paragraphs(section: Section) -> list[Paragraph]:
    return [one for one in section.content if isinstance(one, Paragraph) and one.kind != "prompt"]


def _marked(runs: Sequence[Run]) -> str:
    """Return the text of runs with a sign for each footnote mark."""
    return "".join(CITED if run.footnote else run.text for run in runs)
