"""One import at work: several threads read and clean, one writes what they bring, many articles a unit of work."""

from __future__ import annotations

import queue
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError, LibraryError, UserError
from briefing_app.services.files import size_of
from briefing_app.services.import_runs import Read
from briefing_app.services.intake import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.domain.importing import ImportItem, ImportRun
    from briefing_app.services.importing import ImportService

BATCH = 32
"""Most things of one unit of work: more gain little, and hold up whoever else wants to write."""
GATHER = 0.2
"""Seconds for which a unit of work waits for more."""
PAGE = 500
"""Inputs asked of the library at once."""
IN_FLIGHT = 64 << 20
"""Bytes of inputs that may be read and not yet written; one that is larger goes alone."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Something that is on disk now: of the input with this ``number`` in the import's order, ``done`` if all of it."""

    number: int
    outcome: ImportOutcome | None
    done: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """What has just been committed, and the place of the last input of it."""

    settled: tuple[Settled, ...]
    last: str

    @property
    def outcomes(self) -> tuple[ImportOutcome, ...]:
        """Return what became of each thing."""
        return tuple(one.outcome for one in self.settled if one.outcome is not None)

    @property
    def inputs(self) -> int:
        """Return how many inputs are done by it."""
        return sum(one.done for one in self.settled)


class Switch:
    """Stops an import, or holds it for a while; any thread may turn it."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()
        self._stopped = threading.Event()

    def stopped(self) -> bool:
        """Say whether it shall go no further."""
        return self._stopped.is_set()

    @property
    def paused(self) -> bool:
        """Say whether it is being held."""
        return not self._running.is_set()

    def stop(self) -> None:
        """Take in nothing more; what is written stays."""
        self._stopped.set()
        self._running.set()

    def pause(self) -> None:
        """Begin with no more inputs until `go_on`."""
        self._running.clear()

    def go_on(self) -> None:
        """Go on where it was held."""
        self._running.set()

    def may_go_on(self) -> bool:
        """Wait while it is held; then say whether to go on."""
        self._running.wait()
        return not self.stopped()


class _Budget:
    """Bytes in flight: whoever would exceed them waits, unless nothing else is in flight."""

    def __init__(self, most: int) -> None:
        self._most, self._used = most, 0
        self._news = threading.Condition()

    def take(self, cost: int, switch: Switch) -> None:
        with self._news:
            while self._used and self._used + cost > self._most and not switch.stopped():
                self._news.wait(0.2)
            self._used += cost

    def give(self, cost: int) -> None:
        with self._news:
            self._used -= cost
            self._news.notify_all()


class Bulk:
    """Works one import off. `run` returns when nothing waits any more, or soon after `switch` was stopped."""

    def __init__(self, importing: ImportService, run: ImportRun, switch: Switch, *, readers: int) -> None:
        self._importing, self._run, self._switch = importing, run, switch
        self._runs = importing.runs
        self._dossiers = self._runs.dossiers_of(run)
        self._budget = _Budget(IN_FLIGHT)
        self._turn = threading.Lock()
        self._ahead: list[ImportItem] = []
        self._after = 0
        self._numbers: dict[int, tuple[int, str]] = {}
        self._begun = 0
        self._queue: queue.Queue[Read | None] = queue.Queue(2 * BATCH)
        self._fault: Exception | None = None
        self._threads = [
            threading.Thread(target=self._serve, name=f"import-{number}", daemon=True) for number in range(readers)
        ]

    def run(self, told: Callable[[Batch], None]) -> bool:
        """Take in what waits; ``told`` hears, on this thread, of what is on disk. False: it was stopped before the end.

        Raises LibraryError when the library cannot be written to: what waits then still waits.
        """
        for thread in self._threads:
            thread.start()
        try:
            self._write(told)
        finally:
            self._end()
        if self._fault is not None:
            raise self._fault
        if self._switch.stopped():
            return False
        self._runs.end(self._run.id)
        return True

    # --- the readers ---------------------------------------------------------------------------------

    def _serve(self) -> None:
        try:
            while self._switch.may_go_on() and (item := self._next()) is not None:
                for read in self._reads(item):
                    if self._switch.stopped():  # a worker ended with the program is no fault of the document
                        return
                    self._queue.put(read)
        except Exception as error:  # noqa: BLE001 - raised again by `run`, on its thread
            self._fault = self._fault or error
        finally:
            self._queue.put(None)

    def _next(self) -> ImportItem | None:
        with self._turn:
            if not self._ahead:
                self._ahead = self._runs.waiting(self._run.id, self._after, PAGE)[::-1]
                if not self._ahead:
                    return None
                self._after = self._ahead[0].seq
            item = self._ahead.pop()
            self._numbers[item.seq] = self._begun, item.place
            self._begun += 1
            return item

    def _reads(self, item: ImportItem) -> Iterator[Read]:
        cost = size_of(item.place, self._run.folder)
        self._budget.take(cost, self._switch)
        try:
            if item.place == "-" and not self._runs.asked_here(self._run.id):
                raise InputError("It came on standard input, which is over; import it again.")
            opened = self._importing.intake.open(
                item.place, folder=self._run.folder, passed=lambda: self._runs.passed(item.seq)
            )
            for part, thing in opened.things:
                yield Read(item.seq, part, thing, opened.sha256, 0 if opened.many else cost)
            if opened.many:
                yield Read(item.seq, 0, None, opened.sha256, cost)
        except LibraryError:
            raise
        except UserError as error:
            yield Read(item.seq, 0, refusal(item.place, error), cost=cost)
        except Exception as error:  # noqa: BLE001 - one input must not end the import; its fault is in the list
            yield Read(item.seq, 0, _failed(item.place, error), cost=cost)

    # --- the writer ----------------------------------------------------------------------------------

    def _write(self, told: Callable[[Batch], None]) -> None:
        live = len(self._threads)
        while live and self._fault is None:
            reads, ended = self._gather(live)
            live -= ended
            if not reads or self._switch.stopped():
                continue
            outcomes = self._keep(reads)
            last = self._numbers[reads[-1].item][1]
            settled = [self._settled(read, outcome) for read, outcome in zip(reads, outcomes, strict=True)]
            told(Batch(tuple(settled), last))

    def _settled(self, read: Read, outcome: ImportOutcome | None) -> Settled:
        self._budget.give(read.cost)
        number, _ = self._numbers[read.item] if read.part else self._numbers.pop(read.item)
        return Settled(number, outcome, not read.part)

    def _gather(self, live: int) -> tuple[list[Read], int]:
        """Wait for something to write, then a moment for more; count the readers that have ended."""
        reads: list[Read] = []
        ended = 0
        until = 0.0
        with suppress(queue.Empty):
            while len(reads) < BATCH and ended < live:
                read = self._queue.get(timeout=max(0.0, until - time.monotonic()) if reads else None)
                if read is None:
                    ended += 1
                else:
                    until = until if reads else time.monotonic() + GATHER
                    reads.append(read)
        return reads, ended

    def _keep(self, reads: list[Read]) -> list[ImportOutcome | None]:
        """Write a batch; where it fails, one by one, so that a fault costs the one input it is of."""
        try:
            return self._runs.keep(self._run.id, reads, self._dossiers)
        except LibraryError:
            raise
        except Exception as error:
            if len(reads) > 1:
                return [outcome for read in reads for outcome in self._keep([read])]
            (read,) = reads
            if isinstance(read.thing, ImportOutcome) or read.thing is None:
                raise
            place = read.thing.source
            told = refusal(place, error) if isinstance(error, UserError) else _failed(place, error)
            return self._runs.keep(self._run.id, [Read(read.item, read.part, told)], self._dossiers)

    def _end(self) -> None:
        """See the readers off: what they still bring was not written, and so still waits."""
        if any(thread.is_alive() for thread in self._threads):
            self._switch.stop()
        while any(thread.is_alive() for thread in self._threads):
            with suppress(queue.Empty):
                while True:
                    self._queue.get(timeout=0.05)
        del self._threads[:]


def _failed(place: str, error: Exception) -> ImportOutcome:
    return ImportOutcome(place, Outcome.FAILED, reason=f"The program failed on it: {type(error).__name__}.")
