"""The article list on the screen: selection, stepping, its context menu and dragging onto a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from briefing_app.ui.widgets.fixed_list import FixedList

if TYPE_CHECKING:
    from briefing_app.domain.listing import ArticleRow
    from briefing_app.ui.library.list_delegate import ArticleDelegate
    from briefing_app.ui.library.list_model import ArticleListModel


class ArticleList(FixedList):
    """Emits ``chosen`` with an article's id when the reader wants it open: a click, an arrow key, or Enter."""

    chosen = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ArticleListModel, delegate: ArticleDelegate, parent: QWidget | None = None) -> None:
        super().__init__(delegate.row_height, parent)
        self._articles = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Articles")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    def selected(self) -> list[ArticleRow]:
        """Return the selected articles in the list's order; the current one where none is selected."""
        indexes = self.selectionModel().selectedRows() or [self.currentIndex()]
        rows = [self._articles.row(index.row()) for index in sorted(indexes, key=QModelIndex.row)]
        return [row for row in rows if row is not None]

    def current_seq(self) -> int:
        """Return the sequence number of the current article, or -1."""
        return self._articles.seq_at(self.currentIndex().row())

    def first_selected_row(self) -> int:
        """Return the topmost selected row, or the current one."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        return min(rows, default=self.currentIndex().row())

    def put_current(self, index: QModelIndex) -> None:
        """Make ``index`` the current and only selected row, and bring it into view; nothing is opened."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, by: int) -> bool:
        """Go on by ``by`` rows and open what is there, or first the row one is at; False at the ends."""
        here = self.currentIndex().row()
        row = here + by if self.selectionModel().isSelected(self.currentIndex()) else max(here, 0)
        if not 0 <= row < self._articles.rowCount():
            return False
        self.put_current(self._articles.index(row))
        self._choose(self.currentIndex())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that an arrow key reaches; letters are left to the window's actions."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        if event.text() and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if event.modifiers() is Qt.KeyboardModifier.NoModifier and self.currentIndex().row() != before:
            self._choose(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, beside the current row when a key called for it."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self._articles.rowCount():
            self.menu_wanted.emit(at)

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.selectionModel().selectedRows()) == 1:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self._articles.row(index.row())
        if row is not None:
            self.chosen.emit(row.id)
