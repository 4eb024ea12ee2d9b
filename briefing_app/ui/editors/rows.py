"""Plain rows of a list in an editor: a dot where there is a colour, words, and the theme's selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from briefing_app.domain.tricks import visible
from briefing_app.ui.widgets.rows import Index, paint_focus, paint_ground

if TYPE_CHECKING:
    from briefing_app.ui.theme import ThemeHolder

PAD = 10
DOT = 9
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 10
"""Name of a party colour; a model that knows the role has room for the dot in every row."""


class RowDelegate(QStyledItemDelegate):
    """Paints one line a row."""

    def __init__(self, theme: ThemeHolder, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line with air above and below."""
        return QSize(60, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        theme, rect = self._theme.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = paint_ground(painter, option, theme)
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
        paint_focus(painter, option, theme)
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
