"""The command palette: a field and a list over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from briefing_app.ui.palette.entries import Entry, found_in
from briefing_app.ui.palette.model import LINE, PaletteDelegate, PaletteModel

if TYPE_CHECKING:
    from briefing_app.ui.theme import ThemeHolder

WIDTH, HEIGHT = 560, 420
FRAME = 58
"""Height of what stands around the list."""
LETTERS = 3
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Palette(QFrame):
    """Lists actions and dossiers as one types, and articles from three letters on.

    ``chosen`` gives the entry; ``articles_wanted`` asks for articles, which come back by `offer_articles`.
    """

    chosen = Signal(object)
    articles_wanted = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName("Command palette")
        self._actions: list[Entry] = []
        self._dossiers: list[Entry] = []
        self._articles: list[Entry] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Find an action, article or dossier")
        self.field.setPlaceholderText("Find an action, article or dossier…")
        self.model = PaletteModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName("Found")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._highest = HEIGHT
        self.resize(WIDTH, HEIGHT)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)

    def open_over(self, window: QWidget, actions: list[Entry], dossiers: list[Entry]) -> None:
        """Show the palette at the top of ``window``, empty."""
        self._actions, self._dossiers, self._articles = actions, dossiers, []
        self._highest = min(HEIGHT, window.height() - 80)
        width = min(WIDTH, window.width() - 40)
        self.resize(width, self._highest)
        self.field.clear()
        self._show("")
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 60)))
        self.show()
        self.field.setFocus()

    def offer_articles(self, letters: str, articles: list[Entry]) -> None:
        """Add the articles found for ``letters``, unless other letters stand there by now."""
        if letters == self.field.text().strip():
            self._articles = articles
            self._show(letters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move the list and Enter choose, while the focus stays in the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        letters = text.strip()
        self._articles = []
        self._show(letters)
        if len(letters) >= LETTERS:
            self.articles_wanted.emit(letters)

    def _show(self, letters: str) -> None:
        self.model.show(found_in(letters, self._actions, self._dossiers, self._articles))
        self.list.setCurrentIndex(self.model.index(0))
        rows = max(4, min(self.model.rowCount(), (self._highest - FRAME) // LINE))
        self.resize(self.width(), FRAME + rows * LINE)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        found = self.model.at(index.row())
        if found is not None:
            self.close()
            self.chosen.emit(found.entry)
