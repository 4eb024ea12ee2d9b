"""When our own code fails: a report the user can read and copy, and a window that goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing_app import __version__, paths

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

_URL_SECRET = r"(https?://)[^\s/@]*@|(\?)[^\s'\"]*"


def report_of(error: BaseException) -> str:
    """Return what a developer needs: versions and our own stack, without texts, titles, addresses or home folders.

    Messages of exceptions may quote what was read, so only their types are kept.
    """
    import platform
    import re
    import traceback

    lines = [
        f"Briefing Reader {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
    return re.sub(_URL_SECRET, r"\1\2…", "\n".join(lines))


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
    from PySide6.QtWidgets import QMessageBox

    report = report_of(error)
    keep(report)
    sys.stderr.write(report + "\n")
    box = QMessageBox(parent)
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


def _short(filename: str) -> str:
    from pathlib import Path

    parts = Path(filename).parts
    for anchor in ("briefing_app", "site-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) :])
    return parts[-1] if parts else filename
