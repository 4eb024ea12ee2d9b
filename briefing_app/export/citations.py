"""Footnotes in three styles: ``short`` (the house's), ``chicago-notes`` and ``apa`` (author-date, with a list).

Common to all: the first note on an article is full, later ones are short and never say ibid.; without an author
the publication comes first; without a date it is ``n.d.`` with the day it was retrieved; what somebody said in
another's text is ``quoted in`` it; several sources in one note are parted by semicolons, strongest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_app.export import apa, chicago
from briefing_app.export.citing import author, joined, locator, quotation, short_titles, strength, titled
from briefing_app.export.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.domain.note import Citation

DEFAULT_STYLE = "short"


class Style(Protocol):
    """How one source is told in a footnote; neither text ends with a full stop."""

    def first(self, citation: Citation) -> str:
        """Return the full citation."""
        ...

    def later(self, citation: Citation, short_title: str) -> str:
        """Return the citation of an article that an earlier note gave in full."""
        ...


class Short:
    """``Author, “Title,” Publication, D Month YYYY, para. N, URL (accessed D Month YYYY)``."""

    def first(self, citation: Citation) -> str:
        """Return the full citation."""
        name = author(citation)
        where = citation.site.strip()
        title = titled(citation.title) if citation.title.strip() else ""
        head = [name, title, where] if name else [where, title]
        parts = [*head, _dated(citation), locator(citation), citation.url.strip()]
        text = joined(parts)
        if citation.url.strip() and citation.accessed and citation.published:
            text += f" (accessed {long_date(citation.accessed)})"
        return text

    def later(self, citation: Citation, short_title: str) -> str:
        """Return author, short title and place."""
        title = titled(short_title, "," if locator(citation) else "") if short_title else ""
        return joined([author(citation) or citation.site.strip(), title, locator(citation)])


def _dated(citation: Citation) -> str:
    if citation.published:
        return long_date(citation.published)
    return f"n.d., retrieved {long_date(citation.accessed)}" if citation.accessed else "n.d."


STYLES: Mapping[str, Style] = {"short": Short(), "chicago-notes": chicago.Chicago(), "apa": apa.Apa()}
"""The styles by name."""


def style_named(name: str) -> Style:
    """Return the style of that name, or the default one."""
    return STYLES.get(name) or STYLES[DEFAULT_STYLE]


def footnote_texts(
    notes: Sequence[Sequence[Citation]], style: str = DEFAULT_STYLE, *, grades: bool = True, quotes: bool = True
) -> list[str]:
    """Return the printed text of each footnote, in order.

    ``grades`` adds the NATO grade in square brackets, ``quotes`` the quotation of the note's first source.
    """
    everyone = [one for note in notes for one in note]
    chosen = style_named(style)
    if isinstance(chosen, apa.Apa):
        chosen = chosen.knowing(everyone)
    titles = short_titles(everyone)
    seen: set[str] = set()
    texts = []
    for note in notes:
        parts = []
        for citation in _places(strongest_first(note)):
            known = citation.article in seen
            body = chosen.later(citation, titles[citation.article]) if known else chosen.first(citation)
            seen.add(citation.article)
            parts.append((_indirect(citation, body), f" [{citation.grade}]" if grades and citation.grade else ""))
        texts.append(_note(parts) + (_quoted(note) if quotes else ""))
    return texts


def strongest_first(note: Sequence[Citation]) -> list[Citation]:
    """Return the sources of a note by their grade, best first; equal ones keep their order."""
    return sorted(note, key=lambda one: strength(one.grade))


def reference_list(citations: Sequence[Citation], style: str) -> list[str]:
    """Return the list of references that a style wants behind the notes; only ``apa`` wants one."""
    return apa.Apa().knowing(citations).references() if style == "apa" else []


def _places(citations: Sequence[Citation]) -> list[Citation]:
    """Return citations of different places: several passages of one paragraph are cited as one."""
    places = {(one.article, one.para, one.locator, one.speaker): one for one in reversed(citations)}
    return list(reversed(places.values()))


def _indirect(citation: Citation, body: str) -> str:
    speaker = citation.speaker.strip()
    return body if not speaker or speaker == author(citation) else f"{speaker}, quoted in {body}"


def _note(parts: Sequence[tuple[str, str]]) -> str:
    """Join the sources of a note; only the last one ends with a full stop, before its grade."""
    inner = [f"{body}{grade}" for body, grade in parts[:-1]]
    text = "; ".join([*inner, *(f"{_ended(body)}{grade}" for body, grade in parts[-1:])])
    return f"{text[:1].upper()}{text[1:]}"


def _ended(body: str) -> str:
    if body.endswith((".", ".”", "?”", "!”", "…”")):
        return body
    return f"{body[:-1]}.”" if body.endswith("”") else f"{body}."


def _quoted(note: Sequence[Citation]) -> str:
    ordered = strongest_first(note)
    return f" {quotation(ordered[0].quote)}" if ordered and ordered[0].quote.strip() else ""
