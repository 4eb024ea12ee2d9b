"""The box that tells which release this is and what confines the process that reads documents."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app import __version__

TOLD = (
    "Read articles, see who holds what position, and write the briefing note.\n"
    "Apache License 2.0. Everything stays on this computer."
)


class AboutBox(QMessageBox):
    """Tells the release at once, and the walls around the worker as soon as one has answered."""

    _answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle("About Briefing Reader")
        if parent is not None:
            self.setIconPixmap(parent.windowIcon().pixmap(48, 48))
        self.setText(f"Briefing Reader {__version__}")
        self.setInformativeText(TOLD)
        self._answered.connect(self._tell)
        self._asking = threading.Thread(target=self._ask, name="walls", daemon=True)

    def look(self) -> None:
        """Ask a worker, away from the window's thread, what confines it."""
        self._asking.start()

    def _ask(self) -> None:
        from contextlib import suppress

        from briefing_app.errors import ProgramError, UserError
        from briefing_app.jobs import walls

        try:
            told = walls.sentence(walls.names(walls.standing()))
        except (UserError, ProgramError):
            told = "The process that reads documents cannot be started."
        with suppress(RuntimeError):  # the box was closed meanwhile
            self._answered.emit(told)

    def _tell(self, told: str) -> None:
        self.setInformativeText(f"{TOLD}\n\n{told}")
