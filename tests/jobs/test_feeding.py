"""Looks for news behind the window, and when they start by themselves."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.collection import Feed
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.jobs.feeding import FeedLook, FeedProgress, FeedRunner
from briefing_app.jobs.runner import Job
from briefing_app.jobs.schedule import FeedSchedule
from briefing_app.services.looking import Refreshed
from briefing_app.settings import FEED_TIMES, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from briefing_app.jobs.analyst import Analyst
    from briefing_app.services.feeds import FeedService

FEEDS = tuple(Feed(f"https://news.example/{number}") for number in range(4))


class Service:
    """Feeds that bring an article each; ``pause`` is waited for in the second, ``fault`` is raised by the third."""

    def __init__(self) -> None:
        self.pause: threading.Event | None = None
        self.reached = threading.Event()
        self.fault: Exception | None = None
        self.due_now: tuple[str, ...] = ()
        self.every: list[timedelta] = []

    def all(self) -> tuple[Feed, ...]:
        return FEEDS

    def due(self, every: timedelta) -> tuple[str, ...]:
        self.every.append(every)
        return self.due_now

    def refresh(
        self,
        *,
        only: Collection[str] | None,
        stop: Callable[[], bool],
        begun: Callable[[Feed], None],
    ) -> Iterator[Refreshed]:
        for number, feed in enumerate(one for one in FEEDS if only is None or one.url in only):
            if stop():
                return
            begun(feed)
            if number == 1 and self.pause is not None:
                self.reached.set()
                self.pause.wait(10)
            if number == 2 and self.fault is not None:
                raise self.fault
            outcomes = (
                ImportOutcome(feed.url, Outcome.IMPORTED, f"a{number}"),
                ImportOutcome(feed.url, Outcome.DUPLICATE, "old"),
            )
            yield Refreshed(feed, outcomes)


class Desk:
    """A runner over the service, and what it was told."""

    def __init__(self, service: Service) -> None:
        self.progress: list[FeedProgress] = []
        self.looks: list[FeedLook] = []
        self.failed: list[Exception] = []
        self.wanted: list[str] = []
        self.ended = threading.Semaphore(0)
        self.runner = FeedRunner(
            cast("FeedService", service),
            cast("Analyst", self),
            lambda call: call(),
            self.progress.append,
            self._finished,
            self.failed.append,
        )

    def want(self, article: str) -> None:
        self.wanted.append(article)

    def wait(self) -> None:
        assert self.ended.acquire(timeout=10)

    def _finished(self, look: FeedLook) -> None:
        self.looks.append(look)
        self.ended.release()


@pytest.fixture
def service() -> Service:
    return Service()


def test_start_when_done_then_progress_outcome_and_analysis_of_what_is_new(service: Service) -> None:
    desk = Desk(service)
    desk.runner.start()
    desk.wait()
    assert [(one.done, one.total, one.current) for one in desk.progress] == [
        *((number, 4, feed) for number, feed in enumerate(FEEDS)),
        (4, 4, None),
    ]
    assert desk.wanted == ["a0", "a1", "a2", "a3"]
    assert [len(look.feeds) for look in desk.looks] == [4]
    assert (desk.looks[0].asked, desk.looks[0].cancelled, desk.runner.busy) == (True, False, False)


def test_start_when_two_are_wanted_then_one_after_the_other(service: Service) -> None:
    service.pause = threading.Event()
    desk = Desk(service)
    desk.runner.start()
    assert service.reached.wait(10)
    desk.runner.start([FEEDS[3].url], asked=False)
    assert desk.runner.busy
    service.pause.set()
    desk.wait()
    desk.wait()
    assert [(len(look.feeds), look.asked) for look in desk.looks] == [(4, True), (1, False)]


def test_end_when_a_look_is_under_way_then_what_came_is_told(service: Service) -> None:
    service.pause = threading.Event()
    desk = Desk(service)
    job = desk.runner.start()
    assert service.reached.wait(10)
    desk.runner.end()
    service.pause.set()
    desk.wait()
    assert job.cancelled
    assert [len(look.feeds) for look in desk.looks] == [2]
    assert desk.looks[0].cancelled


def test_start_when_it_fails_by_our_fault_then_reported_and_the_rest_told(service: Service) -> None:
    service.fault = ValueError("ours")
    desk = Desk(service)
    desk.runner.start()
    desk.wait()
    assert desk.failed == [service.fault]
    assert len(desk.looks[0].feeds) == 2


class Started:
    """A runner that only notes what was started."""

    def __init__(self) -> None:
        self.busy = False
        self.urls: list[tuple[Collection[str], bool]] = []

    def start(self, urls: Collection[str], *, asked: bool) -> Job:
        self.urls.append((urls, asked))
        return Job()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def schedule(service: Service, started: Started, settings: Settings) -> FeedSchedule:
    return FeedSchedule(cast("FeedService", service), cast("FeedRunner", started), settings)


def test_tick_when_never_set_then_nothing_is_looked_into(service: Service, settings: Settings) -> None:
    service.due_now, started = (FEEDS[0].url,), Started()
    schedule(service, started, settings).tick()
    assert (started.urls, service.every) == ([], [])


@pytest.mark.parametrize("every", [one for one, minutes in FEED_TIMES.items() if minutes])
def test_tick_when_feeds_are_due_then_those_are_looked_into(service: Service, settings: Settings, every: str) -> None:
    settings.set("feeds.every", every)
    service.due_now, started = (FEEDS[0].url, FEEDS[2].url), Started()
    schedule(service, started, settings).tick()
    assert started.urls == [(service.due_now, False)]
    assert service.every == [timedelta(minutes=FEED_TIMES[every])]


def test_tick_when_offline_busy_or_nothing_is_due_then_nothing(service: Service, settings: Settings) -> None:
    settings.set("feeds.every", "1 hour")
    started = Started()
    made = schedule(service, started, settings)
    made.tick()
    service.due_now = (FEEDS[0].url,)
    started.busy = True
    made.tick()
    started.busy = False
    settings.set("network.offline", True)
    made.tick()
    assert started.urls == []
