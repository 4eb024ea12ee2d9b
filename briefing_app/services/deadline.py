"""A bound on a whole request, headers included: when the time is up, its connection is cut."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

_CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete")


class Deadline:
    """Seconds that run while it is entered; a server that sends a byte now and then does not outlast it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self._sockets.clear()

    @property
    def passed(self) -> bool:
        """Say whether the time is up."""
        return time.monotonic() >= self._end

    def watch(self, event: str, told: Mapping[str, object]) -> None:
        """Take note of a connection; httpx calls this at every step of a request."""
        if event in _CONNECTED:
            stream = told.get("return_value")
            found = getattr(stream, "get_extra_info", lambda _name: None)("socket")
            if isinstance(found, socket.socket):
                self._sockets.append(found)

    def _cut(self) -> None:
        for one in list(self._sockets):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
