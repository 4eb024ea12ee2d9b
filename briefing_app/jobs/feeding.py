"""Looking for news in feeds behind the window: progress, cancel, and what came of each."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.jobs.runner import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from briefing_app.domain.collection import Feed
    from briefing_app.jobs.analyst import Analyst
    from briefing_app.jobs.runner import Deliver
    from briefing_app.services.feeds import FeedService
    from briefing_app.services.looking import Refreshed


@dataclass(frozen=True, slots=True)
class FeedProgress:
    """How far a look for news has come: feeds done of all, and the one being asked (None at the end)."""

    done: int
    total: int
    current: Feed | None = None


@dataclass(frozen=True, slots=True)
class FeedLook:
    """What came of a look, feed by feed; ``asked`` says that the user wanted it now, ``cancelled`` that he stopped."""

    feeds: tuple[Refreshed, ...] = ()
    asked: bool = True
    cancelled: bool = False


class FeedRunner:
    """Refreshes feeds one after the other on a thread of their own; each new article is analysed behind it.

    ``progress`` and ``finished`` are told of every look, ``failed`` of faults that are ours, all three on the
    window's thread.
    """

    def __init__(
        self,
        feeds: FeedService,
        analyst: Analyst,
        deliver: Deliver,
        progress: Callable[[FeedProgress], None],
        finished: Callable[[FeedLook], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._feeds = feeds
        self._analyst = analyst
        self._deliver = deliver
        self._progress, self._finished, self._failed = progress, finished, failed
        self._turn = threading.Lock()
        self._jobs: list[Job] = []
        self._threads: list[threading.Thread] = []

    @property
    def busy(self) -> bool:
        """Say whether a look is under way."""
        return any(not job.done for job in self._jobs)

    def start(self, urls: Collection[str] | None = None, *, asked: bool = True) -> Job:
        """Look into the feeds of ``urls``, or all, behind those looked into already."""
        job = Job()
        self._jobs = [one for one in self._jobs if not one.done] + [job]
        thread = threading.Thread(target=self._whole, args=(job, urls, asked), name="feeds", daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()
        return job

    def end(self) -> None:
        """Cancel every look; what was taken in stays."""
        for job in self._jobs:
            job.cancel()

    def wait(self, patience: float = 3.0) -> None:
        """Wait for what was cancelled to stop writing."""
        for thread in self._threads:
            thread.join(patience)

    def _whole(self, job: Job, urls: Collection[str] | None, asked: bool) -> None:
        done: list[Refreshed] = []
        with self._turn:
            try:
                self._run(job, urls, done)
            except Exception as error:  # noqa: BLE001 - reported on the window's thread; what came before it is told
                if not job.cancelled:
                    trouble = error
                    self._deliver(lambda: self._failed(trouble))
            finally:
                job.finish()
        look = FeedLook(tuple(done), asked, job.cancelled)
        self._deliver(lambda: self._finished(look))

    def _run(self, job: Job, urls: Collection[str] | None, done: list[Refreshed]) -> None:
        total = len([one for one in self._feeds.all() if urls is None or one.url in urls])

        def begun(feed: Feed) -> None:
            self._report(FeedProgress(len(done), total, feed))

        for one in self._feeds.refresh(only=urls, stop=lambda: job.cancelled, begun=begun):
            done.append(one)
            for outcome in one.outcomes:
                if outcome.outcome.brings_text:
                    self._analyst.want(outcome.article)
        self._report(FeedProgress(len(done), total))

    def _report(self, state: FeedProgress) -> None:
        self._deliver(lambda: self._progress(state))
