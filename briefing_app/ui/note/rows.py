"""The outline and the check list on the screen: models of lines, and how a line is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.ui.note.outline import CheckRow, OutlineRow
from briefing_app.ui.theme import ui_font
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.theme import Theme, ThemeHolder

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Line = OutlineRow | CheckRow
_WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)


class LineModel(QAbstractListModel):
    """Lines with a key each; lines that stay keep their index."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Line] = []

    def show(self, rows: Sequence[_Line]) -> None:
        """Show ``rows``."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, index: _Index) -> _Line | None:
        """Return the line at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return where the line of a key is, or no index."""
        place = next((number for number, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken if isinstance(row, OutlineRow) else row.text
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, CheckRow) and row.excerpt:
            return tip(f"“{row.excerpt}”")
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a section's line on one line with its state at the right, a finding on as many as it takes."""

    LEFT, TOP = 8, 6

    def __init__(self, theme: ThemeHolder, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font, self._bold, self._small = ui_font(), ui_font(bold=True), ui_font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the line's height at the list's width."""
        row: _Line | None = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        metrics = QFontMetrics(self._font)
        if isinstance(row, CheckRow):
            room = QRect(0, 0, max(40, width - 2 * self.LEFT), 10_000)
            return QSize(width, metrics.boundingRect(room, _WRAP, row.text).height() + 2 * self.TOP)
        return QSize(width, metrics.height() + 2 * self.TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the line."""
        row: _Line | None = index.data(ROW_ROLE)
        if row is None:
            return
        theme = self._theme.current
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected) and isinstance(row, OutlineRow)
        ground = theme.accent_soft if selected else theme.hover if state & QStyle.StateFlag.State_MouseOver else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 5, 5)
        inside = option.rect.adjusted(self.LEFT, self.TOP, -self.LEFT, -self.TOP)
        if isinstance(row, OutlineRow):
            self._outline(painter, inside, row, theme, selected=selected)
        else:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.warning if row.warns else theme.text))
            painter.drawText(inside, _WRAP, row.text)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent_ink), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), 5, 5)
        painter.restore()

    def _outline(self, painter: QPainter, room: QRect, row: OutlineRow, theme: Theme, *, selected: bool) -> None:
        small = QFontMetrics(self._small)
        wide = small.horizontalAdvance(row.state)
        font = self._bold if selected else self._font
        label = QFontMetrics(font).elidedText(row.label, Qt.TextElideMode.ElideRight, room.width() - wide - 8)
        painter.setFont(font)
        painter.setPen(QColor(theme.strong if selected else theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        painter.setFont(self._small)
        quiet = theme.muted if selected else theme.faint
        painter.setPen(QColor(theme.warning if row.warns else quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.state)


class LineList(QListView):
    """Tells by ``moved`` that a line became the current one by keys, by ``chosen`` that it was clicked or entered."""

    moved = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, model: LineModel, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def put_current(self, key: str) -> None:
        """Make the line of a key the current one, without telling anybody."""
        index = self.lines.index_of(key)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False

    def content_height(self) -> int:
        """Return the height at which nothing needs to scroll."""
        return sum(self.sizeHintForRow(place) for place in range(self.lines.rowCount())) + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current line on Enter; letters are left to the window."""
        row = self.lines.row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.chosen.emit(row.key)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the line that was clicked."""
        super().mouseReleaseEvent(event)
        row = self.lines.row(self.indexAt(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and row is not None:
            self.chosen.emit(row.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a line current without telling of it: the release tells."""
        self._quiet = True
        super().mousePressEvent(event)
        self._quiet = False

    def _on_current(self, index: QModelIndex) -> None:
        row = self.lines.row(index)
        if row is not None and not self._quiet:
            self.moved.emit(row.key)
