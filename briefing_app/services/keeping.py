"""Putting what was read into the library: new articles, new versions, or nothing, many in one unit of work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing_app.domain.addresses import page_key
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.services.arrivals import REPEATED, VANISHED
from briefing_app.services.versions import NEW_VERSION, says_the_same, take_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.article import Article, CleanDocument
    from briefing_app.services.arrivals import Arrival
    from briefing_app.services.reprints import Recent
    from briefing_app.store.session import Work


KeepItem = Callable[["Work", "Arrival", "Sequence[str]"], ImportOutcome]


class Keeper:
    """Keeps what was read in one unit of work; ``work`` may be used beside it."""

    def __init__(self, work: Work, dossiers: Sequence[str], recent: Recent, keep_item: KeepItem) -> None:
        self.work = work
        self._dossiers, self._recent, self._keep_item = dossiers, recent, keep_item
        self._fresh: list[tuple[int, Arrival, CleanDocument, str]] = []
        self._seen: set[str] = set()
        self._by_bytes: dict[str, tuple[Article, bool]] = {}
        self._by_page: dict[str, Article] = {}
        self._outcomes: dict[int, ImportOutcome] = {}

    def keep(self, arrivals: Sequence[Arrival]) -> list[ImportOutcome]:
        """Keep documents, in their order; return what became of each."""
        articles = self.work.articles
        self._by_bytes = articles.of_bytes([one.original.sha256 for one in arrivals])
        self._by_page = articles.of_pages([key for one in arrivals if (key := _key(one))])
        for number, arrival in enumerate(arrivals):
            self._outcomes[number] = self._one(number, arrival)
        self._write()
        if all(one.outcome is Outcome.UPDATED for one in self._outcomes.values()):
            self.work.label = NEW_VERSION
        return [self._outcomes[number] for number in range(len(arrivals))]

    def _one(self, number: int, arrival: Arrival) -> ImportOutcome:
        marks = {arrival.original.sha256, _key(arrival)} - {""}
        if marks & self._seen:
            self._look_again(arrival)
        self._seen |= marks
        if arrival.item is not None:
            self._write()
            return self._keep_item(self.work, arrival, self._dossiers)
        document = arrival.document
        known, shown = self._by_bytes.get(arrival.original.sha256, (None, False))
        if known is not None and (shown or not page_key(known.url)):
            return self._repeated(known, arrival)
        if document is None:
            return ImportOutcome(arrival.source, Outcome.FAILED, reason=VANISHED)
        earlier = self._by_page.get(page_key(document.url))
        if earlier is None:
            self._fresh.append((number, arrival, document, self._remarks(arrival, document)))
            return ImportOutcome(arrival.source, Outcome.IMPORTED)
        return self._again(earlier, arrival, document)

    def _look_again(self, arrival: Arrival) -> None:
        """Two things of one page, or the same bytes twice: the second must see what became of the first."""
        self._write()
        self._by_bytes |= self.work.articles.of_bytes([arrival.original.sha256])
        self._by_page |= self.work.articles.of_pages([_key(arrival)])

    def _remarks(self, arrival: Arrival, document: CleanDocument) -> str:
        reprint = ""
        if arrival.signature is not None:
            reprint = self._recent.find(self.work, arrival.signature)
            self._recent.add(document, arrival.signature)
        return " ".join(part for part in (reprint, *document.warnings) if part)

    def _write(self) -> None:
        """Write the new articles; all of them at once costs a third of one by one."""
        pairs = [(document, arrival.original) for _, arrival, document, _ in self._fresh]
        added = self.work.articles.add_many(pairs, self._dossiers) if pairs else []
        for (number, arrival, _, remarks), article in zip(self._fresh, added, strict=True):
            imported = ImportOutcome(arrival.source, Outcome.IMPORTED, article.id, article.title, remarks)
            self._outcomes[number] = imported
        self._fresh.clear()

    def _repeated(self, known: Article, arrival: Arrival) -> ImportOutcome:
        file(self.work, known, self._dossiers)
        return ImportOutcome(arrival.source, Outcome.DUPLICATE, known.id, known.title, REPEATED)

    def _again(self, earlier: Article, arrival: Arrival, document: CleanDocument) -> ImportOutcome:
        """Take in a page that the library has, with other bytes."""
        if says_the_same(self.work, earlier, document):
            return self._repeated(earlier, arrival)
        carried = str(take_version(self.work, earlier, document, arrival.original))
        file(self.work, earlier, self._dossiers)
        reason = " ".join(part for part in ("A new version of an article you have.", carried) if part)
        return ImportOutcome(arrival.source, Outcome.UPDATED, earlier.id, earlier.title, reason)


def file(work: Work, article: Article, dossiers: Sequence[str]) -> None:
    """Take an article out of the trash and put it into dossiers."""
    if article.trashed_at:
        work.articles.restore([article.id])
    for dossier in dossiers:
        work.articles.put_in_dossier([article.id], dossier)


def _key(arrival: Arrival) -> str:
    return page_key(arrival.document.url) if arrival.document is not None else ""
