"""The library column as a Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt, Signal

from briefing_app.ui.library.list_model import ARTICLES_MIME, NO_PARENT, Index
from briefing_app.ui.library.nav_items import NavItem, NavKind
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.listing import ListQuery

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1


class NavModel(QAbstractListModel):
    """Lines of the column; ``articles_dropped`` tells ids dragged from the list onto a dossier."""

    articles_dropped = Signal(list, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[NavItem] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a line."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(item.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return item.spoken
            case _ if role == ITEM_ROLE:
                return item
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over, and articles be dropped on dossiers."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item = self._items[index.row()]
        if item.kind is NavKind.HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDropEnabled if item.kind is NavKind.DOSSIER else flags

    def item(self, row: int) -> NavItem | None:
        """Return the line at ``row``, or None."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def index_of(self, query: ListQuery) -> QModelIndex:
        """Return the line that shows what ``query`` asks for; invalid when there is none."""
        for row, item in enumerate(self._items):
            if item.is_place and (item.scope, item.ref) == (query.scope, query.ref):
                return self.index(row)
        return QModelIndex()

    def show(self, items: Sequence[NavItem]) -> None:
        """Hold other lines; lines that only count anew are kept in place."""
        if [_face(one) for one in items] == [_face(one) for one in self._items]:
            self._items = list(items)
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def mimeTypes(self) -> list[str]:
        """Name what may be dropped: articles."""
        return [ARTICLES_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Let articles be put in, not moved."""
        return Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Accept articles on a dossier."""
        item = self.item(parent.row()) if parent.isValid() else None
        return data.hasFormat(ARTICLES_MIME) and item is not None and item.kind is NavKind.DOSSIER

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell which articles were dropped on which dossier."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids = bytes(data.data(ARTICLES_MIME).data()).decode().split("\n")
        self.articles_dropped.emit(ids, self._items[parent.row()].ref)
        return True


def _face(item: NavItem) -> tuple[NavKind, str, str, int]:
    return item.kind, item.text, item.ref, item.depth
