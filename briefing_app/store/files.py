"""A library as a file, looked at before anything opens it: what it is, and what it certainly is not."""

from __future__ import annotations

import os
import struct
from enum import Enum
from typing import TYPE_CHECKING, Final

from briefing_app.errors import LibraryDamaged, LibraryError, LibraryTooNew, NotALibrary
from briefing_app.store.connect import APPLICATION_ID, SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

MAGIC: Final = b"SQLite format 3\x00"
HEADER_BYTES: Final = 100
ENCRYPTED_PAGE: Final = 4096
WAL_HEADER: Final = 32
FEWEST_DIFFERENT_BYTES: Final = 200
"""Of 4,096 random bytes all 256 values but a few turn up; text and most formats use far fewer."""


class Content(Enum):
    """What a file holds, as far as can be told without a key."""

    PLAIN = "plain"
    SEALED = "sealed"


def look(path: Path) -> Content:
    """Say whether `path` is a plain library or may be an encrypted one; raise where it is neither.

    Nothing is written, and nothing but the first page is read.
    """
    head, size = _head(path)
    if not size:
        raise NotALibrary(
            f"{path} is an empty file and no library.",
            hint="Choose another file, or restore a backup if a library should be there.",
        )
    if head.startswith(MAGIC[: len(head)]):
        _judge_plain(path, head, size)
        return Content.PLAIN
    if size % ENCRYPTED_PAGE == 0 and len(set(head)) >= FEWEST_DIFFERENT_BYTES:
        return Content.SEALED
    if key_file(path).exists():
        raise LibraryDamaged(
            f"The encrypted library {path} is damaged: its length or its beginning is not what was written.",
            hint="Restore a backup.",
        )
    raise NotALibrary(f"{path} is no library of this program.", hint="Choose a file that ends in .brief.")


def key_file(path: Path) -> Path:
    """Return where the wrapped key of an encrypted library lies: beside it."""
    return path.with_name(path.name + ".key")


def waiting_log(path: Path) -> bool:
    """Say whether a write-ahead log with content lies beside the library."""
    log = path.with_name(path.name + "-wal")
    try:
        return log.stat().st_size > WAL_HEADER
    except OSError:
        return False


def remove(path: Path) -> None:
    """Remove a library's file that is not wanted, finished or not, and what SQLite left beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def remains(path: Path) -> Path | None:
    """Return a file with content left over from a library that lay at `path`; a new one there would read it.

    SQLite would play a stranger's log into it, and a stranger's key would be taken for its own.
    """
    for suffix in ("-wal", "-journal", ".key"):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and (suffix == ".key" or beside.stat().st_size):
            return beside
    return None


def writable(path: Path) -> bool:
    """Say whether the library and its folder (for the log beside it) may be written to."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def too_new(path: Path, schema: int) -> LibraryTooNew:
    """Make the refusal of a library that a newer release wrote."""
    return LibraryTooNew(
        f"A newer release of Briefing Reader wrote the library {path} (its schema is {schema}, this release knows"
        f" {SCHEMA}).",
        hint="Install the newest release. The library was not touched.",
    )


def damaged(path: Path, what: str) -> LibraryDamaged:
    """Make the error for a library that is ours but not whole."""
    return LibraryDamaged(f"The library {path} is damaged: {what}.", hint="Restore a backup. The file was not touched.")


def _head(path: Path) -> tuple[bytes, int]:
    """Read the first page and the size."""
    try:
        if path.is_dir():
            raise NotALibrary(f"{path} is a folder and no library.")
        with path.open("rb") as file:
            return file.read(ENCRYPTED_PAGE), os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise LibraryError(
            f"There is no library at {path}.", hint="Make one with `new`, or restore a backup with `restore`."
        ) from None
    except PermissionError:
        raise LibraryError(f"The library {path} may not be read by you.", hint="Check its permissions.") from None
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be read: {error.strerror}.", hint="Check the disk.") from error


def _judge_plain(path: Path, head: bytes, size: int) -> None:
    """Refuse a plain SQLite file that is foreign, too new or cut short."""
    if len(head) < HEADER_BYTES:
        raise damaged(path, "it ends after its first bytes")
    page_size = struct.unpack_from(">H", head, 16)[0]
    page_size = 65536 if page_size == 1 else page_size
    counter, pages = struct.unpack_from(">II", head, 24)
    schema, application, valid_for = (struct.unpack_from(">I", head, at)[0] for at in (60, 68, 92))
    if application != APPLICATION_ID:
        raise NotALibrary(
            f"{path} is a database of another program and no library.", hint="Choose a file that ends in .brief."
        )
    if schema > SCHEMA:
        raise too_new(path, schema)
    if counter == valid_for and size < pages * page_size and not waiting_log(path):
        raise damaged(path, f"it ends after {size} of {pages * page_size} bytes")
