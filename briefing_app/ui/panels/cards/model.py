"""The list behind a panel: rows with a key each, changed with as little disturbance as may be."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefing_app.ui.widgets.tips import tip as plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.panels.cards.pieces import Card

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2

_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Keyed(Protocol):
    """What a row needs: a key that stays the same while the row means the same thing."""

    @property
    def key(self) -> str:
        """Return the key."""
        ...


R = TypeVar("R", bound=Keyed)


class CardModel(QAbstractListModel, Generic[R]):
    """Rows shown as cards. A subclass says what a row looks like, how it is read out and what hovering tells."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[R] = []
        self._cards: dict[str, Card] = {}

    @abstractmethod
    def card(self, row: R) -> Card:
        """Return the card of a row."""

    @abstractmethod
    def spoken(self, row: R) -> str:
        """Return the row as a screen reader says it."""

    def tip(self, row: R) -> str:
        """Return what hovering tells, or nothing."""
        del row
        return ""

    def show(self, rows: Sequence[R]) -> None:
        """Show ``rows``: those that stay at the beginning and the end keep their index, selection and scroll."""
        old, new = self._rows, list(rows)
        shortest = min(len(old), len(new))
        head = 0
        while head < shortest and old[head].key == new[head].key:
            head += 1
        tail = 0
        while tail < shortest - head and old[-1 - tail].key == new[-1 - tail].key:
            tail += 1
        if len(old) > head + tail:
            self.beginRemoveRows(_NO_INDEX, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(_NO_INDEX, head, len(new) - tail - 1)
            self._rows = self._rows[:head] + new[head : len(new) - tail] + self._rows[head:]
            self.endInsertRows()
        self._take_over(new)

    def _take_over(self, new: list[R]) -> None:
        changed = [place for place, (was, now) in enumerate(zip(self._rows, new, strict=True)) if was != now]
        self._rows = new
        self._cards = {}
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row(self, index: int) -> R | None:
        """Return the row at a place, or None."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Return where the row of a key is, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, the key, or the row in words."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case _ if role == CARD_ROLE:
                return self._card_of(row)
            case _ if role == KEY_ROLE:
                return row.key
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.tip(row)) or None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every row be chosen, headings not."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if self._card_of(row).heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable(row) else flags

    def editable(self, row: R) -> bool:
        """Say whether the row can be edited where it stands."""
        del row
        return False

    def _card_of(self, row: R) -> Card:
        card = self._cards.get(row.key)
        if card is None:
            card = self._cards[row.key] = self.card(row)
        return card
