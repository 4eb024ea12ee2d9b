"""Hearing from the system that something has happened in the watched folder; whoever hears nothing looks anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

CALM = 400
"""Milliseconds for which what is heard is gathered."""


class FolderEyes(QObject):
    """``heard`` comes soon after anything comes, goes or is renamed in one of the folders listened to."""

    heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_heard)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.heard)

    @property
    def folders(self) -> list[str]:
        """Return the folders listened to."""
        return self._watcher.directories()

    def listen(self, folders: Sequence[str]) -> None:
        """Listen to these folders and to no others; one that is not there is left out."""
        known, wanted = set(self.folders), set(folders)
        if known - wanted:
            self._watcher.removePaths(sorted(known - wanted))
        if wanted - known:
            self._watcher.addPaths(sorted(wanted - known))

    def _on_heard(self, place: str) -> None:
        del place
        if not self._calm.isActive():
            self._calm.start()
