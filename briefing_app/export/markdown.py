"""A briefing as Markdown with true footnotes: ``[^n]`` in the text, ``[^n]:`` once at the end.

The handling mark is the first line and the last. Text of sources and of the user is escaped, so that none of it
becomes markup, HTML, an image, a formula or a template: the only markup is what this writer puts in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefing_app.domain.note import Paragraph
from briefing_app.export.linking import footnote_pieces
from briefing_app.export.neutral import one_line
from briefing_app.export.printed import heading, printed
from briefing_app.export.prose import is_safe_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.note import Briefing, Footnote, Run, Section, Table

_SPECIAL = re.compile(r"[\\`*_\[\]{}<>|~^$#]|&(?=[#\w])|!(?=\[|$)|(?<=\w):(?=//)|@(?=\w)|(?<=[{<])%|%(?=[}>])")
_START = re.compile(r"^(\s*)([=+\-@#:>~%'\"＝＋－＠]|\d{1,9}(?=[.)]))")
_URL_SAFE = "!#$%&'*+,/:;=?@-._~"


def write(briefing: Briefing) -> str:
    """Return the Markdown document, ending with a line end."""
    value = printed(briefing)
    mark = f"**{escape(value.handling)}**" if value.handling else ""
    blocks = [mark, f"# {escape_start(value.title)}", _header(value)]
    for section in value.sections:
        blocks.extend(_section(section))
    blocks.append("\n".join(_footnote(one) for one in value.footnotes))
    blocks.extend(escape_start(line) for line in value.legend)
    blocks.append(escape_start(value.closing))
    blocks.append(mark)
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Return text that reads as itself in the middle of a Markdown line."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], one_line(text))


def escape_start(text: str) -> str:
    """Return text that reads as itself as a block of its own: no heading, list, rule, quotation or formula."""
    return _START.sub(_escaped_start, escape(text).strip(" "))


def inline(runs: Sequence[Run]) -> str:
    """Return runs as Markdown; styles go around the words, white space stays outside them."""
    return "".join(_run(run) for run in runs)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a pipe table; cells are Markdown already."""
    lines = [_row(header), _row(["---"] * len(header)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _header(briefing: Briefing) -> str:
    return "  \n".join(f"**{escape(label)}:** {escape_start(text)}" for label, text in briefing.header)


def _section(section: Section) -> list[str]:
    blocks = [f"## {escape(heading(section))}"]
    bullets: list[str] = []
    level = -1
    for one in section.content:
        if isinstance(one, Paragraph) and one.kind in ("bullet", "number"):
            level = min(one.level, level + 1)
            bullets.append(_item(one, level))
            continue
        level = -1
        if bullets:
            blocks.append("\n".join(bullets))
            bullets = []
        blocks.append(_paragraph(one) if isinstance(one, Paragraph) else _table(one))
    return [*blocks, "\n".join(bullets)]


def _item(paragraph: Paragraph, level: int) -> str:
    sign = "1." if paragraph.kind == "number" else "-"
    return f"{'    ' * level}{sign} {_block(paragraph.runs)}"


def _paragraph(paragraph: Paragraph) -> str:
    text = _block(paragraph.runs)
    return f"> {text}" if paragraph.kind == "quote" else text


def _block(runs: Sequence[Run]) -> str:
    """Return a block's text, its first characters kept from opening anything."""
    text = inline(runs).strip()
    first = runs[0] if runs else None
    plain = first is not None and not (first.bold or first.italic or first.href or first.footnote)
    return _START.sub(_escaped_start, text) if plain else text


def _escaped_start(match: re.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign}\\" if sign.isdigit() else f"{match[1]}\\{sign}" if sign.isascii() else match[0]


def _table(one: Table) -> str:
    return table([escape(label) for label in one.header], [[inline(cell) for cell in row] for row in one.rows])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _run(run: Run) -> str:
    if run.footnote:
        return f"[^{run.footnote}]"
    text = escape(run.text)
    mark = ("**" if run.bold else "") + ("*" if run.italic else "")
    linked = bool(run.href) and is_safe_link(run.href)
    if not (mark or linked) or not text.strip():
        return text
    before, inner, after = text[: len(text) - len(text.lstrip())], text.strip(), text[len(text.rstrip()) :]
    if linked:
        inner = f"[{inner}](<{_address(run.href)}>)"
    return f"{before}{mark}{inner}{mark[::-1]}{after}"


def _footnote(footnote: Footnote) -> str:
    pieces = [f"<{_address(href)}>" if href else escape(text) for text, href in footnote_pieces(footnote)]
    return f"[^{footnote.number}]: {_START.sub(_escaped_start, ''.join(pieces)).strip()}"


def _address(url: str) -> str:
    """Return a web address with everything percent-encoded that could end it early."""
    return quote(one_line(url).strip(), safe=_URL_SAFE)
