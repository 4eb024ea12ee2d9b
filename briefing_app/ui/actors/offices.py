"""Writing for whom an office is held: a field that finds actors as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.ui.editors.actor_choices import ActorChoices

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from briefing_app.ui.context import UiContext

Index = QModelIndex | QPersistentModelIndex


class OfficeFor(QStyledItemDelegate):
    """Edits the actor of an office; what is written is the name and, behind a tab, the key."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = ActorChoices(context, self)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field that completes names of actors."""
        del option, index
        field = QLineEdit(parent)
        field.setAccessibleName("For whom the office is held")
        completer = QCompleter(self._choices.names, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        field.textEdited.connect(self._choices.look_up)
        return field

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write name and key of the actor; words that name nobody are not written."""
        if isinstance(editor, QLineEdit):
            name, key = self._choices.exact(editor.text())
            if key:
                model.setData(index, f"{name}\t{key}")
