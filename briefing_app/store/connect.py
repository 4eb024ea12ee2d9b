"""One raw connection to a library file: the driver, the key, and the settings every connection needs.

Nothing heavy is imported here: the article list reads through this module before the first paint. The
driver is sqlcipher3 for plain and encrypted files alike, because the SQLite of the standard library may
carry the WAL-reset bug (fixed in 3.51.3). `mmap_size` is never set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from sqlcipher3 import dbapi2

from briefing_app import dumps
from briefing_app.errors import ProgramError

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x42524447
"""Ours, in the file's header (at byte 68): the letters BRDG."""

SCHEMA: Final = 4
"""Number of the newest schema this release knows; kept in the file's `user_version`."""

KEY_BYTES: Final = 32
BUSY_SECONDS: Final = 10.0

Mode = Literal["rw", "rwc", "ro", "immutable"]

_EVERY = ("PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16000")
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA journal_size_limit = 67108864")
_READING = ("PRAGMA query_only = ON",)


def connect(
    path: Path,
    key: bytes | None,
    *,
    mode: Mode = "rw",
    writing: bool = True,
    busy_seconds: float = BUSY_SECONDS,
) -> dbapi2.Connection:
    """Open `path` in autocommit mode; `key` is None for a plain library, else 32 bytes.

    `mode` "rw" never makes a file, "rwc" does; "ro" needs a writable folder (WAL), "immutable" does not, and
    is for files that nobody writes. `writing` False refuses every change. A wrong key shows only with the
    first statement: here, as the driver's DatabaseError.
    """
    if key is not None and len(key) != KEY_BYTES:
        raise ProgramError(f"a library key has {KEY_BYTES} bytes, not {len(key)}")
    if key is not None:
        dumps.refuse()
    options = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _prepare(connection, key, writing=writing and mode in ("rw", "rwc"))
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: dbapi2.Connection, key: bytes | None, *, writing: bool) -> None:
    """Give the key first, then the settings; the first of them already reads the file."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for statement in (*(_WRITING if writing else _READING), *_EVERY):
        connection.execute(statement)
