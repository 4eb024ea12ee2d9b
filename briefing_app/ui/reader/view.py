"""The reading pane: puts its parts together and turns what the reader does into deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from briefing_app.ui.reader.banner import Banner
from briefing_app.ui.reader.deeds import ReaderDeeds
from briefing_app.ui.reader.pane import ArticlePane
from briefing_app.ui.reader.presenter import ReaderPresenter
from briefing_app.ui.reader.typography import Typography
from briefing_app.ui.widgets.cards import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.highlights import Layer, Mark
    from briefing_app.ui.reader.page import Page

_REMEMBER_AFTER = 900
"""Milliseconds without scrolling after which the place is kept."""


class ReaderView(QWidget):
    """Shows one article. ``article_shown`` comes for every new state of it, None when nothing is open."""

    article_shown = Signal(object)
    statement_wanted = Signal(object)
    metadata_wanted = Signal(str)
    mention_ruling_wanted = Signal(object)
    passage_selected = Signal(int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        typography = Typography(context.settings.number("reading.text_size"), context.settings.number("reading.width"))
        self.empty = EmptyState("Nothing open", "Choose an article from the list.", parent=self)
        self.pane = ArticlePane(context.theme, typography, self)
        self.surface = self.pane.surface
        self.banner = Banner(self)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.pane)
        self._page = page
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self.presenter = ReaderPresenter(context, self)
        self.deeds = ReaderDeeds(context)
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(_REMEMBER_AFTER)
        self._remember.timeout.connect(self.remember_position)
        self.surface.scrolled.connect(self._remember.start)
        self.pane.strips.opened.connect(self.presenter.open_strip)
        self.pane.strips.closed.connect(self.presenter.close_strip)
        self.pane.strips.put_back.connect(self.deeds.put_back)
        context.changes.changed.connect(self.presenter.hear)
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
        """Bring a passage into view and select it."""
        self.surface.bring_into_view(start, end)
        self.surface.select(start, end)

    def remember_position(self) -> None:
        """Keep the place in the open article now."""
        self._remember.stop()
        article = self.presenter.article
        if article is not None and self._stack.currentWidget() is self._page:
            self.deeds.remember(article.article.id, self.surface.top_offset())

    # what the presenter asks

    def show_nothing(self) -> None:
        """Say that nothing is open and what to do."""
        self.empty.say("Nothing open", "Choose an article from the list, or import one with Ctrl+I.")
        self._stack.setCurrentWidget(self.empty)
        self.article_shown.emit(None)

    def show_loading(self) -> None:
        """Say that an article is being opened."""
        self.empty.say("Opening…", "")
        self._stack.setCurrentWidget(self.empty)

    def show_text(self, article: OpenArticle, page: Page, offset: int | None) -> None:
        """Show a text."""
        self._stack.setCurrentWidget(self._page)
        self.pane.show_text(article, page, offset)

    def show_head(self, article: OpenArticle) -> None:
        """Show title, byline, notices and the banner."""
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
