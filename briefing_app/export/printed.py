"""What of a briefing is printed: no prompts, no empty optional sections, a sentence in empty mandatory ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph, Run
from briefing_app.export.t1.template import MANDATORY, nothing_known

if TYPE_CHECKING:
    from briefing_app.domain.note import Briefing, Section


def printed(briefing: Briefing) -> Briefing:
    """Return the briefing as every writer prints it; printing it twice changes nothing."""
    sections = (_printed(one, briefing.as_of) for one in briefing.sections)
    return replace(briefing, sections=tuple(one for one in sections if one.content))


def heading(section: Section) -> str:
    """Return a section's heading with its number in the template, if it has one."""
    return f"{section.number}. {section.heading}" if section.number else section.heading


def _printed(section: Section, as_of: str) -> Section:
    content = tuple(one for one in section.content if not (isinstance(one, Paragraph) and one.kind == "prompt"))
    if not content and section.key in MANDATORY:
        content = (Paragraph((Run(nothing_known(as_of)),)),)
    return replace(section, content=content)
