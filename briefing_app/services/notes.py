"""Briefing notes: composed from a dossier, kept in the library, written to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app import __version__
from briefing_app.domain.briefing_input import BriefingInput, DatedPassage, Source, TrackedFigure
from briefing_app.domain.derive import build_matrix
from briefing_app.domain.entity import FigureKind
from briefing_app.domain.ids import DossierId, NoteId, new_id
from briefing_app.domain.note import Note
from briefing_app.domain.overrides import overridden
from briefing_app.domain.rulings import Place, lay_over
from briefing_app.domain.upcoming import upcoming
from briefing_app.errors import InputError
from briefing_app.services.clock import now
from briefing_app.services.files import write_whole
from briefing_app.services.positions import gathered
from briefing_app.services.readings import overrides_of
from briefing_app.services.reprints import sources_of_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.article import Article
    from briefing_app.domain.note import Briefing
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

TEMPLATES = ("briefing-note",)
MOST_FIGURES = 12


class NoteService:
    """Making, composing, keeping and exporting briefing notes."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def all(self, dossier_id: str) -> tuple[Note, ...]:
        """Return the notes of a dossier, the latest first."""
        with self._store.read() as reader:
            return tuple(reader.notes.of_dossier(dossier_id))

    def get(self, note_id: str) -> Note:
        """Return one note; UserError when there is none of that id."""
        with self._store.read() as reader:
            return reader.notes.get(note_id)

    def new(self, dossier_id: str, template: str = "briefing-note") -> Note:
        """Make a note for a dossier and keep it."""
        with self._store.write("New note", session=self._session) as work:
            return work.notes.add(self.blank(work.dossiers.get(dossier_id).name, dossier_id, template))

    @staticmethod
    def blank(dossier_name: str, dossier_id: str, template: str = "briefing-note") -> Note:
        """Return a fresh note that the library does not hold; InputError for an unknown template."""
        if template not in TEMPLATES:
            raise InputError(f"There is no template “{template}”.", hint=f"There is: {', '.join(TEMPLATES)}.")
        moment = now()
        return Note(
            id=NoteId(new_id()),
            dossier=DossierId(dossier_id),
            template=template,
            title=f"{dossier_name}: state of the talks",
            created=moment,
            modified=moment,
        )

    def save(self, note: Note) -> Note:
        """Keep a note; its revision rises and the one before stays in its history."""
        with self._store.write("Save note", session=self._session) as work:
            return work.notes.update(note)

    def delete(self, note_id: str) -> None:
        """Delete a note; undo brings it back."""
        with self._store.write("Delete note", session=self._session) as work:
            work.notes.delete(note_id)

    def history(self, note_id: str) -> tuple[Note, ...]:
        """Return every revision of a note, the latest first."""
        with self._store.read() as reader:
            return tuple(reversed(reader.notes.history(note_id)))

    def compose(self, note: Note) -> Briefing:
        """Return the document value of a note, from the library as it stands now."""
        from briefing_app.export.compose import compose

        with self._store.read() as reader:
            material = gathered_material(reader, note)
        return compose(material)

    def export(self, note: Note, path: Path | str) -> None:
        """Write a note to a file whose ending tells the format; InputError says why it cannot be."""
        from briefing_app.export.registry import format_for

        target = Path(path)
        form = format_for(target)
        write_whole(target, form.write(self.compose(note)))


def gathered_material(reader: Reader, note: Note) -> BriefingInput:
    """Return everything composition needs, in one reading of the library."""
    dossier, statements, source_of = gathered(reader, note.dossier, "all")
    as_of = note.as_of or now()
    articles = reader.articles.in_dossier(note.dossier)
    annotations = tuple(reader.annotations.of_dossier(note.dossier))
    dates: list[DatedPassage] = []
    figures: list[TrackedFigure] = []
    for article in articles:
        found_dates, found_figures = _dated(reader, article, as_of, annotations)
        dates += found_dates
        figures += found_figures
    derived = build_matrix(
        dossier,
        statements,
        as_of,
        since=note.fields.get("since", ""),
        include=note.include,
        searched=len(articles),
        source_of=source_of,
    )
    return BriefingInput(
        note=note,
        dossier=dossier,
        matrix=overridden(derived, overrides_of(reader, note.dossier)),
        statements=statements,
        sources=sources_of(reader, articles),
        as_of=as_of,
        version=__version__,
        annotations=annotations,
        dates=tuple(dates),
        figures=tuple(figures[:MOST_FIGURES]),
        style=note.fields.get("style", "short"),
        grades=note.fields.get("grades", "yes") != "no",
        quotes=note.fields.get("quotes", "yes") != "no",
    )


def sources_of(reader: Reader, articles: Iterable[Article]) -> dict[str, Source]:
    """Return what a footnote must know of each article, by its id."""
    known = {article.id: article for article in articles}
    texts = sources_of_texts(reader, known)
    return {ident: _source(article, texts[ident]) for ident, article in known.items()}


def _source(article: Article, text: str) -> Source:
    return Source(
        article=article.id,
        title=article.title,
        author=article.author,
        site=article.site,
        published=article.published,
        url=article.url,
        accessed=article.imported_at[:10],
        reliability=article.reliability,
        marking=article.marking,
        text=text,
    )


def _dated(
    reader: Reader, article: Article, as_of: str, annotations: tuple[Annotation, ...]
) -> tuple[list[DatedPassage], list[TrackedFigure]]:
    version = reader.articles.current_version(article.id)
    analysis = reader.articles.analysis(version.id)
    if analysis is None:
        return [], []
    place = Place(article.id, article.published[:10])
    analysis = lay_over(analysis, version.text, reader.actors.who(), reader.entities.rulings(), place)
    mine = tuple(one for one in annotations if one.article == article.id)
    dates = upcoming(
        article.id,
        version.text,
        version.blocks,
        analysis.mentions,
        as_of,
        annotations=mine,
        removals=reader.articles.removals(version.id),
    )
    figures = []
    for figure in analysis.figures:
        block = version.block_at(figure.start)
        if figure.kind is FigureKind.DATE or block is None:
            continue
        marked = any(one.anchor.start < figure.end and figure.start < one.anchor.end for one in mine)
        figures.append(
            TrackedFigure(
                text=figure.text,
                measures=figure.measures,
                claimed_by=figure.claimed_by,
                article=article.id,
                para=block.number,
                start=figure.start,
                end=figure.end,
                confirmed=marked,
            )
        )
    return list(dates), sorted(figures, key=_marked_first)


def _marked_first(figure: TrackedFigure) -> bool:
    return not figure.confirmed
