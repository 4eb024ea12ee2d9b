"""Reading the files a user names; every fault of the file is a sentence."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 256 << 20
"""Most bytes of one input file."""


def read_input(place: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``; InputError says why not."""
    if place == "-":
        return sys.stdin.buffer.read()
    path = Path(place)
    try:
        if path.is_dir():
            raise InputError(f"{place} is a folder; name the files in it, or let the import walk it.")
        if not path.exists():
            raise InputError(f"There is no file {place}; check the name.")
        if not path.is_file():
            raise InputError(f"{place} is not a regular file and was left alone.")
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            # An unpacked archive can hold a link to any file of its reader's.
            raise InputError(f"{place} is a link to a file elsewhere and was left alone; import that file itself.")
        if path.stat().st_size > LARGEST:
            raise InputError(f"{place} is larger than 256 MB; split it or import its text alone.")
        return path.read_bytes()
    except PermissionError as error:
        raise InputError(f"{place} may not be read by you; check its permissions.") from error
    except OSError as error:
        raise InputError(f"{place} could not be read: {error.strerror or error}.") from error


def size_of(place: str, folder: str = "") -> int:
    """Return about how many bytes an input has, without opening it; a page is taken for a large one."""
    try:
        return Path(folder, place).stat().st_size
    except OSError:
        return 1 << 20


def walked(places: list[str]) -> Iterator[str]:
    """Yield the places, with every folder replaced by the files in it, sorted, hidden ones passed over."""
    for place in places:
        if place != "-" and "://" not in place and Path(place).is_dir():
            yield from _files_of(place)
        else:
            yield place


def _files_of(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(here, name))


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
