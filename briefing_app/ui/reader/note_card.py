"""One note beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from briefing_app.domain.annotation import annotation_type
from briefing_app.ui.theme import ui_font

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent

    from briefing_app.domain.annotation import Annotation
    from briefing_app.ui.theme import ThemeHolder

_LINES = 4
"""Lines of a note shown before the pointer rests on it."""
_PAD = QRect(10, 6, 18, 13)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class NoteCard(QWidget):
    """One note: a coloured left edge, the words, the tags. Elided until the pointer is on it."""

    chosen = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, theme: ThemeHolder, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self.annotation: Annotation | None = None
        self.selected = False
        self._rest = QRect()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_note(self, annotation: Annotation) -> int:
        """Show ``annotation`` and return the card's height at rest."""
        self.annotation = annotation
        said = annotation.note or "tags"
        self.setAccessibleName(f"{annotation.type} note: {said}. {', '.join(annotation.tags)}")
        self.update()
        return self._height(_LINES)

    def put(self, rect: QRect) -> None:
        """Stand at ``rect`` whenever the pointer is elsewhere."""
        self._rest = rect
        if not self.underMouse():
            self.setGeometry(rect)

    def sizeHint(self) -> QSize:
        """Return the size at rest."""
        return QSize(self._width, self._height(_LINES))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Open to the whole note, over the cards below."""
        super().enterEvent(event)
        whole = self._height(60)
        if whole > self._rest.height():
            self.raise_()
            around = self.parentWidget()
            room = around.height() if around is not None else whole
            top = max(0, min(self._rest.top(), room - whole - 4))
            self.setGeometry(self._rest.left(), top, self._width, whole)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Close again."""
        super().leaveEvent(event)
        self.setGeometry(self._rest)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the annotation."""
        if self.annotation is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.annotation.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the note."""
        del event
        if self.annotation is not None:
            self.edit_wanted.emit(self.annotation.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, edge, words and chips."""
        del event
        if self.annotation is None:
            return
        theme = self._theme.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(theme.annotation_edge[annotation_type(self.annotation.type).colour])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(edge if self.selected or self.underMouse() else QColor(theme.line), 1))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(0, 1, 3, self.height() - 2), edge)
        self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        assert self.annotation is not None
        theme = self._theme.current
        font = ui_font(11)
        painter.setFont(font)
        painter.setPen(QColor(theme.quote))
        inside = self.rect().adjusted(_PAD.x(), _PAD.y(), -8, -7)
        chips = self._chip_rows()
        bottom = inside.bottom() - (18 * len(chips) if chips else 0)
        text = self._elided(bottom - inside.top() + 1)
        painter.drawText(QRect(inside.left(), inside.top(), inside.width(), bottom - inside.top() + 2), _WRAP, text)
        y = inside.bottom() - 18 * len(chips) + 4
        small = ui_font(10)
        painter.setFont(small)
        for row in chips:
            x = inside.left()
            for tag in row:
                width = min(painter.fontMetrics().horizontalAdvance(tag) + 12, inside.width())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.chip))
                painter.drawRoundedRect(QRect(x, y, width, 15), 7, 7)
                painter.setPen(QColor(theme.muted))
                fits = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, width - 10)
                painter.drawText(QRect(x, y, width, 15), Qt.AlignmentFlag.AlignCenter, fits)
                x += width + 4
            y += 18

    def _inner_width(self) -> int:
        return self._width - _PAD.width()

    def _height(self, lines: int) -> int:
        metrics = QFontMetrics(ui_font(11))
        text = self.annotation.note if self.annotation else ""
        height = 0
        if text:
            whole = metrics.boundingRect(QRect(0, 0, self._inner_width(), 10_000), _WRAP, text).height()
            height = min(whole, metrics.lineSpacing() * lines)
        chips = len(self._chip_rows())
        return height + chips * 18 + _PAD.height() + (0 if text else 1)

    def _elided(self, height: int) -> str:
        text = self.annotation.note if self.annotation else ""
        metrics = QFontMetrics(ui_font(11))
        box = QRect(0, 0, self._inner_width(), 10_000)
        if metrics.boundingRect(box, _WRAP, text).height() <= height + 2:
            return text
        low, high = 0, min(len(text), 400)
        while low < high:
            middle = (low + high + 1) // 2
            if metrics.boundingRect(box, _WRAP, text[:middle].rstrip() + "…").height() <= height + 2:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…"

    def _chip_rows(self) -> list[list[str]]:
        metrics = QFontMetrics(ui_font(10))
        rows: list[list[str]] = []
        left = 0
        for tag in self.annotation.tags if self.annotation else ():
            width = metrics.horizontalAdvance(tag) + 16
            if not rows or width > left:
                rows.append([])
                left = self._inner_width()
            rows[-1].append(tag)
            left -= width
        return rows
