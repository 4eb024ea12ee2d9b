"""The page as widgets: the surface with its head, the markers of removed text and the notes beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.ui.reader.header import PageHead
from briefing_app.ui.reader.margin import MarginNotes
from briefing_app.ui.reader.strips import StripBoard
from briefing_app.ui.reader.surface import ReadingSurface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.reader.highlights import Layer, Mark
    from briefing_app.ui.reader.page import Page
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import ThemeHolder


class ArticlePane(QWidget):
    """Puts the parts of an article's page together and keeps them in place while it scrolls and resizes."""

    placed = Signal()

    def __init__(self, theme: ThemeHolder, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._article: OpenArticle | None = None
        self._annotations: Sequence[Annotation] = ()
        self._busy = False
        self.surface = ReadingSurface(theme.current, self)
        self.surface.set_look(typography, theme.current)
        self.head = PageHead(self.surface.viewport())
        self.head.set_typography(typography)
        self.strips = StripBoard(self.surface, theme)
        self.notes = MarginNotes(self.surface, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.surface)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._place_all)
        self.surface.scrolled.connect(self._place)
        self.surface.laid_out.connect(self._relaid)
        theme.changed.connect(self._redress)

    def show_text(self, article: OpenArticle, page: Page, offset: int | None) -> None:
        """Show a text; ``offset`` goes to the top of the view, None keeps what is there now."""
        again = offset is None and self._article is not None and self._article.article.id == article.article.id
        at_top = self.surface.verticalScrollBar().value() == 0
        held = (0, 0) if at_top else self.surface.hold()
        selected = self.surface.selected_span()
        self._article, self._page = article, page
        self.head.show_article(article)
        self._busy = True
        self.surface.show_text(
            page.positions,
            head=self._head_room(),
            room_below=page.room_below,
            greyed=page.greyed,
            links=page.links,
        )
        self._busy = False
        self.surface.set_head(self._head_room())
        if not again:
            self.surface.scroll_to(offset or 0)
        else:
            if selected[0] < selected[1]:
                self.surface.select(*selected)
            if not at_top:
                self.surface.return_to(held)
        self.strips.show_strips(page.strips)
        self.notes.forget()
        self._place()

    def show_head(self, article: OpenArticle) -> None:
        """Show another state of the article's head."""
        self._article = article
        self.head.show_article(article)
        self.surface.set_head(self._head_room())
        self._place()

    def show_notes(self, annotations: Sequence[Annotation]) -> None:
        """Show the notes beside the text."""
        self._annotations = annotations
        self.notes.show_notes(annotations)

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Replace a layer of marks."""
        self.surface.put(layer, marks)

    def set_typography(self, typography: Typography) -> None:
        """Set the text anew in another size or width, keeping the place."""
        if typography == self.surface.typography:
            return
        self.surface.set_look(typography, self._theme.current)
        self.head.set_typography(typography)
        self._show_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll beside the column too: what lies outside the viewport gets no wheel of its own."""
        self.surface.wheelEvent(event)

    def _redress(self) -> None:
        self.surface.set_look(self.surface.typography, self._theme.current)
        self._show_again()

    def _show_again(self) -> None:
        if self._article is not None and self._page is not None:
            self.show_text(self._article, self._page, None)

    def _head_room(self) -> int:
        left = self.surface.column_left()
        height = self.head.fit(left, max(100, self.surface.column_right() - left))
        return height + (self._page.room_above if self._page else 0)

    def _relaid(self) -> None:
        if not self._busy:
            self._settle.start()

    def _place_all(self) -> None:
        self.surface.set_head(self._head_room())
        self.notes.forget()
        self._place()

    def _place(self) -> None:
        self.head.move(self.surface.column_left(), -self.surface.verticalScrollBar().value())
        self.strips.place()
        self.notes.place()
        self.placed.emit()
