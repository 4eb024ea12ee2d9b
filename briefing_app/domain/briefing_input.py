"""What a briefing note is composed from: plain values that services gather in one reading of the library.

To fill a `BriefingInput` for a `Note`:

1. ``note``, ``dossier`` (with its parties and issues), ``as_of`` = ``note.as_of`` or now (ISO; a day, or a moment
   with its zone), ``version`` = ``briefing_app.__version__``.
2. ``statements`` = all of the dossier's statements that are not rejected; ``matrix`` = ``build_matrix(dossier,
   statements, as_of, since=note.fields.get("since", ""), include=note.include, searched=..., source_of=...)``.
   Composition drops by itself what ``note.include`` or ``as_of`` leave out.
3. ``sources`` = one `Source` for every article of the dossier (not in the trash), by article id; the article's
   current version gives ``text`` (its ``text_hash``) and ``locator``.
4. ``annotations`` = the dossier's annotations.
5. ``dates`` = for every article ``upcoming(...)`` of `briefing_app.domain.upcoming`, all joined; ``figures`` =
   `TrackedFigure` values of the analyses, best first (a few are enough); both may be empty.
6. ``style`` (``short``, ``chicago-notes``, ``apa``), ``grades`` and ``quotes`` are the note's own fields of those
   names where set (``note.fields``), else the settings.

`briefing_app.export.compose.compose` makes a `Briefing` of it, and every writer prints that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.note import Note
from briefing_app.domain.position import Matrix, Statement


@dataclass(frozen=True, slots=True)
class Source:
    """What a footnote must know of one article.

    ``published`` and ``accessed`` (when it was imported) are ISO dates; ``reliability`` is the NATO Admiralty
    letter or empty; ``text`` is the same for reprints of one text (its hash; empty: the article's id);
    ``kind`` is the kind of source in words (``wire``, ``official statement``), empty where nobody has said.
    """

    article: str
    title: str
    author: str = ""
    site: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    reliability: str = ""
    marking: str = ""
    text: str = ""
    kind: str = ""
    locator: str = "para."

    @property
    def identity(self) -> str:
        """Return what tells this source's text from others."""
        return self.text or self.article


@dataclass(frozen=True, slots=True)
class DatedPassage:
    """A sentence of an article that names a day to come: ``date`` is ISO (may be partial), ``text`` the sentence.

    ``confirmed`` is set when a person stands behind it (confirmed the date, or highlighted the sentence).
    """

    date: str
    text: str
    article: str
    para: int
    start: int
    end: int
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class TrackedFigure:
    """A figure: ``text`` as printed, what it ``measures``, ``claimed_by`` whom (either may be empty)."""

    text: str
    measures: str
    claimed_by: str
    article: str
    para: int
    start: int
    end: int
    quote: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class BriefingInput:
    """Everything composition of a note needs; see the module's docstring for how to fill it."""

    note: Note
    dossier: Dossier
    matrix: Matrix
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    as_of: str
    version: str
    annotations: tuple[Annotation, ...] = ()
    dates: tuple[DatedPassage, ...] = ()
    figures: tuple[TrackedFigure, ...] = ()
    style: str = "short"
    grades: bool = True
    quotes: bool = True
