"""A briefing as one HTML file: footnotes that link both ways, a print style, no script, nothing loaded from afar."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.domain.handling import marking
from briefing_app.domain.note import Paragraph
from briefing_app.export.html_style import style_sheet
from briefing_app.export.linking import footnote_pieces
from briefing_app.export.neutral import one_line
from briefing_app.export.printed import heading, printed
from briefing_app.export.prose import is_safe_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.note import Briefing, Footnote, Run, Section, Table

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(briefing: Briefing) -> str:
    """Return the HTML document."""
    return "\n".join(_Page(printed(briefing)).lines()) + "\n"


def escape(text: str) -> str:
    """Return text that shows as itself in an element or an attribute."""
    return html.escape(one_line(text), quote=True)


class _Page:
    """Writes one briefing; counts how often each footnote is cited, so that every citation gets its way back."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._cited: Counter[int] = Counter()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the document."""
        value = self._briefing
        label = marking(value.handling).tlp
        foreground, background = (label.foreground, label.background) if label else ("#ffffff", "#000000")
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(value.language)}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield f"<title>{escape(value.title)}</title>"
        yield f"<style>\n{style_sheet(one_line(value.handling), foreground, background)}\n</style>"
        yield "</head>"
        yield "<body>"
        yield "<article>"
        yield from self._mark("header")
        yield f"<h1>{escape(value.title)}</h1>"
        yield from self._header()
        for section in value.sections:
            yield from self._section(section)
        yield from self._notes()
        yield from (f'<p class="legend">{escape(line)}</p>' for line in value.legend)
        yield f'<p class="closing">{escape(value.closing)}</p>'
        yield from self._mark("footer")
        yield "</article>"
        yield "</body>"
        yield "</html>"

    def _mark(self, element: str) -> Iterator[str]:
        if self._briefing.handling:
            mark = escape(self._briefing.handling)
            yield f'<{element} class="handling"><span>{mark}</span></{element}>'

    def _header(self) -> Iterator[str]:
        if self._briefing.header:
            yield '<dl class="header">'
            for label, text in self._briefing.header:
                yield f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>"
            yield "</dl>"

    def _section(self, section: Section) -> Iterator[str]:
        origin = "user" if section.origin == "user" else "generated"
        key = escape(section.key)
        yield f'<section class="part {origin}" aria-labelledby="part-{key}">'
        yield f'<h2 id="part-{key}">{escape(heading(section))}</h2>'
        content = list(section.content)
        while content:
            one = content[0]
            if isinstance(one, Paragraph) and one.kind in ("bullet", "number"):
                yield from self._list(content, one.kind)
                continue
            yield from self._table(one) if not isinstance(one, Paragraph) else self._paragraph(one)
            content.pop(0)
        yield "</section>"

    def _list(self, content: list[Paragraph | Table], kind: str, level: int = 0) -> Iterator[str]:
        """Yield a list with the lists inside it, taking its items off ``content``."""
        element = "ol" if kind == "number" else "ul"
        yield f"<{element}>"
        while content:
            one = content[0]
            if not isinstance(one, Paragraph) or one.kind not in ("bullet", "number"):
                break
            if one.level < level or (one.kind != kind and one.level == level):
                break
            content.pop(0)
            inner = _deeper(content, level)
            yield f"<li>{self._runs(one.runs)}" + ("" if inner else "</li>")
            while inner:
                yield from self._list(content, inner.kind, max(level + 1, inner.level))
                inner = _deeper(content, level)
                yield "" if inner else "</li>"
        yield f"</{element}>"

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        text = f"<p>{self._runs(paragraph.runs)}</p>"
        yield f"<blockquote>{text}</blockquote>" if paragraph.kind == "quote" else text

    def _table(self, table: Table) -> Iterator[str]:
        yield "<table>"
        labels = "".join(f'<th scope="col">{escape(label)}</th>' for label in table.header)
        yield f"<thead><tr>{labels}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            yield f"<tr>{''.join(f'<td>{self._runs(cell)}</td>' for cell in row)}</tr>"
        yield "</tbody>"
        yield "</table>"

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if run.footnote:
            return self._reference(run.footnote)
        text = escape(run.text)
        if run.href and is_safe_link(run.href):
            text = _link(text, run.href)
        text = f"<em>{text}</em>" if run.italic else text
        return f"<strong>{text}</strong>" if run.bold else text

    def _reference(self, number: int) -> str:
        self._cited[number] += 1
        anchor = f"fnref-{number}-{self._cited[number]}"
        return f'<sup><a id="{anchor}" href="#fn-{number}" role="doc-noteref">{number}</a></sup>'

    def _notes(self) -> Iterator[str]:
        if not self._briefing.footnotes:
            return
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">'
        yield "<ol>"
        for footnote in self._briefing.footnotes:
            yield f'<li id="fn-{footnote.number}">{_footnote(footnote)}{self._backlinks(footnote.number)}</li>'
        yield "</ol>"
        yield "</section>"

    def _backlinks(self, number: int) -> str:
        count = self._cited[number]
        return "".join(
            f' <a href="#fnref-{number}-{index}" role="doc-backlink"'
            f' aria-label="Back to text, note {number}{f", place {index}" if count > 1 else ""}">↩</a>'
            for index in range(1, count + 1)
        )


def _deeper(content: Sequence[Paragraph | Table], level: int) -> Paragraph | None:
    """Return what comes next where it is an item deeper than ``level``."""
    one = content[0] if content else None
    listed = isinstance(one, Paragraph) and one.kind in ("bullet", "number")
    return one if isinstance(one, Paragraph) and listed and one.level > level else None


def _footnote(footnote: Footnote) -> str:
    return "".join(_link(escape(text), href) if href else escape(text) for text, href in footnote_pieces(footnote))


def _link(text: str, href: str) -> str:
    return f'<a href="{html.escape(one_line(href).strip(), quote=True)}" rel="noopener noreferrer">{text}</a>'
