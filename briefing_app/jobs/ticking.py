"""Doing something now and then, on a thread of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Ticker:
    """Calls ``tick`` every so many seconds until it is ended, the first time after as many; never twice at once.

    A tick may return after how many seconds it wants the next one, `poke` asks for it now. ``failed`` hears of what
    a tick raised, on the ticker's thread; the next one comes all the same.
    """

    def __init__(
        self,
        tick: Callable[[], float | None],
        seconds: float,
        failed: Callable[[Exception], None],
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._tick = tick
        self._seconds = seconds
        self._failed = failed
        self._over = False
        self._poked = threading.Event()
        self._wait = wait or self._poked.wait
        self._thread = threading.Thread(target=self._serve, name="ticker", daemon=True)

    def start(self) -> None:
        """Begin to count."""
        self._thread.start()

    def poke(self) -> None:
        """Tick now; if a tick is under way, once more behind it."""
        self._poked.set()

    def end(self, patience: float = 3.0) -> None:
        """Stop after the tick under way."""
        self._over = True
        self._poked.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _serve(self) -> None:
        seconds = self._seconds
        while True:
            self._wait(seconds)
            self._poked.clear()
            if self._over:
                return
            seconds = self._seconds
            try:
                seconds = self._tick() or self._seconds
            except Exception as error:  # noqa: BLE001 - one bad tick must not end the others; it is reported
                if not self._over:
                    self._failed(error)
