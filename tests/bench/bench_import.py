"""An import behind the real window: how fast it goes, and how long the window's thread is ever away.

Run as a script: ``python -m tests.bench.bench_import [--files 2000] [--analysis]``. It makes invented files, imports
them in the window (offscreen) as a drop does, and tells the longest gaps between ticks of a timer in the window's
thread; with ``--analysis`` of the language analysis behind the import.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from briefing_app.ui.shell.import_wish import ImportWish
from tests.bench import frames
from tests.bench.frames import TICK
from tests.bench.make_files import make


def main() -> None:
    """Read the command line, import, and tell."""
    parser = argparse.ArgumentParser(description="Import behind the window and measure its frames.")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--analysis", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        sys.stdout.write(measured(Path(folder), options.files, options.words, analysis=options.analysis) + "\n")


def measured(folder: Path, files: int, words: int, *, analysis: bool) -> str:
    """Return a line of figures."""
    from PySide6.QtCore import QObject, Qt, QTimer

    from briefing_app.desktop.app import application
    from briefing_app.settings import Settings
    from briefing_app.ui.shell.desk import Desk

    make(folder / "in", files, words=words)
    app = application()
    desktop = frames.made(Settings(folder / "settings.json"))
    gaps: list[float] = []

    class Watch(QObject):
        """Notes when it is called, from the moment the import starts until it is over."""

        def __init__(self) -> None:
            super().__init__()
            self._last = 0.0
            self.began = self.ended = 0.0
            self.analysing = False
            self.timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
            self.timer.timeout.connect(self.tick)

        def begin(self) -> None:
            desk = desktop.window.desk
            assert isinstance(desk, Desk)
            self.began = self._last = time.perf_counter()
            self.timer.start()
            desk.imports.drop(ImportWish((str(folder / "in"),)))

        def tick(self) -> None:
            now = time.perf_counter()
            gaps.append((now - self._last) * 1000 - TICK)
            self._last = now
            panel = desktop.window.desk.progress  # type: ignore[union-attr]
            if not panel.words.text().endswith(".") or panel.cancel.isVisible():
                return
            if analysis and not self.analysing:
                self.analysing, self.began = True, now
                gaps.clear()
            if not analysis or not (desktop.session and desktop.session.busy):
                self.ended = now
                self.timer.stop()
                app.quit()

    watch = Watch()
    frames.run(desktop, folder, watch.begin)
    told = desktop.window.desk.progress.words.text()  # type: ignore[union-attr]
    desktop.end()
    spent = watch.ended - watch.began
    return f"{told} {spent:.1f} s, {spent / files * 1000:.1f} ms a file. {frames.told(gaps)}"


if __name__ == "__main__":
    main()
