"""A watched folder: every file once, whole, and never touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError
from briefing_app.services import watching
from briefing_app.services.looking import never
from briefing_app.services.watching import (
    EMPTY,
    SETTLE,
    FolderWatch,
    Look,
    Stamp,
    WatchService,
    folders_below,
    passed_over,
)

if TYPE_CHECKING:
    from briefing_app.services.services import Services

TEXT = "Herring talks number {} end without a deal\n\nNorway rejected a quota of {} percent on Monday.\n"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


@pytest.fixture
def watch(folder: Path, clock: Clock) -> FolderWatch:
    return FolderWatch(folder, {}, clock)


def settled(watch: FolderWatch, clock: Clock) -> Look:
    """Look, wait, and look again."""
    watch.look()
    clock.now += SETTLE
    return watch.look()


def put(folder: Path, name: str, number: int = 1) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(number, number))
    return path


# --- looking ---------------------------------------------------------------------------------------------------


def test_look_when_a_file_lies_still_then_ready_the_second_time(watch: FolderWatch, folder: Path, clock: Clock) -> None:
    assert watch.look() == Look()
    put(folder, "a.txt")
    put(folder, "deep/er/b.txt")
    assert watch.look() == Look((), settling=True)
    clock.now += SETTLE - 0.1
    assert watch.look() == Look((), settling=True)
    clock.now += 0.1
    assert watch.look() == Look(("a.txt", "deep/er/b.txt"))


def test_look_when_a_file_grows_then_it_waits_until_it_is_done(watch: FolderWatch, folder: Path, clock: Clock) -> None:
    path = folder / "growing.html"
    for length in range(1, 6):
        path.write_text("x" * length)
        assert watch.look() == Look((), settling=True)
        clock.now += SETTLE * 2
    assert watch.look().ready == ("growing.html",)


def test_look_when_a_file_is_empty_then_it_waits_longer_and_nobody_is_kept_busy(
    watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    (folder / "empty.txt").touch()
    assert settled(watch, clock) == Look()
    clock.now += EMPTY
    assert watch.look().ready == ("empty.txt",)


def test_look_when_taken_then_not_again_until_it_changes(watch: FolderWatch, folder: Path, clock: Clock) -> None:
    path = put(folder, "a.txt")
    assert settled(watch, clock).ready == ("a.txt",)
    stamp = watch.stamp("a.txt")
    assert stamp is not None
    watch.mark("a.txt", stamp)
    assert settled(watch, clock) == Look()
    path.write_text("Other words, and more of them.")
    assert settled(watch, clock).ready == ("a.txt",)


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        "~$draft.docx",
        "draft.txt~",
        "page.html.part",
        "page.crdownload",
        "x.tmp",
        "X.TMP",
        ".page.html.Xy12",
        "notes.swp",
        "Thumbs.db",
        "desktop.ini",
        "sample.brief",
        "sample.brief-wal",
        "sample.brief.key",
    ],
)
def test_look_when_a_file_is_not_meant_to_be_read_then_passed_over(
    watch: FolderWatch, folder: Path, clock: Clock, name: str
) -> None:
    put(folder, name)
    put(folder, f".git/{name}")
    put(folder, ".hidden/a.txt")
    assert passed_over(name)
    assert settled(watch, clock) == Look()


@pytest.mark.parametrize("name", ["a.txt", "part.html", "tmp", "brief.txt", "Ä ö.pdf", "no ending"])
def test_passed_over_when_a_file_is_one_to_read_then_not(name: str) -> None:
    assert not passed_over(name)


def test_look_when_a_browser_is_still_loading_then_its_placeholder_waits(
    watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    put(folder, "page.html")
    loading = put(folder, "page.html.part")
    assert settled(watch, clock) == Look()
    loading.unlink()
    assert settled(watch, clock).ready == ("page.html",)


def test_look_when_something_is_no_file_then_it_is_named_once_and_never_opened(
    watch: FolderWatch, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    secret = put(tmp_path, "secret.txt")
    (folder / "link.txt").symlink_to(secret)
    (folder / "away").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    look = watch.look()
    assert {Path(one.source).name: one.reason for one in look.refused} == {
        "link.txt": "link.txt is only a link and was left alone; put the file itself into the folder.",
        "pipe.txt": "pipe.txt is not a regular file and was left alone.",
    }
    assert settled(watch, clock) == Look()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_look_when_a_folder_may_not_be_read_then_it_is_named(watch: FolderWatch, folder: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    (refused,) = watch.look().refused
    assert "may not be read" in refused.reason


def test_look_when_the_folder_is_gone_then_a_sentence_and_all_is_known_when_it_comes_back(
    watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    put(folder, "a.txt")
    stamp = watch.stamp("a.txt")
    assert stamp is not None
    watch.mark("a.txt", stamp)
    away = folder.rename(folder.with_name("away"))
    with pytest.raises(InputError, match="is not there"):
        watch.look()
    away.rename(folder)
    assert settled(watch, clock) == Look()


def test_mark_when_very_many_then_those_that_are_gone_are_forgotten(
    watch: FolderWatch, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST", 3)
    put(folder, "here.txt")
    for name in ("gone1", "gone2", "here.txt", "gone3"):
        watch.mark(name, Stamp(1, 1))
    assert list(watch.taken) == ["here.txt"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=30))
@settings(max_examples=40)
def test_look_when_files_come_change_and_go_then_each_state_is_ready_at_most_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder, clock = tmp_path_factory.mktemp("steps"), Clock()
    watch, taken = FolderWatch(folder, {}, clock), []
    for number, (name, size) in enumerate(steps):
        path = folder / name
        if size:
            path.write_bytes(b"x" * size)
            os.utime(path, ns=(number, number))
        else:
            path.unlink(missing_ok=True)
        for ready in settled(watch, clock).ready:
            stamp = watch.stamp(ready)
            assert stamp is not None
            taken.append((ready, stamp))
            watch.mark(ready, stamp)
    assert len(taken) == len(set(taken))
    assert {name for name, _ in taken} >= {path.name for path in folder.iterdir()}


# --- taking ----------------------------------------------------------------------------------------------------


def taken(services: Services, watch: FolderWatch, clock: Clock, dossier: str = "") -> list[ImportOutcome]:
    made = WatchService(services.store, services.importing)
    return list(made.take(watch, settled(watch, clock).ready, dossier, never))


def test_take_when_files_came_then_each_once_into_the_dossier_and_none_is_touched(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    dossier = services.dossiers.add("Herring").id
    files = [put(folder, "a.txt", 1), put(folder, "sub/b.txt", 2)]
    before = [(one.read_bytes(), one.stat().st_mtime_ns, one.stat().st_ino) for one in files]
    assert [one.outcome for one in taken(services, watch, clock, dossier)] == [Outcome.IMPORTED, Outcome.IMPORTED]
    assert taken(services, watch, clock, dossier) == []
    again = WatchService(services.store, services.importing).open(folder, clock=clock)
    assert taken(services, again, clock) == []
    assert [(one.read_bytes(), one.stat().st_mtime_ns, one.stat().st_ino) for one in files] == before
    with services.store.read() as reader:
        assert len(reader.articles.in_dossier(dossier)) == 2


def test_take_when_a_file_changed_then_again_and_when_only_its_date_did_then_not(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    path = put(folder, "a.txt", 1)
    (first,) = taken(services, watch, clock)
    services.reading.trash([first.article])
    os.utime(path, ns=(5, 5))
    assert taken(services, watch, clock) == []
    assert services.reading.open_article(first.article).article.trashed_at
    put(folder, "a.txt", 2)
    (second,) = taken(services, watch, clock)
    assert second.outcome is Outcome.IMPORTED


def test_take_when_a_file_cannot_be_read_then_refused_by_name_once_and_the_others_go_in(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    (folder / "a.bin").write_bytes(bytes(range(256)) * 30)
    put(folder, "b.txt")
    outcomes = taken(services, watch, clock)
    assert [(Path(one.source).name, one.outcome) for one in outcomes] == [
        ("a.bin", Outcome.REFUSED),
        ("b.txt", Outcome.IMPORTED),
    ]
    assert outcomes[0].reason.endswith(".")
    assert taken(services, watch, clock) == []


def test_take_when_a_file_is_gone_or_written_meanwhile_then_left_for_the_next_look(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    gone, written = put(folder, "a.txt"), put(folder, "b.txt", 2)
    ready = settled(watch, clock).ready
    gone.unlink()
    made = WatchService(services.store, services.importing)
    for _ in made.take(watch, ready, "", never):
        written.write_text(TEXT.format(3, 3))
    assert "b.txt" not in watch.taken
    assert settled(watch, clock).ready == ("b.txt",)


def test_take_when_stopped_then_what_was_taken_is_remembered_and_the_rest_comes_later(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    for number in range(4):
        put(folder, f"{number}.txt", number)
    made = WatchService(services.store, services.importing)
    asked = iter([False, False, True])
    assert len(list(made.take(watch, settled(watch, clock).ready, "", lambda: next(asked)))) == 2
    again = made.open(folder, clock=clock)
    assert settled(again, clock).ready == ("2.txt", "3.txt")


def test_take_when_it_fails_because_the_program_closes_then_the_file_is_taken_the_next_time(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a.txt")
    failed = ImportOutcome(str(folder / "a.txt"), Outcome.FAILED, reason="The worker ended.")
    made = WatchService(services.store, services.importing)
    asked = iter([False, True])
    with monkeypatch.context() as broken:
        broken.setattr(services.importing, "import_each", lambda *_told: iter([failed]))
        assert list(made.take(watch, settled(watch, clock).ready, "", lambda: next(asked))) == [failed]
    again = made.open(folder, clock=clock)
    assert [one.outcome for one in taken(services, again, clock)] == [Outcome.IMPORTED]


def test_take_when_killed_between_two_notes_then_every_file_is_in_the_library_once(
    services: Services, watch: FolderWatch, folder: Path, clock: Clock
) -> None:
    for number in range(3):
        put(folder, f"{number}.txt", number)
    made = WatchService(services.store, services.importing)
    under_way = made.take(watch, settled(watch, clock).ready, "", never)
    next(under_way)
    next(under_way)
    again = made.open(folder, clock=clock)
    outcomes = list(made.take(again, settled(again, clock).ready, "", never))
    assert [one.outcome for one in outcomes] == [Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.IMPORTED]
    with services.store.read() as reader:
        assert len(reader.articles.all_ids()) == 3


# --- beginning -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("present", [True, False])
def test_begin_when_files_lie_there_then_taken_only_if_wanted(
    services: Services, folder: Path, clock: Clock, present: bool
) -> None:
    put(folder, "old.txt")
    made = WatchService(services.store, services.importing)
    made.begin(folder, present=present)
    watch = made.open(folder, clock=clock)
    put(folder, "new.txt", 2)
    assert settled(watch, clock).ready == (("new.txt", "old.txt") if present else ("new.txt",))


def test_begin_when_it_is_no_folder_or_holds_everything_then_a_sentence(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    made = WatchService(services.store, services.importing)
    for place, said in (
        (tmp_path / "none", "There is no folder"),
        (put(tmp_path, "a.txt"), "There is no folder"),
        (Path("relative"), "There is no folder"),
        (Path("/"), "much more than articles"),
        (tmp_path, "much more than articles"),
    ):
        with pytest.raises(InputError, match=said):
            made.begin(place, present=True)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"folder": 1}', '{"folder": "F", "files": {"a": []}}', "null"])
def test_open_when_the_note_is_damaged_then_nothing_is_known(services: Services, folder: Path, text: str) -> None:
    with services.store.write("Test", undoable=False) as work:
        work.settings.set("watched", text.replace("F", str(folder)))
    assert WatchService(services.store, services.importing).open(folder).taken == {}


def test_folders_below_when_they_are_many_or_hidden_then_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/b", "c", ".git/d"):
        (tmp_path / name).mkdir(parents=True)
    assert folders_below(str(tmp_path)) == [str(tmp_path / name) for name in ("", "a", "a/b", "c")]
    assert folders_below(str(tmp_path / "none")) == folders_below("") == []
    monkeypatch.setattr(watching, "MOST_FOLDERS", 2)
    assert len(folders_below(str(tmp_path))) == 2


@pytest.mark.skipif(os.name == "nt", reason="names there are no bytes")
def test_take_when_the_name_of_a_file_is_no_text_then_taken_and_remembered(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"Cod\n\nNorway rejected the draft on Monday.\n")
    service, moments = WatchService(services.store, services.importing), iter(range(0, 100, 10))
    watch = service.open(folder, clock=lambda: next(moments))
    watch.look()
    (outcome,) = service.take(watch, watch.look().ready, "", lambda: False)
    assert outcome.outcome is Outcome.IMPORTED
    assert service.open(folder).taken.keys() == watch.taken.keys()
