"""The real worker process: answers, refusals, limits, and death without harm."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.learning import Lesson, Part, TaughtName
from briefing_app.errors import InputError, LimitError, ProgramError
from briefing_app.jobs.pool import WorkerPool
from briefing_app.jobs.process import WorkerProcess, _at_work, _Watched, cpu_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Fishing talks resume\n\nNorway rejected a quota of 12 percent on Monday, its foreign minister said in Oslo.\n"


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool()
    yield made
    made.end()


def test_clean_when_plain_text_then_a_document(pool: WorkerPool) -> None:
    document = pool.clean(TEXT.encode(), "talks.txt")
    assert "Norway rejected a quota" in document.text
    assert document.blocks[-1].end <= len(document.text)


def test_expand_when_feed_then_its_items_and_nothing_for_a_document(pool: WorkerPool) -> None:
    feed = b"<rss><channel><title>Post</title><item><title>Herring</title></item></channel></rss>"
    held = pool.expand(feed, "feed")
    assert held is not None
    assert [item.title for item in held.items] == ["Herring"]
    assert pool.expand(TEXT.encode(), "talks.txt") is None


def test_expand_when_hostile_then_refused_in_a_sentence(pool: WorkerPool) -> None:
    with pytest.raises(InputError, match="entities of its own"):
        pool.expand(b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "feed")


def test_clean_when_empty_then_refused_in_a_sentence(pool: WorkerPool) -> None:
    with pytest.raises(InputError, match=r"empty"):
        pool.clean(b"", "nothing.txt")


def test_analyse_when_text_names_a_country_then_it_is_found(pool: WorkerPool) -> None:
    analysis = pool.analyse(AnalysisRequest(TEXT, ((0, 20), (22, len(TEXT))), published="2025-12-22", language="en"))
    assert any(mention.canonical == "Norway" for mention in analysis.mentions)


def test_sanitise_when_script_then_it_is_gone(pool: WorkerPool) -> None:
    assert pool.sanitise("<p>Kept</p><script>alert(1)</script>") == "<p>Kept</p>"


def test_ask_when_the_process_is_killed_then_only_that_document_is_lost() -> None:
    process = WorkerProcess()
    try:
        process.ask({"task": "warm"})
        child = process._child
        assert child is not None
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        answer, _ = process.ask({"task": "warm"})
        assert answer["warm"]
    finally:
        process.end()


def test_ask_when_it_takes_too_long_then_input_error() -> None:
    process = WorkerProcess()
    try:
        with pytest.raises(LimitError, match="limits"):
            process.ask({"task": "warm"}, patience=0.0)
    finally:
        process.end()


def test_ask_when_ended_meanwhile_then_cancelled_and_not_the_documents_fault() -> None:
    process = WorkerProcess()
    process.ask({"task": "confinement"})
    process.end()
    with pytest.raises(InputError, match="cancelled") as caught:
        process.ask({"task": "confinement"})
    assert not isinstance(caught.value, LimitError)


def test_ask_when_our_code_fails_then_program_error() -> None:
    process = WorkerProcess()
    try:
        with pytest.raises(ProgramError, match="KeyError"):
            process.ask({"task": "clean"})
    finally:
        process.end()


def test_ask_when_the_thread_that_asked_first_is_gone_then_the_process_lives_on() -> None:
    process = WorkerProcess()
    try:
        thread = threading.Thread(target=process.ask, args=({"task": "sanitise"}, b"<p>one</p>"))
        thread.start()
        thread.join()
        first = process._child
        process.ask({"task": "sanitise"}, b"<p>two</p>")
        assert process._child is first
    finally:
        process.end()


def test_rest_when_processes_are_idle_then_one_is_kept_and_the_others_start_again() -> None:
    pool = WorkerPool(2)
    try:
        with pool.lent() as one, pool.lent() as other:
            for process in (one, other):
                process.ask({"task": "sanitise"}, b"<p>one</p>")
        pool.rest()
        assert sum(process._child is not None for process in (one, other)) == 1
        with pool.lent() as one, pool.lent() as other:
            assert one.ask({"task": "sanitise"}, b"<p>two</p>")[1] == b"<p>two</p>"
            assert other.ask({"task": "sanitise"}, b"<p>two</p>")[1] == b"<p>two</p>"
    finally:
        pool.end()


def test_learn_when_names_are_taught_then_what_comes_back_serves_analysis(pool: WorkerPool) -> None:
    lessons = [
        Lesson("a", AnalysisRequest(TEXT, ((0, 20), (22, len(TEXT)))), (TaughtName(22, 28, "GPE"),)),
        Lesson("b", AnalysisRequest(TEXT, ((0, 20), (22, len(TEXT))))),
    ]
    learnt = pool.learn(lessons)
    assert learnt.trial(Part.NAMES).decisions == 1
    assert "too little" in learnt.trial(Part.NAMES).reason
    assert learnt.model.startswith("names model")


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="the system knows no such order")
def test_ask_when_a_process_steps_back_then_others_go_first() -> None:
    process = WorkerProcess(steps_back=3)
    process.ask({"task": "sanitise"}, b"<p>x</p>")
    assert process._child is not None
    assert os.getpriority(os.PRIO_PROCESS, process._child.pid) == os.getpriority(os.PRIO_PROCESS, 0) + 3
    process.end()


class Working:
    """A process of which is told how much of the processor it has used."""

    def __init__(self, *used: float | None) -> None:
        self._used = iter(used)

    def used(self) -> float | None:
        return next(self._used)


def test_at_work_when_it_uses_the_processor_then_waited_for_and_when_it_sleeps_not() -> None:
    process = cast("WorkerProcess", Working(0.5, 0.51, 0.51))
    watched = _Watched(patience=60.0, look=60.0, end=3600.0, used=0.0)
    assert _at_work(process, watched, 60.0)
    assert (watched.look, watched.used) == (120.0, 0.5)
    assert _at_work(process, watched, 120.0)
    assert not _at_work(process, watched, 180.0)


def test_at_work_when_its_longest_time_is_over_or_the_system_tells_nothing_then_not() -> None:
    watched = _Watched(patience=60.0, look=60.0, end=3600.0, used=0.0)
    assert not _at_work(cast("WorkerProcess", Working(100.0)), watched, 3600.0)
    assert not _at_work(cast("WorkerProcess", Working(None)), watched, 60.0)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system tells nothing of other processes")
def test_cpu_seconds_when_a_process_works_then_they_grow_and_of_none_nothing() -> None:
    before = cpu_seconds(os.getpid())
    assert before is not None
    begun = time.process_time()
    while time.process_time() - begun < 0.05:
        pass
    after = cpu_seconds(os.getpid())
    assert after is not None
    assert after - before >= 0.02
    assert cpu_seconds(2**30) is None


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="the system cannot hold a process")
def test_ask_when_the_process_does_nothing_any_more_then_given_up() -> None:
    process = WorkerProcess()
    try:
        process.ask({"task": "sanitise"}, b"<p>x</p>")
        assert process._child is not None
        os.kill(process._child.pid, signal.SIGSTOP)
        with pytest.raises(LimitError, match="limits"):
            process.ask({"task": "sanitise"}, b"<p>x</p>", patience=0.2)
        assert process.ask({"task": "sanitise"}, b"<p>x</p>")[1] == b"<p>x</p>"
    finally:
        process.end()
