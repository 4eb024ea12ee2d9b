"""Where the window's work runs: one write lane, several readers, all answers back on the window's thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Deliver = Callable[[Callable[[], None]], None]
READERS = 3
"""Threads that wait for reads and for the worker."""


class Job:
    """One piece of work under way. A cancelled job's answer is never delivered."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._done = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Say whether nobody waits for it any more."""
        return self._cancelled.is_set()

    @property
    def done(self) -> bool:
        """Say whether it has ended, one way or the other."""
        return self._done.is_set()

    def cancel(self) -> None:
        """Drop the answer; work that looks at `cancelled` stops early."""
        self._cancelled.set()

    def finish(self) -> None:
        """Note that it has ended."""
        self._done.set()


class Runs(Protocol):
    """What presenters ask of a runner."""

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> Job:
        """Run ``work`` among the readers; a newer job with the same ``key`` supersedes an older one."""
        ...

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``work`` in the one write lane, in order."""
        ...


_Task = tuple[Job, Callable[[], Any], Callable[[Any], None] | None, Callable[[Exception], None]]


class Runner:
    """Runs work on threads. ``deliver`` calls a function on the window's thread; ``failed`` hears of errors."""

    def __init__(self, deliver: Deliver, failed: Callable[[Exception], None]) -> None:
        self._deliver = deliver
        self._failed = failed
        self._latest: dict[str, Job] = {}
        self._open: list[Job] = []
        self._writes: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._serve, args=(self._writes,), name="write", daemon=True)]
        self._threads += [
            threading.Thread(target=self._serve, args=(self._reads,), name=f"read-{number}", daemon=True)
            for number in range(READERS)
        ]
        for thread in self._threads:
            thread.start()

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> Job:
        """Run ``work`` among the readers; a newer job with the same ``key`` supersedes an older one."""
        job = self._opened()
        if key:
            older = self._latest.get(key)
            if older is not None:
                older.cancel()
            self._latest[key] = job
        self._reads.put((job, work, then, failed or self._failed))
        return job

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``work`` in the one write lane, in order."""
        job = self._opened()
        self._writes.put((job, work, then, failed or self._failed))
        return job

    @property
    def busy(self) -> bool:
        """Say whether any work is under way or waiting."""
        return any(not job.done for job in self._open)

    def _opened(self) -> Job:
        job = Job()
        self._open = [one for one in self._open if not one.done] + [job]
        return job

    def end(self, patience: float = 5.0) -> None:
        """Finish the writes already given, drop the reads, and stop; waits at most ``patience`` seconds a thread."""
        for job in self._latest.values():
            job.cancel()
        self._writes.put(None)
        for _ in range(READERS):
            self._reads.put(None)
        for thread in self._threads:
            thread.join(patience)

    def _serve(self, lane: queue.SimpleQueue[_Task | None]) -> None:
        while (task := lane.get()) is not None:
            job, work, then, failed = task
            if lane is self._reads and job.cancelled:
                job.finish()
                continue
            try:
                answer = work()
            except Exception as error:  # noqa: BLE001 - handed to whoever asked, on the window's thread
                self._deliver(_Answer(job, failed, error))
            else:
                self._deliver(_Answer(job, then, answer))
            job.finish()


class _Answer:
    """A call to be made on the window's thread, unless its job was cancelled by then."""

    def __init__(self, job: Job, call: Callable[[Any], None] | None, value: object) -> None:
        self._job, self._call, self._value = job, call, value

    def __call__(self) -> None:
        if self._call is not None and not self._job.cancelled:
            self._call(self._value)


class DirectRunner:
    """Runs all work at once in the caller: for tests, which wait for nothing."""

    def __init__(self, failed: Callable[[Exception], None] | None = None) -> None:
        self._failed = failed

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> Job:
        """Run ``work`` now; ``key`` has nothing to supersede."""
        del key
        return self.write(work, then, failed=failed)

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``work`` now."""
        job = Job()
        job.finish()
        hear = failed or self._failed
        try:
            answer = work()
        except Exception as error:
            if hear is None:
                raise
            hear(error)
            return job
        if then is not None:
            then(answer)
        return job
