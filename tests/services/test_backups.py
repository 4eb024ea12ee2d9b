"""Backups by the program: whole, counted, pruned, and never of another library."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.backups import BackupReason
from briefing_app.errors import LibraryError
from briefing_app.services.backups import BackupService, told_size
from briefing_app.store import backup
from briefing_app.store.store import Store
from tests.store.factories import import_one

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.services.services import Services

RUN = "0198c5d2-0000-7000-8000-00000000abcd"


def test_make_when_others_write_meanwhile_then_the_state_of_its_beginning_is_kept(
    services: Services, tmp_path: Path
) -> None:
    store, made = services.store, services.backups
    services.dossiers.add("Before")
    kept = made.make(BackupReason.IMPORT, RUN, begun=lambda: services.dossiers.add("After"))
    assert kept is not None
    assert [one.name for one in services.dossiers.all()] == ["Before", "After"]
    backup.restore(kept.path, tmp_path / "again.brief")
    again = Store.open(tmp_path / "again.brief")
    with again.read() as reader:
        assert [one.name for one in reader.dossiers.all()] == ["Before"]
    assert again.check() == []
    again.close()
    assert made.holds(RUN)
    assert not made.holds(RUN.replace("abcd", "abce"))
    assert kept.path.parent == made.folder == store.path.with_name(f"{store.path.stem}.backups")


def test_make_when_stopped_then_nothing_is_left(services: Services) -> None:
    assert services.backups.make(BackupReason.ASKED, stop=lambda: True) is None
    assert list(services.backups.folder.iterdir()) == []


def test_all_when_other_files_lie_there_then_only_this_librarys_backups_and_the_latest_first(
    services: Services,
) -> None:
    made = services.backups
    first, second = made.make(BackupReason.ASKED), made.make(BackupReason.SCHEDULE)
    assert first is not None
    assert second is not None
    strange = made.folder / "000009.20261117T091403Z.ffffffff.asked.backup"
    strange.write_bytes(b"another library's")
    (made.folder / "notes.txt").write_text("mine")
    assert [(one.number, one.path) for one in made.all()] == [(2, second.path), (1, first.path)]
    assert made.all()[0].size == second.path.stat().st_size


def test_changed_when_nothing_was_written_since_then_not(services: Services) -> None:
    made = services.backups
    services.dossiers.add("One")
    assert made.changed()
    made.make(BackupReason.SCHEDULE)
    assert not made.changed()
    services.dossiers.add("Two")
    assert made.changed()


def test_make_when_an_older_one_was_killed_then_its_remains_go_but_not_those_of_one_under_way(
    services: Services,
) -> None:
    made = services.backups
    made.folder.mkdir()
    old, young = (made.folder / f".00000{n}.x.asked.backup.99{n}.part" for n in (1, 2))
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(old, (1, 1))
    made.make(BackupReason.ASKED)
    assert not old.exists()
    assert young.exists()


def test_make_when_the_new_one_is_not_whole_then_no_older_one_goes(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = services.backups
    first = made.make(BackupReason.ASKED)
    assert first is not None

    def broken(*_: object) -> None:
        raise LibraryError("It is not whole.")

    monkeypatch.setattr(backup, "_verify", broken)
    with pytest.raises(LibraryError, match="not whole"):
        made.make(BackupReason.ASKED)
    assert [one.path for one in made.all()] == [first.path]
    assert [one.name for one in made.folder.iterdir()] == [first.path.name]


def test_make_when_the_disk_has_no_room_then_a_sentence_before_anything_is_written(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(0, 0, 2_000_000))
    with pytest.raises(LibraryError, match=r"it needs \d.*, 2.0 MB are free") as caught:
        services.backups.make(BackupReason.ASKED)
    assert "Free some space" in caught.value.hint
    assert list(services.backups.folder.iterdir()) == []


def test_make_when_a_file_lies_where_the_folder_should_then_a_sentence(services: Services) -> None:
    services.backups.folder.write_text("in the way")
    with pytest.raises(LibraryError, match="No backup could be made in"):
        services.backups.make(BackupReason.ASKED)


def test_purge_when_many_then_backed_up_before_and_when_that_fails_nothing_is_deleted(services: Services) -> None:
    ids = [str(import_one(services.store, f"Talks {number}").id) for number in range(21)]
    services.reading.trash(ids)
    services.reading.purge(ids[:1])
    assert services.backups.all() == ()
    services.backups.folder.write_text("in the way")
    with pytest.raises(LibraryError):
        services.reading.purge(ids)
    with services.store.read() as reader:
        assert [str(reader.articles.get(one).id) for one in ids[1:]] == ids[1:]
    services.backups.folder.unlink()
    services.reading.purge(ids[1:] * 2)
    (made,) = services.backups.all()
    assert made.reason is BackupReason.DELETION


def test_empty_when_a_dossier_is_there_then_no_more(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "new.brief")
    assert BackupService(store).empty()
    import_one(store)
    assert not BackupService(store).empty()
    store.close()


@pytest.mark.parametrize(("size", "words"), [(1, "1 kB"), (12_345_678, "12.3 MB"), (2_500_000_000, "2.5 GB")])
def test_told_size_when_told_then_in_the_unit_that_fits(size: int, words: str) -> None:
    assert told_size(size) == words
