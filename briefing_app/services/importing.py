"""Taking articles in: bytes to a clean, analysed article of the library."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from briefing_app.domain.analysis import Analysis, AnalysisRequest
from briefing_app.domain.article import BlockKind, RemovalState
from briefing_app.domain.entity import RulingKind
from briefing_app.domain.importing import PASSAGE, ImportOutcome
from briefing_app.domain.learning import NEWLINE, mark_of
from briefing_app.domain.rulings import in_force
from briefing_app.domain.who import Who
from briefing_app.errors import InputError, LibraryError, LimitError, UserError
from briefing_app.services.adopted import EVER, taught_of
from briefing_app.services.collections import CollectionService, summed
from briefing_app.services.counting import settle_article
from briefing_app.services.fetching import Page
from briefing_app.services.files import storable
from briefing_app.services.import_runs import ImportRuns
from briefing_app.services.intake import Intake, refusal
from briefing_app.services.keeping import Keeper
from briefing_app.services.reprints import Recent
from briefing_app.services.statements import from_draft, undecided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.article import Article, Version
    from briefing_app.services.arrivals import Arrival
    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store


ANALYSED = 1000
"""Most articles, the newest, that are analysed again when what was learnt of names changes."""
GIVEN_UP = "given up"
"""Stands for the engine's name and version in the analysis of an article that went over its limits."""
PASTED = "pasted text"
"""Stands for the place of what came by the clipboard."""
TOO_MUCH = "This article is too large or too intricate to be analysed; names, figures and positions are not marked."


class ImportService:
    """Imports files, pasted text and pages; tells duplicates; runs the analysis behind each."""

    def __init__(self, store: Store, thinker: Thinker, fetcher: Fetcher, session: str = "desktop") -> None:
        self._store = store
        self._thinker = thinker
        self._session = session
        self.collections = CollectionService(store, thinker)
        self.intake = Intake(store, thinker, fetcher, self.collections)
        self.runs = ImportRuns(store, self.unit, session)
        self._recent = Recent()
        self._turn = threading.Lock()

    def import_any(self, place: str, dossiers: Sequence[str] = ()) -> ImportOutcome:
        """Import the file or the http(s) address ``place``; every fault of the input is told in the outcome.

        A file of many things (a feed, another reader's export) is imported whole and told in one outcome.
        """
        return summed(place, tuple(self.import_each(place, dossiers)))

    def import_each(self, place: str, dossiers: Sequence[str] = ()) -> Iterator[ImportOutcome]:
        """Import like `import_any`, with an outcome for each item where it is a file of many."""
        place = storable(place)
        try:
            for _, thing in self.intake.open(place).things:
                yield thing if isinstance(thing, ImportOutcome) else self.keep([thing], dossiers)[0]
        except UserError as error:
            yield refusal(place, error)

    def import_text(self, text: str, dossiers: Sequence[str] = (), *, passage: bool = False) -> ImportOutcome:
        """Import pasted text (plain, Markdown or HTML, as its content shows); of a ``passage`` of HTML, all of it."""
        try:
            data, media_type = text.encode("utf-8", "replace"), PASSAGE if passage else ""
            return self.import_bytes(data, PASTED, dossiers, media_type=media_type, charset="utf-8")
        except InputError as error:
            return refusal(PASTED, error)

    def import_bytes(
        self,
        data: bytes,
        source: str,
        dossiers: Sequence[str] = (),
        *,
        url: str = "",
        media_type: str = "",
        charset: str = "",
    ) -> ImportOutcome:
        """Import one document and commit it; InputError says why it cannot be read.

        A document whose bytes the library shows already is a duplicate: it is put into ``dossiers`` and taken
        out of the trash, and nothing else happens. One of a web address that the library has with other words
        becomes that article's new version.
        """
        arrival = self.intake.document(data, source, Page(url, data, media_type, charset))
        return self.keep([arrival], dossiers)[0]

    def keep(self, arrivals: Sequence[Arrival], dossiers: Sequence[str]) -> list[ImportOutcome]:
        """Put what was read into the library, all in one unit of work; return what became of each."""
        with self.unit(dossiers) as keeper:
            return keeper.keep(arrivals)

    def keep_each(self, things: Sequence[Arrival | ImportOutcome], dossiers: Sequence[str]) -> list[ImportOutcome]:
        """Put what was read into the library in one unit of work, or one by one where that fails; refusals stay.

        LibraryError when the library cannot be written to.
        """
        arrivals = [one for one in things if not isinstance(one, ImportOutcome)]
        try:
            kept = iter(self.keep(arrivals, dossiers) if arrivals else ())
        except LibraryError:
            raise
        except UserError as error:
            if len(things) > 1:
                return [outcome for one in things for outcome in self.keep_each([one], dossiers)]
            return [refusal(one.source, error) for one in things]
        return [one if isinstance(one, ImportOutcome) else next(kept) for one in things]

    @contextmanager
    def unit(self, dossiers: Sequence[str], group: str = "") -> Iterator[Keeper]:
        """Give a unit of work for imports; what is kept in it is on disk when the block ends, or nothing of it.

        Units of one ``group`` are undone together.
        """
        with self._turn:
            with self._store.read() as reader:
                self._recent.look(reader, dossiers)
            with self._store.write("Import", session=self._session) as work:
                work.group = group
                yield Keeper(work, dossiers, self._recent, self.collections.keep_item)

    def analyse(self, article_id: str) -> None:
        """Analyse an article's current version and keep the result; untouched suggestions are replaced."""
        with self._store.read() as reader:
            article = reader.articles.get(article_id)
            version = reader.articles.current_version(article_id)
            request = request_for(reader, article, version)
        analysis = self._analysis_of(request, version)
        found = [from_draft(draft, article, version) for draft in analysis.statements]
        with self._store.write("Analyse", session=self._session, origin="machine", undoable=False) as work:
            if work.articles.current_version(article_id).id == version.id:
                known = work.statements.of_article(article_id)
                suggestions = undecided(found, known, version, work.actors.who())
                work.articles.put_analysis(version.id, analysis, suggestions)
                settle_article(work, article_id)

    def _analysis_of(self, request: AnalysisRequest, version: Version) -> Analysis:
        """Return what was found; an article too large or too intricate is kept as analysed, with nothing found.

        It is tried twice: the process that reads it may also have been ended from outside.
        """
        for _ in range(2):
            with suppress(LimitError):
                return self._thinker.analyse(request)
        return Analysis(version.text_hash, GIVEN_UP, version.language, limits=(TOO_MUCH,))

    def waiting(self) -> list[str]:
        """Return the ids of articles that no analysis has run on yet, newest first, then of those to analyse again.

        Those are the newest whose names were found by what was learnt and is no more in use, or without what is.
        """
        with self._store.read() as reader:
            fresh = list(reader.articles.unanalysed())
            if not reader.settings.get(EVER):
                return fresh
            taught = taught_of(reader)
            again = reader.articles.analysed_otherwise(taught.partition(NEWLINE)[0], mark_of(taught), ANALYSED)
            return [*fresh, *again]


def request_for(reader: Reader, article: Article, version: Version) -> AnalysisRequest:
    """Return what the analysis needs to know of an article: its visible paragraphs, date, issues and rulings."""
    dossiers = [reader.dossiers.get(one) for one in reader.articles.dossiers_of(article.id)]
    hidden = tuple(
        (removal.start, removal.end)
        for removal in reader.articles.removals(version.id)
        if removal.state is RemovalState.HIDDEN
    )
    own = reader.actors.own()
    return AnalysisRequest(
        text=version.text,
        paragraphs=tuple((block.start, block.end) for block in version.blocks),
        hidden=hidden,
        headings=tuple(place for place, block in enumerate(version.blocks) if block.kind is BlockKind.HEADING),
        title=article.title,
        published=article.published,
        language=article.language,
        site=article.site,
        author=article.author,
        issues=tuple((issue.name, issue.words) for dossier in dossiers for issue in dossier.issues),
        rulings=_rulings(reader, article, Who.of(own)),
        actors=own,
        learnt=taught_of(reader),
    )


def _rulings(reader: Reader, article: Article, who: Who) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return what the reader said of names: the names he gave to actors, then his rulings, which win."""
    day = article.published[:10]
    said = {
        name: (name, RulingKind.MEANS.value, meaning.name, meaning.label.value, meaning.key)
        for name in who.meanings
        if (meaning := who.meaning(name, day)) is not None and meaning.alias.id
    }
    for text, ruling in in_force(reader.entities.rulings(), article.id).items():
        one = who.ruling(ruling)
        said[text] = (text, one.ruling.value, one.canonical, one.label.value, one.key)
    return tuple(said.values())
