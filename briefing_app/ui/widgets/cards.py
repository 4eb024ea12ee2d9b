"""Frames that hold other widgets: a card, and the page that an empty panel shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.widgets.labels import PlainLabel, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent


class Card(QFrame):
    """A bordered frame with a vertical layout ``body``; ``chosen`` when clicked, or by Enter while in focus."""

    chosen = Signal()

    def __init__(self, name: str = "", *, focusable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 8, 10, 8)
        self.body.setSpacing(3)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        self._ring(on=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        self._ring(on=False)
        super().focusOutEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the card was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that the card was chosen by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        super().keyPressEvent(event)

    def _ring(self, *, on: bool) -> None:
        self.setProperty("focused", "true" if on else "false")
        restyle(self)


class EmptyState(QWidget):
    """What a panel shows when it has nothing: a title, what to do about it, and perhaps the button that does it."""

    pressed = Signal()

    def __init__(self, title: str, text: str, button: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(6)
        layout.addStretch(2)
        self._title = self._line(layout, "heading")
        self._text = self._line(layout, "muted")
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        layout.addSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say(title, text, button)

    def say(self, title: str, text: str, button: str | None = None) -> None:
        """Show other words; without ``button`` there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button or "")
        self.button.setAccessibleName(button or title)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title}. {text}")

    def _line(self, layout: QVBoxLayout, role: str) -> PlainLabel:
        label = PlainLabel(role=role, wrap=True, parent=self)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(label)
        return label

    def _on_clicked(self) -> None:
        self.pressed.emit()
