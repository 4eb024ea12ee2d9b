"""What every repository has: a connection to read by, and in a unit of work a ledger to write by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.errors import ProgramError, UserError
from briefing_app.store.engine import chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Select, Table

    from briefing_app.store.ledger import Ledger


class Repository:
    """A repository over one session; in a reading session every writing method raises ProgramError."""

    def __init__(self, connection: Connection, ledger: Ledger | None) -> None:
        self._connection = connection
        self._ledger_or_none = ledger

    @property
    def _ledger(self) -> Ledger:
        if self._ledger_or_none is None:
            raise ProgramError("a reading session writes nothing: use Store.write")
        return self._ledger_or_none

    def _rows(self, query: Select[Any]) -> list[Mapping[str, Any]]:
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def _seqs(self, table: Table, ids: Iterable[str]) -> dict[str, int]:
        """Return the seq of each id that exists."""
        found: dict[str, int] = {}
        for chunk in chunks(ids):
            query = select(table.c.id, table.c.seq).where(table.c.id.in_(chunk))
            found.update((row.id, row.seq) for row in self._connection.execute(query))
        return found

    def _seq_of(self, table: Table, identifier: str, thing: str) -> int:
        """Return the seq of an id; UserError naming the `thing` where there is none."""
        found = self._connection.execute(select(table.c.seq).where(table.c.id == identifier)).scalar()
        if found is None:
            raise UserError(f"There is no {thing} “{identifier}” in this library.")
        return int(found)
