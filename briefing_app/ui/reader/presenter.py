"""What the reading pane shows: opening articles, and keeping in step with what changes in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.certainty import is_changed
from briefing_app.domain.changes import Changes, Kind
from briefing_app.errors import UserError
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.layers import (
    PartyColours,
    annotation_marks,
    evidence_marks,
    mention_marks,
)
from briefing_app.ui.reader.page import Key, Page, Strip, key_of, make_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.entity import Mention
    from briefing_app.domain.position import Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.highlights import Mark

_WATCHED = frozenset(Kind) - {Kind.NOTE, Kind.SETTING, Kind.TAG}


class ReaderPage(Protocol):
    """What the presenter asks of the view."""

    def show_nothing(self) -> None:
        """Say that nothing is open and what to do."""

    def show_loading(self) -> None:
        """Say that an article is being opened."""

    def show_text(self, article: OpenArticle, page: Page, offset: int | None) -> None:
        """Show a text; ``offset`` goes to the top of the view, None keeps the place."""

    def show_head(self, article: OpenArticle) -> None:
        """Show title, byline, notices and the banner."""

    def show_notes(self, annotations: Sequence[Annotation]) -> None:
        """Show the notes beside the text."""

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Replace a layer of marks."""

    def add_mark(self, layer: Layer, mark: Mark) -> None:
        """Add one mark."""

    def drop_mark(self, layer: Layer, mark: Mark) -> None:
        """Remove one mark."""

    def article_arrived(self, article: OpenArticle) -> None:
        """Hear that an article, or another state of it, is shown."""


class ReaderPresenter:
    """Holds the article shown; every change of it comes from the library through `hear`."""

    def __init__(self, context: UiContext, page: ReaderPage) -> None:
        self._context = context
        self._page = page
        self._wanted = ""
        self._opened: set[Key] = set()
        self.article: OpenArticle | None = None
        self.page: Page | None = None

    # opening

    def open(self, article_id: str) -> None:
        """Open an article by its id; one that is open already stays as it is."""
        if self.article is not None and self.article.article.id == article_id:
            self._wanted = article_id
            self.reload()
            return
        self._wanted = article_id
        self.article = self.page = None
        self._page.show_loading()
        self._read(article_id, self._arrived, self._failed)

    def show(self, article: OpenArticle) -> None:
        """Show an article that somebody else has read."""
        self._wanted = article.article.id
        self._arrived(article)

    def clear(self) -> None:
        """Show nothing."""
        self._wanted = ""
        self.article = None
        self.page = None
        self._page.show_nothing()

    def reload(self) -> None:
        """Read the open article again."""
        if self._wanted:
            self._read(self._wanted, self._refreshed)

    def hear(self, changes: Changes) -> None:
        """Look again if a change touches the open article."""
        if self.article is None:
            return
        touched = changes.touches(*_WATCHED, article=self.article.article.id)
        shared = changes.touches(Kind.RULING, Kind.ENTITY, Kind.DOSSIER) or is_changed(changes)
        if touched or shared:
            self.reload()

    # removed text

    def open_strip(self, strip: Strip) -> None:
        """Show removed text in its place."""
        self._opened.update(key_of(one) for one in strip.removals)
        self._show_text(None)

    def close_strip(self, strip: Strip) -> None:
        """Take removed text out of view again."""
        self._opened.difference_update(key_of(one) for one in strip.removals)
        self._show_text(None)

    def open_all_strips(self) -> None:
        """Show all removed text in place, or take it out of view if all of it is shown."""
        if self.page is None:
            return
        every = {key_of(one) for strip in self.page.strips for one in strip.removals}
        self._opened = set() if every <= self._opened else every
        self._show_text(None)

    def open_removed(self, start: int, end: int) -> None:
        """Show the removed text that ``start``-``end`` touches, if any of it is out of view."""
        if self.page is None or self.page.positions.shows(start, end):
            return
        every = [one for strip in self.page.strips for one in strip.removals]
        touched = {key_of(one) for one in every if one.start < end and start < one.end}
        if not touched <= self._opened:
            self._opened |= touched
            self._show_text(None)

    # what is where

    def annotation(self, ident: str) -> Annotation | None:
        """Return an annotation of the open article."""
        found = self.article.annotations if self.article else ()
        return next((one for one in found if one.id == ident), None)

    def statement(self, ident: str) -> Statement | None:
        """Return a statement of the open article."""
        found = self.article.statements if self.article else ()
        return next((one for one in found if one.id == ident), None)

    def mention(self, ref: str) -> Mention | None:
        """Return the mention that a mark of the entity layer stands for."""
        analysis = self.article.analysis if self.article else None
        if analysis is None or not ref.isdecimal() or int(ref) >= len(analysis.mentions):
            return None
        return analysis.mentions[int(ref)]

    # inside

    def _read(
        self,
        article_id: str,
        then: Callable[[OpenArticle], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        work = partial(self._context.services.reading.open_article, article_id)
        self._context.runner.read(work, then, failed=failed, key="reader")

    def _failed(self, error: Exception) -> None:
        self.clear()
        self._context.messages.warn(error)

    def _not_kept(self, error: Exception) -> None:
        """A library that cannot be written to is said to be so once, by the window; not at every article."""
        if not isinstance(error, UserError):
            self._context.messages.warn(error)

    def _arrived(self, article: OpenArticle) -> None:
        if article.article.id != self._wanted:
            return
        if self.article is not None and self.article.article.id == article.article.id:
            self._refreshed(article)
            return
        self._opened = set()
        self.article = article
        self._show_text(article.position)
        if not article.article.read:
            work = partial(self._context.services.reading.note_opened, article.article.id)
            self._context.runner.write(work, failed=self._not_kept)

    def _refreshed(self, article: OpenArticle) -> None:
        before = self.article
        if article.article.id != self._wanted:
            return
        if before is None or before.article.id != article.article.id:
            self._arrived(article)
            return
        self.article = article
        if (before.version, before.removals) != (article.version, article.removals):
            self._show_text(None)
            return
        if (before.article, before.analysis) != (article.article, article.analysis):
            self._page.show_head(article)
        self._update_marks(before, article)
        self._page.article_arrived(article)

    def _show_text(self, offset: int | None) -> None:
        article = self.article
        if article is None:
            return
        self.page = make_page(article, self._opened)
        self._page.show_text(article, self.page, offset)
        colours = PartyColours(article.parties)
        self._page.put(Layer.ANNOTATION, annotation_marks(article.annotations))
        self._page.put(Layer.ENTITY, mention_marks(_mentions(article), colours))
        self._page.put(Layer.EVIDENCE, evidence_marks(article.statements, colours))
        self._page.show_notes(article.annotations)
        self._page.article_arrived(article)

    def _update_marks(self, before: OpenArticle, article: OpenArticle) -> None:
        colours = PartyColours(article.parties)
        if before.annotations != article.annotations:
            old, new = set(annotation_marks(before.annotations)), set(annotation_marks(article.annotations))
            for mark in old - new:
                self._page.drop_mark(Layer.ANNOTATION, mark)
            for mark in new - old:
                self._page.add_mark(Layer.ANNOTATION, mark)
            self._page.show_notes(article.annotations)
        recoloured = before.parties != article.parties
        if recoloured or _mentions(before) != _mentions(article):
            self._page.put(Layer.ENTITY, mention_marks(_mentions(article), colours))
        if recoloured or before.statements != article.statements:
            self._page.put(Layer.EVIDENCE, evidence_marks(article.statements, colours))


def _mentions(article: OpenArticle) -> tuple[Mention, ...]:
    return article.analysis.mentions if article.analysis else ()
