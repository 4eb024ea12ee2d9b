"""Starts the program in a fresh interpreter up to its first paint, or a bare window, and says what that took.

Run as a program: ``first_paint.py bare`` or ``first_paint.py LIBRARY``. Prints one JSON object: the CPU seconds
used since the interpreter started, and the modules imported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SIZE = 1440, 860


@dataclass(frozen=True)
class Start:
    """One start: ``cpu`` seconds up to the first paint, the ``modules`` and Qt's ``enums`` there by then."""

    cpu: float
    modules: frozenset[str]
    enums: int


def measure(what: str, folder: Path) -> Start:
    """Start ``bare`` or a library in a process of its own; ``folder`` takes the place of the user's."""
    places = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    told = subprocess.run(
        [sys.executable, __file__, what],
        env={**_outside(), **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = json.loads(told.stdout.splitlines()[-1])
    return Start(found["cpu"], frozenset(found["modules"]), found["enums"])


def _outside() -> dict[str, str]:
    """Return the environment without what keeps Python from storing compiled modules: users have them stored."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _enums(above: type) -> int:
    """Return how many of Qt's enums Python has built."""
    below: list[type] = above.__subclasses__()
    return sum(int(one.__module__.startswith("PySide6")) + _enums(one) for one in below)


def main(what: str) -> None:
    """Start, paint, print, and end at once."""
    if what != "bare":
        from briefing_app.desktop.start import import_first

        import_first()
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        """Ends the process after the first paint of ``window``."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and watched is window:
                QTimer.singleShot(0, self.end)
            return False

        def end(self) -> None:
            cpu = time.process_time()
            print(json.dumps({"cpu": cpu, "modules": sorted(sys.modules), "enums": _enums(Enum)}), flush=True)
            os._exit(0)

    if what == "bare":
        app = QApplication([])
        window = QMainWindow()
        window.resize(*SIZE)
    else:
        from briefing_app.desktop.app import Desktop, application
        from briefing_app.settings import Settings

        app = application()
        desktop = Desktop(Settings())
        desktop.start(Path(what))
        window = desktop.window
    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
