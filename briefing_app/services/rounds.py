"""Looking into many feeds: several hosts at once, one feed of a host at a time, told in the order they were asked."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing_app.services.hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from briefing_app.domain.collection import Feed
    from briefing_app.services.looking import Refreshed

AT_ONCE = 4
"""Most hosts that are asked at the same time."""


class Round:
    """One look into ``feeds``. ``look`` is called on threads of the round, never for two feeds of a host at once."""

    def __init__(self, feeds: Sequence[Feed], look: Callable[[Feed], Refreshed], stop: Callable[[], bool]) -> None:
        self._feeds, self._look, self._stop = feeds, look, stop
        self._waiting = list(range(len(feeds)))
        self._busy: set[str] = set()
        self._done: dict[int, Refreshed | Exception] = {}
        self._news = threading.Condition()
        self._over = False
        self._live = 0
        hosts = len({host_of(feed.url) for feed in feeds})
        self._threads = [
            threading.Thread(target=self._serve, name=f"feed-{number}", daemon=True)
            for number in range(min(AT_ONCE, hosts))
        ]

    def run(self) -> Generator[Refreshed, None, None]:
        """Yield what came of each feed, in the order of ``feeds``; of a round that was stopped, of those looked into.

        A fault of ours is raised where its feed's turn is, and ends the round.
        """
        self._live = len(self._threads)
        for thread in self._threads:
            thread.start()
        try:
            for number in range(len(self._feeds)):
                done = self._wait_for(number)
                if isinstance(done, Exception):
                    raise done
                if done is not None:
                    yield done
        finally:
            with self._news:
                self._over = True
                self._news.notify_all()
            for thread in self._threads:
                thread.join()

    def _wait_for(self, number: int) -> Refreshed | Exception | None:
        """Return what came of a feed, None where nobody will look into it any more."""
        with self._news:
            while number not in self._done and self._live:
                self._news.wait()
            return self._done.pop(number, None)

    def _serve(self) -> None:
        try:
            self._look_on()
        finally:
            with self._news:
                self._live -= 1
                self._news.notify_all()

    def _look_on(self) -> None:
        while (number := self._next()) is not None:
            feed = self._feeds[number]
            try:
                done: Refreshed | Exception = self._look(feed)
            except Exception as error:  # noqa: BLE001 - raised again by `run`, on its thread
                done = error
            with self._news:
                self._busy.discard(host_of(feed.url))
                self._done[number] = done
                self._news.notify_all()

    def _next(self) -> int | None:
        """Take the first feed whose host is free, waiting for one; None when there are no more."""
        with self._news:
            while self._waiting and not self._over and not self._stop():
                for number in self._waiting:
                    host = host_of(self._feeds[number].url)
                    if host not in self._busy:
                        self._waiting.remove(number)
                        self._busy.add(host)
                        return number
                self._news.wait()
            return None
