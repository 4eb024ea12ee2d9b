"""A folder of the user's, whose files are taken in once each: new ones, and those that have changed.

Files are only read, never moved, renamed or written. One is taken when it has lain still for a moment, so that half
a download is never met; what other programs put down for themselves is passed over.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError
from briefing_app.services.files import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing_app.services.importing import ImportService
    from briefing_app.store.store import Store

SETTING = "watched"
SETTLE = 2.0
"""Seconds for which a file must not have changed."""
EMPTY = 60.0
"""Seconds after which a file that is still empty is met as it is: most are about to be filled."""
BATCH = 25
"""Files after which it is written down what was taken; after a crash so many are looked at again, to no harm."""
MOST = 50_000
"""Most files remembered; beyond that, those that are gone are forgotten."""
MOST_FOLDERS = 200
"""Most folders listened to; systems give out few such ears."""

_UNFINISHED = (
    ".tmp .temp .part .partial .crdownload .download .opdownload .filepart .aria2 .swp .swx .swo .lock .lck".split()
)
_OWN = (".brief", ".brief-wal", ".brief-shm", ".brief-journal", ".brief.key")
_NAMES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file looked: its size, when it was written last, and the hash of what was in it when it was taken."""

    size: int
    changed: int
    digest: str = ""

    def same_file(self, other: Stamp | None) -> bool:
        """Say whether nothing was written in between."""
        return other is not None and (self.size, self.changed) == (other.size, other.changed)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: files to be taken now, whether others are still being written, and what cannot be read."""

    ready: tuple[str, ...] = ()
    settling: bool = False
    refused: tuple[ImportOutcome, ...] = ()


class FolderWatch:
    """Looks at a folder and its sub-folders; ``taken`` is what is known already, by path in the folder."""

    def __init__(
        self, folder: Path, taken: dict[str, Stamp] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.folder = folder
        self.taken = taken or {}
        self._clock = clock
        self._lying: dict[str, tuple[Stamp, float]] = {}
        self._told: set[str] = set()

    def look(self) -> Look:
        """Look once; InputError when the folder is not there."""
        if not self.folder.is_dir():
            raise InputError(
                f"The watch folder {self.folder} is not there.", hint="It is looked at again when it comes back."
            )
        moment, ready, settling = self._clock(), [], False
        lying: dict[str, tuple[Stamp, float]] = {}
        refused: list[ImportOutcome] = []
        for name, found in self._files(refused):
            if isinstance(found, str):
                refused += self._once(name, found)
                continue
            if found.same_file(self.taken.get(name)):
                continue
            stamp, since = self._lying.get(name, (found, moment))
            since = since if found.same_file(stamp) else moment
            lying[name] = (found, since)
            if moment - since >= (SETTLE if found.size else EMPTY):
                ready.append(name)
            else:
                settling = settling or bool(found.size)
        self._lying = lying
        return Look(tuple(ready), settling, tuple(refused))

    def stamp(self, name: str) -> Stamp | None:
        """Return how a file looks now, or None when it is gone or no file."""
        try:
            found = os.lstat(self.folder / name)
        except OSError:
            return None
        return Stamp(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None

    def mark(self, name: str, stamp: Stamp) -> None:
        """Note that a file was taken as it looked then."""
        self.taken[name] = stamp
        self._lying.pop(name, None)
        if len(self.taken) > MOST:
            self.taken = {one: kept for one, kept in self.taken.items() if (self.folder / one).exists()}

    def mark_present(self) -> None:
        """Note all that lies there now as taken."""
        for name, found in self._files([]):
            if isinstance(found, Stamp):
                self.taken[name] = found

    def _files(self, refused: list[ImportOutcome]) -> Iterator[tuple[str, Stamp | str]]:
        """Yield files by their path in the folder, with how they look or a sentence why they are left alone."""

        def unreadable(error: OSError) -> None:
            place = str(error.filename)
            refused.extend(self._once(place, f"{place} may not be read by you; check its permissions."))

        for here, folders, files in os.walk(self.folder, onerror=unreadable):
            folders[:] = sorted(one for one in folders if not one.startswith("."))
            present = frozenset(files)
            inside = Path(here).relative_to(self.folder).as_posix()
            prefix = "" if inside == "." else f"{inside}/"
            for name in sorted(files):
                if passed_over(name) or any(name + ending in present for ending in (".part", ".crdownload")):
                    continue
                found = _look_of(f"{here}{os.sep}{name}", name)
                if found is not None:
                    yield prefix + name, found

    def _once(self, name: str, sentence: str) -> list[ImportOutcome]:
        if name in self._told:
            return []
        self._told.add(name)
        return [ImportOutcome(str(self.folder / name), Outcome.REFUSED, reason=sentence)]


class WatchService:
    """Remembers in the library what of a folder was taken, and takes the rest."""

    def __init__(self, store: Store, importing: ImportService) -> None:
        self._store = store
        self._importing = importing

    def open(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> FolderWatch:
        """Return a watch over a folder that knows what the library has of it."""
        with self._store.read() as reader:
            text = reader.settings.get(SETTING)
        return FolderWatch(folder, _taken(text, folder), clock)

    def begin(self, folder: Path, *, present: bool) -> None:
        """Start with a folder; without ``present`` what lies there now counts as taken.

        InputError when it may not be watched.
        """
        check_folder(folder)
        watch = self.open(folder)
        if not present:
            watch.mark_present()
        self.remember(watch)

    def remember(self, watch: FolderWatch) -> None:
        """Write down what was taken."""
        files = {name: [one.size, one.changed, one.digest] for name, one in watch.taken.items()}
        text = json.dumps({"folder": str(watch.folder), "files": files})  # in ASCII: a name may be no text
        with self._store.write("Watch folder", undoable=False) as work:
            if work.settings.get(SETTING) != text:
                work.settings.set(SETTING, text)

    def take(
        self, watch: FolderWatch, names: Sequence[str], dossier: str, stop: Callable[[], bool]
    ) -> Iterator[ImportOutcome]:
        """Import files; one that holds what it held when it was taken before is only noted."""
        dossiers = self._dossiers(dossier)
        open_marks = 0
        try:
            for name in names:
                if stop():
                    return
                stamp = watch.stamp(name)
                if stamp is None:
                    continue
                failed = False
                for outcome in self._read(watch, name, stamp, dossiers):
                    failed = failed or outcome.outcome is Outcome.FAILED
                    yield outcome
                if failed and stop():  # the program is closing, and it failed for that
                    return
                if stamp.same_file(watch.stamp(name)):  # else it was written meanwhile, and is to be taken again
                    watch.mark(name, replace(stamp, digest=_digest(watch.folder / name, stamp.size)))
                open_marks += 1
                if open_marks >= BATCH:
                    self.remember(watch)
                    open_marks = 0
        finally:
            if open_marks:
                self.remember(watch)

    def _read(self, watch: FolderWatch, name: str, stamp: Stamp, dossiers: Sequence[str]) -> Iterator[ImportOutcome]:
        """Import a file, unless it holds what it held when it was taken before."""
        path, known = watch.folder / name, watch.taken.get(name)
        if known is None or not known.digest or known.digest != _digest(path, stamp.size):
            yield from self._importing.import_each(str(path), dossiers)

    def _dossiers(self, dossier: str) -> list[str]:
        with self._store.read() as reader:
            return reader.dossiers.known([dossier])


def check_folder(folder: Path) -> None:
    """InputError when a folder may not be watched: because it is none, or because too much lies in it."""
    if not folder.is_absolute() or not folder.is_dir():
        raise InputError(f"There is no folder {folder}; choose another.")
    if folder.resolve() in (Path(folder.anchor), Path.home().resolve()):
        raise InputError(f"{folder} holds much more than articles; choose a folder of its own for them.")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise InputError(f"{folder} may not be read by you; check its permissions.")


def passed_over(name: str) -> bool:
    """Say whether a file is hidden, unfinished, or something that programs keep for themselves."""
    plain = name.casefold()
    return plain.startswith((".", "~")) or plain.endswith(("~", *_UNFINISHED, *_OWN)) or plain in _NAMES


def folders_below(folder: str) -> list[str]:
    """Return a folder and those below it that are not hidden, at most so many; none where it is not there."""
    if not folder or not Path(folder).is_dir():
        return []
    found: list[str] = []
    for here, folders, _ in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        found.append(here)
        if len(found) >= MOST_FOLDERS:
            break
    return found


def _look_of(path: str, name: str) -> Stamp | str | None:
    """Return how a file looks, a sentence why it is left alone, or None when it is gone."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if stat.S_ISLNK(found.st_mode):
        return f"{name} is only a link and was left alone; put the file itself into the folder."
    if not stat.S_ISREG(found.st_mode):
        return f"{name} is not a regular file and was left alone."
    return Stamp(found.st_size, found.st_mtime_ns)


def _digest(path: Path, size: int) -> str:
    """Return the hash of a file, empty where it cannot be read: the import will say why."""
    if size > LARGEST:
        return ""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def _taken(text: str, folder: Path) -> dict[str, Stamp]:
    """Return what was taken of a folder; nothing where the library knows another one, or its note is damaged."""
    try:
        kept = json.loads(text or "{}")
        if kept.get("folder") != str(folder):
            return {}
        return {str(name): Stamp(int(one[0]), int(one[1]), str(one[2])) for name, one in kept["files"].items()}
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return {}
