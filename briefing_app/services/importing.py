"""Taking articles in: bytes to a clean, analysed article of the library."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefing_app.domain.addresses import page_key
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.article import BlockKind, RemovalState
from briefing_app.domain.entity import RulingKind, Status
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.domain.rulings import in_force
from briefing_app.domain.who import Who
from briefing_app.errors import InputError, UserError
from briefing_app.services.collections import CollectionService, summed
from briefing_app.services.fetching import Page
from briefing_app.services.files import read_input
from briefing_app.services.reprints import reprinted
from briefing_app.services.statements import from_draft, undecided
from briefing_app.services.versions import NEW_VERSION, says_the_same, take_version, update_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.article import Article, CleanDocument, Version
    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.session import Reader, Work
    from briefing_app.store.store import Store

REPEATED = "The library has this very text already."


class ImportService:
    """Imports files, pasted text and pages; tells duplicates; runs the analysis behind each."""

    def __init__(self, store: Store, thinker: Thinker, fetcher: Fetcher, session: str = "desktop") -> None:
        self._store = store
        self._thinker = thinker
        self._fetcher = fetcher
        self._session = session
        self.collections = CollectionService(store, thinker, session)

    def import_any(self, place: str, dossiers: Sequence[str] = ()) -> ImportOutcome:
        """Import the file or the http(s) address ``place``; every fault of the input is told in the outcome.

        A file of many things (a feed, another reader's export) is imported whole and told in one outcome.
        """
        return summed(place, tuple(self.import_each(place, dossiers)))

    def import_each(self, place: str, dossiers: Sequence[str] = ()) -> Iterator[ImportOutcome]:
        """Import like `import_any`, with an outcome for each item where it is a file of many."""
        try:
            if place.casefold().startswith(("http://", "https://")):
                page = self._fetcher.fetch(place)
            else:
                page = Page("", read_input(place), "", "")
            held = self.collections.expand(page.body, place)
            if held is not None:
                yield from self.collections.import_items(held, place, dossiers)
                return
            yield self.import_bytes(
                page.body, place, dossiers, url=page.url, media_type=page.media_type, charset=page.charset
            )
        except InputError as error:
            yield ImportOutcome(place, Outcome.REFUSED, reason=str(error))
        except UserError as error:
            yield ImportOutcome(place, Outcome.FAILED, reason=str(error))

    def import_text(self, text: str, dossiers: Sequence[str] = (), source: str = "pasted text") -> ImportOutcome:
        """Import pasted text (plain, Markdown or HTML, as its content shows)."""
        try:
            return self.import_bytes(text.encode("utf-8", "replace"), source, dossiers, charset="utf-8")
        except InputError as error:
            return ImportOutcome(source, Outcome.REFUSED, reason=str(error))

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
        known = self._known(hashlib.sha256(data).hexdigest())
        if known is not None:
            return self._repeated(known, source, dossiers)
        with self._store.read() as reader:
            site_rules = reader.articles.site_rules()
        document = self._thinker.clean(
            data, source, media_type=media_type, charset=charset, url=url, site_rules=site_rules
        )
        return self._keep(document, data, source, dossiers)

    def analyse(self, article_id: str) -> None:
        """Analyse an article's current version and keep the result; untouched suggestions are replaced."""
        with self._store.read() as reader:
            article = reader.articles.get(article_id)
            version = reader.articles.current_version(article_id)
            request = request_for(reader, article, version)
        analysis = self._thinker.analyse(request)
        found = [from_draft(draft, article, version) for draft in analysis.statements]
        with self._store.write("Analyse", session=self._session, origin="machine", undoable=False) as work:
            if work.articles.current_version(article_id).id == version.id:
                decided = [one for one in work.statements.of_article(article_id) if one.status is not Status.SUGGESTED]
                suggestions = undecided(found, decided, version, work.actors.who())
                work.articles.put_analysis(version.id, analysis, suggestions)

    def waiting(self) -> list[str]:
        """Return the ids of articles that no analysis has run on yet, newest first."""
        with self._store.read() as reader:
            return list(reader.articles.unanalysed())

    def _keep(self, document: CleanDocument, data: bytes, source: str, dossiers: Sequence[str]) -> ImportOutcome:
        """Store what was read: as a new article, as the new version of one, or not again."""
        with self._store.read() as reader:
            earlier = update_of(reader, document)
            reprint = reprinted(reader, document, dossiers) if earlier is None else ""
        label = "Import" if earlier is None else NEW_VERSION
        with self._store.write(label, session=self._session) as work:
            earlier = update_of(work, document)
            if earlier is None:
                article = work.articles.add(document, data, dossiers)
                remarks = " ".join(part for part in (reprint, *document.warnings) if part)
                return ImportOutcome(source, Outcome.IMPORTED, article.id, article.title, remarks)
            same = says_the_same(work, earlier, document)
            carried = "" if same else str(take_version(work, earlier, document, data))
            _file(work, earlier, dossiers)
        if same:
            return ImportOutcome(source, Outcome.DUPLICATE, earlier.id, earlier.title, REPEATED)
        reason = " ".join(part for part in ("A new version of an article you have.", carried) if part)
        return ImportOutcome(source, Outcome.UPDATED, earlier.id, earlier.title, reason)

    def _known(self, sha256: str) -> Article | None:
        """Return the article that shows these very bytes, or that has them from no web address."""
        with self._store.read() as reader:
            known = reader.articles.by_sha256(sha256)
            if known is None or not page_key(known.url):
                return known
            return known if reader.articles.current_version(known.id).original_sha256 == sha256 else None

    def _repeated(self, known: Article, source: str, dossiers: Sequence[str]) -> ImportOutcome:
        with self._store.write("Import", session=self._session) as work:
            _file(work, known, dossiers)
        return ImportOutcome(source, Outcome.DUPLICATE, known.id, known.title, REPEATED)


def _file(work: Work, article: Article, dossiers: Sequence[str]) -> None:
    """Take an article out of the trash and put it into dossiers."""
    if article.trashed_at:
        work.articles.restore([article.id])
    for dossier in dossiers:
        work.articles.put_in_dossier([article.id], dossier)


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
    )


def _rulings(reader: Reader, article: Article, who: Who) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return what the reader said of names: the names he gave to actors, then his rulings, which win."""
    day = article.published[:10]
    said = {
        name: (name, RulingKind.MEANS.value, meaning.name, meaning.label.value, meaning.key)
        for name in who.meanings
        if (meaning := who.meaning(name, day)) is not None and meaning.alias.id
    }
    for text, one in in_force(reader.entities.rulings(), article.id).items():
        said[text] = (text, one.ruling.value, one.canonical, one.label.value, one.key)
    return tuple(said.values())
