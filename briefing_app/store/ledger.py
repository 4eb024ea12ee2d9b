"""Every change of a row goes through here: hashed, remembered for undo, remembered for `Changes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from briefing_app.store import engine
from briefing_app.store.derived import derive
from briefing_app.store.records import HASHED, kept_columns, record_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Dialect, Table

    Row = dict[str, Any]  # a database row: the columns say what is in it


NOT_IMAGED: Final = frozenset({"originals", "analyses", "reading_positions", "undo_steps"})
"""Tables whose rows no undo step holds: they are derived, or shared, or not the user's doing."""


@dataclass(frozen=True, slots=True)
class Image:
    """One row before and after: None where it did not exist; of an update only what changed.

    `imported` marks an article's arrival: taken back, it goes to the trash.
    """

    table: str
    seq: int
    before: Row | None
    after: Row | None
    imported: bool = False


@dataclass(slots=True)
class Ledger:
    """Inserts, updates and deletes rows over one connection, and remembers what it did."""

    connection: Connection
    images: list[Image] = field(default_factory=list)
    touched: list[tuple[str, int, Mapping[str, object]]] = field(default_factory=list)
    _last: dict[str, int] = field(default_factory=dict, init=False)

    def insert(self, table: Table, values: Mapping[str, Any], *, imaged: bool = True) -> int:
        """Insert one row and return its seq."""
        return self.insert_many(table, [values], imaged=imaged)[0]

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]], *, imaged: bool = True) -> list[int]:
        """Insert rows, which all name the same columns, in order; return their seqs."""
        if not rows:
            return []
        full = [self._completed(table.name, row) for row in rows]
        seqs = [row["seq"] for row in full]
        sql, taken = _insertion(table, self.connection.dialect, tuple(full[0]))
        parameters = [taken(row) for row in full]
        self.connection.exec_driver_sql(sql, parameters if len(parameters) > 1 else parameters[0])
        for seq, row in zip(seqs, full, strict=True):
            self.touched.append((table.name, seq, row))
            if imaged and table.name not in NOT_IMAGED:
                self.images.append(Image(table.name, seq, None, _kept(table.name, row)))
        return seqs

    def update(self, table: Table, seqs: Iterable[int], values: Mapping[str, Any], *, imaged: bool = True) -> int:
        """Set the same `values` in rows; return how many were really different."""
        return self.update_each(table, dict.fromkeys(seqs, values), imaged=imaged)

    def update_each(self, table: Table, changes: Mapping[int, Mapping[str, Any]], *, imaged: bool = True) -> int:
        """Set each row's own values; all must name the same columns. Return how many were really different."""
        pending: list[Row] = []
        for seq, row in self.rows(table, changes).items():
            changed = {name: value for name, value in changes[seq].items() if row[name] != value}
            if not changed:
                continue
            merged = {**row, **changed}
            merged.update(derive(table.name, merged, changed))
            if "hash" in merged:
                merged["hash"] = record_hash(table.name, merged)
            pending.append(merged)
            self.touched.append((table.name, seq, merged))
            if imaged and table.name not in NOT_IMAGED:
                self.images.append(Image(table.name, seq, {name: row[name] for name in changed}, changed))
        self._write(table, pending, next(iter(changes.values()), {}))
        return len(pending)

    def delete(self, table: Table, seqs: Iterable[int], *, imaged: bool = True) -> int:
        """Delete rows; their children must be gone already. Return how many there were."""
        found = self.rows(table, seqs)
        for seq, row in found.items():
            self.touched.append((table.name, seq, row))
            if imaged and table.name not in NOT_IMAGED:
                self.images.append(Image(table.name, seq, _kept(table.name, row), None))
        for chunk in engine.chunks(found):
            self.connection.execute(delete(table).where(table.c.seq.in_(chunk)))
        return len(found)

    def rows(self, table: Table, seqs: Iterable[int]) -> dict[int, Row]:
        """Read whole rows by seq, in the order asked for."""
        wanted = list(dict.fromkeys(seqs))
        found: dict[int, Row] = {}
        for chunk in engine.chunks(wanted):
            for row in self.connection.execute(select(table).where(table.c.seq.in_(chunk))).mappings():
                found[row["seq"]] = dict(row)
        return {seq: found[seq] for seq in wanted if seq in found}

    def seqs(self, table: Table, *conditions: ColumnElement[bool]) -> list[int]:
        """Return the numbers of the rows of which all ``conditions`` hold."""
        return list(self.connection.execute(select(table.c.seq).where(*conditions)).scalars())

    def next_seq(self, table: str) -> int:
        """Take the next number of a table; whoever writes is alone, so it is his."""
        last = self._last.get(table)
        self._last[table] = (engine.last_seq(self.connection, table) if last is None else last) + 1
        return self._last[table]

    def _completed(self, table: str, values: Mapping[str, Any]) -> Row:
        """Add what follows from the values: the number, derived columns and the hash."""
        row = dict(values)
        if "seq" not in row:
            row["seq"] = self.next_seq(table)
        row.update(derive(table, row))
        if table in HASHED:
            row["hash"] = record_hash(table, row)
        return row

    def _write(self, table: Table, rows: list[Row], names: Mapping[str, Any]) -> None:
        """Write the columns named, with the derived ones and the hash."""
        if not rows:
            return
        columns = [*names, *derive(table.name, rows[0]), *(["hash"] if table.name in HASHED else [])]
        statement = update(table).where(table.c.seq == bindparam("b_seq"))
        statement = statement.values({name: bindparam(f"b_{name}") for name in dict.fromkeys(columns)})
        parameters = [{"b_seq": row["seq"], **{f"b_{name}": row[name] for name in columns}} for row in rows]
        self.connection.execute(statement, parameters if len(parameters) > 1 else parameters[0])


def _kept(table: str, row: Mapping[str, Any]) -> Row:
    return {name: row[name] for name in kept_columns(table)}


_Taken = Callable[[Mapping[str, Any]], tuple[Any, ...]]
_insertions: dict[tuple[str, str, tuple[str, ...]], tuple[str, _Taken]] = {}


def _insertion(table: Table, dialect: Dialect, names: tuple[str, ...]) -> tuple[str, _Taken]:
    """Compile an INSERT once, and what takes its values from a row; SQLAlchemy's own cache costs more than the row."""
    key = (dialect.name, table.name, names)
    if key not in _insertions:
        compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
        _insertions[key] = str(compiled), itemgetter(*(getattr(compiled, "positiontup", None) or names))
    return _insertions[key]
