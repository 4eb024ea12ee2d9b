"""Painting one article in the list: two lines of title, a line about it, its tags and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.library.list_model import META_ROLE, ROW_ROLE
from briefing_app.ui.library.measures import CHIP_HEIGHT, GAP, LEFT, RIGHT, STAR, TOP, row_height
from briefing_app.ui.theme import Theme, ThemeHolder, ui_font

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from briefing_app.domain.listing import ArticleRow

WIDEST_TAG = 110


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows of the theme's colours; every row is as high as the highest, so that long lists stay quick."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._unread = ui_font(), ui_font(bold=True)
        self._meta, self._chip = ui_font(11), ui_font(10)
        self._line = QFontMetrics(self._unread).height()
        self._meta_line = QFontMetrics(self._meta).height()
        self.row_height = row_height(self._line, self._meta_line)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row with two lines of title and tags."""
        return QSize(120, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        theme, rect = self._theme.current, option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = theme.accent_soft if selected else theme.hover if state & QStyle.StateFlag.State_MouseOver else ""
        painter.save()
        if ground:
            painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row: ArticleRow | None = index.data(ROW_ROLE)
        if row is not None:
            self._paint_row(painter, rect, row, index.data(META_ROLE), theme)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent_ink), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(theme.accent_ink))
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: ArticleRow, meta: str, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = rect.adjusted(LEFT, TOP, -RIGHT, -TOP)
        if not row.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_ink))
            painter.drawEllipse(QPointF(rect.left() + 9.5, inside.top() + self._line / 2), 3, 3)
        if row.starred:
            self._star(painter, QPointF(inside.right() - STAR / 2, inside.top() + self._line / 2), theme)
        room = inside.adjusted(0, 0, -(STAR + 4) if row.starred else 0, 0)
        painter.setPen(QColor(theme.text))
        y = self._paint_title(painter, room, row.title or "Untitled", self._title if row.read else self._unread)
        painter.setFont(self._meta)
        painter.setPen(QColor(theme.muted))
        line = QRect(inside.left(), y + GAP, inside.width(), self._meta_line)
        words = QFontMetrics(self._meta).elidedText(meta, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_chips(
            painter, QRect(inside.left(), line.bottom() + 1 + GAP, inside.width(), CHIP_HEIGHT), row, theme
        )

    def _paint_title(self, painter: QPainter, room: QRect, title: str, font: QFont) -> int:
        """Draw one or two lines and return where they end; the second line ends in an ellipsis if need be."""
        painter.setFont(font)
        metrics = QFontMetrics(font)
        text = " ".join(title[:400].split())
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        length = line.textLength()
        layout.endLayout()
        lines = [text[:length].rstrip()]
        if rest := text[length:].lstrip():
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width()))
        y = room.top()
        for words in lines:
            painter.drawText(QRect(room.left(), y, room.width(), self._line), Qt.AlignmentFlag.AlignVCenter, words)
            y += self._line
        return y

    def _paint_chips(self, painter: QPainter, room: QRect, row: ArticleRow, theme: Theme) -> None:
        metrics = QFontMetrics(self._chip)
        painter.setFont(self._chip)
        texts = [f"{row.annotations} ▮"] if row.annotations else []
        texts += [f"{row.suggestions:,} to review"] if row.suggestions else []
        left, end = room.left(), room.right()
        counts = sum(metrics.horizontalAdvance(text) + 16 for text in texts)
        for name in row.tags:
            tag = metrics.elidedText(name, Qt.TextElideMode.ElideRight, WIDEST_TAG)
            width = metrics.horizontalAdvance(tag) + 12
            if left + width > end - counts:
                break
            left = self._paint_chip(painter, QRect(left, room.top(), width, room.height()), tag, theme)
        for text in texts:
            left = self._paint_chip(
                painter, QRect(left, room.top(), metrics.horizontalAdvance(text) + 12, room.height()), text, theme
            )

    def _paint_chip(self, painter: QPainter, rect: QRect, text: str, theme: Theme) -> int:
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), 8, 8)
        painter.fillPath(path, QColor(theme.chip))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        return rect.right() + 5

    def _star(self, painter: QPainter, centre: QPointF, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.party["gold"]))
        painter.drawPolygon(QPolygonF([centre + point for point in _STAR]))


_STAR = [
    QPointF(x * STAR / 2, y * STAR / 2)
    for x, y in (
        (0, -1),
        (0.26, -0.32),
        (0.95, -0.31),
        (0.39, 0.12),
        (0.59, 0.81),
        (0, 0.4),
        (-0.59, 0.81),
        (-0.39, 0.12),
        (-0.95, -0.31),
        (-0.26, -0.32),
    )
]
"""Corners of a five-pointed star around the origin."""
