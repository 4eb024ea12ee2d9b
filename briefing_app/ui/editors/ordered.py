"""A list whose order is the user's: moved by dragging and by Alt+Up and Alt+Down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from briefing_app.ui.editors.rows import COLOUR_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent

V = TypeVar("V")
_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class OrderedModel(QAbstractListModel, Generic[V]):
    """Values in an order; ``words`` names one, ``colour`` gives the colour of its dot where it has one."""

    edited = Signal()

    def __init__(self, words: Callable[[V], str], colour: Callable[[V], str] | None = None) -> None:
        super().__init__()
        self._words = words
        self._colour = colour
        self._values: list[V] = []

    def values(self) -> tuple[V, ...]:
        """Return the values in their order."""
        return tuple(self._values)

    def set_values(self, values: Iterable[V]) -> None:
        """Hold other values."""
        self.beginResetModel()
        self._values = list(values)
        self.endResetModel()

    def value(self, row: int) -> V | None:
        """Return the value at a place, or None."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def put(self, row: int, value: V) -> None:
        """Replace the value at a place."""
        if 0 <= row < len(self._values) and self._values[row] != value:
            self._values[row] = value
            self.dataChanged.emit(self.index(row), self.index(row))
            self.edited.emit()

    def add(self, value: V) -> int:
        """Put a value behind the others and return its place."""
        row = len(self._values)
        self.beginInsertRows(_NO_INDEX, row, row)
        self._values.append(value)
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove(self, row: int) -> None:
        """Take a value out."""
        if 0 <= row < len(self._values):
            self.beginRemoveRows(_NO_INDEX, row, row)
            del self._values[row]
            self.endRemoveRows()
            self.edited.emit()

    def move(self, row: int, by: int) -> bool:
        """Move a value up or down; False at the ends."""
        goal = row + by
        if not (0 <= row < len(self._values) and 0 <= goal < len(self._values)):
            return False
        return self.moveRows(_NO_INDEX, row, 1, _NO_INDEX, goal + 1 if by > 0 else goal)

    def moveRows(
        self, sourceParent: _Index, sourceRow: int, count: int, destinationParent: _Index, destinationChild: int
    ) -> bool:
        """Move values before the one at ``destinationChild``, as dragging does."""
        if not self.beginMoveRows(_NO_INDEX, sourceRow, sourceRow + count - 1, _NO_INDEX, destinationChild):
            return False
        moved = self._values[sourceRow : sourceRow + count]
        del self._values[sourceRow : sourceRow + count]
        goal = destinationChild - count if destinationChild > sourceRow else destinationChild
        self._values[goal:goal] = moved
        self.endMoveRows()
        self.edited.emit()
        return True

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of values."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a value's words, and the colour of its dot."""
        value = self.value(index.row()) if index.isValid() else None
        if value is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(value)
        if role == COLOUR_ROLE and self._colour is not None:
            return self._colour(value)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let values be chosen and dragged between each other."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Dragging moves."""
        return Qt.DropAction.MoveAction


class OrderedList(QListView):
    """Shows an `OrderedModel`. ``picked`` tells the current place, -1 for none; Delete asks by ``removal_wanted``."""

    picked = Signal(int)
    removal_wanted = Signal()

    def __init__(self, name: str, model: OrderedModel[V], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ordered: OrderedModel[V] = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setAccessibleDescription("Alt+Up and Alt+Down change the order")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.modelReset.connect(self._on_reset)

    def pick(self, row: int) -> None:
        """Make a value current."""
        index = self.ordered.index(row)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current value with Alt, remove it with Delete."""
        row = self.currentIndex().row()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.ordered.move(row, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removal_wanted.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        self.picked.emit(current.row())

    def _on_reset(self) -> None:
        self.picked.emit(-1)
