"""One window a library: a second start raises the first window instead of opening the same file twice."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app import paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_PRIME = 2**89 - 1
"""Tells paths apart without `hashlib`, which brings OpenSSL along before the first paint."""
PATIENCE = 1000
"""Milliseconds a running window is given to answer."""


class Instance(QObject):
    """Holds a library for one window; `raise_wanted` says that somebody tried to open it again."""

    raise_wanted = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        place = int.from_bytes(os.fsencode(library.resolve()), "big")
        self._name = f"briefing-reader-{place % _PRIME:x}"
        self._lock = paths.state_folder() / f"{self._name}.lock"
        self._handle: int | None = None
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Hold the library; False when another window of ours holds it already."""
        with suppress(OSError):
            self._lock.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o600)
            if not _locked(handle):
                os.close(handle)
                return False
            self._handle = handle
        return True

    def listen(self) -> None:
        """Hear of later starts; called after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            server.newConnection.connect(self._called)
            self._server = server

    def call(self) -> bool:
        """Ask the window that holds the library to show itself; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = bool(socket.waitForConnected(PATIENCE))
        socket.disconnectFromServer()
        return answered

    def release(self) -> None:
        """Let go of the library."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _called(self) -> None:
        if self._server is not None:
            connection = self._server.nextPendingConnection()
            if connection is not None:
                connection.disconnected.connect(connection.deleteLater)
            self.raise_wanted.emit()


def _locked(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt  # Windows has no fcntl; its own locking does the same

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
