"""The tabs of the side panel: an underlined row that leaves out counts, then air, as it gets narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from briefing_app.ui.theme import ThemeHolder, ui_font

LEVELS = ((10, 13, True), (6, 13, True), (6, 12, True), (7, 13, False), (4, 12, False), (2, 11, False))
"""From roomy to tight: air at each side of a tab's words, their size in pixels, and whether counts are shown."""


class TabStrip(QTabBar):
    """Tabs by name; ``picked`` tells the name of the one that became current."""

    picked = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: list[str] = []
        self._counts: dict[str, int] = {}
        self._level = 0
        self.setAccessibleName("Side panel")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._on_changed)
        theme.changed.connect(self.update)

    def add(self, name: str, words: str, key: str) -> None:
        """Add a tab; ``key`` is told in its tool tip."""
        self._names.append(name)
        index = self.addTab(words)
        self.setTabToolTip(index, f"{words} ({key})")

    def set_count(self, name: str, count: int) -> None:
        """Show how many things a tab holds."""
        if self._counts.get(name) == count:
            return
        self._counts[name] = count
        index = self._names.index(name)
        self.setAccessibleTabName(index, self._words(index, counted=True))
        self._fit()

    def current(self) -> str:
        """Return the name of the current tab."""
        return self._names[self.currentIndex()]

    def pick(self, name: str) -> None:
        """Make a tab current; names that are none are passed over."""
        if name in self._names:
            self.setCurrentIndex(self._names.index(name))

    def shown_words(self, index: int) -> str:
        """Return what a tab says at this width."""
        return self._words(index, counted=LEVELS[self._level][2])

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab, bold or not, so that nothing moves when another becomes current."""
        pad, pixels, _ = LEVELS[self._level]
        wide = QFontMetrics(ui_font(pixels, bold=True)).horizontalAdvance(self.shown_words(index)) + 2 * pad
        return QSize(wide, QFontMetrics(ui_font(bold=True)).height() + 20)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let tabs shrink when even the tightest row does not fit."""
        return QSize(24, self.tabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:
        """Never make the panel wider than it is."""
        return QSize(120, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the line below all tabs and the stronger one below the current."""
        theme = self._theme.current
        pixels = LEVELS[self._level][1]
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        for index in range(self.count()):
            rect = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(ui_font(pixels, bold=chosen))
            painter.setPen(QColor(theme.strong if chosen else theme.muted))
            metrics = QFontMetrics(painter.font())
            room = rect.adjusted(1, 0, -1, -2)
            words = metrics.elidedText(self.shown_words(index), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            if chosen:
                painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, QColor(theme.accent))
                self._ring(painter, rect)
        painter.end()

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.current.accent_ink), 2))
            painter.drawRect(rect.adjusted(2, 3, -2, -4))

    def _words(self, index: int, *, counted: bool) -> str:
        count = self._counts.get(self._names[index], 0)
        return f"{self.tabText(index)} {count:,}" if counted and count > 0 else self.tabText(index)

    def _fit(self) -> None:
        for level in range(len(LEVELS)):
            self._level = level
            if sum(self.tabSizeHint(index).width() for index in range(self.count())) <= self.width():
                break
        self.setIconSize(self.iconSize())  # has the bar ask for the tabs' sizes again
        self.updateGeometry()
        self.update()

    def _on_changed(self, index: int) -> None:
        if 0 <= index < len(self._names):
            self.picked.emit(self._names[index])
