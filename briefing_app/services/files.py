"""Reading the files a user names; every fault of the file is a sentence."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 256 << 20
"""Most bytes of one input file."""
TRIES = 2
"""How often a file is read that changes meanwhile."""
FILE = "file://"
"""How places begin whose names are no text in UTF-8; an address, because it can hold any bytes."""


LINKED = "{} is a link to a folder, which is not followed; import that folder itself."


def read_input(place: str, folder: str = "") -> bytes:
    """Return the bytes of a file, or of standard input for ``-``; InputError says why not.

    A relative place starts at ``folder``.
    """
    if place == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError("What came on standard input is larger than 256 MB; split it or import its text alone.")
        return data
    path = Path(path_of(folder), path_of(place))
    try:
        _refuse_what_is_no_file(place, path)
        data = _steady(path)
    except PermissionError as error:
        raise InputError(f"{place} may not be read by you; check its permissions.") from error
    except OSError as error:
        raise InputError(f"{place} could not be read: {error.strerror or error}.") from error
    if data is None:
        raise InputError(f"{place} is being written to; import it again when that is done.")
    if len(data) > LARGEST:
        raise InputError(f"{place} is larger than 256 MB; split it or import its text alone.")
    return data


def _refuse_what_is_no_file(place: str, path: Path) -> None:
    if path.is_dir():
        if path.is_symlink():
            raise InputError(LINKED.format(place))
        if not os.access(path, os.R_OK | os.X_OK):
            raise InputError(f"The folder {place} may not be read by you; check its permissions.")
        raise InputError(f"{place} is a folder; name the files in it, or let the import walk it.")
    if path.is_symlink() and not path.exists():
        raise InputError(f"{place} is a link that leads to no file; check it.")
    if not path.exists():
        raise InputError(f"There is no file {place}; check the name.")
    if not path.is_file():
        raise InputError(f"{place} is not a regular file and was left alone.")
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        # An unpacked archive can hold a link to any file of its reader's.
        raise InputError(f"{place} is a link to a file elsewhere and was left alone; import that file itself.")


def _steady(path: Path) -> bytes | None:
    """Return a file's bytes, one more than may be of a file too large; None where it changes while it is read."""
    for _ in range(TRIES):
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            data = stream.read(LARGEST + 1) if before.st_size <= LARGEST else b"\0" * (LARGEST + 1)
            after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    return None


def storable(place: str) -> str:
    """Return a place as text that any file can hold: one whose name is no text becomes a ``file:`` address."""
    try:
        place.encode("utf-8")
    except UnicodeEncodeError:
        return Path(place).absolute().as_uri()
    return place


def path_of(place: str) -> Path:
    """Return the file or folder that a place names; what `storable` made of it is undone."""
    if not place.startswith(FILE):
        return Path(place)
    name = os.fsdecode(unquote_to_bytes(place.removeprefix(FILE)))
    return Path(name.lstrip("/") if os.name == "nt" else name)


def is_page(place: str) -> bool:
    """Say whether a place is a web address, which is no file's."""
    return "://" in place and not place.startswith(FILE)


def size_of(place: str, folder: str = "") -> int:
    """Return about how many bytes an input has, without opening it; a page is taken for a large one."""
    try:
        return Path(path_of(folder), path_of(place)).stat().st_size
    except (OSError, ValueError):
        return 1 << 20


def walked(places: Iterable[str]) -> Iterator[str]:
    """Yield the places, with every folder replaced by the files in it, sorted, hidden ones passed over.

    A folder in it that may not be read, and a link to another one, are yielded themselves, so that it is told of them.
    """
    for place in places:
        path = path_of(place)
        if place != "-" and not is_page(place) and path.is_dir():
            yield from map(storable, _files_of(str(path)))
        else:
            yield storable(place)


def _files_of(folder: str) -> Iterator[str]:
    unreadable: list[str] = []

    def note(error: OSError) -> None:
        unreadable.append(str(error.filename or folder))

    for here, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        links = [one for one in folders if Path(here, one).is_symlink()]
        for name in sorted([*files, *links]):
            if not name.startswith("."):
                yield str(Path(here, name))
    yield from unreadable


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file so that it is either whole or as it was; InputError says why it cannot be written."""
    encoded = data.encode("utf-8") if isinstance(data, str) else data
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.write(encoded)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise InputError(f"{path} could not be written: {error.strerror or error}.") from error
