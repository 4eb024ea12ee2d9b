"""Imports that outlive the program: remembered before the first input is looked at, and gone on with after a stop."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, ImportRun, Outcome, RunState
from briefing_app.errors import InputError
from briefing_app.export.imports import outcomes_csv, outcomes_json
from briefing_app.services.arrivals import Arrival
from briefing_app.services.files import is_page, read_input, storable, walked, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from briefing_app.domain.importing import ImportItem
    from briefing_app.services.keeping import Keeper
    from briefing_app.store.repositories.imports import Imports
    from briefing_app.store.store import Store

    Unit = Callable[[Sequence[str], str], AbstractContextManager[Keeper]]

TAKEN_BEFORE = "It was taken in before the import was interrupted."


@dataclass(frozen=True, slots=True)
class Read:
    """Something read of the input ``item``: document or refusal; None once all parts of a file of many are read."""

    item: int
    part: int
    thing: Arrival | ImportOutcome | None
    sha256: str = ""
    cost: int = 0


class ImportRuns:
    """What the library remembers of imports; every outcome is written with the article it speaks of."""

    def __init__(self, store: Store, unit: Unit, session: str) -> None:
        self._store = store
        self._unit = unit
        self._session = session
        self._asked: set[str] = set()

    def begin(self, places: Sequence[str], dossiers: Sequence[str] = ()) -> ImportRun:
        """Remember an import of files, folders and addresses; nothing is read yet but the names in the folders."""
        places, inputs = list(map(storable, places)), walked(places)
        with self._store.write("Import", session=self._session, undoable=False) as work:
            run = work.imports.begin(places, inputs, folder=_here(), dossiers=dossiers, session=self._session)
            self._asked.add(run)
            return work.imports.get(run)

    def again(self, places: Sequence[str], dossiers: Sequence[str] = ()) -> ImportRun | None:
        """Return the unfinished import of these places, made ready to go on; None where there is none.

        What is new in the folders waits too, and so does what has other bytes now or went wrong.
        """
        places = list(map(storable, places))
        with self._store.read() as reader:
            run = reader.imports.same(places, _here(), dossiers)
            done = reader.imports.done(run.id) if run is not None else []
        if run is None:
            return None
        changed = [item.seq for item in done if not _unchanged(item)]
        inputs = list(walked(places))
        with self._store.write("Import", session=self._session, undoable=False) as work:
            work.imports.put_back(changed)
            work.imports.add_inputs(run.id, inputs)
            self._asked.add(run.id)
            return work.imports.get(run.id)

    def asked_here(self, run_id: str) -> bool:
        """Say whether this program was asked for the import, so that its standard input is the one meant."""
        return run_id in self._asked

    def unfinished(self) -> list[ImportRun]:
        """Return the imports that were interrupted or are under way, the latest first."""
        with self._store.read() as reader:
            return reader.imports.unfinished()

    def latest(self) -> list[ImportRun]:
        """Return the imports that are remembered, the latest first."""
        with self._store.read() as reader:
            return reader.imports.latest()

    def get(self, run_id: str) -> ImportRun:
        """Return an import as it stands."""
        with self._store.read() as reader:
            return reader.imports.get(run_id)

    def outcomes(self, run_id: str, only: Outcome | None = None) -> list[ImportOutcome]:
        """Return what became of the inputs so far."""
        with self._store.read() as reader:
            return list(reader.imports.outcomes(run_id, only))

    def waiting(self, run_id: str, after: int, limit: int) -> list[ImportItem]:
        """Return inputs that wait, behind the number ``after``."""
        with self._store.read() as reader:
            return reader.imports.waiting(run_id, after, limit)

    def passed(self, item: int) -> frozenset[int]:
        """Return the parts of a file of many that are settled already."""
        with self._store.read() as reader:
            return frozenset(reader.imports.parts(item))

    def dossiers_of(self, run: ImportRun) -> list[str]:
        """Return the dossiers an import goes into; one that was deleted meanwhile is left out."""
        with self._store.read() as reader:
            return reader.dossiers.known(run.dossiers)

    def keep(self, run_id: str, reads: Sequence[Read], dossiers: Sequence[str]) -> list[ImportOutcome | None]:
        """Put what was read into the library and say so in the import's list, in one unit of work.

        Returns what became of each; None for the end of a file of many, and for what somebody else has taken in
        meanwhile, which is passed over.
        """
        with self._unit(dossiers, run_id) as keeper:
            imports = keeper.work.imports
            waiting = imports.still_waiting({read.item for read in reads})
            live = [read for read in reads if read.item in waiting]
            kept = iter(keeper.keep([read.thing for read in live if isinstance(read.thing, Arrival)]))
            return [_settled(imports, read, kept) if read.item in waiting else None for read in reads]

    def export(self, run_id: str, path: Path, only: Outcome | None = None) -> Path:
        """Write what became of the inputs to a file: CSV by its ending, else JSON Lines; return where it lies."""
        outcomes = self.outcomes(run_id, only)
        write_whole(path, outcomes_csv(outcomes) if path.suffix.lower() == ".csv" else outcomes_json(outcomes))
        return path

    def give_up(self, run_id: str) -> ImportRun:
        """Close an import of which the rest is not wanted."""
        return self.end(run_id, RunState.CANCELLED)

    def end(self, run_id: str, state: RunState = RunState.DONE) -> ImportRun:
        """Close an import, because it is done or because the rest is not wanted."""
        with self._store.write("Import", session=self._session, undoable=False) as work:
            work.imports.end(run_id, state)
            return work.imports.get(run_id)


def _settled(imports: Imports, read: Read, kept: Iterator[ImportOutcome]) -> ImportOutcome | None:
    if read.thing is None:
        imports.settle_many(read.item, read.sha256)
        return None
    outcome = next(kept) if isinstance(read.thing, Arrival) else read.thing
    if read.part:
        imports.settle_part(read.item, read.part, outcome)
    else:
        imports.settle(read.item, outcome, read.sha256 if outcome.outcome.went_in else "")
    return outcome


def told_again(outcome: ImportOutcome) -> ImportOutcome:
    """Return an outcome of before an interruption as it stands now: the library has it already."""
    if not outcome.outcome.went_in:
        return outcome
    return replace(outcome, outcome=Outcome.DUPLICATE, reason=TAKEN_BEFORE)


def _here() -> str:
    return storable(str(Path.cwd()))


def _unchanged(item: ImportItem) -> bool:
    """Say whether an input went in and still has the bytes that did; a page is not fetched to find out."""
    if not item.sha256 or item.place == "-" or is_page(item.place):
        return bool(item.sha256)
    try:
        return hashlib.sha256(read_input(item.place)).hexdigest() == item.sha256
    except InputError:
        return True
