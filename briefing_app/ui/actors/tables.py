"""Tables of lines: how they look, what is chosen from a list in them, what their keys and menus do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from briefing_app.ui.actors.lines import NamesModel, OfficesModel

Index = QModelIndex | QPersistentModelIndex
ROW, LEAST = 28, 62
NAME = 150
"""Least width of the first column."""
MOST_ROWS = 9
"""Rows shown at once; more are scrolled."""


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a cell by choosing one of some words."""

    def __init__(self, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = list(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box of the words."""
        del option
        box = QComboBox(parent)
        box.addItems(self._choices)
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the words of the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the words chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


class LineTable(QTableView):
    """A table edited in place: Enter or a double click writes, Delete takes away, the menu key says what else.

    ``deed`` tells a row and the name of what is wanted of it.
    """

    deed = Signal(int, str)

    def __init__(
        self,
        name: str,
        model: NamesModel | OfficesModel,
        deeds: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds = tuple(deeds)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(LEAST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self._place = (0, 0)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a height at which the rows are seen, as far as they are not very many."""
        rows = min(max(self.model().rowCount(), 1), MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        return QSize(480, self.horizontalHeader().sizeHint().height() + rows * ROW + 4 + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first column readable; what does not fit is scrolled."""
        head = self.horizontalHeader()
        rest = sum(head.sectionSize(column) for column in range(1, self.model().columnCount()))
        wide = event.size().width() - rest >= NAME
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Fixed)
        if not wide:
            head.resizeSection(0, NAME)
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write with Enter, take away with Delete."""
        index = self.currentIndex()
        if index.isValid() and self.state() is not QAbstractItemView.State.EditingState:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.edit(index)
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._deeds:
                self.deed.emit(index.row(), self._deeds[0][0])
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell, so that keys and screen readers start somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def menu(self, row: int) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, (name, words) in enumerate(self._deeds):
            action = menu.addAction(words + ("\tDel" if not place else ""))
            action.triggered.connect(partial(self.deed.emit, row, name))
        return menu

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and self._deeds:
            self.setCurrentIndex(index)
            self.menu(index.row()).popup(self.viewport().mapToGlobal(at))

    def _remember(self) -> None:
        index = self.currentIndex()
        self._place = (index.row(), index.column()) if index.isValid() else (-1, -1)

    def _return(self) -> None:
        """Stand where one stood before the lines were read again."""
        self._fit()
        row, column = self._place
        if row >= 0:
            self.setCurrentIndex(self.model().index(min(row, self.model().rowCount() - 1), column))

    def _fit(self) -> None:
        for column in range(1, self.model().columnCount()):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedHeight(self.sizeHint().height())
