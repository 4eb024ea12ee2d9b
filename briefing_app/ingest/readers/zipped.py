"""Guarded reading of ZIP archives: by member name only, counted while unpacking."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_MEMBERS = 10_000
"""Members of one archive."""
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes of one archive, unpacked."""
MOST_RATIO = 200
"""How many times larger a member may be than it is packed."""
SMALL = 1024 * 1024
"""Members up to this size may be packed as tightly as they like."""
_CHUNK = 256 * 1024
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
_ADVICE = "Such files are made to harm; import it only from a source you trust, saved anew."


class Archive:
    """An archive in memory whose members are read one by one, never unpacked to the disk."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _FAULTS as error:
            raise damaged(name) from error
        self._members = {info.filename: info for info in infos}
        _check_declared(infos, len(data), name)

    @property
    def names(self) -> Sequence[str]:
        """The names of the members as they stand in the archive."""
        return tuple(self._members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """Return one member; InputError where it is missing, damaged, encrypted or too large."""
        info = self._members.get(member)
        if info is None:
            raise InputError(f"“{self._name}” lacks its part “{member[:80]}”.", hint="Save it again and try once more.")
        if info.flag_bits & 0x1:
            raise InputError(
                f"“{self._name}” is protected by a password.", hint="Save it without a password and import that."
            )
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise _too_large(self._name)
                    if size > SMALL and size > MOST_RATIO * max(info.compress_size, 1):
                        raise _too_tight(self._name)
                    parts.append(chunk)
        except _FAULTS as error:
            raise damaged(self._name) from error
        return b"".join(parts)

    def read_if_there(self, member: str) -> bytes:
        """Return one member, or nothing where the archive has none of that name."""
        return self.read(member) if member in self._members else b""


def member_names(data: bytes) -> tuple[str, ...]:
    """Return the member names of an archive, none of a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist()[: MOST_MEMBERS + 1])
    except _FAULTS:
        return ()


def damaged(name: str) -> InputError:
    """Return the refusal of a file that cannot be unpacked."""
    return InputError(f"“{name}” is damaged or cut short and cannot be unpacked.", hint="Fetch or save it again.")


def _too_large(name: str) -> InputError:
    return InputError(f"“{name}” unpacks to more than {MOST_UNPACKED // (1024 * 1024)} MiB.", hint=_ADVICE)


def _too_tight(name: str) -> InputError:
    return InputError(f"“{name}” unpacks to more than {MOST_RATIO} times its size.", hint=_ADVICE)


def _check_declared(infos: Sequence[zipfile.ZipInfo], size: int, name: str) -> None:
    if len(infos) > MOST_MEMBERS:
        raise InputError(f"“{name}” holds more than {MOST_MEMBERS:,} parts.", hint=_ADVICE)
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise _too_large(name)
    if any(info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1) for info in infos):
        raise _too_tight(name)
    if _overlap(infos, size):
        raise InputError(f"“{name}” has parts that lie upon each other.", hint=_ADVICE)


def _overlap(infos: Iterable[zipfile.ZipInfo], size: int) -> bool:
    """Say whether two members claim the same bytes, or bytes beyond the end."""
    position = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < position:
            return True
        position = info.header_offset + 30 + info.compress_size
    return position > size
