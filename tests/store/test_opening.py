"""Opening a library file: what it may be instead, and that a refusal never touches it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryLocked,
    LibraryTooNew,
    NotALibrary,
    ProgramError,
    WrongKey,
)
from briefing_app.store import files, opening, vault
from briefing_app.store.connect import SCHEMA, connect
from briefing_app.store.listing import Listing
from briefing_app.store.store import Store
from tests.store.factories import import_one

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def beside(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("These are the minutes of a meeting.\n" * 400, encoding="utf-8")


def few_bytes(path: Path) -> None:
    path.write_bytes(b"SQLite for")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 63)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    connection.close()


def newer(path: Path) -> None:
    _set_schema(path, SCHEMA + 1)


def newer_by_far(path: Path) -> None:
    _set_schema(path, 9999)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_to_one_page(path: Path) -> None:
    os.truncate(path, 4096)


def cut_within_the_header(path: Path) -> None:
    os.truncate(path, 60)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def missing(path: Path) -> None:
    path.unlink()


def _set_schema(path: Path, number: int) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write(struct.pack(">I", number))


@pytest.mark.parametrize(
    ("harm", "error", "says"),
    [
        (empty, NotALibrary, "is an empty file"),
        (words, NotALibrary, "is no library of this program"),
        (few_bytes, LibraryDamaged, "ends after its first bytes"),
        (picture, NotALibrary, "is no library of this program"),
        (other_database, NotALibrary, "database of another program"),
        (newer, LibraryTooNew, "A newer release"),
        (newer_by_far, LibraryTooNew, "9999"),
        (cut, LibraryDamaged, "is damaged: it ends after"),
        (cut_to_one_page, LibraryDamaged, "is damaged: it ends after"),
        (cut_within_the_header, LibraryDamaged, "ends after its first bytes"),
        (folder, NotALibrary, "is a folder"),
        (missing, LibraryError, "There is no library"),
    ],
)
@pytest.mark.parametrize("opener", [Store.open, lambda path: Listing(path, None)], ids=["store", "listing"])
def test_open_when_the_file_is_something_else_then_says_so_and_touches_nothing(
    library: Path,
    harm: Callable[[Path], None],
    error: type[LibraryError],
    says: str,
    opener: Callable[[Path], object],
) -> None:
    if harm is other_database:
        library.unlink()
    harm(library)
    before = beside(library.parent) if library.is_file() else {}
    with pytest.raises(LibraryError, match=says) as caught:
        opener(library)
    assert type(caught.value) is error
    assert caught.value.sentence.endswith(".")
    assert caught.value.hint or error is NotALibrary
    if before:
        assert beside(library.parent) == before


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, bytes]:
    """Give an encrypted library with its key file beside it, and its key."""
    path, key = tmp_path / "sealed.brief", vault.new_key()
    store = Store.create(path, key)
    store.keep_header(vault.wrap(key, "correct horse"))
    import_one(store)
    store.close()
    return path, key


def test_open_when_the_key_is_wrong_then_says_so_and_touches_nothing(sealed: tuple[Path, bytes]) -> None:
    path, _ = sealed
    before = beside(path.parent)
    for key in (bytes(32), vault.new_key()):
        with pytest.raises(WrongKey, match="This key does not open the library"):
            Store.open(path, key)
    assert beside(path.parent) == before


def test_open_when_no_key_is_given_then_asks_for_the_passphrase(sealed: tuple[Path, bytes]) -> None:
    path, _ = sealed
    before = beside(path.parent)
    with pytest.raises(LibraryLocked, match="is encrypted"):
        Store.open(path)
    assert beside(path.parent) == before


def test_open_when_the_key_file_is_gone_then_the_key_still_opens_and_writes_it_again(
    sealed: tuple[Path, bytes],
) -> None:
    path, key = sealed
    files.key_file(path).unlink()
    with pytest.raises(LibraryLocked, match="encrypted library, or no library"):
        Store.open(path)
    with pytest.raises(WrongKey, match="or the file is damaged"):
        Store.open(path, vault.new_key())
    store = Store.open(path, key)
    store.backup(path.with_name("kept.backup"))
    store.close()
    assert vault.unwrap(vault.read_header(path), "correct horse") == key


def test_open_when_the_first_page_of_an_encrypted_library_is_damaged_then_it_is_no_wrong_key(
    sealed: tuple[Path, bytes],
) -> None:
    path, key = sealed
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"x" * 40)
    with pytest.raises(LibraryDamaged):
        Store.open(path, key)


def test_open_when_an_encrypted_library_is_cut_then_it_is_damaged(sealed: tuple[Path, bytes]) -> None:
    path, key = sealed
    for size in (path.stat().st_size - 4096, path.stat().st_size - 5000):
        os.truncate(path, size)
        with pytest.raises(LibraryDamaged):
            Store.open(path, key)


def test_open_when_a_key_is_given_for_a_plain_library_then_it_is_refused(library: Path) -> None:
    with pytest.raises(LibraryError, match="not encrypted"):
        Store.open(library, vault.new_key())


def test_open_when_another_program_holds_it_then_says_so(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FIRST_BUSY_SECONDS", 0.05)
    holder = connect(library, None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("UPDATE settings SET value = value")
    with pytest.raises(LibraryLocked, match="Another program holds"):
        Store.open(library)
    holder.execute("ROLLBACK")
    holder.close()
    Store.open(library).close()


@pytest.mark.parametrize("content", [b"", b"precious"])
def test_create_when_something_is_there_then_it_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.brief"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="exists already"):
        Store.create(path)
    assert beside(tmp_path) == {"mine.brief": content}


@pytest.mark.parametrize("suffix", ["-wal", ".key"])
def test_create_when_a_lost_librarys_remains_are_there_then_they_stay(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"mine.brief{suffix}").write_bytes(b"precious")
    with pytest.raises(LibraryError, match="left over"):
        Store.create(tmp_path / "mine.brief")
    assert beside(tmp_path) == {f"mine.brief{suffix}": b"precious"}


def test_create_when_it_fails_halfway_then_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening, "upgrade", fail)
    with pytest.raises(LibraryError, match="No space left"):
        Store.create(tmp_path / "new.brief")
    assert beside(tmp_path) == {}


def test_create_makes_a_file_that_sqlite_and_our_own_number_know(library: Path) -> None:
    head = library.read_bytes()[:100]
    assert struct.unpack_from(">I", head, 60) == (SCHEMA,)
    assert head[68:72] == b"BRDG"


def test_open_read_only_reads_and_refuses_to_write(library: Path) -> None:
    store = Store.open(library)
    article = import_one(store)
    store.close()
    reading = Store.open(library, read_only=True)
    with reading.read() as reader:
        assert reader.articles.get(article.id) == article
    with pytest.raises(LibraryError, match="reading only"), reading.write("Star"):
        pytest.fail("a unit of work began")
    assert reading.data_version() == 0
    assert reading.check() == []
    reading.close()


def test_open_when_the_folder_cannot_be_written_to_then_it_is_for_reading(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    before = beside(library.parent)
    store = Store.open(library)
    assert store.read_only
    with store.read() as reader:
        assert reader.articles.all_ids() == []
    store.close()
    assert beside(library.parent) == before


def test_write_when_a_unit_of_work_is_open_on_the_same_thread_then_it_is_our_mistake(store: Store) -> None:
    with store.write("Outer"), pytest.raises(ProgramError), store.write("Inner"):
        pytest.fail("a unit of work began inside another")


def test_open_when_a_log_is_left_behind_then_nothing_of_it_is_lost(library: Path, tmp_path: Path) -> None:
    store = Store.open(library)
    article = import_one(store)
    copy = tmp_path / "copy" / "library.brief"
    copy.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{library}{suffix}", f"{copy}{suffix}")
    store.close()
    again = Store.open(copy)
    with again.read() as reader:
        assert reader.articles.get(article.id) == article
    again.close()
