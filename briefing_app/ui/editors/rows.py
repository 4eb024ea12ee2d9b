"""Plain rows of a list in an editor: a dot where there is a colour, words, and the theme's selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from briefing_app.domain.tricks import visible

if TYPE_CHECKING:
    from briefing_app.ui.theme import ThemeHolder

PAD = 10
DOT = 9
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 10
"""Name of a party colour; a model that knows the role has room for the dot in every row."""

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints one line a row."""

    def __init__(self, theme: ThemeHolder, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a line with air above and below."""
        return QSize(60, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        theme, rect, state = self._theme.current, option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.accent_soft if chosen else theme.hover))
        colour = index.data(COLOUR_ROLE)
        words = rect.adjusted(PAD, 0, -PAD, 0)
        if isinstance(colour, str):
            if colour:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.party.get(colour, theme.party["grey"])))
                painter.drawEllipse(QRectF(words.left(), rect.center().y() - DOT / 2 + 0.5, DOT, DOT))
            words.adjust(DOT + 8, 0, 0, 0)
        painter.setPen(QColor(theme.strong if chosen else theme.text))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = option.fontMetrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent_ink), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def framed(view: QListView, theme: ThemeHolder) -> QFrame:
    """Return ``view`` in a frame, painted by a `RowDelegate`."""
    frame = QFrame(view.parentWidget())
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 4, 1, 4)
    layout.addWidget(view)
    view.setItemDelegate(RowDelegate(theme, view))
    view.setMouseTracking(True)
    theme.changed.connect(view.viewport().update)
    return frame
