"""Backups come back, whole and only whole."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import LibraryDamaged, LibraryError, NotALibrary, WrongKey
from briefing_app.store import backup, files, vault
from briefing_app.store.store import KEY_HEADER, Store
from tests.store.factories import import_one
from tests.store.test_undo import state

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def key() -> bytes:
    """Give a key."""
    return vault.new_key()


@pytest.fixture
def sealed(tmp_path: Path, key: bytes) -> Store:
    """Give an encrypted library with an article."""
    store = Store.create(tmp_path / "sealed.brief", key)
    store.keep_header(vault.wrap(key, "open"))
    import_one(store)
    return store


def test_backup_of_a_plain_library_restores_to_the_same_rows(store: Store, tmp_path: Path) -> None:
    import_one(store)
    store.backup(tmp_path / "copy.backup")
    backup.restore(tmp_path / "copy.backup", tmp_path / "back.brief")
    back = Store.open(tmp_path / "back.brief")
    assert state(back) == state(store)
    assert back.check() == []
    back.close()


def test_backup_of_an_encrypted_library_opens_by_passphrase_alone(sealed: Store, tmp_path: Path, key: bytes) -> None:
    sealed.backup(tmp_path / "copy.backup")
    target = tmp_path / "elsewhere" / "back.brief"
    backup.restore(tmp_path / "copy.backup", target)
    back = Store.open(target, vault.unwrap(vault.read_header(target), "open"))
    assert state(back) == state(sealed)
    back.close()
    content = (tmp_path / "copy.backup").read_bytes()
    assert b"Belmora" not in content
    assert key not in content


def test_backup_when_it_fails_then_the_older_one_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.backup"
    store.backup(target)
    before = target.read_bytes()

    def damaged(path: object, key: object) -> None:
        raise LibraryDamaged("The backup is not whole.")

    monkeypatch.setattr(backup, "_verify", damaged)
    with pytest.raises(LibraryDamaged):
        store.backup(target)
    assert target.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if "part" in one.name) == []


def test_backup_over_the_library_itself_is_refused(store: Store) -> None:
    with pytest.raises(LibraryError, match="its own backup"):
        store.backup(store.path)


def test_backup_into_a_folder_that_is_not_there_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nowhere"):
        store.backup(tmp_path / "nowhere" / "copy.backup")


def test_backup_when_the_wrapped_key_is_missing_then_it_is_written_anew(sealed: Store, tmp_path: Path) -> None:
    files.key_file(sealed.path).unlink()
    sealed.backup(tmp_path / "copy.backup")
    assert files.key_file(sealed.path).exists()


def test_backup_when_no_wrapped_key_is_left_then_it_is_refused(sealed: Store, tmp_path: Path) -> None:
    files.key_file(sealed.path).unlink()
    with sealed.write("Passphrase", undoable=False) as work:
        work.settings.set(KEY_HEADER, "")
    with pytest.raises(LibraryError, match="nobody could open"):
        sealed.backup(tmp_path / "copy.backup")
    assert not (tmp_path / "copy.backup").exists()


def test_restore_never_replaces_a_library(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.backup")
    with pytest.raises(LibraryError, match="exists already"):
        backup.restore(tmp_path / "copy.backup", store.path)


def test_restore_when_the_backup_is_damaged_then_makes_nothing(sealed: Store, tmp_path: Path, key: bytes) -> None:
    source = tmp_path / "copy.backup"
    sealed.backup(source)
    content = bytearray(source.read_bytes())
    content[len(content) // 2] ^= 255
    source.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        backup.restore(source, tmp_path / "back.brief", key=key)
    assert not (tmp_path / "back.brief").exists()
    assert not files.key_file(tmp_path / "back.brief").exists()


def test_restore_when_the_archive_is_something_else_then_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("../photo.jpg", b"x")
    with pytest.raises(NotALibrary):
        backup.restore(tmp_path / "photos.zip", tmp_path / "back.brief")
    (tmp_path / "letter.txt").write_text("Dear all,")
    with pytest.raises(NotALibrary):
        backup.restore(tmp_path / "letter.txt", tmp_path / "back.brief")


def test_restore_when_the_key_is_wrong_then_makes_nothing(sealed: Store, tmp_path: Path) -> None:
    sealed.backup(tmp_path / "copy.backup")
    with pytest.raises((WrongKey, LibraryDamaged)):
        backup.restore(tmp_path / "copy.backup", tmp_path / "back.brief", key=vault.new_key())
    assert not (tmp_path / "back.brief").exists()


@pytest.mark.parametrize("suffix", ["-wal", "-journal", ".key"])
def test_restore_when_remains_of_a_lost_library_are_there_then_they_stay(
    store: Store, tmp_path: Path, suffix: str
) -> None:
    store.backup(tmp_path / "copy.backup")
    (tmp_path / f"back.brief{suffix}").write_bytes(b"precious")
    with pytest.raises(LibraryError, match="left over"):
        backup.restore(tmp_path / "copy.backup", tmp_path / "back.brief")
    assert (tmp_path / f"back.brief{suffix}").read_bytes() == b"precious"
    assert not (tmp_path / "back.brief").exists()
