"""A bound on a whole request, headers included: when the time is up, its connection is cut."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

T = TypeVar("T")
_CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete")


class Deadline:
    """Seconds that run while it is entered; a server that sends a byte now and then does not outlast it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._sockets: list[socket.socket] = []
        self._over = threading.Event()
        self.called_off = False

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
        """Say whether the time is up, or the request was called off."""
        return self._over.is_set() or time.monotonic() >= self._end

    def call_off(self) -> None:
        """Cut the connection now; may come from any thread."""
        self.called_off = True
        self._cut()

    def within(self, call: Callable[[], T]) -> T | None:
        """Return what ``call`` returns, or None when it does not end in time; for what no socket can cut short."""
        answers: list[T] = []
        errors: list[Exception] = []

        def run() -> None:
            try:
                answers.append(call())
            except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
                errors.append(error)

        thread = threading.Thread(target=run, name="resolve", daemon=True)
        thread.start()
        thread.join(max(0.0, self._end - time.monotonic()))
        if errors:
            raise errors[0]
        return answers[0] if answers else None

    def watch(self, event: str, told: Mapping[str, object]) -> None:
        """Take note of a connection; httpx calls this at every step of a request."""
        if event in _CONNECTED:
            stream = told.get("return_value")
            found = getattr(stream, "get_extra_info", lambda _name: None)("socket")
            if isinstance(found, socket.socket):
                self._sockets.append(found)
                if self.passed:  # the timer rings once, and this connection came after it
                    self._cut()

    def _cut(self) -> None:
        self._over.set()
        for one in list(self._sockets):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
