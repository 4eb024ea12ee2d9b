"""Importing behind the window: progress, a pause, cancel, and what became of each input."""

from __future__ import annotations

import threading
import time
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.errors import UserError
from briefing_app.jobs.bulk import Bulk, Switch
from briefing_app.jobs.pace import Pace
from briefing_app.jobs.pool import worker_count
from briefing_app.jobs.safekeeping import backed_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from briefing_app.domain.importing import ImportOutcome, ImportRun
    from briefing_app.jobs.analyst import Analyst
    from briefing_app.jobs.bulk import Batch
    from briefing_app.jobs.runner import Deliver
    from briefing_app.services.backups import BackupService
    from briefing_app.services.importing import ImportService

PAUSE = 0.1
"""Least seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come: inputs done of all, the last one, how many did not go in, and its pace.

    ``rate`` is inputs a second, 0 where it is not known; ``remaining`` seconds, None where that would be a guess.
    """

    done: int
    total: int
    current: str
    troubles: int = 0
    rate: float = 0.0
    remaining: float | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How an import ended: what the library remembers of it, the outcomes where they are few, and what went wrong.

    A ``problem`` is the library's (a full disk): the rest of the import waits.
    """

    run: ImportRun | None
    outcomes: tuple[ImportOutcome, ...] = ()
    problem: str = ""


BROKEN = "The import stopped because the program failed; what was taken in is kept, and the rest waits."
FEW = 20
"""Outcomes that a report holds; of a larger import the library tells them."""


class ImportJob:
    """An import under way. What it took in stays, however it ends."""

    def __init__(self, analyst: Analyst | None = None) -> None:
        """``analyst`` keeps out of the way while it works, and not while it is held."""
        self.switch = Switch()
        self.unwanted = False
        self._analyst = analyst
        self._done = threading.Event()

    @property
    def done(self) -> bool:
        """Say whether it has ended."""
        return self._done.is_set()

    @property
    def paused(self) -> bool:
        """Say whether it is held."""
        return self.switch.paused

    def pause(self) -> None:
        """Begin with no more inputs until `go_on`."""
        self.switch.pause()
        if self._analyst is not None:
            self._analyst.release(self)

    def go_on(self) -> None:
        """Go on where it was held."""
        if self._analyst is not None and not self.done:
            self._analyst.hold(self)
        self.switch.go_on()

    def cancel(self) -> None:
        """Take in nothing more, now or later."""
        self.unwanted = True
        self.switch.stop()

    def leave(self) -> None:
        """Stop, and let the rest wait for another time."""
        self.switch.stop()

    def finish(self) -> None:
        """Note that it has ended."""
        self._done.set()
        if self._analyst is not None:
            self._analyst.release(self)


class Importer:
    """Runs imports one after the other on a thread of their own; articles are analysed when none is under way."""

    def __init__(
        self,
        importing: ImportService,
        analyst: Analyst,
        deliver: Deliver,
        *,
        readers: int = 0,
        rest: Callable[[], None] | None = None,
        backups: BackupService | None = None,
        told: Callable[[str], None] | None = None,
    ) -> None:
        """``rest`` is called when no import is under way any more; ``told`` hears, where delivered, of ``backups``."""
        self._importing = importing
        self._analyst = analyst
        self._deliver = deliver
        self._readers = readers or worker_count() + 1
        self._rest = rest
        self._backups = backups
        self._told = told
        self._turn = threading.Lock()
        self._jobs: list[ImportJob] = []
        self._threads: list[threading.Thread] = []

    def start(
        self,
        places: Sequence[str],
        dossiers: Sequence[str],
        progress: Callable[[ImportProgress], None],
        finished: Callable[[ImportReport], None],
    ) -> ImportJob:
        """Import files, folders and addresses; ``finished`` gets a report, of a cancelled import too."""

        def begun() -> ImportRun:
            runs = self._importing.runs
            return runs.again(list(places), list(dossiers)) or runs.begin(list(places), list(dossiers))

        return self._spawn(begun, progress, finished)

    def go_on(
        self,
        run: ImportRun,
        progress: Callable[[ImportProgress], None],
        finished: Callable[[ImportReport], None],
    ) -> ImportJob:
        """Go on with an import that was interrupted."""
        return self._spawn(lambda: self._importing.runs.get(run.id), progress, finished)

    def start_text(
        self,
        text: str,
        dossiers: Sequence[str],
        finished: Callable[[ImportReport], None],
        *,
        passage: bool = False,
    ) -> ImportJob:
        """Import pasted text; of a ``passage`` of HTML that was selected in another program, all of it."""
        job = self._job()

        def whole() -> None:
            with self._turn:
                report = self._caught(
                    lambda: ImportReport(None, (self._importing.import_text(text, dossiers, passage=passage),))
                )
                for outcome in report.outcomes:
                    self._took(outcome)
                job.finish()
                self._deliver(lambda: finished(report))

        self._start(whole)
        return job

    def end(self) -> None:
        """Stop every import; what was imported stays, and the rest waits for the next start."""
        for job in self._jobs:
            job.leave()

    def wait(self, patience: float = 3.0) -> None:
        """Wait until what was stopped has ended, so that the library may be closed."""
        for thread in self._threads:
            thread.join(patience)

    def _job(self) -> ImportJob:
        job = ImportJob(self._analyst)
        self._jobs = [one for one in self._jobs if not one.done] + [job]
        return job

    def _spawn(
        self,
        begun: Callable[[], ImportRun],
        progress: Callable[[ImportProgress], None],
        finished: Callable[[ImportReport], None],
    ) -> ImportJob:
        job = self._job()

        def whole() -> None:
            report = ImportReport(None, problem=BROKEN)
            with self._turn:
                if not job.paused:
                    self._analyst.hold(job)
                try:
                    report = self._caught(lambda: self._worked(job, begun(), progress))
                finally:
                    job.finish()
                    self._deliver(lambda: finished(report))
            if self._rest is not None:
                self._rest()

        self._start(whole)
        return job

    def _start(self, whole: Callable[[], None]) -> None:
        self._threads = [one for one in self._threads if one.is_alive()]
        self._threads.append(threading.Thread(target=whole, name="import", daemon=True))
        self._threads[-1].start()

    def _caught(self, work: Callable[[], ImportReport]) -> ImportReport:
        try:
            return work()
        except UserError as error:
            return ImportReport(None, problem=str(error))

    def _worked(self, job: ImportJob, run: ImportRun, progress: Callable[[ImportProgress], None]) -> ImportReport:
        teller = _Teller(run, job, progress, self._deliver, self._took)
        problem = ""
        try:
            with self._backed_up(job, run):
                Bulk(self._importing, run, job.switch, readers=self._readers).run(teller.told)
        except UserError as error:
            problem = str(error)
        ended = self._importing.runs.get(run.id)
        if job.unwanted and ended.unfinished:
            ended = self._importing.runs.give_up(run.id)
        return ImportReport(ended, tuple(teller.first) if teller.few else (), problem)

    def _backed_up(self, job: ImportJob, run: ImportRun) -> AbstractContextManager[None]:
        if self._backups is None:
            return nullcontext()
        return backed_up(self._backups, run, self._say, job.switch.stopped)

    def _say(self, sentence: str) -> None:
        told = self._told
        if told is not None:
            self._deliver(lambda: told(sentence))

    def _took(self, outcome: ImportOutcome) -> None:
        if outcome.outcome.brings_text:
            self._analyst.want(outcome.article)


class _Teller:
    """Tells the window how far an import is, no more often than anybody can read."""

    def __init__(
        self,
        run: ImportRun,
        job: ImportJob,
        progress: Callable[[ImportProgress], None],
        deliver: Deliver,
        took: Callable[[ImportOutcome], None],
    ) -> None:
        self._run, self._job, self._progress, self._deliver, self._took = run, job, progress, deliver, took
        self._done = run.total - run.waiting
        self._troubles = sum(number for outcome, number in run.counts.items() if not outcome.went_in)
        self._pace = Pace()
        self._told = 0.0
        self.first: list[ImportOutcome] = []
        self.few = not self._done
        self._pace.note(self._done, time.monotonic())
        self._tell("")

    def told(self, batch: Batch) -> None:
        """Hear of what is on disk."""
        self._done += batch.inputs
        for outcome in batch.outcomes:
            self._took(outcome)
            self._troubles += not outcome.outcome.went_in
        self.first += batch.outcomes[: FEW + 1 - len(self.first)]
        self.few = self.few and len(self.first) <= FEW
        moment = time.monotonic()
        self._pace.note(self._done, moment)
        if self._job.paused:
            self._pace.hold()
        if moment - self._told >= PAUSE or self._done >= self._run.total:
            self._told = moment
            self._tell(batch.last)

    def _tell(self, current: str) -> None:
        total = self._run.total
        rate = self._pace.rate if self._pace.known else 0.0
        remaining = self._pace.remaining(total - self._done)
        state = ImportProgress(self._done, total, current, self._troubles, rate, remaining)
        self._deliver(lambda: self._progress(state))
