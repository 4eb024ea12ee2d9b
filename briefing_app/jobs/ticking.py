"""Doing something now and then, on a thread of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Ticker:
    """Calls ``tick`` every so many seconds until it is ended, the first time after as many; never twice at once.

    ``failed`` hears of what a tick raised, on the ticker's thread; the next tick comes all the same.
    """

    def __init__(
        self,
        tick: Callable[[], object],
        seconds: float,
        failed: Callable[[Exception], None],
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self._tick = tick
        self._seconds = seconds
        self._failed = failed
        self._over = threading.Event()
        self._wait = wait or self._over.wait
        self._thread = threading.Thread(target=self._serve, name="ticker", daemon=True)

    def start(self) -> None:
        """Begin to count."""
        self._thread.start()

    def end(self, patience: float = 3.0) -> None:
        """Stop after the tick under way."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _serve(self) -> None:
        while not self._wait(self._seconds) and not self._over.is_set():
            try:
                self._tick()
            except Exception as error:  # noqa: BLE001 - one bad tick must not end the others; it is reported
                if not self._over.is_set():
                    self._failed(error)
