"""Editing a note where it stands: the field opens over the card, Ctrl+Enter keeps it, Esc drops it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem, QWidget

from briefing_app.ui.editors.boxes import Lines
from briefing_app.ui.panels.cards.delegate import CardDelegate
from briefing_app.ui.panels.cards.model import KEY_ROLE

if TYPE_CHECKING:
    from briefing_app.ui.panels.cards.pieces import Card

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST = 76
"""Least height of the field in pixels at normal scale; a higher card gives it more."""


class NoteDelegate(CardDelegate):
    """Cards whose note can be edited."""

    _edited = ""

    def shown(self, card: Card, index: QModelIndex | QPersistentModelIndex) -> Card:
        """Leave the card empty below its caption while the field lies on it."""
        return replace(card, pieces=card.pieces[:1]) if index.data(KEY_ROLE) == self._edited else card

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the whole card again."""
        self._edited = ""
        super().destroyEditor(editor, index)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the field."""
        self._edited = str(index.data(KEY_ROLE))
        field = Lines(parent)
        field.setAccessibleName("Note")
        field.setPlaceholderText("Your note (Ctrl+Enter keeps it, Esc leaves it as it was)")
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the note into the field; what is being written is never overwritten."""
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand the note on."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(model.index(index.row(), 0), editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lay the field over the card, below its caption."""
        rect = option.rect.adjusted(24, 26, -10, -6)
        rect.setHeight(max(rect.height(), LEAST, editor.fontMetrics().lineSpacing() * 4))
        lowest = self.view.viewport().height() - 4
        if rect.bottom() > lowest:
            rect.moveBottom(max(lowest, rect.height()))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note with Ctrl+Enter; plain Enter starts a new line in it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                return True
            return False
        return super().eventFilter(watched, event)
