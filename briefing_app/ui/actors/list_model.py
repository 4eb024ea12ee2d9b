"""The list of actors: a model of thousands of rows, and how a row is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.actors.words import kind_words, short_kind
from briefing_app.ui.theme import ThemeHolder, ui_font
from briefing_app.ui.widgets.rows import Index, RowModel, paint_focus, paint_ground
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from briefing_app.domain.actor_card import ActorRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
LINE = 30
PAD = 14


class ActorListModel(RowModel["ActorRow"]):
    """Actors, in the order in which they were found."""

    def value(self, row: ActorRow, role: int) -> object:
        """Return what a role asks of an actor."""
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

    def place(self, key: str) -> int:
        """Return the row of an actor, -1 where it is not in the list."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)


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
        theme, rect = self._theme.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = paint_ground(painter, option, theme)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        right = "yours" if row.own else short_kind(row.kind)
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
        paint_focus(painter, option, theme)
        painter.restore()
