"""Making, opening and upgrading library files, with a sentence for everything that can be wrong with one."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from briefing_app.errors import LibraryError, LibraryLocked, NotALibrary, UserError, WrongKey
from briefing_app.store import failures, files, vault
from briefing_app.store.connect import APPLICATION_ID, SCHEMA, Mode, connect
from briefing_app.store.schema import copy_to, schema_of, sync, upgrade

if TYPE_CHECKING:
    from pathlib import Path

FIRST_BUSY_SECONDS: Final = 3.0
"""How long opening waits for another program's lock before it says so."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How a library can be used: `mode` for its readers, and whether it can be written to."""

    mode: Mode
    read_only: bool


def create(path: Path, key: bytes | None) -> None:
    """Make an empty library at `path`, complete or not at all; never over anything that is there."""
    refuse_existing(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.remove(part)
        connection = connect(part, key, mode="rwc")
        try:
            upgrade(connection)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        sync(part)
        _put(part, path)
        sync(path)
    except FileExistsError:
        refuse_existing(path)
        raise
    except OSError as error:
        raise LibraryError(
            f"No library can be made at {path}: {error.strerror}.", hint="Choose another folder."
        ) from error
    except dbapi2.Error as error:
        raise failures.told(error, path) or error from error
    finally:
        files.remove(part)


def prepare(path: Path, key: bytes | None, *, read_only: bool) -> Opened:
    """Check that `path` is our library and `key` opens it, and bring an older one up to date."""
    content = files.look(path)
    if content is files.Content.PLAIN and key is not None:
        raise LibraryError(f"The library {path} is not encrypted, but was expected to be.", hint="Open it without key.")
    if content is files.Content.SEALED and key is None:
        raise _sealed(path)
    read_only = read_only or not files.writable(path)
    mode = _mode(path, read_only=read_only)
    try:
        with contextlib.closing(_connect(path, key, mode)) as connection:
            _judge(connection, path)
            if schema_of(connection) < SCHEMA:
                if read_only:
                    raise LibraryError(
                        f"The library {path} was made by an older release and cannot be brought up to date where it"
                        " lies, because it cannot be written to.",
                        hint="Copy it to a folder of your own and open it there.",
                    )
                _bring_up_to_date(connection, path, key)
    except dbapi2.Error as error:
        raise _told(error, path, key) from error
    return Opened(mode, read_only)


def _connect(path: Path, key: bytes | None, mode: Mode) -> dbapi2.Connection:
    connection = connect(path, key, mode=mode, writing=mode == "rw", busy_seconds=FIRST_BUSY_SECONDS)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _mode(path: Path, *, read_only: bool) -> Mode:
    """Choose how to open: a folder that cannot be written to cannot take the log's index either."""
    if not read_only:
        return "rw"
    if os.access(path.absolute().parent, os.W_OK):
        return "ro"
    if files.waiting_log(path):
        raise LibraryError(
            f"The library {path} has unsaved parts beside it and lies in a folder that cannot be written to.",
            hint="Copy it with the file that ends in -wal to a folder of your own and open it there.",
        )
    return "immutable"


def _judge(connection: dbapi2.Connection, path: Path) -> None:
    """Refuse what the first bytes could not tell: of an encrypted file, or of one whose log holds the truth."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    schema = schema_of(connection)
    if application != APPLICATION_ID:
        raise NotALibrary(f"{path} is a database of another program and no library.")
    if schema > SCHEMA:
        raise files.too_new(path, schema)
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    page_size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    if path.stat().st_size < pages * page_size and not files.waiting_log(path):
        raise files.damaged(path, f"it ends after {path.stat().st_size} of {pages * page_size} bytes")


def _bring_up_to_date(connection: dbapi2.Connection, path: Path, key: bytes | None) -> None:
    """Back up first, look at the backup, then migrate."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    backup = path.with_name(f"{path.stem}.schema-{schema_of(connection)}.{stamp}{path.suffix}")
    part = backup.with_name(f".{backup.name}.part")
    try:
        files.remove(part)
        copy_to(connection, part, key)
        with contextlib.closing(connect(part, key, mode="immutable", writing=False)) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise files.damaged(path, "its backup before the upgrade is not whole")
        part.replace(backup)
        if key is not None and files.key_file(path).exists():
            files.key_file(backup).write_bytes(files.key_file(path).read_bytes())
        sync(backup)
    finally:
        files.remove(part)
    upgrade(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _told(error: dbapi2.Error, path: Path, key: bytes | None) -> UserError | dbapi2.Error:
    """Tell a wrong key from damage: the key file beside the library knows which key is right."""
    if failures.code_of(error) == failures.NOT_A_DATABASE and key is not None:
        known = vault.is_key_of(files.key_file(path), key)
        if known is None:
            return WrongKey(
                f"This key does not open {path}, or the file is damaged.",
                hint="The file that holds its wrapped key is missing beside it, so it cannot be told which.",
            )
        if not known:
            return WrongKey(f"This key does not open the library {path}.", hint="Nothing was changed.")
    return failures.told(error, path) or error


def _sealed(path: Path) -> LibraryError:
    if files.key_file(path).exists():
        return LibraryLocked(f"The library {path} is encrypted.", hint="Give its passphrase.")
    return LibraryLocked(
        f"{path} is an encrypted library, or no library at all.",
        hint=f"The file {files.key_file(path).name}, which holds its wrapped key, is not beside it.",
    )


def refuse_existing(path: Path) -> None:
    """Raise where a library or what is left of one lies at `path`."""
    if path.exists() or path.is_symlink():
        raise LibraryError(f"{path} exists already; nothing was changed.", hint="Choose another name, or open it.")
    beside = files.remains(path)
    if beside is not None:
        raise LibraryError(
            f"{beside} is left over from a library that is no longer there; no new one is made in its place.",
            hint="Move that file away, or bring the library back beside it.",
        )


def _put(part: Path, path: Path) -> None:
    """Give a finished file its name, but never over another one."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        part.rename(path)
