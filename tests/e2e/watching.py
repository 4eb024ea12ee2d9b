"""Watches from below and from outside: audit events of Python, opens the kernel saw, calls that a server heard."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
_STARTED = ("webbrowser.open", "os.startfile", "os.system")
_IN_ACCESS, _IN_OPEN, _OF_FOLDER = 0x1, 0x20, 0x40000000


class Watch:
    """A server that must hear nothing, a folder that nobody may look into, and a hook that remembers who tried."""

    def __init__(self, folder: Path) -> None:
        self.secret = folder / "secret"
        self.secret.mkdir()
        self.canary = self.secret / "canary.txt"
        self.canary.write_text("THE CANARY WAS READ")
        self.heard: list[str] = []
        self.tried: list[str] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        self._eye = _eye_on(self.secret)
        sys.addaudithook(self._hear)

    @property
    def opened(self) -> int:
        """Return how often the kernel saw the file in the secret folder opened or read, or -1 where it cannot tell."""
        if self._eye < 0:
            return -1
        seen = b""
        while True:
            try:
                seen += os.read(self._eye, 65536)
            except BlockingIOError:
                return sum(not mask & _OF_FOLDER for mask in _masks(seen))

    def _listen(self) -> None:
        while True:
            caller, _ = self._server.accept()
            self.heard.append(caller.recv(200).decode("latin-1"))
            caller.close()

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _NETWORK or event in _STARTED or (event == "open" and str(self.secret) in str(arguments[0])):
            self.tried.append(f"{event} {arguments[-2:]!r:.200}")


def _eye_on(folder: Path) -> int:
    if sys.platform != "linux":
        return -1
    libc = ctypes.CDLL(None, use_errno=True)
    eye = libc.inotify_init1(os.O_NONBLOCK)
    libc.inotify_add_watch(eye, os.fsencode(folder), _IN_OPEN | _IN_ACCESS)
    return int(eye)


def _masks(seen: bytes) -> list[int]:
    found, at = [], 0
    while at < len(seen):
        _, mask, _, length = struct.unpack_from("iIII", seen, at)
        found.append(mask)
        at += 16 + length
    return found
