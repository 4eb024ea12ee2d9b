"""Making the tables of a new library, and bringing an older library up to date.

A library's schema number is its `user_version`; it is the number of the newest Alembic revision applied.
Everything happens in one transaction: old or new, never between.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.errors import LibraryDamaged
from briefing_app.store.care import renew_keys
from briefing_app.store.connect import APPLICATION_ID, SCHEMA, connect
from briefing_app.store.engine import around

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlcipher3 import dbapi2

PAGES = 1000
"""Pages copied between two questions whether the copy is still wanted."""


def schema_of(connection: dbapi2.Connection) -> int:
    """Return the schema number of an open library."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: dbapi2.Connection) -> None:
    """Apply every migration that is missing, or none at all. The connection is in autocommit mode."""
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with around(connection).begin() as over:
            if schema_of(connection) < SCHEMA:
                _run_migrations(over)
                renew_keys(connection)
                _refuse_dangling(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


class Stopped(Exception):
    """Somebody wants a copy no more."""


def copy_to(source: dbapi2.Connection, target: Path, key: bytes | None, stop: Callable[[], bool] | None = None) -> None:
    """Copy an open library with SQLite's own backup into a new file, complete and on disk.

    Raises Stopped soon after ``stop`` says so. A new file needs no journal: it has its name only once it is whole.
    """

    def told(_status: int, _left: int, _total: int) -> None:
        if stop is not None and stop():
            raise Stopped

    copy = connect(target, key, mode="rwc")
    try:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, pages=PAGES, progress=told)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    sync(target)


def sync(path: Path) -> None:
    """Wait until a file and its name are on disk."""
    for one in (path, path.parent):
        try:
            handle = os.open(one, os.O_RDONLY)
        except PermissionError:  # Windows opens no folders
            continue
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _run_migrations(over: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.database_scripts()).replace("%", "%%"))
    config.attributes["connection"] = over
    command.upgrade(config, f"{SCHEMA:04d}")


def _refuse_dangling(connection: dbapi2.Connection) -> None:
    """Foreign keys are off while tables are rebuilt, so they are checked before the commit."""
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise LibraryDamaged(
            f"The library could not be brought up to date: a row of “{broken[0]}” points to nothing.",
            hint="Nothing was changed. Run `check` with the release that made the library.",
        )
