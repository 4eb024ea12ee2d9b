"""`import` and `imports`: taking articles in, going on after a stop, and what became of each input."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli import rows, work
from briefing_app.cli.library import opened_library
from briefing_app.cli.output import Progress, print_json, print_line, print_rows, say
from briefing_app.domain.importing import ImportOutcome, ImportRun, Outcome
from briefing_app.errors import InputError, UsageError
from briefing_app.export.imports import outcome_record, outcomes_csv, outcomes_json
from briefing_app.jobs.bulk import Bulk, Switch
from briefing_app.jobs.pool import worker_count
from briefing_app.jobs.safekeeping import backed_up
from briefing_app.services.files import write_whole
from briefing_app.services.import_runs import told_again

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.jobs.bulk import Batch, Settled
    from briefing_app.services.services import Services


def import_(options: Namespace) -> int:
    """Import files, folders, pages and standard input; a line is printed once its article is on disk."""
    if options.resume == bool(options.paths):
        raise UsageError("“import” needs what to import, or --resume alone.")
    with opened_library(options) as services:
        if options.resume:
            runs = services.importing.runs.unfinished()[::-1]
            if not runs and not services.importing.waiting():
                say("No import was interrupted; there is nothing to go on with.")
        else:
            runs = [_asked(services, options)]
        teller = _Teller(as_json=options.json)
        for run in runs:
            _go(services, run, teller)
        _analyse(services, teller.new, later=options.analysis == "later")
    return 1 if teller.failed else 0


def _asked(services: Services, options: Namespace) -> ImportRun:
    """Return the import asked for: the same one where it was interrupted, else a new one."""
    dossiers = work.dossiers_named(services, options.dossier or "")
    runs = services.importing.runs
    return runs.again(options.paths, dossiers) or runs.begin(options.paths, dossiers)


def _go(services: Services, run: ImportRun, teller: _Teller) -> None:
    done = run.total - run.waiting
    if done:
        say(f"Going on with an import of {run.started[:10]}: {done} of {run.total} inputs were done before.")
        for outcome in services.importing.runs.outcomes(run.id):
            teller.tell_earlier(outcome)
    teller.begin(run.waiting)
    try:
        switch = Switch()
        with backed_up(services.backups, run, say, switch.stopped):
            Bulk(services.importing, run, switch, readers=worker_count() + 1).run(teller.tell)
    except KeyboardInterrupt:
        say("“import --resume” goes on with the rest.")
        raise
    finally:
        teller.end()


@dataclass
class _Teller:
    """Prints what became of the inputs, after it is on disk."""

    as_json: bool
    failed: int = 0
    new: list[str] = field(default_factory=list)
    _progress: Progress | None = None
    _next: int = 0
    _early: dict[int, list[Settled]] = field(default_factory=dict)

    def begin(self, inputs: int) -> None:
        self._progress, self._next = Progress(inputs, "imported"), 0
        self._early = {}

    def tell(self, batch: Batch) -> None:
        """Tell what is on disk, input by input in the order they were asked for."""
        for one in batch.settled:
            self._early.setdefault(one.number, []).append(one)
            if one.done and self._progress is not None:
                self._progress.step()
        while waiting := self._early.pop(self._next, []):
            for one in waiting:
                if one.outcome is not None:
                    self._tell(one.outcome)
            if not waiting[-1].done:
                break
            self._next += 1

    def tell_earlier(self, outcome: ImportOutcome) -> None:
        """Tell what an interrupted import had done; people are told of the troubles alone."""
        if outcome.outcome.brings_text:
            self.new.append(outcome.article)
        again = told_again(outcome)
        if self.as_json or not again.outcome.went_in:
            self._tell(again)

    def end(self) -> None:
        if self._progress is not None:
            self._progress.end()

    def _tell(self, outcome: ImportOutcome) -> None:
        self.failed += not outcome.outcome.went_in
        if outcome.outcome.brings_text:
            self.new.append(outcome.article)
        if self.as_json:
            print_json(outcome_record(outcome))
        else:
            print_line(rows.outcome_line(outcome))


def _analyse(services: Services, new: list[str], *, later: bool) -> None:
    """Analyse what came in and what an earlier import left; put off, it is said what is still to do."""
    if not later:
        work.catch_up_after(services, set(new))
    elif new:
        say(work.to_do(len(services.importing.waiting())))


def imports(options: Namespace) -> int:
    """List the imports remembered, or what became of each input of one."""
    with opened_library(options) as services:
        known = services.importing.runs.latest()
        if options.run is None:
            listed = (rows.run_row(number, run) for number, run in enumerate(known, 1))
            print_rows(listed, as_json=options.json, columns=("number", "started", "state", "inputs", "places"))
            return 0
        run = _named(options.run, known)
        only = Outcome(options.outcome) if options.outcome else None
        outcomes = services.importing.runs.outcomes(run.id, only)
    if options.format or options.out:
        as_csv = (options.format or Path(options.out).suffix.lstrip(".")) == "csv"
        text = outcomes_csv(outcomes) if as_csv else outcomes_json(outcomes)
        if options.out:
            write_whole(Path(options.out), text)
        else:
            print_line(text.rstrip("\r\n"))
        return 0
    for outcome in outcomes:
        print_json(outcome_record(outcome)) if options.json else print_line(rows.outcome_line(outcome))
    return 0


def _named(word: str, known: list[ImportRun]) -> ImportRun:
    if word.isdecimal() and 0 < int(word) <= len(known):
        return known[int(word) - 1]
    found = [run for run in known if run.id == word]
    if not found:
        raise InputError(f"There is no import “{word}”.", hint="“imports” lists those that are remembered.")
    return found[0]
