"""SQLAlchemy over our own connections: a pool of readers that cannot write, and one writer.

All writing of a process goes through one connection, so that `PRAGMA data_version` there tells what other
processes wrote, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Engine, StaticPool, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from briefing_app.store.connect import Mode, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection

READERS = 4
MORE_READERS = 12
CHUNK = 500
"""Values of one list in a statement."""
T = TypeVar("T")


def readers(path: Path, key: bytes | None, mode: Mode) -> Engine:
    """Make the engine of the readers: every transaction is a snapshot, no statement can change anything."""

    def creator() -> dbapi2.Connection:
        return connect(path, key, mode=mode, writing=False)

    engine = _engine(creator, pool_size=READERS, max_overflow=MORE_READERS)
    _begin_with(engine, "BEGIN")
    return engine


def writer(path: Path, key: bytes | None) -> Engine:
    """Make the engine of the one writer: every transaction takes the write lock at its start."""

    def creator() -> dbapi2.Connection:
        return connect(path, key)

    engine = _engine(creator, pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def around(connection: dbapi2.Connection) -> Engine:
    """Make an engine over one open connection, which its owner closes; its transactions take the write lock."""

    def creator() -> dbapi2.Connection:
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=creator, poolclass=StaticPool, hide_parameters=True)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def _engine(creator: Callable[[], DBAPIConnection], *, pool_size: int, max_overflow: int) -> Engine:
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
        hide_parameters=True,  # a crash report must not hold what the user wrote
    )


def _begin_with(engine: Engine, statement: str) -> None:
    """The driver is in autocommit mode, so we say ourselves when a transaction begins."""

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    event.listen(engine, "begin", begin)


def last_seq(connection: Connection, table: str) -> int:
    """Return the greatest number ever given in a table, also to rows that are gone. For the one who writes."""
    found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar()
    return int(found or 0)


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut values into pieces small enough for one statement."""
    wanted = list(values)
    return (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))


def raw(connection: Connection) -> dbapi2.Connection:
    """Give the driver's connection behind an open SQLAlchemy one."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, dbapi2.Connection)
    return driver
