"""When our own code fails: a report the user can read and copy, and a window that goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.faults import report_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget


def keep(report: str) -> Path | None:
    """Write the report to the state folder and return its file, or None where that cannot be written."""
    target = paths.state_folder() / "crash.txt"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report + "\n", "utf-8")
    except OSError:
        return None
    return target


def show(error: BaseException, parent: QWidget | None = None) -> None:
    """Tell the user that something of ours failed, with the report to copy."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    report = report_of(error)
    keep(report)
    sys.stderr.write(report + "\n")
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Something went wrong")
    box.setText("Briefing Reader made a mistake and could not finish what you asked for.")
    box.setInformativeText("What was saved is safe. The report below holds none of your texts; please send it to us.")
    box.setDetailedText(report)
    box.setAccessibleName("Something went wrong")
    box.open()


class CrashHook:
    """What Python calls for an exception nobody caught."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def show(self, error: BaseException) -> None:
        """Show the report of an error that was caught on its way."""
        show(error, self.parent)

    def __call__(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Show the report; Ctrl+C in a terminal ends the program as usual."""
        if isinstance(error, KeyboardInterrupt):
            from PySide6.QtWidgets import QApplication

            QApplication.quit()
            return
        show(error, self.parent)
