"""Writing a note on a passage and tagging it, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from briefing_app.ui.reader.overlay import Overlay
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _PassageEditor(Overlay):
    """What both have in common: a title, Save on Ctrl+Enter, Cancel on Esc."""

    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setFixedWidth(360)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(6)
        self.title = PlainLabel(name, "strong", parent=self)
        self.body.addWidget(self.title)

    def cancel(self) -> None:
        """Close without saving."""
        self.hide()
        self.cancelled.emit()

    def _add_buttons(self, save: str) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = RoleButton("Cancel Esc", parent=self)
        keep = RoleButton(save, "primary", self)
        cancel.clicked.connect(self.cancel)
        keep.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(keep)
        self.body.addLayout(row)

    def save(self) -> None:
        """Save; each editor does it its own way."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Esc, save on Ctrl+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in _ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc and Ctrl+Enter before the field does."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            ends = event.key() in _ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ends or event.key() == Qt.Key.Key_Escape:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


class NoteEditor(_PassageEditor):
    """A note in Markdown; ``saved(text)``."""

    saved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Note on this passage", parent)
        self._before = ""
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName("Note on this passage")
        self.field.setPlaceholderText("What is worth remembering here? Markdown is kept.")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(110)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self._add_buttons("Save Ctrl+⏎")

    def edit(self, note: str) -> None:
        """Start with ``note``."""
        self._before = note
        self.field.setPlainText(note)
        self.field.selectAll()
        self.field.setFocus()

    def begun(self) -> bool:
        """Say whether there are words that are not saved yet."""
        words = self.field.toPlainText().strip()
        return bool(words) and words != self._before.strip()

    def save(self) -> None:
        """Hand over what was written and close."""
        self.hide()
        self.saved.emit(self.field.toPlainText().strip())


class TagEditor(_PassageEditor):
    """Tags parted by commas, with completion from the code book; ``saved(tags)``."""

    saved = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Tags of this passage", parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Tags, parted by commas")
        self.field.setPlaceholderText("red-line, territory …")
        self.names = QStringListModel(self)
        self.completer = QCompleter(self.names, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setWidget(self.field)
        self.completer.activated.connect(self._complete)
        self.field.textEdited.connect(self._offer)
        self.field.returnPressed.connect(self.save)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self._add_buttons("Save ⏎")

    def edit(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Start with ``tags``; ``known`` are the code book's."""
        self.names.setStringList(list(known))
        self.field.setText(", ".join(tags) + (", " if tags else ""))
        self.field.setFocus()

    def know(self, known: Sequence[str]) -> None:
        """Take the code book's names when they arrive."""
        self.names.setStringList(list(known))

    def tags(self) -> tuple[str, ...]:
        """Return the tags written so far, each once."""
        names = (" ".join(part.strip().lstrip("#").split()) for part in self.field.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def save(self) -> None:
        """Hand over the tags and close."""
        self.hide()
        self.saved.emit(self.tags())

    def _offer(self, text: str) -> None:
        start = text.rfind(",", 0, self.field.cursorPosition()) + 1
        prefix = text[start : self.field.cursorPosition()].strip().lstrip("#")
        if not prefix:
            self._close_list()
            return
        self.completer.setCompletionPrefix(prefix)
        if self.completer.completionCount():
            self.completer.complete()
        else:
            self._close_list()

    def _close_list(self) -> None:
        popup = self.completer.popup()
        if popup is not None:
            popup.hide()

    def _complete(self, name: str) -> None:
        text, place = self.field.text(), self.field.cursorPosition()
        start = text.rfind(",", 0, place) + 1
        behind = text.find(",", place)
        rest = text[behind + 1 :] if behind >= 0 else ""
        head = text[:start].rstrip()
        self.field.setText(f"{head} {name}, {rest.strip()}".strip() + (" " if not rest else ""))
