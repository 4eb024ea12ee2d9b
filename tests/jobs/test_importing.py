"""Imports behind the window: told on the way, stopped, gone on with; the analysis keeps out of the way."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.importing import Outcome, RunState
from briefing_app.errors import LibraryError
from briefing_app.jobs.analyst import Analyst
from briefing_app.jobs.importing import Importer, ImportJob, ImportProgress, ImportReport
from briefing_app.jobs.pace import Pace
from tests.bench.make_files import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.services.importing import ImportService
    from briefing_app.services.services import Services

FILES = 40


class Window:
    """What the importer delivers to, and what it was told."""

    def __init__(self, services: Services) -> None:
        self.calls: queue.Queue[Callable[[], None]] = queue.Queue()
        self.progress: list[ImportProgress] = []
        self.reports: list[ImportReport] = []
        self.faults: list[Exception] = []
        self.rested = 0
        self.analyst = Analyst(services.importing, self.faults.append)
        self.importer = Importer(services.importing, self.analyst, self.calls.put, readers=2, rest=self.rest)

    def rest(self) -> None:
        self.rested += 1

    def report(self) -> ImportReport:
        """Make the calls that come until an import has ended."""
        while not self.reports:
            self.calls.get(timeout=60)()
        return self.reports.pop()


@pytest.fixture
def window(services: Services) -> Iterator[Window]:
    made = Window(services)
    yield made
    made.importer.end()
    made.importer.wait()
    made.analyst.end()
    assert made.faults == []


def test_start_when_a_folder_is_taken_in_then_progress_rises_and_the_end_is_counted(
    window: Window, tmp_path: Path
) -> None:
    expected = make(tmp_path / "in", FILES, words=40)
    window.importer.start([str(tmp_path / "in")], [], window.progress.append, window.reports.append)
    report = window.report()
    assert report.run is not None
    assert (report.run.state, report.run.total, report.outcomes) == (RunState.DONE, FILES, ())
    assert report.run.counts[Outcome.IMPORTED] == sum(one.went_in for one in expected.values())
    done = [one.done for one in window.progress]
    assert done == sorted(done)
    assert (done[0], done[-1], window.progress[-1].total) == (0, FILES, FILES)
    assert window.progress[-1].troubles == report.run.counts[Outcome.REFUSED]


def test_start_when_few_come_in_then_the_report_holds_them(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("A headline\n\nThe ministers met on Monday and agreed on nothing at all.\n")
    window.importer.start([str(file)], [], window.progress.append, window.reports.append)
    (outcome,) = window.report().outcomes
    assert outcome.outcome is Outcome.IMPORTED


def test_cancel_when_under_way_then_what_came_in_stays_and_the_rest_never_comes(
    window: Window, services: Services, tmp_path: Path
) -> None:
    make(tmp_path / "in", FILES, words=40)
    job = window.importer.start([str(tmp_path / "in")], [], window.progress.append, window.reports.append)
    while len(window.progress) < 2:
        window.calls.get(timeout=60)()
    job.cancel()
    report = window.report()
    assert report.run is not None
    assert report.run.state is RunState.CANCELLED or report.run.waiting == 0
    assert services.importing.runs.unfinished() == []
    with services.store.read() as reader:
        assert len(reader.articles.all_ids()) == report.run.counts.get(Outcome.IMPORTED, 0)


def test_end_when_under_way_then_the_rest_waits_and_is_gone_on_with(
    window: Window, services: Services, tmp_path: Path
) -> None:
    expected = make(tmp_path / "in", FILES, words=40)
    job = window.importer.start([str(tmp_path / "in")], [], window.progress.append, window.reports.append)
    while len(window.progress) < 1:
        window.calls.get(timeout=60)()
    job.pause()
    window.importer.end()
    first = window.report()
    assert first.run is not None
    assert first.run.unfinished
    window.importer.go_on(first.run, window.progress.append, window.reports.append)
    second = window.report()
    assert second.run is not None
    assert second.run.id == first.run.id
    assert second.run.state is RunState.DONE
    assert {one.source: one.outcome for one in services.importing.runs.outcomes(second.run.id)} == expected


def test_start_when_the_library_cannot_be_written_then_a_sentence_and_the_rest_waits(
    window: Window, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "in", 5, words=40)

    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(services.importing.runs, "keep", full)
    window.importer.start([str(tmp_path / "in")], [], window.progress.append, window.reports.append)
    report = window.report()
    assert report.problem == "The disk is full."
    assert report.run is not None
    assert report.run.waiting == 5


def test_start_text_when_pasted_then_its_outcome(window: Window) -> None:
    window.importer.start_text("A headline\n\nThe ministers met on Monday.\n", [], window.reports.append)
    (outcome,) = window.report().outcomes
    assert outcome.outcome is Outcome.IMPORTED


def test_analyst_when_an_import_works_then_only_the_article_being_read_is_analysed_until_it_is_held(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr(services.importing, "analyse", done.put)
    faults: list[Exception] = []
    analyst = Analyst(services.importing, faults.append)
    job = ImportJob(analyst)
    job.go_on()
    for name in ("a", "b", "c"):
        analyst.want(name)
    analyst.want("b", first=True)
    assert done.get(timeout=10) == "b"
    with pytest.raises(queue.Empty):
        done.get(timeout=0.1)
    assert analyst.waiting == 2
    job.pause()
    assert [done.get(timeout=10), done.get(timeout=10)] == ["a", "c"]
    analyst.end()
    assert faults == []


class Slow:
    """An import service whose analyses last until they are let go."""

    def __init__(self) -> None:
        self.begun: queue.Queue[str] = queue.Queue()
        self.go = threading.Semaphore(0)

    def analyse(self, article_id: str) -> None:
        self.begun.put(article_id)
        assert self.go.acquire(timeout=10)


def test_analyst_when_several_at_once_then_so_many_and_the_one_being_read_waits_for_none() -> None:
    slow, faults = Slow(), list[Exception]()
    analyst = Analyst(cast("ImportService", slow), faults.append, at_once=2)
    for one in "abcd":
        analyst.want(one)
    assert {slow.begun.get(timeout=10), slow.begun.get(timeout=10)} == {"a", "b"}
    analyst.want_read("d")
    assert slow.begun.get(timeout=10) == "d"
    with pytest.raises(queue.Empty):
        slow.begun.get(timeout=0.1)
    assert analyst.waiting == 4
    slow.go.release(4)
    assert slow.begun.get(timeout=10) == "c"
    analyst.end()
    assert analyst.waiting == 0
    assert faults == []


def test_analyst_when_an_article_is_at_work_then_reading_it_asks_no_more_but_a_new_text_does() -> None:
    slow, faults = Slow(), list[Exception]()
    analyst = Analyst(cast("ImportService", slow), faults.append, at_once=2)
    analyst.want("a")
    assert slow.begun.get(timeout=10) == "a"
    analyst.want_read("a")
    assert analyst.waiting == 1
    analyst.want("a")
    with pytest.raises(queue.Empty):
        slow.begun.get(timeout=0.1)
    slow.go.release(2)
    assert slow.begun.get(timeout=10) == "a"
    analyst.end()
    assert faults == []


def test_analyst_when_left_then_what_waits_is_not_begun_and_no_fault_is_told() -> None:
    slow, faults = Slow(), list[Exception]()
    analyst = Analyst(cast("ImportService", slow), faults.append)
    analyst.want("a")
    analyst.want("b")
    assert slow.begun.get(timeout=10) == "a"
    analyst.leave()
    slow.go.release()
    analyst.end()
    assert slow.begun.empty()
    assert faults == []


def test_pace_when_steady_then_the_rate_and_the_time_left() -> None:
    pace = Pace()
    for second in range(60):
        pace.note(second * 10, float(second))
    assert pace.rate == pytest.approx(10, rel=0.02)
    assert pace.remaining(100) == pytest.approx(10, rel=0.02)


def test_pace_when_it_has_just_begun_then_says_nothing() -> None:
    pace = Pace()
    pace.note(0, 0.0)
    pace.note(50, 1.0)
    assert not pace.known
    assert pace.remaining(100) is None


def test_pace_when_held_then_the_time_does_not_count() -> None:
    pace = Pace()
    for second in range(10):
        pace.note(second * 10, float(second))
    pace.hold()
    pace.note(90, 1000.0)
    pace.note(100, 1001.0)
    assert pace.rate == pytest.approx(10, rel=0.05)


def test_pace_when_files_grow_then_it_follows_within_a_minute() -> None:
    pace = Pace()
    done = 0.0
    for second in range(120):
        done += 10 if second < 60 else 2
        pace.note(int(done), float(second))
    assert pace.rate == pytest.approx(2, rel=0.4)
