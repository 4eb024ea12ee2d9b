"""Zip archives read within limits: counted while unpacking, by member name, and never onto the disk."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS = 10_000
MOST_BYTES = 256 << 20
MOST_RATIO = 200
_SMALL = 1 << 20
"""A member this small is no bomb, whatever its ratio."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_OUTSIDE = re.compile(r"(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\A[/\\]|\A[A-Za-z]:|\0")


class Archive:
    """An open archive. Making one refuses what is damaged, hostile or too large; reading counts every byte."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_BYTES
        if data.count(b"PK\x01\x02") > MOST_MEMBERS * 2:
            raise self._too_many()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise self._damaged() from error
        named = (one for one in self._zip.infolist() if one.filename)
        self._members = {one.filename: one for one in named if not one.is_dir()}
        self._check()

    def names(self) -> list[str]:
        """Return the names of the members, in order."""
        return list(self._members)

    def read(self, member: str) -> bytes:
        """Return the bytes of a member; InputError where they are damaged or too many."""
        parts: list[bytes] = []
        try:
            with self._zip.open(self._members[member]) as stream:
                while part := stream.read(1 << 16):
                    self._left -= len(part)
                    if self._left < 0:
                        raise self._bomb()
                    parts.append(part)
        except _DAMAGED as error:
            raise self._damaged() from error
        return b"".join(parts)

    def _check(self) -> None:
        if len(self._members) > MOST_MEMBERS:
            raise self._too_many()
        packed = unpacked = 0
        for one in self._members.values():
            if _OUTSIDE.search(one.filename) or stat.S_ISLNK(one.external_attr >> 16):
                raise InputError(f"“{self._name}” holds files that point outside it; it was not read.")
            if one.flag_bits & 1:
                raise InputError(f"“{self._name}” is protected by a password; unpack it and import its files.")
            packed += one.compress_size
            unpacked += one.file_size
            if one.file_size > _SMALL and one.file_size > MOST_RATIO * max(one.compress_size, 1):
                raise self._bomb()
        if unpacked > MOST_BYTES or (unpacked > _SMALL and unpacked > MOST_RATIO * max(packed, 1)):
            raise self._bomb()
        if self._overlaps():
            raise self._bomb()

    def _overlaps(self) -> bool:
        end = 0
        for start, size in sorted((one.header_offset, one.compress_size) for one in self._members.values()):
            if start < end:
                return True
            end = start + 30 + size
        return False

    def _too_many(self) -> InputError:
        return InputError(f"“{self._name}” holds more than {MOST_MEMBERS:,} files.", hint="Unpack it and import those.")

    def _bomb(self) -> InputError:
        return InputError(
            f"“{self._name}” unpacks to far more than it should (at most 256 MB); it was not read.",
            hint="If you trust it, unpack it and import its files.",
        )

    def _damaged(self) -> InputError:
        return InputError(f"“{self._name}” is a damaged archive and cannot be read; fetch or export it anew.")


def texts(archive: Archive, names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the members of these names as text (UTF-8, what is none replaced)."""
    for name in names:
        yield name, archive.read(name).decode("utf-8-sig", "replace")
