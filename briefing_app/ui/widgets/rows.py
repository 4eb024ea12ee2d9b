"""What lists whose rows are painted by hand have in common: the model of values, the ground and the focus ring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from briefing_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
NO_PARENT = QModelIndex()


class RowModel(QAbstractListModel, Generic[Row]):
    """Values of one kind, one a row; a subclass says in `value` what a role asks of one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a row."""
        row = self.at(index.row()) if index.isValid() else None
        return None if row is None else self.value(row, role)

    def value(self, row: Row, role: int) -> object:
        """Return what a role asks of a value, None for roles that ask nothing."""
        raise NotImplementedError

    def at(self, row: int) -> Row | None:
        """Return the value at ``row``, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show(self, rows: Sequence[Row]) -> None:
        """Hold other values."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> bool:
    """Fill a row that is chosen or pointed at; return whether it is chosen."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(theme.accent_soft if chosen else theme.hover))
    return chosen


def paint_rule(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Draw the hairline below a row; filled, because a smoothed line is two pixels of half its colour."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))


def paint_focus(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the ring of the row that has the focus."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent_ink), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
