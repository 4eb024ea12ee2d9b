"""Citation marks in the user's Markdown, and a generated section put into that Markdown to be taken over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.domain.note import Citation, Footnote, Run, Section

TAIL = 8
"""Characters of an id that a mark shows, where they tell it from the dossier's other statements."""
DAGGER = "†"
_MARK = re.compile(r"\[[\^@]([\w:.-]{1,80})\]")
_INLINE = re.compile(r"[\\*_\[\]]")
_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[>+•-]|\d{1,3}(?=[.)]\s))")


def citation_mark(identity: str, known: Iterable[str]) -> str:
    """Return the mark that cites a statement: ``[@`` the end of its id ``]``, the whole id where ends are alike."""
    tail = identity[-TAIL:]
    alike = [one for one in known if one != identity and (one.startswith(tail) or one.endswith(tail))]
    return f"[@{identity if alike or len(tail) < TAIL else tail}]"


def cited_in(markdown: str) -> tuple[str, ...]:
    """Return what the marks of a text name, in order, each once."""
    return tuple(dict.fromkeys(_MARK.findall(markdown)))


def insertion(mark: str, before: str, after: str) -> str:
    """Return ``mark`` with the blank it wants before the text that follows; marks stand right behind their word."""
    wants_blank = bool(after) and (after[0].isalnum() or after[0] in "“\"'(")
    return f"{mark} " if wants_blank and not before.endswith("[") else mark


def as_markdown(section: Section, footnotes: Sequence[Footnote], known: Iterable[str] = ()) -> str:
    """Return a section as the Markdown that composes to the same words and cites the same evidence.

    A table becomes a list, for a note's Markdown has none; passages that no statement or highlight holds (dates,
    figures) lose their mark. Daggers are left out: composition puts them back. ``known`` are the ids among which
    short marks must be told apart; without it marks name whole ids.
    """
    others = tuple(known)
    cited = {one.number: _marks(one.citations, others) for one in footnotes}
    lines: list[str] = []
    last = ""
    for one in section.content:
        if isinstance(one, Paragraph):
            if lines and (one.kind != last or one.kind not in ("bullet", "number")):
                lines.append("")
            lines.append(_block(one, cited))
            last = one.kind
        else:
            lines.extend(["", *(_row(row, cited) for row in one.rows)] if lines else (_row(r, cited) for r in one.rows))
            last = "bullet"
    return "\n".join(lines)


def _marks(citations: Sequence[Citation], known: tuple[str, ...]) -> str:
    cited = [one.statement for one in citations if one.statement]
    return "".join(citation_mark(one, known) if one in known else f"[@{one}]" for one in cited)


def _block(paragraph: Paragraph, cited: Mapping[int, str]) -> str:
    signs = {"bullet": "- ", "number": "1. ", "quote": "> "}
    sign = "  " * paragraph.level + signs.get(paragraph.kind, "")
    text = _runs(paragraph.runs, cited)
    plain = bool(paragraph.runs) and not (paragraph.runs[0].bold or paragraph.runs[0].italic)
    return sign + (_START.sub(r"\1\\\2", text) if plain and not sign else text)


def _row(row: Sequence[Sequence[Run]], cited: Mapping[int, str]) -> str:
    first, *rest = [_runs(cell, cited).strip() for cell in row]
    words = " ".join(one for one in rest if one)
    return f"- **{first}**: {words}" if words else f"- **{first}**"


def _runs(runs: Sequence[Run], cited: Mapping[int, str]) -> str:
    return "".join(_run(run, cited) for run in runs).strip()


def _run(run: Run, cited: Mapping[int, str]) -> str:
    if run.footnote:
        return cited.get(run.footnote, "")
    if run.text.strip() == DAGGER:
        return ""
    text = _INLINE.sub(lambda match: "\\" + match[0], run.text)
    mark = "**" * run.bold + "*" * run.italic
    if not mark or not text.strip():
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{text.strip()}{mark[::-1]}{after}"
