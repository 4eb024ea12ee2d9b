"""Threads for the window: order of writes, superseded reads, errors told."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from briefing_app.errors import InputError
from briefing_app.jobs.runner import DirectRunner, Runner

Calls = queue.Queue[Callable[[], None]]


@pytest.fixture
def calls() -> Calls:
    return queue.Queue()


@pytest.fixture
def heard() -> list[Exception]:
    return []


@pytest.fixture
def runner(calls: Calls, heard: list[Exception]) -> Iterator[Runner]:
    made = Runner(calls.put, heard.append)
    yield made
    made.end()


def test_write_when_many_then_in_order_and_answered_by_delivery(runner: Runner, calls: Calls) -> None:
    done: list[int] = []
    told: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def run() -> int:
            done.append(number)
            return number

        return run

    for number in range(20):
        runner.write(work(number), told.append)
    for _ in range(20):
        calls.get(timeout=10)()
    assert done == list(range(20))
    assert told == list(range(20))


def test_read_when_newer_has_the_same_key_then_older_is_never_told(runner: Runner, calls: Calls) -> None:
    started, gate = threading.Event(), threading.Event()
    told: list[str] = []

    def slow() -> str:
        started.set()
        gate.wait(10)
        return "old"

    older = runner.read(slow, told.append, key="article")
    assert started.wait(10)
    newer = runner.read(lambda: "new", told.append, key="article")
    calls.get(timeout=10)()
    gate.set()
    calls.get(timeout=10)()
    assert told == ["new"]
    assert older.cancelled
    assert not newer.cancelled


def test_failure_when_nobody_asked_then_the_runner_tells(runner: Runner, calls: Calls, heard: list[Exception]) -> None:
    def fail() -> None:
        raise InputError("It is empty.")

    runner.write(fail)
    calls.get(timeout=10)()
    own: list[Exception] = []
    runner.read(fail, failed=own.append)
    calls.get(timeout=10)()
    assert [str(error) for error in heard] == ["It is empty."]
    assert [str(error) for error in own] == ["It is empty."]


def test_end_when_writes_wait_then_they_are_done_first(calls: Calls, heard: list[Exception]) -> None:
    runner = Runner(calls.put, heard.append)
    done: list[int] = []
    for number in range(50):
        runner.write(lambda number=number: done.append(number))  # type: ignore[misc]
    runner.end()
    assert done == list(range(50))


def test_direct_runner_when_work_fails_unheard_then_raises() -> None:
    def fail() -> None:
        raise InputError("No.")

    with pytest.raises(InputError):
        DirectRunner().write(fail)
    told: list[int] = []
    DirectRunner().read(lambda: 3, told.append)
    assert told == [3]
