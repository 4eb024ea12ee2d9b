"""Replaying corrected names behind the window: woken by every change of names, in slices, called off at the end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing_app.domain.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.domain.changes import Changes
    from briefing_app.services.relinking import RelinkService, Replay

NAMES = (Kind.ENTITY, Kind.RULING)


class Linker:
    """A thread that links statements anew when names change.

    ``progress`` and ``failed`` are called on that thread, ``stale`` with each article that must be analysed again.
    """

    def __init__(
        self,
        relinking: RelinkService,
        progress: Callable[[Replay], None],
        stale: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._relinking, self._progress, self._stale, self._failed = relinking, progress, stale, failed
        self._news = threading.Condition()
        self._asked = True
        self._ended = False
        self._thread = threading.Thread(target=self._serve, name="link", daemon=True)
        self._thread.start()

    def hear(self, changes: Changes) -> None:
        """Take word of a unit of work, from any thread."""
        if changes.touches(*NAMES):
            self.wake()

    def wake(self) -> None:
        """Look whether there is anything to replay."""
        with self._news:
            self._asked = True
            self._news.notify()

    def end(self) -> None:
        """Stop after the slice at work; the rest is replayed when the library is opened again."""
        with self._news:
            self._ended = True
            self._news.notify()
        self._thread.join(3.0)

    def _serve(self) -> None:
        while self._wait():
            try:
                self._run()
            except Exception as error:  # noqa: BLE001 - a failure must not end the thread; it is reported
                if not self._ended:
                    self._failed(error)

    def _run(self) -> None:
        replay = self._relinking.pending()
        state = replay
        for state in self._relinking.replay(replay) if replay is not None else ():
            self._progress(state)
            if self._ended or self._asked:
                return
        for article in state.stale if state is not None else ():
            self._stale(article)

    def _wait(self) -> bool:
        with self._news:
            while not self._asked and not self._ended:
                self._news.wait()
            self._asked = False
            return not self._ended
