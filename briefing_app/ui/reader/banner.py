"""The strip above the text: that the article lies in the trash, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel


class Banner(QFrame):
    """A sentence and one button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        self.label = PlainLabel(parent=self)
        self.button = RoleButton("Restore", parent=self)
        self.button.clicked.connect(self._on_clicked)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, button: str) -> None:
        """Show ``sentence``; an empty one hides the strip."""
        self.label.setText(sentence)
        self.button.setText(button)
        self.setVisible(bool(sentence))

    def _on_clicked(self) -> None:
        self.pressed.emit()
