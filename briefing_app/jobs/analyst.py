"""Analysing articles behind the window: the one being read first, then the others in the order they came."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.services.importing import ImportService


class Analyst:
    """A thread that analyses the articles it is asked to; ``failed`` hears, on that thread, of what went wrong."""

    def __init__(self, importing: ImportService, failed: Callable[[Exception], None]) -> None:
        self._importing = importing
        self._failed = failed
        self._wanted: dict[str, None] = {}
        self._first: str = ""
        self._held: set[object] = set()
        self._news = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._serve, name="analyse", daemon=True)
        self._thread.start()

    def want(self, article_id: str, *, first: bool = False) -> None:
        """Have an article analysed; ``first`` puts it before all others."""
        with self._news:
            if first:
                self._wanted.pop(article_id, None)
                self._wanted = {article_id: None, **self._wanted}
                self._first = article_id
            else:
                self._wanted.setdefault(article_id)
            self._news.notify()

    def hold(self, work: object) -> None:
        """Analyse nothing but what is being read, until ``work``, which needs the processors, is `release`d."""
        with self._news:
            self._held.add(work)

    def release(self, work: object) -> None:
        """Go on with the others, as far as nothing else holds them."""
        with self._news:
            self._held.discard(work)
            self._news.notify()

    def want_waiting(self) -> None:
        """Have every article analysed that has no analysis yet."""
        for article_id in self._importing.waiting():
            self.want(article_id)

    @property
    def waiting(self) -> int:
        """Return how many articles are still to be analysed."""
        with self._news:
            return len(self._wanted)

    def end(self) -> None:
        """Stop after the article at work."""
        with self._news:
            self._ended = True
            self._news.notify()
        self._thread.join(3.0)

    def _serve(self) -> None:
        while (article_id := self._next()) is not None:
            try:
                self._importing.analyse(article_id)
            except Exception as error:  # noqa: BLE001 - one article must not end the thread; it is reported
                self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not self._ended:
            self._failed(error)

    def _next(self) -> str | None:
        with self._news:
            while not self._ready() and not self._ended:
                self._news.wait()
            if self._ended:
                return None
            article_id = next(iter(self._wanted))
            del self._wanted[article_id]
            return article_id

    def _ready(self) -> bool:
        """Say whether there is something to do that may be done now."""
        return bool(self._wanted) and (not self._held or next(iter(self._wanted)) == self._first)
