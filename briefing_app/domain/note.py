"""Briefing notes: the user's document, and the value every writer prints."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_app.domain.ids import DossierId, NoteId


@dataclass(frozen=True, slots=True)
class Note:
    """A briefing note kept in the library: template, header fields and the user's Markdown by section.

    ``fields`` are header fields of templates.md (title, to, from, handling ...); ``sections`` maps a section's
    key (``bluf``, ``issue_statement`` ...) to the user's Markdown; a generated section may be overridden there
    too. ``revision`` counts saves; ``include`` is ``confirmed`` or ``all``.
    """

    id: NoteId
    dossier: DossierId
    template: str
    title: str
    fields: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    as_of: str = ""
    include: str = "all"
    revision: int = 0
    created: str = ""
    modified: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of one footnote, everything a style needs. ``para`` is a paragraph number, 0 for none.

    ``locator`` is what ``para`` counts (``para.``, ``p.`` for a page, ``sec.`` for a section); ``statement`` is
    the id of the statement or annotation whose passage it is; ``text`` names the text, so that reprints show.
    """

    article: str
    author: str
    title: str
    site: str
    published: str
    url: str
    accessed: str
    para: int
    grade: str = ""
    speaker: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0
    locator: str = "para."
    statement: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of inline text: ``bold``, ``italic``; a footnote mark when ``footnote`` is its number (text empty)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    footnote: int = 0
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a note: ``kind`` is ``paragraph``, ``bullet``, ``number``, ``quote`` or ``prompt`` (unwritten)."""

    runs: tuple[Run, ...]
    kind: str = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a note: a header row and rows of cells, each cell runs."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part: ``origin`` is ``generated`` or ``user``; ``evidence`` are ids of the statements it cites."""

    key: str
    heading: str
    number: int
    content: tuple[Paragraph | Table, ...]
    origin: str = "generated"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered note: the printed text for the style chosen, and the citations behind it."""

    number: int
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word the reader sees
    """A finding of the note's check: ``section`` key, what is wrong, and the offending ``excerpt``."""

    section: str
    message: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The document value from which every format is written; one truth for Markdown, HTML and what follows."""

    template: str
    title: str
    handling: str
    header: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    legend: tuple[str, ...]
    closing: str
    as_of: str
    language: str = "en"
    warnings: tuple[Warning, ...] = ()
    words: int = 0
    pages: int = 1
