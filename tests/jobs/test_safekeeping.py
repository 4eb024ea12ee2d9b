"""Backups beside imports: before anything is written, without being waited for, once, and told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.backups import BackupReason
from briefing_app.errors import LibraryError
from briefing_app.jobs.bulk import Bulk, Switch
from briefing_app.jobs.safekeeping import LARGE, BackupSchedule, backed_up
from briefing_app.services.backups import BackupService
from briefing_app.store import backup
from briefing_app.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.domain.importing import ImportRun
    from briefing_app.services.services import Services


def begun(services: Services, tmp_path: Path, files: int) -> ImportRun:
    """Begin an import of so many small files."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for number in range(files):
        (folder / f"{number:03}.txt").write_text(f"Talks {number}\n\nThe ministers met for the {number}th time.\n")
    return services.importing.runs.begin([str(folder)])


def test_backed_up_when_the_import_is_large_then_its_state_before_is_kept_and_told_once(
    services: Services, tmp_path: Path
) -> None:
    services.dossiers.add("Before")
    run, told = begun(services, tmp_path, LARGE + 1), list[str]()
    for _ in range(2):
        with backed_up(services.backups, run, told.append, Switch().stopped):
            Bulk(services.importing, services.importing.runs.get(run.id), Switch(), readers=2).run(lambda _: None)
    (made,) = services.backups.all()
    assert made.reason is BackupReason.IMPORT
    (sentence,) = told
    assert sentence.startswith(f"The library was backed up before this import: {made.path} (")
    backup.restore(made.path, tmp_path / "again.brief")
    again = Store.open(tmp_path / "again.brief")
    with again.read() as reader:
        assert reader.articles.all_ids() == []
    again.close()


def test_backed_up_when_small_or_the_library_is_empty_then_no_backup(services: Services, tmp_path: Path) -> None:
    large = begun(services, tmp_path, LARGE + 1)
    with backed_up(services.backups, large, pytest.fail, Switch().stopped):
        pass
    services.dossiers.add("Now it holds something")
    (tmp_path / "in" / "000.txt").unlink()
    small = services.importing.runs.begin([str(tmp_path / "in")])
    with backed_up(services.backups, small, pytest.fail, Switch().stopped):
        pass
    assert services.backups.all() == ()


def test_backed_up_when_the_copy_takes_long_then_the_import_does_not_wait(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.dossiers.add("Before")
    run, told, imported = begun(services, tmp_path, LARGE + 1), list[str](), threading.Event()
    whole = backup.write

    def slow(*given: object) -> None:
        assert imported.wait(60)
        whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(backup, "write", slow)
    with backed_up(services.backups, run, told.append, Switch().stopped):
        Bulk(services.importing, run, Switch(), readers=2).run(lambda _: None)
        with services.store.read() as reader:
            assert len(reader.articles.all_ids()) == LARGE + 1
        imported.set()
    assert len(told) == 1


def test_backed_up_when_it_cannot_be_then_said_and_the_import_goes_on(services: Services, tmp_path: Path) -> None:
    services.dossiers.add("Before")
    services.backups.folder.write_text("in the way")
    run, told = begun(services, tmp_path, LARGE + 1), list[str]()
    with backed_up(services.backups, run, told.append, Switch().stopped):
        Bulk(services.importing, run, Switch(), readers=2).run(lambda _: None)
    assert services.importing.runs.unfinished() == []
    (sentence,) = told
    assert "No backup could be made" in sentence
    assert sentence.endswith("The import goes on without it.")


def test_backed_up_when_the_import_is_stopped_then_nothing_half_made_is_left(
    services: Services, tmp_path: Path
) -> None:
    services.dossiers.add("Before")
    run, switch = begun(services, tmp_path, LARGE + 1), Switch()
    switch.stop()
    with backed_up(services.backups, run, pytest.fail, switch.stopped):
        Bulk(services.importing, run, switch, readers=2).run(lambda _: None)
    assert list(services.backups.folder.iterdir()) == []


def test_tick_when_the_library_changed_then_one_backup_and_trouble_is_told_once(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[Exception] = []
    schedule = BackupSchedule(services.backups, troubles.append)
    schedule.tick()
    assert services.backups.all() == ()
    services.dossiers.add("Something")
    schedule.tick()
    schedule.tick()
    assert len(services.backups.all()) == 1
    services.dossiers.add("More")

    def full(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(BackupService, "make", full)
        schedule.tick()
        schedule.tick()
    assert [str(one) for one in troubles] == ["The disk is full."]
    schedule.end()
    schedule.tick()
    assert len(services.backups.all()) == 1
