"""The article list as a Qt model: as many rows as the library has, a few of them in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefing_app.ui.library.rows import RowWindow, changed_range
from briefing_app.ui.library.words import meta_line, spoken
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.listing import ArticleRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
META_ROLE = Qt.ItemDataRole.UserRole + 2
NO_PARENT = QModelIndex()
ARTICLES_MIME = "application/x-briefing-articles"


class ArticleListModel(QAbstractListModel):
    """Rows of articles; `ROW_ROLE` gives the `ArticleRow`, the display role its title."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[ArticleRow]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RowWindow(fetch)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a row."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == META_ROLE:
                return meta_line(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be selected and dragged onto a dossier."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        wanted = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return wanted | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Name what a drag carries: article ids."""
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged articles' ids, a line each."""
        data = QMimeData()
        rows = [self.row(index.row()) for index in indexes]
        data.setData(ARTICLES_MIME, "\n".join(row.id for row in rows if row is not None).encode())
        return data

    def row(self, index: int) -> ArticleRow | None:
        """Return the article at ``index``, or None."""
        return self._rows.row(index) if 0 <= index < len(self._rows) else None

    def seq_at(self, index: int) -> int:
        """Return the sequence number at ``index``, or -1."""
        return self._rows.seqs[index] if 0 <= index < len(self._rows) else -1

    def index_of_seq(self, seq: int) -> QModelIndex:
        """Return the index of an article by its sequence number; invalid when it is not in the list."""
        at = self._rows.index_of(seq)
        return self.index(at) if at >= 0 else QModelIndex()

    @property
    def seqs(self) -> array[int]:
        """The sequence numbers in the list's order; not to be changed."""
        return self._rows.seqs

    def show(self, seqs: array[int]) -> None:
        """Hold another list."""
        self.beginResetModel()
        self._rows.replace(seqs)
        self.endResetModel()

    def update_to(self, seqs: array[int]) -> None:
        """Hold the same list after a change: selection and place stay where rows stay."""
        old = self._rows.seqs
        first, old_end, new_end = changed_range(old, seqs)
        if old_end > first:
            self.beginRemoveRows(QModelIndex(), first, old_end - 1)
            self._rows.replace(old[:first] + old[old_end:])
            self.endRemoveRows()
        if new_end > first:
            self.beginInsertRows(QModelIndex(), first, new_end - 1)
            self._rows.replace(seqs)
            self.endInsertRows()
        self.reread()

    def reread(self) -> None:
        """Read rows again when they are looked at: what they say has changed, their order has not."""
        self._rows.forget()
        if len(self._rows):
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
