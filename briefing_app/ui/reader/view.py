"""The reading pane: puts its parts together and says what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from briefing_app.ui.reader.banner import Banner
from briefing_app.ui.reader.deeds import ReaderDeeds
from briefing_app.ui.reader.find_bar import FindBar, Finder
from briefing_app.ui.reader.keys import ReaderKeys
from briefing_app.ui.reader.looks import LookCommands, kept_typography
from briefing_app.ui.reader.names import NameCommands
from briefing_app.ui.reader.news import News
from briefing_app.ui.reader.pane import ArticlePane
from briefing_app.ui.reader.parts import ReaderParts
from briefing_app.ui.reader.passages import PassageCommands
from briefing_app.ui.reader.pointing import Pointing
from briefing_app.ui.reader.presenter import ReaderPresenter
from briefing_app.ui.widgets.cards import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.highlights import Layer, Mark
    from briefing_app.ui.reader.page import Page

_LOADING_AFTER = 180
"""Milliseconds after which opening is worth a word; before that the old page stays."""
_REMEMBER_AFTER = 900
"""Milliseconds without scrolling after which the place is kept."""


class ReaderView(ReaderParts):
    """Shows one article. ``article_shown`` comes for every new state of it, None when nothing is open.

    `ACTIONS` are the ids that `perform` knows.
    """

    ACTIONS = ReaderKeys.ACTIONS

    article_shown = Signal(object)
    statement_wanted = Signal(object)
    mention_ruling_wanted = Signal(object)
    passage_selected = Signal(int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = ""
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Reader")
        self.pane = ArticlePane(context.theme, kept_typography(context), self)
        self.surface = self.pane.surface
        self.presenter = ReaderPresenter(context, self)
        self.deeds = ReaderDeeds(context)
        self.banner = Banner(self)
        self.news = News(context, self.surface, self)
        self.find_bar = FindBar(self)
        self._lay_out()
        self.passages = PassageCommands(context, self.presenter, self.deeds, self.pane, self)
        self.names = NameCommands(self.presenter, self.deeds, self.surface, self.passages, self)
        self.finder = Finder(self.surface, self.find_bar, self)
        self.looks = LookCommands(context, self.pane)
        self.keys = ReaderKeys(self)
        self.pointing = Pointing(self)
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(_REMEMBER_AFTER)
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_LOADING_AFTER)
        self._connect()
        self.presenter.clear()

    # what others ask

    def open_article(self, article_id: str) -> None:
        """Open an article."""
        self.remember_position()
        self.presenter.open(article_id)

    def show_open(self, article: OpenArticle) -> None:
        """Show an article that was read already."""
        self.remember_position()
        self.presenter.show(article)

    def clear(self) -> None:
        """Show nothing."""
        self.remember_position()
        self.presenter.clear()

    def reveal(self, start: int, end: int) -> None:
        """Bring a passage into view and select it; one that lies in removed text is opened there first."""
        self.presenter.open_removed(start, end)
        self.surface.bring_into_view(start, end)
        self.surface.select(start, end)

    def reanchor(self, annotation_id: str) -> None:
        """Move a highlight to the passage that is selected, or say that one must be."""
        span = self.passages.span()
        if span is None:
            self.tell("Select the passage in the text first, then choose Re-anchor to selection.")
            return
        self.deeds.reanchor(annotation_id, span)
        self.passages.put_away()

    def perform(self, action_id: str) -> None:
        """Do an action of `ACTIONS`."""
        self.keys.perform(action_id)

    def tell(self, sentence: str) -> None:
        """Say something through the window's messages."""
        self._context.messages.tell(sentence)

    def remember_position(self) -> None:
        """Keep the place in the open article now, if it has moved."""
        waiting = self._remember.isActive()
        self._remember.stop()
        article = self.presenter.article
        if waiting and article is not None:
            self.deeds.remember(article.article.id, self.surface.top_offset())

    # what the presenter asks

    def show_nothing(self) -> None:
        """Say that nothing is open and what to do."""
        self._shown = ""
        self._loading.stop()
        self.news.clear()
        self._close_all()
        self.empty.say("Nothing open", "Choose an article from the list, or import one with Ctrl+I.")
        self._stack.setCurrentWidget(self.empty)
        self.article_shown.emit(None)

    def show_loading(self) -> None:
        """Say that an article is being opened, if it takes a while."""
        self._close_all()
        self._shown = ""
        self._loading.start()

    def show_text(self, article: OpenArticle, page: Page, offset: int | None) -> None:
        """Show a text."""
        self._loading.stop()
        if article.article.id != self._shown:
            self._close_all()
            self._shown = article.article.id
        self._stack.setCurrentWidget(self._page)
        self._say_banner(article)
        self.pane.show_text(article, page, offset)
        self.news.show_article(article)
        self.finder.text_changed(article)
        self._remember.stop()

    def show_head(self, article: OpenArticle) -> None:
        """Show title, byline, notices and the banner."""
        self._say_banner(article)
        self.pane.show_head(article)

    def show_notes(self, annotations: Sequence[Annotation]) -> None:
        """Show the notes beside the text."""
        self.pane.show_notes(annotations)

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Replace a layer of marks."""
        self.surface.put(layer, marks)

    def add_mark(self, layer: Layer, mark: Mark) -> None:
        """Add one mark."""
        self.surface.add_mark(layer, mark)

    def drop_mark(self, layer: Layer, mark: Mark) -> None:
        """Remove one mark."""
        self.surface.drop_mark(layer, mark)

    def article_arrived(self, article: OpenArticle) -> None:
        """Tell the window what is shown."""
        self.article_shown.emit(article)

    # Qt's own

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the place when the pane is left."""
        super().hideEvent(event)
        self.remember_position()

    # inside

    def _lay_out(self) -> None:
        self.empty = EmptyState("Nothing open", "Choose an article from the list.", parent=self)
        self._page = QWidget(self)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.news)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.pane, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page)
        self.setFocusProxy(self.surface)

    def _connect(self) -> None:
        self._remember.timeout.connect(self._rested)
        self._loading.timeout.connect(self._say_loading)
        self.surface.scrolled.connect(self._scrolled)
        self.surface.zoom_wanted.connect(self.looks.zoom)
        self.pane.strips.opened.connect(self.presenter.open_strip)
        self.pane.strips.closed.connect(self.presenter.close_strip)
        self.pane.strips.put_back.connect(self.deeds.put_back)
        self.pane.strips.put_all_back.connect(self.keys.put_all_back)
        self.banner.pressed.connect(self._restore)
        self.news.wanted.connect(self._show_place)
        self.passages.statement_wanted.connect(self.statement_wanted)
        self.passages.passage_selected.connect(self.passage_selected)
        self.passages.bar.action_wanted.connect(self.perform)
        self.names.ruling_wanted.connect(self.mention_ruling_wanted)
        self._context.changes.changed.connect(self.presenter.hear)

    def _say_loading(self) -> None:
        self.empty.say("Opening…", "")
        self._stack.setCurrentWidget(self.empty)

    def _say_banner(self, article: OpenArticle) -> None:
        words = "This article is in the trash, where it is kept for 30 days." if article.article.trashed_at else ""
        self.banner.say(words, "Restore")

    def _restore(self) -> None:
        if self.presenter.article is not None:
            self.deeds.restore(self.presenter.article.article.id)

    def _show_place(self, start: int, end: int) -> None:
        """Show what is new; of words that went, the place where they stood."""
        if start < end:
            self.reveal(start, end)
        else:
            self.surface.bring_into_view(start, start + 1)

    def _scrolled(self) -> None:
        self.names.put_away()
        self.passages.bar.hide()
        self._remember.start()

    def _rested(self) -> None:
        article = self.presenter.article
        if article is not None:
            self.deeds.remember(article.article.id, self.surface.top_offset())

    def _close_all(self) -> None:
        self.passages.text_changed()
        self.names.put_away()
