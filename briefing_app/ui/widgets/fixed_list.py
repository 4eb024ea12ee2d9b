"""A list view for very long lists: every row is equally high, so nothing is ever laid out row by row.

Qt's own list view asks the model about each row whenever the list changes (200,000 calls for 100,000 rows, half
a second from Python); this one computes where a row lies. To screen readers it is a list like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QResizeEvent

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class FixedList(QListView):
    """A vertical list of rows ``row_height`` pixels high."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = row_height
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def visible_rows(self) -> range:
        """Return the rows that can be seen now."""
        first = self.verticalOffset() // self._height
        last = (self.verticalOffset() + self.viewport().height() - 1) // self._height
        return range(max(0, first), min(self._count(), last + 1))

    # --- what Qt asks of a view ---------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Lay nothing out but the scroll bar."""
        self.setState(QAbstractItemView.State.NoState)
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(max(12, self._height // 3))
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._count() * self._height - page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the range right."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    def verticalOffset(self) -> int:
        """Return how far down the list is."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the view."""
        return 0

    def visualRect(self, index: Index) -> QRect:
        """Return where a row lies in the viewport."""
        if not index.isValid():
            return QRect()
        top = index.row() * self._height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = (point.y() + self.verticalOffset()) // self._height
        return self.model().index(row, 0) if 0 <= row < self._count() and point.y() >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if not index.isValid():
            return
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self._height
        if hint is _Hint.PositionAtCenter:
            bar.setValue(top - (page - self._height) // 2)
        elif hint is _Hint.PositionAtTop or (hint is _Hint.EnsureVisible and top < bar.value()):
            bar.setValue(top)
        elif hint is _Hint.PositionAtBottom or top + self._height > bar.value() + page:
            bar.setValue(top + self._height - page)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row a key leads to."""
        last = self._count() - 1
        if last < 0:
            return QModelIndex()
        here = self.currentIndex().row()
        page = max(1, self.viewport().height() // self._height - 1)
        steps = {
            _Move.MoveUp: -1,
            _Move.MovePrevious: -1,
            _Move.MoveDown: 1,
            _Move.MoveNext: 1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -last - 1,
            _Move.MoveEnd: last + 1,
        }
        row = here + steps.get(action, 0) if here >= 0 else 0
        return self.model().index(max(0, min(last, row)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that ``rect`` of the viewport touches."""
        area, offset = rect.normalized(), self.verticalOffset()
        first = max(0, (area.top() + offset) // self._height)
        last = min(self._count() - 1, (area.bottom() + offset) // self._height)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what must be drawn anew when the selection changes: all of it is cheaper than finding out."""
        del selection
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that can be seen."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, area = option.state, event.rect()
        selection, current = self.selectionModel(), self.currentIndex()
        pointed = (
            self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) if self.underMouse() else QModelIndex()
        )
        for row in self.visible_rows():
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if not option.rect.intersects(area):
                continue
            option.state = plain & ~QStyle.StateFlag.State_MouseOver & ~QStyle.StateFlag.State_HasFocus
            if selection.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if self.hasFocus() and index == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if index == pointed:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegateForIndex(index).paint(painter, option, index)
        painter.end()

    def _count(self) -> int:
        model: QAbstractItemModel | None = self.model()  # null before there is one, whatever the stubs say
        return model.rowCount() if model is not None else 0
