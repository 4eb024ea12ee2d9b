"""A briefing as the small HTML that a text widget renders: the live preview of the note view.

Links: ``fn:3`` is a footnote mark, ``ref:3`` the way back from its note, web links stay. Anchors (``<a name>``):
``section-status``, ``fn-3`` and ``ref-3`` (where footnote 3 is first cited). Colours are given by name, as the
theme names them; what is missing falls back to a light page. Unlike the writers, it shows prompts and lint marks.
A widget shows lists best with ``document().setIndentWidth(18)``.
"""

from __future__ import annotations

import html
import itertools
from typing import TYPE_CHECKING

from briefing_app.domain.handling import marking
from briefing_app.domain.note import Paragraph
from briefing_app.domain.sentences import CITED
from briefing_app.export.linking import footnote_pieces
from briefing_app.export.neutral import one_line
from briefing_app.export.printed import heading
from briefing_app.export.prose import is_safe_link
from briefing_app.export.t1.template import MANDATORY, nothing_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.domain.note import Briefing, Footnote, Run, Section, Table

LIGHT = {
    "page": "#ffffff",
    "text": "#1f2430",
    "muted": "#4a505c",
    "faint": "#667080",
    "line": "#d9d9d4",
    "accent": "#2f4a7d",
    "generated": "#dfe5f1",
    "mine": "#e6d9b0",
    "lint": "#fdf3dd",
    "lint_edge": "#c98a00",
    "serif": "'Noto Serif', 'Georgia', 'DejaVu Serif', serif",
    "sans": "'Noto Sans', 'Inter', 'DejaVu Sans', sans-serif",
}
"""The colours and fonts a preview needs, with those of a light page."""

DARK_BARS = {"generated": "#3a4763", "mine": "#5c5130", "lint": "#4a3d1c", "lint_edge": "#d9b24a"}
"""What a dark page takes in place of the pale bars."""


def write(briefing: Briefing, colours: Mapping[str, str] | None = None) -> str:
    """Return the preview's HTML."""
    return _Preview(briefing, {**LIGHT, **(colours or {})}).write()


def colours_from(theme: Mapping[str, str], *, dark: bool) -> dict[str, str]:
    """Return preview colours from a theme's: its page, text and accents, and bars that suit it."""
    taken = {key: theme[key] for key in ("page", "text", "muted", "faint", "line", "accent") if theme.get(key)}
    return {**LIGHT, **(DARK_BARS if dark else {}), **taken}


_LISTS = {"bullet": "ul", "number": "ol"}


def _list_of(one: Paragraph | Table) -> tuple[str, int]:
    return (one.kind, one.level) if isinstance(one, Paragraph) else ("table", 0)


def _escape(text: str) -> str:
    return html.escape(one_line(text), quote=True)


class _Preview:
    """Writes one briefing; remembers which footnotes have been cited, for the first place is where one goes back."""

    def __init__(self, briefing: Briefing, colours: Mapping[str, str]) -> None:
        self._briefing = briefing
        self._colours = colours
        self._cited: set[int] = set()

    def write(self) -> str:
        value = self._briefing
        serif, text = self._colours["serif"], self._colours["text"]
        parts = [f'<body style="font-family:{serif}; color:{text};">', self._mark()]
        parts.append(f'<p style="margin:6px 0 6px 0; font-size:19px; font-weight:600;">{_escape(value.title)}</p>')
        parts.append(self._header())
        parts.extend(self._section(section) for section in value.sections)
        parts.append(self._notes())
        parts.append(self._mark())
        parts.append("</body>")
        return "\n".join(part for part in parts if part)

    def _mark(self) -> str:
        mark = self._briefing.handling
        if not mark:
            return ""
        label = marking(mark).tlp
        ink, ground = (label.foreground, label.background) if label else ("#ffffff", "#000000")
        style = f"background-color:{ground}; color:{ink}; font-family:{self._colours['sans']}; font-weight:600;"
        return f'<p align="right" style="font-size:12pt;"><span style="{style}">&nbsp;{_escape(mark)}&nbsp;</span></p>'

    def _header(self) -> str:
        lines = [f"{_escape(label)}: {_escape(text)}" for label, text in self._briefing.header]
        style = f"font-family:{self._colours['sans']}; font-size:12px; color:{self._colours['muted']};"
        return f'<p style="{style}">{" &nbsp; ".join(lines)}</p>{self._rule()}' if lines else self._rule()

    def _rule(self) -> str:
        return f'<hr style="background-color:{self._colours["line"]};" size="1">'

    def _section(self, section: Section) -> str:
        """Return a section with its bar at the left: blue where generated, sand where the user writes."""
        bar = self._colours["mine" if section.origin == "user" else "generated"]
        sans = self._colours["sans"]
        anchor = f'<a name="section-{_escape(section.key)}"></a>'
        title = f'<p style="margin:0 0 3px 0; font-family:{sans}; font-weight:600; font-size:13.5px;">'
        head = f"{title}{anchor}{_escape(heading(section))}</p>"
        body = self._content(section)
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:8px;"><tr>'
            f'<td width="3" bgcolor="{bar}"></td>'
            f'<td style="padding-left:9px;">{head}{body}</td></tr></table>'
        )

    def _content(self, section: Section) -> str:
        if not section.content:
            empty = nothing_known(self._briefing.as_of) if section.key in MANDATORY else "Nothing to show."
            return self._faint(empty)
        excerpts = [one.excerpt for one in self._briefing.warnings if one.section == section.key and one.excerpt]
        groups = itertools.groupby(section.content, key=_list_of)
        return "".join(self._group(kind, level, list(members), excerpts) for (kind, level), members in groups)

    def _group(self, kind: str, level: int, members: Sequence[Paragraph | Table], excerpts: Sequence[str]) -> str:
        """Return consecutive items of one list as a list, anything else one by one."""
        shown = [self._paragraph(one, excerpts) if isinstance(one, Paragraph) else self._table(one) for one in members]
        if kind not in _LISTS:
            return "".join(shown)
        element = _LISTS[kind]
        return f'<{element} style="-qt-list-indent:{level + 1}; margin:0 0 3px 0;">{"".join(shown)}</{element}>'

    def _faint(self, text: str) -> str:
        return f'<p style="margin:0 0 4px 0; color:{self._colours["faint"]}; font-style:italic;">{_escape(text)}</p>'

    def _paragraph(self, paragraph: Paragraph, excerpts: Sequence[str]) -> str:
        if paragraph.kind == "prompt":
            return self._faint("".join(run.text for run in paragraph.runs))
        text = self._runs(paragraph.runs, excerpts)
        if paragraph.kind in _LISTS:
            return f'<li style="margin:0 0 3px 0;">{text}</li>'
        margin = "0 0 4px 18px" if paragraph.kind == "quote" else "0 0 4px 0"
        return f'<p style="margin:{margin};">{text}</p>'

    def _table(self, table: Table) -> str:
        line = self._colours["line"]
        edge = f'style="border:1px solid {line};"'
        cells = "".join(f'<th align="left" {edge}>{_escape(label)}</th>' for label in table.header)
        rows = [f"<tr>{cells}</tr>"]
        for row in table.rows:
            rows.append(f"<tr>{''.join(f'<td {edge}>{self._runs(cell, ())}</td>' for cell in row)}</tr>")
        style = "border-collapse:collapse; border-width:0; font-size:13px; margin:2px 0 4px 0;"
        return f'<table border="0" cellspacing="0" cellpadding="5" width="100%" style="{style}">{"".join(rows)}</table>'

    def _runs(self, runs: Sequence[Run], excerpts: Sequence[str]) -> str:
        """Return runs as HTML, the words that the check found wanting on a tinted ground."""
        flat = "".join(CITED if run.footnote else run.text for run in runs)
        spans = [(at, at + len(one)) for one in excerpts if one and (at := flat.find(one)) >= 0]
        out, position = [], 0
        for run in runs:
            if run.footnote:
                out.append(self._reference(run.footnote))
                position += 1
                continue
            for piece, marked in _pieces(run.text, position, spans):
                out.append(self._styled(piece, run, marked=marked))
            position += len(run.text)
        return "".join(out)

    def _styled(self, text: str, run: Run, *, marked: bool) -> str:
        piece = _escape(text)
        if run.href and is_safe_link(run.href):
            piece = f'<a href="{_escape(run.href)}" style="color:{self._colours["accent"]};">{piece}</a>'
        if marked:
            ground, edge = self._colours["lint"], self._colours["lint_edge"]
            underline = f"text-decoration:underline; text-decoration-color:{edge};"
            piece = f'<span style="background-color:{ground}; {underline}">{piece}</span>'
        piece = f"<i>{piece}</i>" if run.italic else piece
        return f"<b>{piece}</b>" if run.bold else piece

    def _reference(self, number: int) -> str:
        anchor = "" if number in self._cited else f'<a name="ref-{number}"></a>'
        self._cited.add(number)
        style = f"color:{self._colours['accent']}; text-decoration:none;"
        return f'{anchor}<sup><a href="fn:{number}" style="{style}">{number}</a></sup>'

    def _notes(self) -> str:
        value, muted, faint = self._briefing, self._colours["muted"], self._colours["faint"]
        notes = [self._footnote(one) for one in value.footnotes]
        lines = [f'<p style="margin:0 0 2px 0; font-size:11.5px; color:{muted};">{one}</p>' for one in notes]
        last = [
            f'<p style="margin:4px 0 0 0; font-size:11.5px; color:{faint};">{_escape(one)}</p>' for one in value.legend
        ]
        last.append(f'<p style="margin:4px 0 0 0; font-size:11.5px; color:{faint};">{_escape(value.closing)}</p>')
        return self._rule() + "".join([*lines, *last])

    def _footnote(self, footnote: Footnote) -> str:
        style = f"color:{self._colours['accent']}; text-decoration:none;"
        number = footnote.number
        lead = f'<a name="fn-{number}"></a><sup><a href="ref:{number}" style="{style}">{number}</a></sup> '
        pieces = [
            f'<a href="{_escape(href)}" style="color:{self._colours["accent"]};">{_escape(text)}</a>'
            if href
            else _escape(text)
            for text, href in footnote_pieces(footnote)
        ]
        return f'{lead}{"".join(pieces)} <a href="ref:{number}" style="{style}">↩</a>'


def _pieces(text: str, offset: int, spans: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Return ``text`` (which starts at ``offset`` of its block) cut at the edges of ``spans``, marked where inside."""
    edges = {0, len(text)}
    for start, end in spans:
        edges.update(edge - offset for edge in (start, end) if 0 < edge - offset < len(text))
    cuts = sorted(edges)
    return [
        (text[a:b], any(start <= offset + a and offset + b <= end for start, end in spans))
        for a, b in itertools.pairwise(cuts)
    ]
