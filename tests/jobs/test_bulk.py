"""One import at work: every input once, whatever happens on the way."""

from __future__ import annotations

import json
import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.importing import Outcome, RunState
from briefing_app.errors import InputError, LibraryError
from briefing_app.jobs import bulk
from briefing_app.jobs.bulk import Batch, Bulk, Switch
from briefing_app.jobs.pool import WorkerPool
from briefing_app.services.import_runs import TAKEN_BEFORE, told_again
from briefing_app.services.services import Services
from briefing_app.store import undo
from briefing_app.store.store import Store
from tests.bench.make_files import make
from tests.thinkers import InProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing_app.domain.importing import ImportOutcome, ImportRun
    from briefing_app.services.import_runs import Read

FILES = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "in"


@pytest.fixture
def expected(folder: Path) -> dict[str, Outcome]:
    return make(folder, FILES, words=60)


def run(services: Services, begun: ImportRun, told: Callable[[Batch], None] | None = None, readers: int = 2) -> bool:
    switch = Switch()

    def hear(batch: Batch) -> None:
        if told is not None:
            told(batch)

    return Bulk(services.importing, begun, switch, readers=readers).run(hear)


def stopping(switch: Switch) -> Callable[[Batch], None]:
    """Stop an import after its first unit of work."""

    def told(_: Batch) -> None:
        switch.stop()

    return told


def test_import_when_folder_is_mixed_then_each_file_has_its_outcome(
    services: Services, folder: Path, expected: dict[str, Outcome]
) -> None:
    heard: list[ImportOutcome] = []
    begun = services.importing.runs.begin([str(folder)])
    assert (begun.total, begun.waiting) == (FILES, FILES)
    inputs: list[int] = []

    def told(batch: Batch) -> None:
        with services.store.read() as reader:
            there = set(reader.articles.all_ids())
        assert {one.article for one in batch.outcomes if one.article} <= there
        heard.extend(batch.outcomes)
        inputs.append(batch.inputs)

    assert run(services, begun, told, readers=3)
    assert {one.source: one.outcome for one in heard} == expected
    assert sum(inputs) == FILES == len(heard)
    assert max(inputs) > 1
    ended = services.importing.runs.get(begun.id)
    assert (ended.state, ended.waiting) == (RunState.DONE, 0)
    assert sorted(services.importing.runs.outcomes(begun.id), key=str) == sorted(heard, key=str)
    assert all(one.reason for one in heard if not one.outcome.went_in)
    assert services.store.check() == []


def test_import_when_stopped_and_gone_on_with_then_every_file_is_there_once(
    services: Services, folder: Path, expected: dict[str, Outcome]
) -> None:
    runs = services.importing.runs
    begun = runs.begin([str(folder)])
    stops = 0
    while begun.waiting:
        switch = Switch()
        stops += not Bulk(services.importing, begun, switch, readers=2).run(stopping(switch))
        begun = runs.unfinished()[0] if runs.unfinished() else runs.get(begun.id)
    assert stops >= 1
    found = {one.source: one.outcome for one in runs.outcomes(begun.id)}
    assert found == expected
    with services.store.read() as reader:
        sources = [reader.articles.get(one).source for one in reader.articles.all_ids()]
    assert sorted(sources) == sorted(place for place, outcome in expected.items() if outcome.went_in)


def test_again_when_files_changed_and_came_meanwhile_then_only_they_are_taken(
    services: Services, folder: Path, expected: dict[str, Outcome]
) -> None:
    runs = services.importing.runs
    begun = runs.begin([str(folder)])
    switch = Switch()
    Bulk(services.importing, begun, switch, readers=2).run(stopping(switch))
    done = {one.source: one for one in runs.outcomes(begun.id) if one.outcome.went_in}
    changed = next(place for place in done if place.endswith(".txt"))
    with open(changed, "w", encoding="utf-8") as file:
        file.write("Another headline altogether\n\nThe council met again and found other words for it on Friday.\n")
    (folder / "new.txt").write_text("A headline that is new\n\nNobody had heard of the plan before this Monday.\n")
    again = runs.again([str(folder)])
    assert again is not None
    assert again.id == begun.id
    assert again.total == FILES + 1
    heard: list[ImportOutcome] = []
    assert run(services, again, lambda batch: heard.extend(batch.outcomes))
    assert {one.source for one in heard} & set(done) == {changed}
    assert len({one.article for one in heard if one.source == changed} - {done[changed].article}) == 1
    assert runs.again([str(folder)]) is None
    assert told_again(done[changed]).reason == TAKEN_BEFORE


def test_import_when_held_then_nothing_more_comes_until_it_goes_on(
    services: Services, folder: Path, expected: dict[str, Outcome]
) -> None:
    switch = Switch()
    switch.pause()
    begun = services.importing.runs.begin([str(folder)])
    heard: list[Batch] = []
    thread = threading.Thread(target=Bulk(services.importing, begun, switch, readers=2).run, args=(heard.append,))
    thread.start()
    thread.join(0.2)
    assert thread.is_alive()
    assert switch.paused
    assert services.importing.runs.get(begun.id).waiting == len(expected)
    switch.go_on()
    thread.join(60)
    assert not thread.is_alive()
    assert sum(batch.inputs for batch in heard) == len(expected)


def test_import_when_one_article_cannot_be_kept_then_the_others_of_its_batch_are(
    services: Services, folder: Path, expected: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = services.importing.runs.keep
    bad = next(place for place in expected if place.endswith(".txt"))

    def fails(run_id: str, reads: Sequence[Read], dossiers: Sequence[str]) -> list[ImportOutcome | None]:
        if any(getattr(read.thing, "source", "") == bad and not hasattr(read.thing, "reason") for read in reads):
            raise ValueError("no")
        return keep(run_id, reads, dossiers)

    monkeypatch.setattr(services.importing.runs, "keep", fails)
    begun = services.importing.runs.begin([str(folder)])
    assert run(services, begun)
    found = {one.source: one for one in services.importing.runs.outcomes(begun.id)}
    assert found[bad].outcome is Outcome.FAILED
    assert found[bad].reason == "The program failed on it: ValueError."
    assert {place: one.outcome for place, one in found.items() if place != bad} == {
        place: outcome for place, outcome in expected.items() if place != bad
    }


def test_import_when_the_library_cannot_be_written_then_told_and_everything_still_waits(
    services: Services, folder: Path, expected: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_run: str, _reads: Sequence[Read], _dossiers: Sequence[str]) -> list[ImportOutcome | None]:
        raise LibraryError("The disk is full.")

    begun = services.importing.runs.begin([str(folder)])
    monkeypatch.setattr(services.importing.runs, "keep", full)
    with pytest.raises(LibraryError, match="full"):
        run(services, begun, readers=3)
    left = services.importing.runs.get(begun.id)
    assert (left.waiting, left.unfinished) == (len(expected), True)


def test_import_when_a_file_holds_many_and_is_cut_short_then_its_rest_is_taken(
    services: Services, tmp_path: Path
) -> None:
    items = [
        {"title": f"Item {n}", "content_text": f"The words of item {n} are its own words.", "id": str(n)}
        for n in range(70)
    ]
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": items}))
    begun = services.importing.runs.begin([str(feed)])
    switch = Switch()
    assert not Bulk(services.importing, begun, switch, readers=1).run(stopping(switch))
    first = services.importing.runs.outcomes(begun.id)
    assert 0 < len(first) < len(items)
    assert services.importing.runs.get(begun.id).waiting == 1
    heard: list[ImportOutcome] = []
    assert run(services, services.importing.runs.unfinished()[0], lambda batch: heard.extend(batch.outcomes))
    assert len(first) + len(heard) == len(items)
    assert {one.outcome for one in [*first, *heard]} == {Outcome.IMPORTED}
    ended = services.importing.runs.get(begun.id)
    assert (ended.total, ended.waiting, ended.counts) == (1, 0, {Outcome.IMPORTED: len(items)})


def test_import_when_the_dossier_was_deleted_meanwhile_then_the_rest_goes_in_without(
    services: Services, folder: Path, expected: dict[str, Outcome]
) -> None:
    dossier = services.dossiers.add("Herring")
    begun = services.importing.runs.begin([str(folder)], [dossier.id])
    services.dossiers.delete(dossier.id)
    assert run(services, begun)
    assert {one.source: one.outcome for one in services.importing.runs.outcomes(begun.id)} == expected


def test_import_when_a_reader_breaks_then_its_error_is_not_the_document_s(
    services: Services, folder: Path, expected: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = services.importing.intake.open

    def breaks(place: str, **more: object) -> object:
        if place.endswith(".docx"):
            raise InputError("It is no document.")
        return opened(place, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(services.importing.intake, "open", breaks)
    begun = services.importing.runs.begin([str(folder)])
    assert run(services, begun)
    found = {one.source: one.outcome for one in services.importing.runs.outcomes(begun.id)}
    wanted = {place: Outcome.REFUSED if place.endswith(".docx") else one for place, one in expected.items()}
    assert found == wanted


def test_import_when_standard_input_was_cut_short_then_it_is_not_waited_for(services: Services) -> None:
    begun = services.importing.runs.begin(["-"])
    other = Services.over(services.store, InProcess())
    heard: list[ImportOutcome] = []
    assert Bulk(other.importing, begun, Switch(), readers=1).run(lambda batch: heard.extend(batch.outcomes))
    assert [one.outcome for one in heard] == [Outcome.REFUSED]
    assert "standard input" in heard[0].reason


@pytest.mark.timeout(300)
def test_import_when_a_worker_is_killed_then_it_costs_one_document_at_most(
    tmp_path: Path, folder: Path, expected: dict[str, Outcome]
) -> None:
    store, pool = Store.create(tmp_path / "mine.brief"), WorkerPool(2)
    mine = Services.over(store, pool)
    killed: list[int] = []

    def kill_once(_: Batch) -> None:
        child = pool._all[0]._child
        if not killed and child is not None:
            killed.append(child.pid)
            os.kill(child.pid, signal.SIGKILL)

    begun = mine.importing.runs.begin([str(folder)])
    assert run(mine, begun, kill_once, readers=3)
    found = {one.source: one.outcome for one in mine.importing.runs.outcomes(begun.id)}
    pool.end()
    store.close()
    assert len(killed) == 1
    assert found.keys() == expected.keys()
    assert sum(found[place] is not outcome for place, outcome in expected.items()) <= 1


def test_import_when_inputs_are_large_then_few_are_in_flight(
    services: Services, folder: Path, expected: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "IN_FLIGHT", 3000)
    monkeypatch.setattr(bulk, "size_of", lambda _place, _folder: 1000)
    sizes: list[int] = []

    def told(batch: Batch) -> None:
        sizes.append(len(batch.settled))

    assert run(services, services.importing.runs.begin([str(folder)]), told, readers=6)
    assert sum(sizes) == len(expected)
    assert max(sizes) <= 3


@pytest.mark.parametrize("longest", [1000, 12])
def test_undo_when_an_import_came_in_by_many_units_then_one_step_takes_it_back(
    services: Services, folder: Path, expected: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 5)
    monkeypatch.setattr(undo, "LONGEST", longest)
    article = services.importing.import_text("A headline\n\nThe ministers met on Monday.\n").article
    assert run(services, services.importing.runs.begin([str(folder)]))
    with services.store.read() as reader:
        assert len(reader.articles.all_ids()) > 30
    services.store.undo()
    with services.store.read() as reader:
        assert reader.articles.all_ids() == [article]
    services.store.redo()
    with services.store.read() as reader:
        assert len(reader.articles.all_ids()) == 1 + sum(one.went_in for one in expected.values())
    services.reading.star([article], True)
    assert services.store.undo_label() != "Import"
