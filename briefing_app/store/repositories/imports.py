"""Imports that were asked for: what waits, what became of the rest.

Nothing here is a step of undo or changes what a panel shows, so it is written past the ledger; but always in the
unit of work that writes the article, so that both are on disk or neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, tuple_, update

from briefing_app.domain.ids import new_id
from briefing_app.domain.importing import ImportItem, ImportOutcome, ImportRun, Outcome, RunState
from briefing_app.errors import UserError
from briefing_app.store.codec import dump, load, now
from briefing_app.store.engine import chunks
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import IMPORT_ITEMS, IMPORT_RUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Row

KEPT = 30
"""Imports remembered; older ones that are over are forgotten when a new one begins."""
MANY = "many"
"""Outcome of an input that is a file of many things, each of which has its own."""
_RUN, _ITEM = IMPORT_RUNS.c, IMPORT_ITEMS.c


class Imports(Repository):
    """Runs and their items; writing methods need a unit of work."""

    def begin(
        self, places: Sequence[str], inputs: Iterable[str], *, folder: str, dossiers: Sequence[str], session: str
    ) -> str:
        """Remember a new import of ``inputs``, found at ``places``; return its id."""
        self._forget_old()
        values = {"places": dump(list(places)), "folder": folder, "dossiers": dump(list(dossiers)), "session": session}
        values |= {"id": new_id(), "started": now(), "ended": "", "state": RunState.OPEN.value}
        self._writing.execute(insert(IMPORT_RUNS), values)
        self.add_inputs(values["id"], inputs)
        return values["id"]

    def add_inputs(self, run_id: str, inputs: Iterable[str]) -> int:
        """Let inputs wait that the import does not know yet; return how many."""
        run = self._run(run_id)
        known = set(self._connection.execute(select(_ITEM.place).where(_ITEM.run == run, _ITEM.part == 0)).scalars())
        fresh = [place for place in dict.fromkeys(inputs) if place not in known]
        if fresh:
            self._writing.execute(insert(IMPORT_ITEMS), [_blank(run, place) for place in fresh])
        return len(fresh)

    def put_back(self, items: Iterable[int]) -> None:
        """Let inputs wait again that were done: they are others now, or went wrong the first time."""
        for chunk in chunks(items):
            again = IMPORT_ITEMS.alias("again")
            place = select(again.c.run, again.c.place).where(again.c.seq.in_(chunk))
            parts = delete(IMPORT_ITEMS).where(tuple_(_ITEM.run, _ITEM.place).in_(place), _ITEM.part > 0)
            self._writing.execute(parts)
            self._writing.execute(update(IMPORT_ITEMS).where(_ITEM.seq.in_(chunk)).values(outcome="", sha256=""))

    def done(self, run_id: str) -> list[ImportItem]:
        """Return the inputs that are done, with the hash of their bytes; those that did not go in have none."""
        query = select(_ITEM.seq, _ITEM.place, _ITEM.sha256)
        query = query.where(_ITEM.run == self._run(run_id), _ITEM.part == 0, _ITEM.outcome != "")
        rows = self._connection.execute(query.order_by(_ITEM.seq))
        return [ImportItem(row.seq, row.place, row.sha256) for row in rows]

    def waiting(self, run_id: str, after: int = 0, limit: int = 500) -> list[ImportItem]:
        """Return the first inputs that wait, in their order; only such as stand behind ``after``."""
        query = select(_ITEM.seq, _ITEM.place, _ITEM.sha256)
        query = query.where(_ITEM.run == self._run(run_id), _ITEM.outcome == "", _ITEM.seq > after)
        rows = self._connection.execute(query.order_by(_ITEM.seq).limit(limit))
        return [ImportItem(row.seq, row.place, row.sha256) for row in rows]

    def still_waiting(self, items: Iterable[int]) -> set[int]:
        """Return those of the inputs that wait: nobody else has taken them in meanwhile."""
        found: set[int] = set()
        for chunk in chunks(items):
            query = select(_ITEM.seq).where(_ITEM.seq.in_(chunk), _ITEM.outcome == "")
            found.update(self._connection.execute(query).scalars())
        return found

    def settle(self, item: int, outcome: ImportOutcome, sha256: str = "") -> None:
        """Say what became of an input."""
        self._settle(item, outcome.outcome.value, outcome, sha256)

    def settle_many(self, item: int, sha256: str = "") -> None:
        """Say that everything a file of many holds has been settled part by part."""
        self._settle(item, MANY, ImportOutcome("", Outcome.IMPORTED), sha256)

    def settle_part(self, item: int, part: int, outcome: ImportOutcome) -> None:
        """Say what became of one thing in a file of many, whose parts count from 1."""
        run, place = self._connection.execute(select(_ITEM.run, _ITEM.place).where(_ITEM.seq == item)).one()
        told = {"outcome": outcome.outcome.value, "article": outcome.article, "title": outcome.title}
        same = (_ITEM.run == run, _ITEM.place == place, _ITEM.part == part)
        self._writing.execute(delete(IMPORT_ITEMS).where(*same))
        self._writing.execute(insert(IMPORT_ITEMS), {**_blank(run, place, part), **told, "reason": outcome.reason})

    def parts(self, item: int) -> dict[int, ImportOutcome]:
        """Return what became of the things in a file of many, by part, as far as it had come."""
        own = select(_ITEM.run, _ITEM.place).where(_ITEM.seq == item).subquery()
        query = select(IMPORT_ITEMS).where(_ITEM.run == own.c.run, _ITEM.place == own.c.place, _ITEM.part > 0)
        return {row.part: _outcome(row) for row in self._connection.execute(query)}

    def end(self, run_id: str, state: RunState) -> None:
        """Close an import: nothing of it waits, or nobody wants the rest."""
        closed = update(IMPORT_RUNS).where(_RUN.id == run_id, _RUN.state == RunState.OPEN.value)
        self._writing.execute(closed.values(state=state.value, ended=now()))

    def get(self, run_id: str) -> ImportRun:
        """Return an import with its counts; UserError when it is not remembered."""
        found = self._runs(_RUN.id == run_id)
        if not found:
            raise UserError(f"No import “{run_id}” is remembered; “imports” lists those that are.")
        return found[0]

    def latest(self) -> list[ImportRun]:
        """Return the imports that are remembered, the latest first."""
        return self._runs()

    def unfinished(self) -> list[ImportRun]:
        """Return the imports that are not over, the latest first."""
        return self._runs(_RUN.state == RunState.OPEN.value)

    def same(self, places: Sequence[str], folder: str, dossiers: Sequence[str]) -> ImportRun | None:
        """Return the unfinished import of the same places into the same dossiers, if there is one."""
        asked = (_RUN.places == dump(list(places)), _RUN.folder == folder, _RUN.dossiers == dump(list(dossiers)))
        found = self._runs(_RUN.state == RunState.OPEN.value, *asked)
        return found[0] if found else None

    def outcomes(self, run_id: str, only: Outcome | None = None) -> Iterator[ImportOutcome]:
        """Return what became of the inputs so far, in the order they were asked for; a file of many by its parts."""
        ended = _ITEM.outcome.not_in(("", MANY)) if only is None else _ITEM.outcome == only.value
        query = select(IMPORT_ITEMS).where(_ITEM.run == self._run(run_id), ended)
        yield from (_outcome(row) for row in self._connection.execute(query.order_by(_ITEM.seq)))

    def forget_articles(self, ids: Iterable[str]) -> None:
        """Drop the lines about articles that are purged: what is gone for ever leaves no title behind."""
        for chunk in chunks(ids):
            self._writing.execute(delete(IMPORT_ITEMS).where(_ITEM.article.in_(chunk)))

    @property
    def _writing(self) -> Connection:
        """The connection, in a unit of work; ProgramError in a reading session."""
        return self._ledger.connection

    def _settle(self, item: int, word: str, outcome: ImportOutcome, sha256: str) -> None:
        values = {"b_seq": item, "b_outcome": word, "b_article": outcome.article, "b_title": outcome.title}
        self._writing.execute(_SETTLE, {**values, "b_reason": outcome.reason, "b_sha256": sha256})

    def _run(self, run_id: str) -> int:
        return self._seq_of(IMPORT_RUNS, run_id, "import")

    def _forget_old(self) -> None:
        over = select(_RUN.seq).where(_RUN.state != RunState.OPEN.value).order_by(_RUN.seq.desc()).offset(KEPT - 1)
        old = list(self._connection.execute(over).scalars())
        self._writing.execute(delete(IMPORT_ITEMS).where(_ITEM.run.in_(old)))
        self._writing.execute(delete(IMPORT_RUNS).where(_RUN.seq.in_(old)))

    def _runs(self, *conditions: ColumnElement[bool]) -> list[ImportRun]:
        rows = self._connection.execute(select(IMPORT_RUNS).where(*conditions).order_by(_RUN.seq.desc())).all()
        return [self._counted(row) for row in rows]

    def _counted(self, row: Row[Any]) -> ImportRun:
        query = select(_ITEM.outcome, _ITEM.part == 0, func.count()).where(_ITEM.run == row.seq)
        total = waiting = 0
        counts: dict[Outcome, int] = {}
        for word, whole, number in self._connection.execute(query.group_by(_ITEM.outcome, _ITEM.part == 0)):
            total += number if whole else 0
            waiting += number if not word else 0
            if word and word != MANY:
                counts[Outcome(word)] = counts.get(Outcome(word), 0) + number
        told = (row.id, tuple(load(row.places)), row.folder, tuple(load(row.dossiers)), row.session)
        return ImportRun(*told, row.started, row.ended, RunState(row.state), total, waiting, counts)


def _blank(run: int, place: str, part: int = 0) -> dict[str, object]:
    rest = dict.fromkeys(("outcome", "article", "title", "reason", "sha256"), "")
    return {"run": run, "place": place, "part": part, **rest}


def _outcome(row: Row[Any]) -> ImportOutcome:
    source = f"{row.place}#{row.part}" if row.part else row.place
    return ImportOutcome(source, Outcome(row.outcome), row.article, row.title, row.reason)


_SETTLE = (
    update(IMPORT_ITEMS)
    .where(_ITEM.seq == bindparam("b_seq"))
    .values(
        outcome=bindparam("b_outcome"),
        article=bindparam("b_article"),
        title=bindparam("b_title"),
        reason=bindparam("b_reason"),
        sha256=bindparam("b_sha256"),
    )
)
