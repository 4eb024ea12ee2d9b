"""Watching a folder behind the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError
from briefing_app.jobs import watching
from briefing_app.jobs.watching import SOON, Watched, WatchNews, WatchRunner
from briefing_app.services.watching import SETTLE, FolderWatch, WatchService
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from briefing_app.jobs.analyst import Analyst


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Service(WatchService):
    """Takes files without a library; what is called bad is refused."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.opened: list[Path] = []
        self.begun: list[tuple[Path, bool]] = []
        self.dossiers: list[str] = []

    def open(self, folder: Path, *, clock: Callable[[], float] | None = None) -> FolderWatch:
        del clock
        self.opened.append(folder)
        return FolderWatch(folder, {}, self._clock)

    def begin(self, folder: Path, *, present: bool) -> None:
        if not folder.is_dir():
            raise InputError(f"There is no folder {folder}.")
        self.begun.append((folder, present))

    def take(
        self, watch: FolderWatch, names: Sequence[str], dossier: str, stop: Callable[[], bool]
    ) -> Iterator[ImportOutcome]:
        for name in names:
            if stop():
                return
            self.dossiers.append(dossier)
            stamp = watch.stamp(name)
            assert stamp is not None
            watch.mark(name, stamp)
            kind = Outcome.REFUSED if "bad" in name else Outcome.IMPORTED
            yield ImportOutcome(name, kind, "" if "bad" in name else f"id {name}")


class Desk:
    """A runner in a test's hands, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.folder = Clock(), folder / "inbox"
        self.folder.mkdir()
        self.service, self.settings = Service(self.clock), Settings(folder / "settings.json")
        self.told: list[WatchNews] = []
        self.wanted: list[str] = []
        self.heard: list[Sequence[str]] = []
        self.failed: list[Exception] = []
        self.runner = WatchRunner(
            self.service,
            self.settings,
            "/l.brief",
            cast("Analyst", self),
            lambda call: call(),
            self.told.append,
            self.failed.append,
            self.heard.append,
        )

    def want(self, article: str) -> None:
        self.wanted.append(article)

    def settle(self) -> None:
        self.runner.tick()
        self.clock.now += SETTLE
        self.runner.tick()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_tick_when_no_folder_is_named_then_nothing(desk: Desk) -> None:
    assert desk.runner.watched == Watched()
    assert desk.runner.tick() is None
    assert (desk.told, desk.service.opened) == ([], [])


def test_tick_when_files_come_then_taken_told_and_analysed(desk: Desk) -> None:
    desk.runner.prepare(str(desk.folder), present=False)
    desk.runner.watch(str(desk.folder), "d1")
    assert desk.service.begun == [(desk.folder, False)]
    (desk.folder / "a.txt").write_text("x")
    (desk.folder / "bad.txt").write_text("x")
    soon = desk.runner.tick()
    assert soon is not None
    assert SETTLE <= soon < SETTLE + 1
    assert desk.told == []
    desk.clock.now += SETTLE
    assert desk.runner.tick() is None
    assert [[one.source for one in news.outcomes] for news in desk.told] == [["a.txt", "bad.txt"]]
    assert desk.wanted == ["id a.txt"]
    assert desk.service.dossiers == ["d1", "d1"]
    assert [one.source for one in desk.runner.recent] == ["bad.txt", "a.txt"]
    desk.settle()
    assert len(desk.told) == 1


def test_tick_when_very_many_files_came_then_told_in_parts_soon_after_each_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "AT_ONCE", 2)
    desk.runner.watch(str(desk.folder))
    for name in "abcde":
        (desk.folder / name).write_text("x")
    desk.runner.tick()
    desk.clock.now += SETTLE
    assert [desk.runner.tick() for _ in range(4)] == [SOON, SOON, None, None]
    assert [len(news.outcomes) for news in desk.told] == [2, 2, 1]


def test_tick_when_the_folder_goes_then_told_once_and_when_it_comes_back_it_goes_on(desk: Desk) -> None:
    desk.runner.watch(str(desk.folder))
    away = desk.folder.rename(desk.folder.with_name("away"))
    for _ in range(3):
        assert desk.runner.tick() is None
    assert [bool(news.problem) for news in desk.told] == [True]
    assert "is not there" in desk.runner.problem
    away.rename(desk.folder)
    (desk.folder / "a.txt").write_text("x")
    desk.settle()
    assert desk.runner.problem == ""
    assert desk.wanted == ["id a.txt"]


def test_watch_when_another_folder_or_none_then_the_old_one_is_left(desk: Desk, tmp_path: Path) -> None:
    desk.runner.watch(str(desk.folder))
    desk.runner.tick()
    other = tmp_path / "other"
    other.mkdir()
    (desk.folder / "old.txt").write_text("x")
    (other / "new.txt").write_text("x")
    desk.runner.watch(str(other))
    desk.settle()
    assert desk.wanted == ["id new.txt"]
    desk.runner.watch("")
    (other / "more.txt").write_text("x")
    desk.settle()
    assert (desk.wanted, desk.runner.watched) == (["id new.txt"], Watched())
    assert desk.heard == [[str(desk.folder)], [str(other)], []]


def test_tick_when_a_folder_comes_in_the_folder_then_it_is_listened_to_as_well(desk: Desk) -> None:
    desk.runner.watch(str(desk.folder))
    desk.runner.tick()
    desk.runner.tick()
    (desk.folder / "sub").mkdir()
    desk.runner.tick()
    assert desk.heard == [[str(desk.folder)], [str(desk.folder), str(desk.folder / "sub")]]


def test_watched_when_another_library_is_open_then_its_own(desk: Desk) -> None:
    desk.settings.set_record("watch.folders", "/other.brief", {"folder": str(desk.folder)})
    assert desk.runner.watched == Watched()


def test_prepare_when_it_is_no_folder_then_refused_and_nothing_changes(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        desk.runner.prepare(str(tmp_path / "none"))
    assert desk.runner.watched == Watched()


def test_end_when_files_are_being_taken_then_the_rest_waits(desk: Desk) -> None:
    desk.runner.watch(str(desk.folder))
    for name in ("a.txt", "b.txt"):
        (desk.folder / name).write_text("x")
    desk.runner.tick()
    desk.clock.now += SETTLE
    desk.runner.end(0)
    desk.runner.tick()
    assert desk.wanted == []
