"""Figures tracked through articles: where else a sum, percentage or count of an article stands, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.changes import Kind
from briefing_app.domain.figures import Sighting, is_tracked, sightings
from briefing_app.services.memory import Memory

if TYPE_CHECKING:
    from briefing_app.domain.article import Article
    from briefing_app.domain.changes import Changes
    from briefing_app.domain.entity import Figure, FigureKind
    from briefing_app.domain.figures import Sightings
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

MOST_ARTICLES = 400
"""Articles, newest first, through which a figure is followed."""
_MOST_KEPT = 2000
FigureKey = tuple["FigureKind", str, str]
"""Kind, value and what it measures."""


class FigureService:
    """Derives from stored analyses where figures stand; nothing of it is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Memory[str, tuple[Figure, ...]] = Memory(_MOST_KEPT)
        store.subscribe(self._forget)

    def elsewhere(self, article_id: str) -> dict[FigureKey, Sightings]:
        """Return the other articles that have the figures of an article: those of its dossiers, else the newest."""
        with self._store.read() as reader:
            article = reader.articles.get(article_id)
            mine = self._figures(reader, article)
            if not mine:
                return {}
            others = [
                (Sighting(one.id, one.title, (one.published or one.imported_at)[:10]), self._figures(reader, one))
                for one in self._around(reader, article)
            ]
        told = ((figure, sightings(figure, others)) for figure in mine)
        return {key_of(figure): found for figure, found in told if found.articles}

    def _around(self, reader: Reader, article: Article) -> list[Article]:
        dossiers = reader.articles.dossiers_of(article.id)
        if dossiers:
            found = {one.id: one for dossier in dossiers for one in reader.articles.in_dossier(dossier)}
        else:
            recent = (reader.articles.get(one) for one, _ in reader.articles.recent((), MOST_ARTICLES))
            found = {one.id: one for one in recent}
        found.pop(article.id, None)
        return sorted(found.values(), key=lambda one: -one.seq)[:MOST_ARTICLES]

    def _figures(self, reader: Reader, article: Article) -> tuple[Figure, ...]:
        """Return the figures worth following that the last analysis of an article found."""
        known = self._known.get(article.id)
        if known is None:
            analysis = reader.articles.analysis(article.version)
            found = tuple(one for one in analysis.figures if is_tracked(one)) if analysis is not None else ()
            known = self._known.put(article.id, found)
        return known

    def _forget(self, changes: Changes) -> None:
        """Forget the figures of articles that were analysed anew, changed or removed."""
        if not changes.touches(Kind.ANALYSIS, Kind.VERSION, Kind.REMOVAL):
            return
        if changes.origin == "elsewhere" or not changes.articles:
            self._known.clear()
        for article in changes.articles:
            self._known.forget(article)


def key_of(figure: Figure) -> FigureKey:
    """Return by what a figure is looked up in what ``elsewhere`` returns."""
    return figure.kind, figure.value, figure.measures
