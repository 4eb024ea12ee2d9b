"""Hearing from the system that something has happened in the watched folder; whoever hears nothing looks anyway."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

MOST = 200
"""Most folders listened to; systems give out few such ears."""
CALM = 400
"""Milliseconds for which what is heard is gathered."""


class FolderEyes(QObject):
    """``heard`` comes soon after anything comes, goes or is renamed in the folder or in one below it."""

    heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_heard)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._on_calm)

    @property
    def folders(self) -> list[str]:
        """Return the folders listened to."""
        return self._watcher.directories()

    def watch(self, folder: str) -> None:
        """Listen to a folder and those below it, or to none."""
        self._folder = folder
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._listen()

    def _listen(self) -> None:
        wanted = below(self._folder)
        known = set(self._watcher.directories())
        fresh = [one for one in wanted if one not in known]
        if fresh:
            self._watcher.addPaths(fresh)

    def _on_heard(self, place: str) -> None:
        del place
        if not self._calm.isActive():
            self._calm.start()

    def _on_calm(self) -> None:
        self._listen()
        self.heard.emit()


def below(folder: str) -> list[str]:
    """Return a folder and those below it that are not hidden, at most so many; none where it is not there."""
    if not folder or not Path(folder).is_dir():
        return []
    found: list[str] = []
    for here, folders, _ in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        found.append(here)
        if len(found) >= MOST:
            break
    return found
