"""Doing something now and then."""

from __future__ import annotations

import threading

from briefing_app.jobs.ticking import Ticker


def ignored(error: Exception) -> None:
    raise AssertionError(error)


class Clock:
    """Lets a ticker through as often as it is told to; ``asked`` keeps how long it wanted to wait."""

    def __init__(self, times: int) -> None:
        self.asked: list[float] = []
        self._times = times
        self.over = threading.Event()
        self._never = threading.Event()

    def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        if len(self.asked) > self._times:
            self.over.set()
            self._never.wait(10)

    def end(self, ticker: Ticker) -> None:
        self._never.set()
        ticker.end(10)


def test_ticker_when_a_tick_fails_then_it_is_told_and_the_next_one_comes() -> None:
    failed: list[Exception] = []
    ticks: list[int] = []

    def tick() -> float | None:
        ticks.append(1)
        if len(ticks) == 2:
            raise ValueError("ours")
        return 2.0 if len(ticks) == 3 else None

    clock = Clock(4)
    made = Ticker(tick, 60.0, failed.append, clock)
    made.start()
    assert clock.over.wait(10)
    clock.end(made)
    assert clock.asked == [60.0, 60.0, 60.0, 2.0, 60.0]
    assert [str(one) for one in failed] == ["ours"]
    assert len(ticks) == 4


def test_ticker_when_poked_then_it_ticks_at_once() -> None:
    ticked = threading.Semaphore(0)
    made = Ticker(ticked.release, 3600.0, ignored)
    made.start()
    for _ in range(3):
        made.poke()
        assert ticked.acquire(timeout=10)
    made.end(10)
    assert not made._thread.is_alive()


def test_ticker_when_ended_while_it_waits_then_it_stops_at_once_and_never_ticked() -> None:
    ticks: list[int] = []
    made = Ticker(lambda: ticks.append(1), 3600.0, ignored)
    made.start()
    made.end(10)
    assert not made._thread.is_alive()
    assert ticks == []
    Ticker(lambda: None, 1.0, ignored).end()
