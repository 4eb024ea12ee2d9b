"""The tags as a list, each below the one above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from briefing_app.ui.editors.rows import COLOUR_ROLE
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.annotation import Tag

_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class TagModel(QAbstractListModel):
    """Tags in the order of the tree; the words are set in by their depth and end in a count."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Tag, int]] = []

    def show(self, tags: Sequence[Tag]) -> None:
        """Show these tags."""
        self.beginResetModel()
        self._rows = in_tree_order(tags)
        self.endResetModel()

    def tags(self) -> list[Tag]:
        """Return the tags in the order shown."""
        return [tag for tag, _ in self._rows]

    def names_not_below(self, name: str) -> list[str]:
        """Return the tags that ``name`` can stand below: neither itself nor one below it."""
        below = {name} if name else set()
        for tag, _ in self._rows:
            if tag.parent in below:
                below.add(tag.name)
        return [tag.name for tag, _ in self._rows if tag.name not in below]

    def tag(self, row: int) -> Tag | None:
        """Return the tag at a place, or None."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of tags."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a tag's words, what it is for, and its dot."""
        tag = self.tag(index.row()) if index.isValid() else None
        if tag is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{'    ' * self._rows[index.row()][1]}{tag.name}   {tag.count or ''}".rstrip()
            case Qt.ItemDataRole.AccessibleTextRole:
                above = f", below {tag.parent}" if tag.parent else ""
                return f"{tag.name}{above}, on {tag.count} annotations"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(tag.description) or None
            case _ if role == COLOUR_ROLE:
                return tag.colour
        return None


class TagList(QListView):
    """Shows the tags; ``picked`` tells the current one, or None."""

    picked = Signal(object)

    def __init__(self, model: TagModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = model
        self.setModel(model)
        self.setAccessibleName("Tags")
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def pick_name(self, name: str) -> None:
        """Make the tag of that name current, or the first."""
        names = [tag.name for tag in self._tags.tags()]
        row = names.index(name) if name in names else 0
        index = self._tags.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.picked.emit(self._tags.tag(row))

    def clear_current(self) -> None:
        """Make no tag current."""
        self.selectionModel().clear()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._tags.tag(index.row()))


def in_tree_order(tags: Sequence[Tag]) -> list[tuple[Tag, int]]:
    """Return tags with their depth, children below their parent; a tag whose parent is missing stands at the top."""
    names = {tag.name for tag in tags}
    rows: list[tuple[Tag, int]] = []
    seen: set[str] = set()

    def visit(parent: str, depth: int) -> None:
        for tag in sorted(tags, key=lambda one: one.name.casefold()):
            above = tag.parent if tag.parent in names else ""
            if above == parent and tag.name not in seen:
                seen.add(tag.name)
                rows.append((tag, depth))
                visit(tag.name, depth + 1)

    visit("", 0)
    rows += [(tag, 0) for tag in tags if tag.name not in seen]
    return rows
