"""The library, open: snapshots to read, units of work to write, undo, and word of what changed."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from briefing_app.domain.changes import EVERYTHING, Changes
from briefing_app.domain.ids import new_id
from briefing_app.errors import LibraryError, ProgramError
from briefing_app.store import backup, care, engine, failures, kinds, opening, undo, vault
from briefing_app.store.files import key_file
from briefing_app.store.ledger import Ledger
from briefing_app.store.schema import Stopped
from briefing_app.store.session import Reader, Work
from briefing_app.store.stale import drop_stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from briefing_app.store.vault import Header

    Subscriber = Callable[[Changes], None]

LIBRARY_ID = "library.id"
KEY_HEADER = "library.key"


class Store:
    """One library file. Reading and writing may happen on any thread; writers take turns."""

    def __init__(self, path: Path, key: bytes | None, opened: opening.Opened) -> None:
        """Use `Store.create` or `Store.open`."""
        self.path = path
        self.encrypted = key is not None
        self.read_only = opened.read_only
        self._key = key
        self._readers = engine.readers(path, key, opened.mode)
        self._writer = None if opened.read_only else engine.writer(path, key)
        self._writing = threading.Lock()
        self._writing_thread = 0
        self._subscribers: list[Subscriber] = []
        self._version = 0
        with self.read() as reader:
            self.library_id = reader.settings.get(LIBRARY_ID)

    @classmethod
    def create(cls, path: Path, key: bytes | None = None) -> Store:
        """Make an empty library and open it; LibraryError where anything is there already."""
        opening.create(path, key)
        store = cls.open(path, key)
        with store.write("New library", undoable=False) as work:
            store.library_id = new_id()
            work.settings.set(LIBRARY_ID, store.library_id)
        return store

    @classmethod
    def open(cls, path: Path, key: bytes | None = None, *, read_only: bool = False) -> Store:
        """Open a library, after a backup bringing an older one up to date.

        Where it cannot be written to it opens read-only. Raises NotALibrary, WrongKey, LibraryLocked,
        LibraryTooNew, LibraryDamaged, or plain LibraryError when there is none.
        """
        return cls(path, key, opening.prepare(path, key, read_only=read_only))

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """Give one snapshot to read from."""
        with self._told(), self._readers.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextlib.contextmanager
    def write(
        self, label: str, *, session: str = "desktop", origin: str = "user", undoable: bool = True
    ) -> Iterator[Work]:
        """Give one unit of work: all of it is on disk when the block ends, or nothing where it raised.

        Then `work.changes` is set and the subscribers are called, on this thread, outside the transaction.
        """
        with self._turn(), self._told():
            with self._connected() as connection, connection.begin():
                ledger = Ledger(connection)
                work = Work(connection, ledger, label)
                yield work
                if undoable and ledger.images:
                    undo.remember(connection, session, work.label, ledger.images, work.group)
                changes = kinds.changes_of(connection, work.label, origin, ledger.touched)
            work.changes = changes
        self._tell(changes)

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Call `callback` after every unit of work that changed something; returns what ends it."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def undo(self, session: str = "desktop") -> Changes:
        """Take back the session's latest step; UserError when there is none or others' work stands on it."""
        return self._take(session, redo=False)

    def redo(self, session: str = "desktop") -> Changes:
        """Do again what the session took back last; UserError when there is nothing, or it cannot be done."""
        return self._take(session, redo=True)

    def undo_label(self, session: str = "desktop") -> str:
        """Return what `undo` would take back; empty when there is nothing."""
        with self._told(), self._readers.connect() as connection, connection.begin():
            return undo.label(connection, session, undone=False)

    def redo_label(self, session: str = "desktop") -> str:
        """Return what `redo` would do again; empty when there is nothing."""
        with self._told(), self._readers.connect() as connection, connection.begin():
            return undo.label(connection, session, undone=True)

    def data_version(self) -> int:
        """Return a number that changes when another process (or another Store) has written, and only then.

        While this Store is writing it returns what it last returned.
        """
        if self._writer is None:
            return 0
        if self._writing.acquire(blocking=False):
            try:
                with self._told(), self._connected() as connection:
                    version = engine.raw(connection).execute("PRAGMA data_version").fetchone()
                    self._version = int(version[0])
            finally:
                self._writing.release()
        return self._version

    def check(self, repair: bool = False) -> list[str]:
        """Look the whole library over; a sentence for everything wrong, nothing where all is well.

        With `repair` everything that follows from other data is made again; what then is still said is lost
        data or needs a backup.
        """
        if self._writer is None:
            with self._told(), self._readers.connect() as connection:
                return care.check(engine.raw(connection), encrypted=self.encrypted, repair=False, writable=False)
        with self._turn(), self._told(), self._connected() as connection:
            said = care.check(engine.raw(connection), encrypted=self.encrypted, repair=repair, writable=True)
        if repair:
            self._tell(EVERYTHING)
        return said

    def backup(
        self, path: Path, *, begun: Callable[[], object] | None = None, stop: Callable[[], bool] | None = None
    ) -> bool:
        """Write one file from which the library can be restored; it appears complete and checked, or not at all.

        It holds what is there when ``begun`` is called; nobody need wait with writing. False: ``stop`` said so.
        A wrapped key that got lost beside the library is written again first.
        """
        if self.encrypted:
            self.bring_back_header()
        with self._told(), self._readers.connect() as connection, connection.begin():
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")  # the snapshot begins with a read
            if begun is not None:
                begun()
            try:
                backup.write(engine.raw(connection), self.path, self._key, path, stop)
            except Stopped:
                return False
        return True

    def empty(self) -> bool:
        """Say whether there is neither an article nor a dossier in it."""
        with self._told(), self._readers.connect() as connection, connection.begin():
            sql = "SELECT EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM dossiers)"
            return not connection.exec_driver_sql(sql).scalar()

    def keep_header(self, header: Header) -> None:
        """Keep the wrapped key beside the library and inside it."""
        vault.write_header(self.path, header)
        with self.write("Passphrase", undoable=False) as work:
            work.settings.set(KEY_HEADER, header.to_text())

    def bring_back_header(self) -> bool:
        """Write the wrapped key beside the library anew if it is missing there; return whether it was."""
        if key_file(self.path).exists():
            return False
        with self.read() as reader:
            kept = reader.settings.get(KEY_HEADER)
        if kept:
            vault.write_header(self.path, vault.Header.from_text(kept))
        return bool(kept)

    def close(self) -> None:
        """Close every connection; the log is folded into the file."""
        for one in (self._readers, self._writer):
            if one is not None:
                one.dispose()

    def _take(self, session: str, *, redo: bool) -> Changes:
        with self._turn(), self._told(), self._connected() as connection, connection.begin():
            ledger = Ledger(connection)
            label, images = undo.take(ledger, session, redo=redo)
            if not redo:
                drop_stale(ledger, images)
            changes = kinds.changes_of(connection, label, "user", ledger.touched)
        self._tell(changes)
        return changes

    def _connected(self) -> contextlib.AbstractContextManager[Connection]:
        if self._writer is None:
            raise LibraryError(
                f"The library {self.path} is open for reading only.",
                hint="Copy it to a place that can be written to, or open it without --read-only.",
            )
        return self._writer.connect()

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for our turn to write; a unit of work inside another is a mistake of ours."""
        me = threading.get_ident()
        if self._writing_thread == me:
            raise ProgramError("a unit of work was begun inside another one")
        with self._writing:
            self._writing_thread = me
            try:
                yield
            finally:
                self._writing_thread = 0

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database says into a sentence."""
        try:
            yield
        except (DBAPIError, failures.DriverError) as error:
            told = failures.told(error, self.path)
            if told is None:
                raise
            raise told from error

    def _tell(self, changes: Changes) -> None:
        """Call every subscriber, even where one of them fails: the work is committed."""
        if not changes:
            return
        failure: Exception | None = None
        for callback in tuple(self._subscribers):
            try:
                callback(changes)
            except Exception as error:  # noqa: BLE001  # raised again below, when all have been told
                failure = failure or error
        if failure is not None:
            raise failure
