"""Backups made by the program: in a folder beside the library, each looked at before an older one may go."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing_app.domain.backups import Backup, BackupReason, spare
from briefing_app.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.store.store import Store

ROOM_LEFT = 64 << 20
"""Bytes that a backup leaves free on the disk: the library's own work needs some."""
STALE = 3600.0
"""Seconds after which an unfinished file is nobody's any more."""
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{6,9})\.(\d{8}T\d{6}Z)\.([0-9a-f-]{1,12})\.([a-z]{1,12})(?:-([0-9a-f-]{1,12}))?\.backup")
_SHORT = 8
_WAL_HEADER = 32


class BackupService:
    """Makes backups of one library, and lets those go that newer ones make needless."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Lock()

    @property
    def folder(self) -> Path:
        """Return where they lie: a folder beside the library, named like it."""
        return self._store.path.with_name(f"{self._store.path.stem}.backups")

    def all(self) -> tuple[Backup, ...]:
        """Return this library's backups, the latest first."""
        try:
            there = [one for path in self.folder.iterdir() if (one := self._named(path)) is not None]
        except OSError:
            return ()
        return tuple(sorted(there, key=_number, reverse=True))

    def empty(self) -> bool:
        """Say whether the library holds nothing that could be lost."""
        return self._store.empty()

    def holds(self, about: str) -> bool:
        """Say whether there is a backup from before the import of that id."""
        return any(one.about and about.endswith(one.about) for one in self.all())

    def changed(self) -> bool:
        """Say whether the library may have changed since the latest backup."""
        latest = next(iter(self.all()), None)
        try:
            return latest is None or latest.path.stat().st_mtime_ns != _state(self._store.path)
        except OSError:
            return True

    def make(
        self,
        reason: BackupReason,
        about: str = "",
        *,
        begun: Callable[[], object] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Backup | None:
        """Make a backup; None where ``stop`` said so before it was whole.

        ``begun`` is called as soon as it is certain which state it will hold: what is written after that is not in
        it, and need not wait. LibraryError says why there can be none.
        """
        with self._turn:
            moment = datetime.now(UTC)
            self._make_room()
            number = max((one.number for one in self.all()), default=0) + 1
            path = self.folder / self._name(number, moment, reason, about)
            state = _state(self._store.path)
            if not self._store.backup(path, begun=begun, stop=stop):
                return None
            with suppress(OSError):
                os.utime(path, ns=(state, state))
            self._prune()
            return Backup(number, moment, reason, path, about[-_SHORT:], path.stat().st_size)

    def _make_room(self) -> None:
        try:
            self.folder.mkdir(exist_ok=True)
            self._sweep()
            size = self._store.path.stat().st_size * (2 if self._store.encrypted else 1)
            free = shutil.disk_usage(self.folder).free
        except OSError as error:
            raise LibraryError(
                f"No backup could be made in {self.folder}: {error.strerror}.", hint="Check the folder and the disk."
            ) from error
        if free < size + ROOM_LEFT:
            raise LibraryError(
                f"No backup could be made in {self.folder}: it needs {told_size(size)}, {told_size(free)} are free.",
                hint="Free some space, or move older backups elsewhere.",
            )

    def _sweep(self) -> None:
        """Remove what a backup left that was killed while it was made."""
        for path in self.folder.glob(".*.backup.*.part*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > STALE:
                    path.unlink()

    def _prune(self) -> None:
        for one in spare(self.all()):
            with suppress(OSError):
                one.path.unlink()

    def _name(self, number: int, moment: datetime, reason: BackupReason, about: str) -> str:
        named = f"{reason.value}-{about[-_SHORT:]}" if about else reason.value
        return f"{number:06d}.{moment.strftime(_STAMP)}.{self._mark}.{named}.backup"

    @property
    def _mark(self) -> str:
        """What the names of this library's backups hold, so that no other library's are taken for its own."""
        return self._store.library_id[-_SHORT:] or "0"

    def _named(self, path: Path) -> Backup | None:
        found = _NAME.fullmatch(path.name)
        if found is None or found[3] != self._mark:
            return None
        try:
            made = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
            return Backup(int(found[1]), made, BackupReason(found[4]), path, found[5] or "", path.stat().st_size)
        except (ValueError, OSError):
            return None


def told_size(size: int) -> str:
    """Return a number of bytes as people say it."""
    for unit, of in (("GB", 1e9), ("MB", 1e6)):
        if size >= of:
            return f"{size / of:,.1f} {unit}"
    return f"{max(1, round(size / 1e3))} kB"


def _state(library: Path) -> int:
    """Return when the library's file or its log was last written to."""
    log = library.with_name(library.name + "-wal")
    state = library.stat().st_mtime_ns
    with suppress(OSError):
        if log.stat().st_size > _WAL_HEADER:
            state = max(state, log.stat().st_mtime_ns)
    return state


def _number(backup: Backup) -> int:
    return backup.number
