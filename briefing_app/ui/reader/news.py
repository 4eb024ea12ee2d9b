"""What the newest version of an article changed: a calm line above the text, a list, and marks in the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing_app.ui.reader.highlights import Layer, Mark
from briefing_app.ui.reader.words import moment_words, visible
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.reading import OpenArticle
    from briefing_app.domain.word_diff import Change
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.surface import ReadingSurface

_ROWS = 5
"""Changes in view at once; the list scrolls for more."""
_WORDS = 140
"""Characters of a change that its row shows."""


class News(QFrame):
    """Says "Updated 22 Nov: 3 passages changed"; opened, it lists them. ``wanted`` asks for a passage to be shown."""

    wanted = Signal(int, int)

    def __init__(self, context: UiContext, surface: ReadingSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._surface = surface
        self._version = ""
        self._article = ""
        self._changes: Sequence[Change] = ()
        self.setProperty("role", "news")
        self.setAccessibleName("What is new")
        self.label = ElidedLabel(parent=self)
        self.button = RoleButton("Show", "link", self)
        self.close_button = IconButton("×", "Do not show these changes again", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Changes since the version before")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._lay_out()
        self.button.clicked.connect(self.toggle)
        self.close_button.clicked.connect(self._seen)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self.clear()

    def show_article(self, article: OpenArticle) -> None:
        """Look what is new in an article; nothing is shown of one that was never updated."""
        if article.versions < 2:
            self.clear()
        elif article.version.id != self._version:
            self.clear()
            self._version, self._article = article.version.id, article.article.id
            work = partial(self._context.services.reading.news, self._article)
            self._context.runner.read(work, partial(self._arrived, article), key="reader-news")

    def clear(self) -> None:
        """Show nothing."""
        if self._changes:
            self._surface.put(Layer.NEWS, ())
        self._version = self._article = ""
        self._changes = ()
        self.list.hide()
        self.hide()

    def toggle(self) -> None:
        """Open the list and mark the passages in the text, or close it and take the marks away."""
        opened = self.list.isHidden()
        self.list.setVisible(opened)
        self.button.setText("Hide" if opened else "Show")
        marks = [Mark(one.start, one.end, str(number)) for number, one in enumerate(self._changes) if one.new.strip()]
        self._surface.put(Layer.NEWS, marks if opened else ())
        if opened:
            self.list.setCurrentRow(0)

    def _arrived(self, article: OpenArticle, changes: Sequence[Change]) -> None:
        if article.version.id != self._version or not changes:
            return
        self._changes = changes
        self.label.setText(headline(article, len(changes)))
        self.button.setText("Show")
        self.list.clear()
        for one in changes:
            self.list.addItem(visible(change_words(one)))
        height = self.list.sizeHintForRow(0) * min(_ROWS, len(changes)) + 2 * self.list.frameWidth() + 4
        self.list.setFixedHeight(height)
        self.show()

    def _chosen(self, item: QListWidgetItem) -> None:
        one = self._changes[self.list.row(item)]
        self.wanted.emit(one.start, one.end)

    def _seen(self) -> None:
        work = partial(self._context.services.reading.see_news, self._article)
        kept = self._version
        self.clear()
        self._version = kept
        self._context.runner.write(work)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.list)


def headline(article: OpenArticle, count: int) -> str:
    """Return when the article was updated and how much of it changed."""
    day = moment_words(article.version.imported_at).partition(",")[0]
    when = f"Updated {day}" if day else "Updated"
    return f"{when}: {count} {'passage' if count == 1 else 'passages'} changed"


def change_words(change: Change) -> str:
    """Return one line that tells a change."""
    old, new = _short(change.old), _short(change.new)
    if change.kind == "added":
        return f"New: {new}"
    return f"Was “{old}”, now “{new}”" if change.kind == "changed" else f"Gone: {old}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else line[: _WORDS - 1] + "…"
