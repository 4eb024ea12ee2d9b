"""The pane under the page: an editor for a section or the header, or what can be done with a generated section."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.ui.note.header_form import HeaderForm
from briefing_app.ui.note.parts import HEADER
from briefing_app.ui.note.text_field import MarkdownField
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from briefing_app.ui.note.state import Draft

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDTH = 760


class WritingPane(QFrame):
    """Tells ``typed(texts)``, ``left`` when the focus goes elsewhere, ``done``, ``cancelled``, and what is wanted."""

    typed = Signal(object)
    left = Signal()
    done = Signal()
    cancelled = Signal()
    edit_wanted = Signal()
    take_over_wanted = Signal()
    give_back_wanted = Signal()
    cite_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Writing")
        self._key = ""
        self.title = ElidedLabel("", "strong", parent=self)
        self.state = PlainLabel("", "faint", parent=self)
        self.text = MarkdownField(self)
        self.header = HeaderForm(self)
        self.edit = self._button("Write ⏎", "link", self.edit_wanted)
        self.take_over = self._button("Write it yourself", "link", self.take_over_wanted)
        self.give_back = self._button("Back to generated", "link", self.give_back_wanted)
        self.bold = self._button("B", "flat", self.text.toggle_bold, "Bold")
        self.italic = self._button("I", "flat", self.text.toggle_italic, "Italic")
        self.bullets = self._button("• List", "flat", self.text.toggle_bullets, "Bullet list")
        self.cite = self._button("Cite…", "flat", self.cite_wanted, "Go to the evidence to cite it")
        self.cancel = self._button("Cancel Esc", "", self.cancelled, "Cancel")
        self.save = self._button("Save Ctrl+⏎", "primary", self.done, "Save")
        self._lay_out()
        self._watch()
        self.text.textChanged.connect(self._on_typed)
        self.header.changed.connect(self._on_typed)

    @property
    def editing(self) -> bool:
        """Say whether an editor is open."""
        return self._body.isVisibleTo(self)

    def open(self, draft: Draft, heading: str, prompt: str) -> None:
        """Open the editor on a draft and give it the focus."""
        self._key = draft.key
        self.title.setText(heading)
        self._put(draft)
        is_header = draft.key == HEADER
        self.header.setVisible(is_header)
        self.text.setVisible(not is_header)
        self.text.setPlaceholderText(prompt)
        self.text.setAccessibleName(f"Text of {heading}")
        for widget in (self.bold, self.italic, self.bullets, self.cite):
            widget.setVisible(not is_header)
        self._show(editing=True)
        (self.header.first if is_header else self.text).setFocus()

    def renew(self, draft: Draft) -> None:
        """Put other texts into the open editor."""
        self._put(draft)

    def close_editor(self) -> None:
        """Close the editor; the strip about the section stays."""
        self._key = ""
        self._show(editing=False)

    def show_section(self, heading: str, what: str, *, writes: bool, generated: bool, taken_over: bool) -> None:
        """Show the strip about a section: who writes it, and what can be done."""
        if self._key:
            self.give_back.setVisible(taken_over)
            return
        self.title.setText(heading)
        self.state.setText(what)
        self.edit.setVisible(writes)
        self.take_over.setVisible(generated and not writes)
        self.give_back.setVisible(taken_over)

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the library holds what is typed."""
        if self._key:
            self.state.setText("Saved" if saved else "Not saved yet")

    def insert_mark(self, mark: str) -> bool:
        """Put a citation mark at the cursor; False where no text is open."""
        if not self._key or self._key == HEADER:
            return False
        self.text.insert_mark(mark)
        self.text.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter and cancel on Esc from the buttons too."""
        if self._key and _ends(event):
            (self.cancelled if event.key() == Qt.Key.Key_Escape else self.done).emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Ctrl+Enter, cancel on Esc, and tell when the focus leaves the editor."""
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key and _ends(event):
            (self.cancelled if event.key() == Qt.Key.Key_Escape else self.done).emit()
            return True
        if kind is QEvent.Type.FocusOut and self._key and self.isVisible():
            self.left.emit()
        return super().eventFilter(watched, event)

    # --- inside

    def _button(self, text: str, role: str, to: object, name: str = "") -> RoleButton:
        button = RoleButton(text, role, self)
        if name:
            button.setAccessibleName(name)
            button.setToolTip(name)
        button.clicked.connect(to)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        top.addWidget(self.state)
        for widget in (self.give_back, self.take_over, self.edit):
            top.addWidget(widget)
        layout.addLayout(top)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.text)
        body.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.bold, self.italic, self.bullets, self.cite):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        body.addLayout(row)
        layout.addWidget(self._body)
        self._show(editing=False)
        for before, after in itertools.pairwise((self.give_back, self.take_over, self.edit, self.text)):
            QWidget.setTabOrder(before, after)

    def _watch(self) -> None:
        self.text.installEventFilter(self)
        for field in self.header.fields():
            field.installEventFilter(self)

    def _show(self, *, editing: bool) -> None:
        self._body.setVisible(editing)
        for widget in (self.edit, self.take_over, self.give_back):
            widget.setVisible(False)

    def _put(self, draft: Draft) -> None:
        if draft.key == HEADER:
            self.header.put(draft.texts)
        else:
            self.text.put(draft.texts.get(draft.key, ""))

    def _on_typed(self) -> None:
        if not self._key:
            return
        if self._key == HEADER:
            self.typed.emit(self.header.texts())
        else:
            self.typed.emit({self._key: self.text.toPlainText()})


def _ends(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTERS and bool(control))
