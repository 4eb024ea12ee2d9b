"""The palette's list as a Qt model, and how a line is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.theme import ThemeHolder, ui_font
from briefing_app.ui.widgets.rows import Index, RowModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from briefing_app.ui.palette.entries import Found

FOUND_ROLE = Qt.ItemDataRole.UserRole + 1
LINE = 30


class PaletteModel(RowModel["Found"]):
    """Lines of the palette."""

    def value(self, row: Found, role: int) -> object:
        """Return what a role asks of a line."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.entry.text}, {row.entry.hint or row.entry.kind}"
            case _ if role == FOUND_ROLE:
                return row
        return None


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
