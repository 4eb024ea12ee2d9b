"""Find in article: the bar, and the finds it walks through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from briefing_app.domain.article import RemovalState
from briefing_app.ui.reader.announcing import announce
from briefing_app.ui.reader.finding import FoldedText, Sought
from briefing_app.ui.reader.highlights import Layer, Mark
from briefing_app.ui.widgets.buttons import IconButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.reader.positions import Positions
    from briefing_app.ui.reader.surface import ReadingSurface

_MOST = 5_000
"""Finds shown at most: a single letter in a book is no question."""


class FindBar(QFrame):
    """A field with "3 of 12" and arrows at the top of the text."""

    changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 12, 5)
        layout.setSpacing(2)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in article")
        self.field.setAccessibleName("Find in article")
        self.field.setMaximumWidth(320)
        self.field.setClearButtonEnabled(True)
        self.count = PlainLabel(role="muted", parent=self)
        self.count.setMinimumWidth(70)
        self.previous = IconButton("↑", "Find previous (Shift+F3)", self)
        self.next = IconButton("↓", "Find next (F3)", self)
        self.close_button = IconButton("×", "Close find", self)
        layout.addWidget(self.field, 3)
        for widget in (self.previous, self.next, self.count):
            layout.addWidget(widget)
        layout.addStretch(2)
        layout.addWidget(self.close_button)
        self.field.textChanged.connect(self.changed)
        self.field.installEventFilter(self)
        self.previous.clicked.connect(self._back)
        self.next.clicked.connect(self._on)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)


class Finder(QObject):
    """Finds words in what the surface shows and walks through the finds."""

    def __init__(self, surface: ReadingSurface, bar: FindBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._pane = parent
        self.bar = bar
        self._article: OpenArticle | None = None
        self._folded: tuple[Positions, FoldedText] | None = None
        self._finds: list[Mark] = []
        self._current = -1
        self._sought: tuple[Sought, ...] = ()
        bar.changed.connect(self._on_changed)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self.close)

    @property
    def finds(self) -> list[tuple[int, int]]:
        """Return where the words stand, in canonical offsets."""
        return [(mark.start, mark.end) for mark in self._finds]

    def open(self) -> None:
        """Show the bar; selected words on one line are what is looked for."""
        start, end = self._surface.selected_span()
        words = self._surface.shown_words(start, end)
        self.bar.show()
        self.bar.raise_()
        if words and len(words) < 80 and "\n" not in words:
            self.bar.field.setText(words)
        self.bar.field.setFocus()
        self.bar.field.selectAll()
        self._look()

    def close(self) -> None:
        """Hide the bar and its finds, and give the focus back to the text."""
        self._put_away()
        self._surface.setFocus()

    def seek(self, terms: tuple[Sought, ...]) -> None:
        """Show what a search of the library found in this text; no terms: put the finds of an earlier search away.

        The focus stays where it is; what the reader looks for in the field afterwards is a question of his own.
        """
        if not terms:
            if self._sought:
                self._put_away()
            return
        self._sought = terms
        with QSignalBlocker(self.bar.field):
            self.bar.field.setText(" ".join(one.words for one in terms))
        self.bar.show()
        self.bar.raise_()
        self._look()

    def text_changed(self, article: OpenArticle) -> None:
        """Look again: another text is shown."""
        self._article = article
        if self.bar.isVisible():
            self._look()

    def step(self, by: int) -> None:
        """Go to the next find, or the one before; opens the bar if it is closed."""
        if not self.bar.isVisible():
            self.open()
            return
        if self._finds:
            self._go((self._current + by) % len(self._finds))

    def _put_away(self) -> None:
        self._sought = ()
        self.bar.hide()
        self._show([])

    def _on_changed(self, words: str) -> None:
        del words
        self._sought = ()
        self._look()

    def _found_in(self, text: FoldedText) -> Iterator[tuple[int, int]]:
        return text.find_terms(self._sought) if self._sought else text.find(self.bar.field.text())

    def _look(self) -> None:
        positions = self._surface.positions
        if self._folded is None or self._folded[0] is not positions:
            self._folded = (positions, FoldedText(positions.text))
        finds = []
        for number, (start, end) in enumerate(self._found_in(self._folded[1])):
            if number >= _MOST:
                break
            left = positions.to_canonical(positions.place_of(start))
            right = positions.to_canonical(positions.place_of(end), end=True)
            finds.append(Mark(left, right, str(number)))
        self._show(finds)
        if finds:
            here = self._surface.top_offset()
            self._go(next((number for number, mark in enumerate(finds) if mark.start >= here), 0))
        else:
            self._say(self._nothing())

    def _nothing(self) -> str:
        if not self.bar.field.text().strip():
            return ""
        hidden = 0
        if self._article is not None:
            text = self._article.version.text
            for removal in self._article.removals:
                if removal.state is RemovalState.HIDDEN:
                    hidden += sum(1 for _ in self._found_in(FoldedText(text[removal.start : removal.end])))
        return f"{hidden} in removed text" if hidden else "not found"

    def _show(self, finds: list[Mark]) -> None:
        self._finds = finds
        self._current = -1
        self._surface.marks.current_find = ""
        self._surface.put(Layer.FIND, finds)

    def _go(self, number: int) -> None:
        self._current = number
        mark = self._finds[number]
        self._surface.marks.current_find = mark.ref
        self._surface.marks.forget()
        self._surface.bring_into_view(mark.start, mark.end)
        self._surface.viewport().update()
        self._say(f"{number + 1} of {len(self._finds)}")

    def _say(self, words: str) -> None:
        self.bar.count.setText(words)
        if words:
            announce(self._pane, words)
