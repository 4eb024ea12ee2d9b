"""What the tabs of the side panel have in common: their contents, or a page that says why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from briefing_app.ui.widgets.cards import EmptyState

if TYPE_CHECKING:
    from briefing_app.domain.changes import Changes
    from briefing_app.domain.reading import OpenArticle


class Panel(QWidget):
    """A tab. ``counted`` tells how many things it has to show, -1 for no count."""

    reveal_wanted = Signal(int, int)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.contents = QWidget(self)
        self.empty = EmptyState("", "", parent=self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.contents)

    def show_article(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show what there is of an article in a dossier; either may be missing."""
        raise NotImplementedError

    def hear(self, changes: Changes) -> None:
        """Hear of changes in the library; most tabs live on the article they are given."""
        del changes

    def take_focus(self) -> None:
        """Give the focus to what keys act on."""

    def show_contents(self) -> None:
        """Show the contents."""
        self._stack.setCurrentWidget(self.contents)

    def show_nothing(self, title: str, text: str, button: str = "") -> None:
        """Show why there is nothing."""
        self.empty.say(title, text, button or None)
        self._stack.setCurrentWidget(self.empty)

    def is_empty(self) -> bool:
        """Say whether the empty page is shown."""
        return self._stack.currentWidget() is self.empty
