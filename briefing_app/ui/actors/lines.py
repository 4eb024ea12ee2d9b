"""Tables whose rows are edited in place: the names of an actor, the offices of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from briefing_app.domain.actor_card import NameLine, OfficeLine, Origin
from briefing_app.domain.tricks import visible
from briefing_app.ui.actors.words import ALL_SCOPES, ORIGINS, SORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Line = TypeVar("Line", NameLine, OfficeLine)


class LineModel(QAbstractTableModel, Generic[Line]):
    """Lines, and below them an empty one to write a new one in. ``written`` tells row, column and words."""

    HEADERS: tuple[str, ...] = ()
    EMPTY = ""
    written = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.may_write = True

    def cells(self, line: Line) -> tuple[str, ...]:
        """Return the words of a line, by column."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are, the empty one too."""
        return 0 if parent.isValid() else len(self._lines) + int(self.may_write)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.HEADERS[section] if section < len(self.HEADERS) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a cell."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        words = self.cells(line)[index.column()] if line is not None else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                empty = self.EMPTY if index.column() == 0 else ""
                return visible(words) if line is not None else empty
            case Qt.ItemDataRole.EditRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.HEADERS[index.column()]}: {words or 'empty'}" if line is not None else self.EMPTY
            case Qt.ItemDataRole.FontRole if line is None or line.origin is Origin.TAKEN:
                font = QFont()
                font.setItalic(line is None)
                font.setStrikeOut(line is not None)
                return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that every cell but the last column can be written in, of what is not taken away."""
        flags = super().flags(index)
        line = self.line(index.row())
        open_ = line is None or line.origin not in (Origin.TAKEN, Origin.MERGED)
        if self.may_write and open_ and index.column() < len(self.HEADERS) - 1 and (line or index.column() == 0):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; the model shows it when the library has it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        words = "\t".join(" ".join(part.split()) for part in str(value).split("\t"))
        if words == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.written.emit(index.row(), index.column(), words)
        return True

    def line(self, row: int) -> Line | None:
        """Return the line at ``row``, None for the empty one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()


class NamesModel(LineModel[NameLine]):
    """The names of an actor."""

    HEADERS = ("Name", "Sort", "Holds", "From", "Until", "Whose word")
    EMPTY = "Add a name…"

    def cells(self, line: NameLine) -> tuple[str, ...]:
        """Return the words of a name."""
        sort, scope = SORTS.get(line.kind, line.kind), ALL_SCOPES.get(line.scope, line.scope)
        return line.text, sort, scope, line.since, line.until, ORIGINS[line.origin]


class OfficesModel(LineModel[OfficeLine]):
    """The offices of a person; the actor is chosen by its name."""

    HEADERS = ("Title", "For", "From", "Until", "Whose word")
    EMPTY = "Add an office…"

    def cells(self, line: OfficeLine) -> tuple[str, ...]:
        """Return the words of an office."""
        return line.title, line.actor_name, line.since, line.until, ORIGINS[line.origin]
