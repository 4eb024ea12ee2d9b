"""The worker processes, lent out one to a thread; what services know as their Thinker."""

from __future__ import annotations

import json
import os
import queue
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Unpack

from briefing_app.domain.analysis import Analysis, AnalysisRequest
from briefing_app.domain.article import CleanDocument
from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.collection import Collection
from briefing_app.domain.learning import Learnt
from briefing_app.jobs.process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.learning import Lesson
    from briefing_app.services.thinking import Particulars


LEARNING = 600
"""Most processor seconds for learning from all decisions."""
MOST_WORKERS = 4
"""Documents read at the same time, where there are as many processors."""


def worker_count() -> int:
    """Return how many workers this machine can use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, MOST_WORKERS))


class WorkerPool:
    """Up to ``size`` worker processes, each started when it is first lent.

    ``pipeline`` names a language pipeline of the reader's own that finds names in place of the shipped model,
    ``steps_back`` says by how much the processes let others go first.
    """

    def __init__(self, size: int = 1, pipeline: str = "", *, steps_back: int = 0) -> None:
        self._pipeline = pipeline
        self._idle: queue.LifoQueue[WorkerProcess] = queue.LifoQueue()
        self._all = [WorkerProcess(steps_back) for _ in range(size)]
        for process in self._all:
            self._idle.put(process)

    @contextmanager
    def lent(self) -> Iterator[WorkerProcess]:
        """Lend an idle process, waiting for one if all are busy."""
        process = self._idle.get()
        try:
            yield process
        finally:
            self._idle.put(process)

    def clean(self, data: bytes, source: str, **known: Unpack[Particulars]) -> CleanDocument:
        """Return ``data`` as a clean document; InputError says why it cannot be read."""
        head = {"task": "clean", "source": source, **known}
        with self.lent() as process:
            answer, _ = process.ask(head, data)
        return from_plain(CleanDocument, answer["document"])

    def expand(self, data: bytes, source: str) -> Collection | None:
        """Return what a file of many things holds, None for one document; InputError for a damaged one."""
        with self.lent() as process:
            answer, _ = process.ask({"task": "expand", "source": source}, data)
        held = answer["collection"]
        return None if held is None else from_plain(Collection, held)

    def discover(self, data: bytes, url: str, charset: str = "") -> Collection:
        """Return the feeds that the page at ``url`` names; InputError where ``data`` is no page."""
        with self.lent() as process:
            answer, _ = process.ask({"task": "discover", "url": url, "charset": charset}, data)
        return from_plain(Collection, answer["collection"])

    def analyse(self, request: AnalysisRequest) -> Analysis:
        """Return the analysis of one text."""
        with self.lent() as process:
            head = {"task": "analyse", "request": to_plain(request), "pipeline": self._pipeline, "seconds": 120}
            answer, _ = process.ask(head)
        return from_plain(Analysis, answer["analysis"])

    def learn(self, lessons: Sequence[Lesson]) -> Learnt:
        """Return what decisions teach, measured; LimitError where it takes too long."""
        plain = [to_plain(one) for one in lessons]
        with self.lent() as process:
            head = {"task": "learn", "lessons": plain, "pipeline": self._pipeline, "seconds": LEARNING}
            _, body = process.ask(head, patience=3.0 * LEARNING)
        return from_plain(Learnt, json.loads(body))

    def check_pipeline(self) -> str:
        """Return what the analysis is called under the pool's pipeline; InputError says why it cannot be used."""
        with self.lent() as process:
            answer, _ = process.ask({"task": "pipeline", "pipeline": self._pipeline, "seconds": 60})
        return str(answer["label"])

    def sanitise(self, html: str) -> str:
        """Return ``html`` with nothing active and nothing remote left in it."""
        with self.lent() as process:
            _, body = process.ask({"task": "sanitise"}, html.encode("utf-8", "replace"))
        return body.decode("utf-8")

    def warm(self) -> None:
        """Start a process and load what its first document will need."""
        with self.lent() as process:
            process.ask({"task": "warm", "pipeline": self._pipeline})

    def rest(self) -> None:
        """End the processes that are idle, but one: their memory is of use elsewhere. They start again when needed."""
        idle: list[WorkerProcess] = []
        with suppress(queue.Empty):
            while True:
                idle.append(self._idle.get_nowait())
        for process in idle[1:]:
            process.rest()
        for process in reversed(idle):
            self._idle.put(process)

    def end(self) -> None:
        """End all processes, those at work too."""
        for process in self._all:
            process.end()
