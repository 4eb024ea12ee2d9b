"""Backups: one file from which a library comes back, made by SQLite's own backup, looked at before it counts.

A plain library's backup is a library. An encrypted one's is a ZIP archive (stored, not compressed) that holds
the encrypted library and its wrapped key, so that it opens by passphrase on any machine; nothing in it is in
the clear.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from briefing_app.errors import LibraryDamaged, LibraryError, NotALibrary, UserError
from briefing_app.store import failures, files
from briefing_app.store.connect import APPLICATION_ID, connect
from briefing_app.store.schema import copy_to, sync

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MEMBER: Final = "library.brief"
KEY_MEMBER: Final = "library.brief.key"
LONGEST_KEY_FILE: Final = 65536
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def write(
    connection: dbapi2.Connection,
    library: Path,
    key: bytes | None,
    target: Path,
    stop: Callable[[], bool] | None = None,
) -> None:
    """Write a backup of the open `library` to `target`: complete and checked, or nothing at all.

    What others write meanwhile is not in it where the connection holds a snapshot. Raises Stopped when `stop` says so.
    """
    with _told(target):
        if target.exists() and target.resolve() == library.resolve():
            raise LibraryError("A library cannot be its own backup.", hint="Name another file.")
        with _part(target) as part:
            copy_to(connection, part, key, stop)
            _verify(part, key)
            if key is not None:
                _pack(part, files.key_file(library))
            part.replace(target)
        sync(target)


def restore(source: Path, target: Path, *, key: bytes | None = None) -> None:
    """Bring a library back from a backup to `target`, which must not exist yet.

    The wrapped key of an encrypted one is put beside it. Given its `key`, the library is looked at before it
    gets its name; without, only that the archive is whole.
    """
    if target.exists() or target.is_symlink():
        raise LibraryError(f"{target} exists already; nothing was changed.", hint="Name a file that does not exist.")
    beside = files.remains(target)
    if beside is not None:
        raise LibraryError(
            f"{beside} is left over from a library that is no longer there; nothing was restored beside it.",
            hint="Move that file away first.",
        )
    with _told(target), _part(target) as part:
        target.parent.mkdir(parents=True, exist_ok=True)
        if zipfile.is_zipfile(source) and not _is_plain(source):
            header = _unpack(source, part)
            if key is not None:
                _verify(part, key)
            files.key_file(target).write_bytes(header)
            files.key_file(target).chmod(0o600)
        else:
            files.look(source)
            shutil.copyfile(source, part)
            _verify(part, None)
        sync(part)
        part.replace(target)
        sync(target)


def _verify(path: Path, key: bytes | None) -> None:
    """Open a copy as nobody else uses it, and let SQLite look at every page."""
    with contextlib.closing(connect(path, key, mode="immutable", writing=False)) as copy:
        whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        ours = copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        articles = copy.execute("SELECT count(*) FROM articles").fetchone()[0]
    if not whole or not ours or articles < 0:
        raise LibraryDamaged("The backup is not whole; nothing was replaced.", hint="Run `check` on the library.")


def _is_plain(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(len(files.MAGIC)) == files.MAGIC


def _pack(part: Path, header: Path) -> None:
    """Put the encrypted copy and its wrapped key into one archive, in the copy's place."""
    try:
        wrapped = header.read_bytes()
    except FileNotFoundError:
        raise LibraryError(
            f"The wrapped key {header} is missing, and without it nobody could open the backup.",
            hint="Set a passphrase first; that writes it anew.",
        ) from None
    packed = part.with_name(part.name + ".zip")
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(KEY_MEMBER, _EPOCH), wrapped)
            info = zipfile.ZipInfo(MEMBER, _EPOCH)
            with part.open("rb") as file, archive.open(info, "w", force_zip64=True) as member:
                shutil.copyfileobj(file, member, 1 << 20)
        with zipfile.ZipFile(packed) as archive:
            if archive.testzip() is not None:
                raise LibraryDamaged("The backup could not be read back; nothing was replaced.")
        packed.replace(part)
        sync(part)
    finally:
        packed.unlink(missing_ok=True)


def _unpack(source: Path, part: Path) -> bytes:
    """Take an archive apart; return the wrapped key."""
    try:
        with zipfile.ZipFile(source) as archive:
            if sorted(archive.namelist()) != [MEMBER, KEY_MEMBER]:
                raise NotALibrary(f"{source} is no backup of a library.")
            if archive.getinfo(KEY_MEMBER).file_size > LONGEST_KEY_FILE:
                raise NotALibrary(f"{source} is no backup of a library.")
            header = archive.read(KEY_MEMBER)
            with archive.open(MEMBER) as member, part.open("wb") as file:
                shutil.copyfileobj(member, file, 1 << 20)
    except zipfile.BadZipFile as error:
        raise LibraryDamaged(f"The backup {source} is damaged.", hint="Use an older backup.") from error
    return header


@contextlib.contextmanager
def _part(target: Path) -> Iterator[Path]:
    """Give a temporary name beside `target`; whatever is left there at the end is removed."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        files.remove(part)


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn what disk and database say into a sentence."""
    try:
        yield
    except UserError:
        raise
    except dbapi2.Error as error:
        raise failures.told(error, target) or error from error
    except OSError as error:
        raise LibraryError(f"{target} could not be written: {error.strerror}.", hint="Nothing was replaced.") from error
