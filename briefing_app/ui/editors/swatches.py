"""Choosing a party's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from briefing_app.domain.dossier import PARTY_COLOURS
from briefing_app.ui.theme import ink_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.theme import ThemeHolder


class Swatch(QAbstractButton):
    """A dot of one colour; a tick in it says that it is chosen, a ring that it has the focus."""

    def __init__(self, colour: str, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Colour {colour or 'none'}")
        self.setToolTip(colour or "no colour")

    def sizeHint(self) -> QSize:
        """Return a size that goes with the font."""
        side = self.fontMetrics().height() + 8
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        theme = self._theme.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        fill = theme.party.get(self.colour, theme.field)
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(theme.border), 1) if not self.colour else Qt.PenStyle.NoPen)
        painter.drawEllipse(inside)
        if self.isChecked():
            painter.setPen(QColor(ink_on(fill)))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, "✓")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent_ink), 2))
            painter.drawEllipse(inside.adjusted(-3, -3, 3, 3))
        painter.end()


class Swatches(QWidget):
    """The party colours, one chosen; ``chosen`` tells the name of the one that was clicked."""

    chosen = Signal(str)

    def __init__(
        self, theme: ThemeHolder, parent: QWidget | None = None, colours: Sequence[str] = PARTY_COLOURS
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colour")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for colour in colours:
            swatch = Swatch(colour, theme, self)
            self._group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        self.setFocusProxy(self._group.buttons()[0])
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def choose(self, colour: str) -> None:
        """Tick a colour."""
        for button in self._group.buttons():
            if isinstance(button, Swatch) and button.colour == colour:
                button.setChecked(True)

    def colour(self) -> str:
        """Return the colour ticked, or nothing."""
        button = self._group.checkedButton()
        return button.colour if isinstance(button, Swatch) else ""

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, Swatch):
            self.chosen.emit(button.colour)
