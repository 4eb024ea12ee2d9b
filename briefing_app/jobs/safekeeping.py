"""Backups beside other work: before a large import, and now and then while the window is open."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing_app.domain.backups import BackupReason
from briefing_app.errors import UserError
from briefing_app.services.backups import told_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.domain.backups import Backup
    from briefing_app.domain.importing import ImportRun
    from briefing_app.services.backups import BackupService

LARGE = 50
"""Inputs up to which an import goes without a backup before it."""
EVERY = 30 * 60.0
"""Seconds between two looks whether the library has changed and needs a backup."""


class Safekeeping:
    """One backup on a thread of its own. ``told`` hears, on that thread, a sentence on how it ended."""

    def __init__(self, backups: BackupService, told: Callable[[str], None], stopped: Callable[[], bool]) -> None:
        """``stopped`` says whether it is still wanted."""
        self._backups, self._told, self._stopped = backups, told, stopped
        self._over = threading.Event()
        self._stands = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, run: ImportRun) -> None:
        """Begin a backup for an import; return as soon as what is written from now on cannot come into it."""
        self._thread = threading.Thread(target=self._make, args=(run.id,), name="backup", daemon=True)
        self._thread.start()
        self._stands.wait()

    def end(self, *, stop: bool = False) -> None:
        """Wait until it is whole; with ``stop`` give it up."""
        if stop:
            self._over.set()
        if self._thread is not None:
            self._thread.join()

    def _make(self, about: str) -> None:
        try:
            made = self._backups.make(BackupReason.IMPORT, about, begun=self._stands.set, stop=self._unwanted)
            if made is not None:
                self._told(made_words(made, "before this import"))
        except UserError as error:
            self._told(f"{error} The import goes on without it.")
        finally:
            self._stands.set()

    def _unwanted(self) -> bool:
        return self._over.is_set() or self._stopped()


@contextmanager
def backed_up(
    backups: BackupService, run: ImportRun, told: Callable[[str], None], stopped: Callable[[], bool]
) -> Iterator[None]:
    """Back the library up beside an import that is large, once for each; what ends the import early ends it too."""
    if run.waiting <= LARGE or backups.empty() or backups.holds(run.id):
        yield
        return
    keeping = Safekeeping(backups, told, stopped)
    keeping.begin(run)
    try:
        yield
    except BaseException:
        keeping.end(stop=True)
        raise
    keeping.end()


class BackupSchedule:
    """Backs the library up when it has changed since the last time; its `tick` is for a `Ticker`."""

    def __init__(self, backups: BackupService, told: Callable[[Exception], None]) -> None:
        """``told`` hears, once for each trouble, why there can be none."""
        self._backups, self._told = backups, told
        self._stop = threading.Event()
        self._trouble = ""

    def tick(self) -> None:
        """Make a backup if one is due."""
        if self._backups.empty() or not self._backups.changed():
            return
        try:
            self._backups.make(BackupReason.SCHEDULE, stop=self._stop.is_set)
            self._trouble = ""
        except UserError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self._told(error)

    def end(self) -> None:
        """Give up the backup under way."""
        self._stop.set()


def made_words(backup: Backup, when: str = "") -> str:
    """Return what is said of a backup that was made."""
    when = f" {when}" if when else ""
    return f"The library was backed up{when}: {backup.path} ({told_size(backup.size)})."
