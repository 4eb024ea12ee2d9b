"""The list of actors: a model of thousands of rows, and how a row is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.actors.words import kind_words
from briefing_app.ui.theme import ThemeHolder, ui_font
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.actor_card import ActorRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()
LINE = 30
PAD = 14


class ActorListModel(QAbstractListModel):
    """Actors, in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ActorRow] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many actors there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of an actor."""
        row = self.actor(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible(row.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                own = ", changed by you" if row.own else ""
                found = f", found as {row.found}" if row.found else ""
                return f"{row.name}, {kind_words(row.kind)}{own}{found}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.name)
            case _ if role == ROW_ROLE:
                return row
        return None

    def actor(self, row: int) -> ActorRow | None:
        """Return the actor at ``row``, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place(self, key: str) -> int:
        """Return the row of an actor, -1 where it is not in the list."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def show(self, rows: Sequence[ActorRow]) -> None:
        """Hold other actors."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()


class ActorDelegate(QStyledItemDelegate):
    """Draws an actor: its name, the other name that was found, and at the right what it is."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._small = ui_font(), ui_font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(120, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: ActorRow = index.data(ROW_ROLE)
        theme, rect, state = self._theme.current, option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.accent_soft if chosen else theme.hover))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        right = "yours" if row.own else _short(row)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.accent_ink if row.own else theme.faint))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, right)
        room.setRight(room.right() - QFontMetrics(self._small).horizontalAdvance(right) - 10)
        metrics = QFontMetrics(self._plain)
        words = metrics.elidedText(visible(row.name), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self._plain)
        painter.setPen(QColor(theme.strong if chosen else theme.text))
        painter.drawText(room, middle, words)
        if row.found:
            room.setLeft(room.left() + metrics.horizontalAdvance(words) + 8)
            found = metrics.elidedText(visible(row.found), Qt.TextElideMode.ElideRight, room.width())
            painter.setFont(self._small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(room, middle, found)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent_ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _short(row: ActorRow) -> str:
    """Return what an actor is in one word."""
    return kind_words(row.kind).partition(" ")[0].rstrip(",")
