"""Message boxes that show a text as it stands: a title with markup or hidden characters in it stays a title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from briefing_app.domain.tricks import visible


class PlainBox(QMessageBox):
    """A message box of plain text, with signs for what hides in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show the question."""
        super().setText(visible(text))

    def setInformativeText(self, text: str) -> None:
        """Show what more there is to know. Qt gives this label no format of its own; it is made plain here."""
        super().setInformativeText(visible(text))
        for label in self._labels():
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _labels(self) -> list[QLabel]:
        return self.findChildren(QLabel, "qt_msgbox_informativelabel")
