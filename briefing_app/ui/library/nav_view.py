"""The library column on the screen, drawn as in the design: headings, rows with counts at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.library.measures import NAV_HEADING, NAV_INDENT, NAV_LINE, NAV_PAD, NAV_SIDE
from briefing_app.ui.library.nav_items import NavItem, NavKind
from briefing_app.ui.library.nav_model import ITEM_ROLE, NavModel
from briefing_app.ui.theme import ThemeHolder, ui_font

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class NavDelegate(QStyledItemDelegate):
    """Paints the lines; dossier names take two lines where they need them."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._bold, self._small = ui_font(), ui_font(bold=True), ui_font(10, bold=True)
        self._small.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._count = ui_font(12)
        self.width = 200

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a line's height at the column's width."""
        item: NavItem = index.data(ITEM_ROLE)
        if item.kind is NavKind.HEADING:
            return QSize(60, NAV_HEADING)
        if item.kind is NavKind.DOSSIER and self._wraps(item):
            return QSize(60, NAV_LINE + QFontMetrics(self._bold).height())
        return QSize(60, NAV_LINE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        item: NavItem = index.data(ITEM_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.kind is NavKind.HEADING:
            self._paint_heading(painter, option.rect, item)
        else:
            self._paint_line(painter, option.rect, option.state, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, item: NavItem) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.current.faint))
        below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(NAV_SIDE, 0, 0, -5), below, item.text.upper())

    def _paint_line(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, item: NavItem) -> None:
        theme = self._theme.current
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = QRectF(rect.adjusted(NAV_PAD, 1, -NAV_PAD, -1))
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if selected else theme.hover))
            painter.drawRoundedRect(ground, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent_ink), 1.6))
            painter.drawRoundedRect(ground.adjusted(1, 0, -1, 0), 5, 5)
        room = rect.adjusted(NAV_SIDE + NAV_INDENT * item.depth, 0, -NAV_SIDE, 0)
        if item.count:
            painter.setFont(self._count)
            painter.setPen(QColor(theme.muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(room.adjusted(0, 6, 0, 0), right, f"{item.count:,}")
        self._paint_name(painter, room.adjusted(0, 0, -self._room_for_count(item), 0), item, selected=selected)

    def _paint_name(self, painter: QPainter, room: QRect, item: NavItem, *, selected: bool) -> None:
        theme = self._theme.current
        font = self._bold if selected else self._plain
        ink = theme.strong if selected else theme.muted if item.kind is NavKind.NEW_DOSSIER else theme.text
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(font)
        if item.kind is NavKind.DOSSIER and self._wraps(item):
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.setClipRect(room)
            painter.drawText(room, flags, _two_lines(visible(item.text), metrics, room.width()))
            return
        name = metrics.elidedText(visible(item.text), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _room_for_count(self, item: NavItem) -> int:
        return QFontMetrics(self._count).horizontalAdvance(f"{item.count:,}") + 8 if item.count else 0

    def _wraps(self, item: NavItem) -> bool:
        room = self.width - 2 * NAV_SIDE - self._room_for_count(item)
        return QFontMetrics(self._bold).horizontalAdvance(item.text) > room


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    first = ""
    words = text.split()
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{rest}" if first else rest


class NavView(QListView):
    """The column; ``place_chosen`` tells the line that was clicked or reached by a key."""

    place_chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, model: NavModel, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nav = model
        self._delegate = NavDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Library and dossiers")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme.changed.connect(self.viewport().update)

    def put_current(self, index: QModelIndex) -> None:
        """Show ``index`` as the place one is in; nothing is told."""
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names wrap anew."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        item = self._nav.item(index.row())
        if item is not None and item.is_place:
            self.menu_wanted.emit(item, self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _on_chosen(self, index: QModelIndex) -> None:
        item = self._nav.item(index.row())
        if item is not None and item.kind is not NavKind.HEADING:
            self.place_chosen.emit(item)
