"""The markers that stand where text was removed, and what they open into."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.reader.page import ROW_ROOM
from briefing_app.ui.theme import ui_font
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from briefing_app.domain.article import Removal
    from briefing_app.ui.reader.page import Strip
    from briefing_app.ui.reader.surface import ReadingSurface
    from briefing_app.ui.theme import ThemeHolder


class ClosedStrip(QPushButton):
    """A thin dashed line of words: how much was removed here. Pressing it opens the text in place."""

    def __init__(self, strip: Strip, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = not strip.inside
        self.setFlat(True)
        self.setText(strip.caption)
        self.setAccessibleName(strip.caption)
        self.setToolTip(tip("\n".join(dict.fromkeys(one.reason for one in strip.removals))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed frame and the words."""
        del event
        theme = self._theme.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        inside = self.rect()
        if self._framed:
            painter.setPen(QPen(QColor(theme.accent_ink if lit else theme.border), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(theme.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
            inside = inside.adjusted(9, 0, -9, 0)
        painter.setPen(QColor(theme.accent_ink if lit else theme.faint))
        painter.setFont(ui_font(11))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if not self._framed:
            painter.setPen(QPen(QColor(theme.accent_ink if lit else theme.border), 1, Qt.PenStyle.DashLine))
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawLine(0, self.height() - 2, width, self.height() - 2)
        painter.end()


class OpenStrip(QWidget):
    """The rows below removed text that was opened: rule, reason, and the button that puts it back."""

    put_back = Signal(str)
    put_all_back = Signal()
    closed = Signal()

    def __init__(self, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(ui_font())
        self.put_back_buttons: list[RoleButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, one in enumerate(strip.removals):
            layout.addLayout(self._row(one, last=number == len(strip.removals) - 1))

    def _row(self, removal: Removal, *, last: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        words = f"{removal.reason} · rule {removal.rule}"
        row.addWidget(ElidedLabel(words, "faint", parent=self), 1)
        back = RoleButton("Put back", "link", self)
        back.setAccessibleName(f"Put back: {removal.reason}")
        back.clicked.connect(partial(self.put_back.emit, removal.id))
        self.put_back_buttons.append(back)
        buttons = [back]
        if last:
            every = RoleButton("Put all back", "link", self)
            every.clicked.connect(self.put_all_back)
            hide = RoleButton("Close", "link", self)
            hide.setAccessibleName("Close removed text")
            hide.clicked.connect(self.closed)
            buttons += [every, hide]
        for button in buttons:
            button.setFixedHeight(ROW_ROOM - 4)
            row.addWidget(button)
        return row


class StripBoard(QWidget):
    """Places the strips of the page; it draws nothing itself and lives as long as the surface."""

    opened = Signal(object)
    closed = Signal(object)
    put_back = Signal(str)
    put_all_back = Signal()

    def __init__(self, surface: ReadingSurface, theme: ThemeHolder) -> None:
        super().__init__(surface)
        self.hide()
        self._surface = surface
        self._theme = theme
        self._strips: tuple[Strip, ...] = ()
        self._widgets: dict[int, QWidget] = {}

    def show_strips(self, strips: tuple[Strip, ...]) -> None:
        """Have these strips on the page and no others."""
        for widget in self._widgets.values():
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self._strips = strips
        self.place()

    def place(self) -> None:
        """Put the strips in view where they belong; those out of view have no widget."""
        if not self._strips:
            return
        surface = self._surface
        scroll = surface.verticalScrollBar().value()
        view = surface.viewport().height()
        used: dict[int, int] = {}
        first, last = surface.visible_blocks()
        for number, strip in enumerate(self._strips):
            below = used.get(strip.block, 0)
            used[strip.block] = below + strip.room
            if strip.block >= 0 and not first - 1 <= strip.block <= last:
                self._drop(number)
                continue
            top = self._top(strip) + below - scroll
            if top > view or top + strip.room < 0:
                self._drop(number)
                continue
            widget = self._widgets.get(number) or self._make(number, strip)
            left = surface.column_left()
            widget.setGeometry(left, top, surface.column_right() - left, _height(strip))

    def _top(self, strip: Strip) -> int:
        if strip.block < 0:
            return self._surface.head() - sum(one.room for one in self._strips if one.block < 0)
        gap = 6 if strip.opened or strip.inside else self._surface.typography.paragraph_gap
        return self._surface.block_bottom(strip.block) + gap

    def _make(self, number: int, strip: Strip) -> QWidget:
        viewport = self._surface.viewport()
        widget: ClosedStrip | OpenStrip
        if strip.opened:
            widget = OpenStrip(strip, viewport)
            widget.put_back.connect(self.put_back)
            widget.put_all_back.connect(self.put_all_back)
            widget.closed.connect(partial(self.closed.emit, strip))
        else:
            widget = ClosedStrip(strip, self._theme, viewport)
            widget.clicked.connect(partial(self.opened.emit, strip))
        self._widgets[number] = widget
        widget.show()
        return widget

    def _drop(self, number: int) -> None:
        widget = self._widgets.pop(number, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _height(strip: Strip) -> int:
    if strip.opened:
        return ROW_ROOM * len(strip.removals)
    return 18 if strip.inside else 28
