"""Composition of a briefing note: from what the library knows and the user wrote to one `Briefing` value.

Pure: the same input gives the same value. Generated sections come from statements, highlights, dates and figures;
a section the user wrote stands as written (``origin`` user). Every factual sentence of sections 3 to 5 ends with a
footnote mark; what nobody has confirmed carries a dagger. Sections that are empty stay in the value with their
prompt, for the preview; `briefing_app.export.printed` says what of it is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.note import Briefing, Paragraph, Run, Section
from briefing_app.domain.note import Warning as NoteWarning
from briefing_app.errors import UserError
from briefing_app.export import length, note_check
from briefing_app.export.citations import reference_list
from briefing_app.export.dates import long_date
from briefing_app.export.evidence import distinct_sources, passages, source_for
from briefing_app.export.linking import linked
from briefing_app.export.prose import parse
from briefing_app.export.t1 import header, positions
from briefing_app.export.t1.background import background
from briefing_app.export.t1.desk import Desk
from briefing_app.export.t1.judgements import considerations
from briefing_app.export.t1.next_steps import next_steps
from briefing_app.export.t1.sources import sources
from briefing_app.export.t1.status import status
from briefing_app.export.t1.template import DAGGER_LEGEND, PARTS, TEMPLATE, TICK_LINE, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.domain.briefing_input import BriefingInput
    from briefing_app.domain.note import Table

_GENERATED: Mapping[str, Callable[[Desk], tuple[Paragraph | Table, ...]]] = {
    "background": background,
    "status": status,
    "positions": positions.positions,
    "next": next_steps,
    "sources": sources,
}


def compose(given: BriefingInput) -> Briefing:
    """Return the one-page briefing note; UserError where the note asks for another template."""
    if given.note.template != TEMPLATE:
        raise UserError(f"There is no note template “{given.note.template}”.", hint=f"Use “{TEMPLATE}”.")
    desk = Desk(given)
    sections = [_section(desk, part) for part in PARTS if _wanted(given, part)]
    cited = desk.book.citations()
    references = reference_list(cited, given.style)
    if references:
        urls = [one.url for one in cited]
        listed = tuple(Paragraph(tuple(Run(text, href=url) for text, url in linked(one, urls))) for one in references)
        sections.append(Section("references", "References", 0, listed))
    footnotes = desk.book.printed(given.style, grades=given.grades, quotes=given.quotes)
    head = header.header(given)
    mark = header.handling(given)
    words = length.words(sections)
    pages = length.pages(sections, head)
    markings = [source_for(one.article, given.sources).marking for one in cited]
    warnings = [
        *note_check.check_sections(sections),
        *(NoteWarning("", "The evidence cited is not in this dossier.", one) for one in dict.fromkeys(desk.unknown)),
        *note_check.check_handling(mark, [given.dossier.marking, *markings]),
        *note_check.check_length(sections, words, pages, len(head)),
    ]
    return Briefing(
        template=TEMPLATE,
        title=header.title(given),
        handling=mark,
        header=head,
        sections=tuple(sections),
        footnotes=footnotes,
        legend=_legend(desk, sections),
        closing=_closing(desk),
        as_of=desk.as_of,
        warnings=tuple(warnings),
        words=words,
        pages=pages,
    )


def _wanted(given: BriefingInput, part: Part) -> bool:
    if part.optional:
        return bool(_written(given, part))
    return not part.decision_only or header.is_for_decision(given)


def _written(given: BriefingInput, part: Part) -> str:
    """Return the user's Markdown for a section: of the note, else of a field of that name."""
    note = given.note
    text = note.sections.get(part.key, "").strip() or note.fields.get(part.key, "").strip()
    return considerations(note.fields) if not text and part.key == "considerations" else text


def _section(desk: Desk, part: Part) -> Section:
    desk.take_cited()
    written = _written(desk.given, part)
    if written:
        content = _user_content(desk, part, written)
        return Section(part.key, part.heading, part.number, content, "user", desk.take_cited())
    if part.generated:
        made = _GENERATED[part.key](desk)
        return Section(part.key, part.heading, part.number, made, "generated", desk.take_cited())
    prompt = Paragraph((Run(part.prompt),), "prompt")
    return Section(part.key, part.heading, part.number, (prompt,), "user")


def _user_content(desk: Desk, part: Part, written: str) -> tuple[Paragraph, ...]:
    paragraphs = parse(written, desk.cite)
    marked = tuple(Paragraph(desk.with_daggers(one.runs), one.kind, one.level) for one in paragraphs)
    return (*marked, Paragraph((Run(TICK_LINE),))) if part.key == "recommendation" else marked


def _legend(desk: Desk, sections: list[Section]) -> tuple[str, ...]:
    lines = [DAGGER_LEGEND] if desk.unconfirmed else []
    generated = any(one.key == "positions" and one.origin == "generated" for one in sections)
    signs = positions.signs(desk) if generated else []
    if signs:
        since = desk.given.note.fields.get("since", "").strip()
        lead = f"Change since {long_date(since)}: " if since else "Change: "
        lines.append(lead + " ".join(f"{one.sign} {one.value}" for one in signs))
    return tuple(lines)


def _closing(desk: Desk) -> str:
    cited = desk.book.citations()
    return (
        f"Prepared with Briefing Reader {desk.given.version}; {_counted(distinct_sources(cited), 'source')},"
        f" {_counted(passages(cited), 'passage')}; evidence as of {desk.as_of}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
