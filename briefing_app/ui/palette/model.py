"""The palette's list as a Qt model, and how a line is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.theme import ThemeHolder, ui_font

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from briefing_app.ui.palette.entries import Found

Index = QModelIndex | QPersistentModelIndex
FOUND_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()
LINE = 30


class PaletteModel(QAbstractListModel):
    """Lines of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a line."""
        found = self.found(index.row()) if index.isValid() else None
        if found is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{found.entry.text}, {found.entry.hint or found.entry.kind}"
            case _ if role == FOUND_ROLE:
                return found
        return None

    def found(self, row: int) -> Found | None:
        """Return the line at ``row``, or None."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def show(self, found: list[Found]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()


class PaletteDelegate(QStyledItemDelegate):
    """Draws a line: the name with the letters found in bold, the key or kind at the right."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._bold, self._hint = ui_font(), ui_font(bold=True), ui_font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(100, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        found: Found = index.data(FOUND_ROLE)
        theme = self._theme.current
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(option.rect.adjusted(6, 1, -6, -1)), 5, 5)
        room = option.rect.adjusted(16, 0, -16, 0)
        hint = found.entry.hint or str(found.entry.kind)
        painter.setFont(self._hint)
        painter.setPen(QColor(theme.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        room.setRight(room.right() - QFontMetrics(self._hint).horizontalAdvance(hint) - 12)
        painter.setPen(QColor(theme.strong if selected else theme.text))
        self._paint_name(painter, room, found)
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRect, found: Found) -> None:
        marked = set(found.places)
        plain, bold = QFontMetrics(self._plain), QFontMetrics(self._bold)
        x, text, at = room.left(), found.entry.text, 0
        while at < len(text) and x < room.right():
            strong, end = at in marked, at
            while end < len(text) and (end in marked) == strong:
                end += 1
            metrics, piece = (bold if strong else plain), text[at:end]
            piece = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room.right() - x)
            painter.setFont(self._bold if strong else self._plain)
            painter.drawText(
                QRect(x, room.top(), room.right() - x, room.height()), Qt.AlignmentFlag.AlignVCenter, piece
            )
            x += metrics.horizontalAdvance(piece)
            at = end
