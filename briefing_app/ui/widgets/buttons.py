"""Buttons that the panels share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from briefing_app.ui.theme import ThemeHolder


class RoleButton(QPushButton):
    """A push button with a role of the style sheet: ``primary``, ``link``, ``flat`` or none."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(visible(text), parent)
        self.setAutoDefault(False)
        if role:
            self.setProperty("role", role)


class IconButton(QToolButton):
    """A button that shows a sign; ``name`` is what screen readers say and the tool tip shows."""

    def __init__(self, sign: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "icon")
        self.setText(sign)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))


class PartyPill(QPushButton):
    """A checkable pill with a dot in a party's colour; checked, the colour fills it."""

    DOT = 8
    INDENT = 11

    def __init__(self, text: str, colour: str, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(visible(text), parent)
        self._theme = theme
        self._colour = colour
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("role", "pill")
        self.setProperty("party", colour)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Make room for the dot."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.DOT + 5, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, then its dot; the style sheet keeps the words clear of it."""
        super().paintEvent(event)
        if self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        party = self._theme.current.party
        painter.setBrush(QColor(party.get(self._colour, party["grey"])))
        painter.drawEllipse(QRectF(self.INDENT, (self.height() - self.DOT) / 2, self.DOT, self.DOT))
        painter.end()
