"""Analysing articles behind the window: the one being read first, then the others in the order they came."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.services.importing import ImportService


class Analyst:
    """Threads that analyse the articles they are asked to; ``failed`` hears, on theirs, of what went wrong.

    ``at_once`` of them take any article. One more takes only the one being read, so that it never waits for large
    ones; the workers must be as many.
    """

    def __init__(self, importing: ImportService, failed: Callable[[Exception], None], *, at_once: int = 1) -> None:
        self._importing = importing
        self._failed = failed
        self._wanted: dict[str, None] = {}
        self._first = ""
        self._at_work: set[str] = set()
        self._held: set[object] = set()
        self._news = threading.Condition()
        self._ended = False
        self._threads = [threading.Thread(target=self._serve, args=(True,), name="analyse-first", daemon=True)]
        self._threads += [
            threading.Thread(target=self._serve, args=(False,), name=f"analyse-{number}", daemon=True)
            for number in range(at_once)
        ]
        for thread in self._threads:
            thread.start()

    def want(self, article_id: str, *, first: bool = False) -> None:
        """Have an article analysed, once more where it is at work; ``first`` puts it before all others."""
        with self._news:
            if first:
                self._wanted.pop(article_id, None)
                self._wanted = {article_id: None, **self._wanted}
                self._first = article_id
            else:
                self._wanted.setdefault(article_id)
            self._news.notify_all()

    def want_read(self, article_id: str) -> None:
        """Have the article that is being read analysed before all others, unless it is at work already."""
        with self._news:
            at_work = article_id in self._at_work
        if not at_work:
            self.want(article_id, first=True)

    def hold(self, work: object) -> None:
        """Analyse nothing but what is being read, until ``work``, which needs the processors, is `release`d."""
        with self._news:
            self._held.add(work)

    def release(self, work: object) -> None:
        """Go on with the others, as far as nothing else holds them."""
        with self._news:
            self._held.discard(work)
            self._news.notify_all()

    def want_waiting(self) -> None:
        """Have every article analysed that has no analysis yet."""
        for article_id in self._importing.waiting():
            self.want(article_id)

    @property
    def waiting(self) -> int:
        """Return how many articles are still to be analysed, those at work among them."""
        with self._news:
            return len(self._wanted.keys() | self._at_work)

    def leave(self) -> None:
        """Begin with no more articles; what is not analysed is found again at the next start."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def end(self, patience: float = 3.0) -> None:
        """Stop after the articles at work."""
        self.leave()
        for thread in self._threads:
            thread.join(patience)

    def _serve(self, only_first: bool) -> None:
        while (article_id := self._next(only_first)) is not None:
            try:
                self._importing.analyse(article_id)
            except Exception as error:  # noqa: BLE001 - one article must not end the thread; it is reported
                self._tell(error)
            finally:
                with self._news:
                    self._at_work.discard(article_id)
                    self._news.notify_all()

    def _tell(self, error: Exception) -> None:
        if not self._ended:
            self._failed(error)

    def _next(self, only_first: bool) -> str | None:
        with self._news:
            while (article_id := self._ready(only_first)) is None and not self._ended:
                self._news.wait()
            if article_id is None or self._ended:
                return None
            del self._wanted[article_id]
            self._at_work.add(article_id)
            return article_id

    def _ready(self, only_first: bool) -> str | None:
        """Return what may be done now; an article at work waits until it is done, because its text may be newer."""
        if self._first in self._wanted and self._first not in self._at_work:
            return self._first
        if only_first or self._held:
            return None
        return next((one for one in self._wanted if one not in self._at_work), None)
