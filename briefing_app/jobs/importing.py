"""Importing many inputs behind the window: progress, cancel, and the outcome of each."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.jobs.runner import Job
from briefing_app.services.files import walked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.jobs.analyst import Analyst
    from briefing_app.jobs.runner import Deliver
    from briefing_app.services.importing import ImportService

PAUSE = 0.05
"""Least seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come: inputs done of all, and the one at work."""

    done: int
    total: int
    current: str


class Importer:
    """Runs imports one after the other on a thread of their own; each article is analysed behind it."""

    def __init__(self, importing: ImportService, analyst: Analyst, deliver: Deliver) -> None:
        self._importing = importing
        self._analyst = analyst
        self._deliver = deliver
        self._turn = threading.Lock()
        self._jobs: list[Job] = []

    def start(
        self,
        places: Sequence[str],
        dossiers: Sequence[str],
        progress: Callable[[ImportProgress], None],
        finished: Callable[[tuple[ImportOutcome, ...]], None],
    ) -> Job:
        """Import files, folders and addresses; ``finished`` gets the outcomes, of a cancelled import too."""
        return self._spawn(lambda job: self._run(job, list(places), list(dossiers), progress, finished))

    def start_text(
        self, text: str, dossiers: Sequence[str], finished: Callable[[tuple[ImportOutcome, ...]], None]
    ) -> Job:
        """Import pasted text."""

        def run(_job: Job) -> None:
            outcome = self._importing.import_text(text, dossiers)
            self._took(outcome)
            self._deliver(lambda: finished((outcome,)))

        return self._spawn(run)

    def end(self) -> None:
        """Cancel every import; what was imported stays."""
        for job in self._jobs:
            job.cancel()

    def _spawn(self, run: Callable[[Job], None]) -> Job:
        job = Job()
        self._jobs = [one for one in self._jobs if not one.done] + [job]

        def whole() -> None:
            with self._turn:
                try:
                    run(job)
                finally:
                    job.finish()

        threading.Thread(target=whole, name="import", daemon=True).start()
        return job

    def _run(
        self,
        job: Job,
        places: list[str],
        dossiers: list[str],
        progress: Callable[[ImportProgress], None],
        finished: Callable[[tuple[ImportOutcome, ...]], None],
    ) -> None:
        inputs = list(walked(places))
        outcomes: list[ImportOutcome] = []
        told, done = 0.0, 0
        for number, place in enumerate(inputs):
            if job.cancelled:
                break
            if time.monotonic() - told >= PAUSE:
                told = time.monotonic()
                self._report(progress, ImportProgress(number, len(inputs), place))
            outcomes += self._each(job, place, dossiers)
            done = number + 1
        self._report(progress, ImportProgress(done, len(inputs), ""))
        whole = tuple(outcomes)
        self._deliver(lambda: finished(whole))

    def _each(self, job: Job, place: str, dossiers: list[str]) -> list[ImportOutcome]:
        """Import one input; a file of many things has many outcomes."""
        outcomes: list[ImportOutcome] = []
        try:
            for outcome in self._importing.import_each(place, dossiers):
                outcomes.append(outcome)
                self._took(outcome)
                if job.cancelled:
                    break
        except Exception as error:  # noqa: BLE001 - one input must not end the import; its fault is in the list
            reason = f"The program failed on it: {type(error).__name__}."
            outcomes.append(ImportOutcome(place, Outcome.FAILED, reason=reason))
        return outcomes

    def _took(self, outcome: ImportOutcome) -> None:
        if outcome.outcome.brings_text:
            self._analyst.want(outcome.article)

    def _report(self, progress: Callable[[ImportProgress], None], state: ImportProgress) -> None:
        self._deliver(lambda: progress(state))
