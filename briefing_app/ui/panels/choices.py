"""A row of pills of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from briefing_app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceBar(QWidget):
    """Pills with a value each; ``chosen`` tells the value of the one that was clicked. Empty, it takes no room."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._choices: list[tuple[str, str]] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(12, 10, 12, 10)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show (value, words) pairs; pills that stay the same stay the same widgets."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self._build()
        self.setVisible(bool(choices))
        for button in self.buttons():
            button.setChecked(button.property("value") == chosen)

    def buttons(self) -> list[QAbstractButton]:
        """Return the pills in order."""
        return self._group.buttons()

    def _build(self) -> None:
        for button in self.buttons():
            self._group.removeButton(button)
        self._flow.clear()
        for value, words in self._choices:
            button = QPushButton(words.replace("&", "&&"), self)
            button.setProperty("role", "pill")
            button.setProperty("value", value)
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button)
            self._flow.addWidget(button)
        self.updateGeometry()

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("value")))
