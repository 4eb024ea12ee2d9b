"""Corrected names are replayed behind the window: slice by slice, called off at the end, taken up again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

from briefing_app.domain.changes import Changes, Kind
from briefing_app.jobs.linking import Linker
from briefing_app.services.relinking import RelinkService, Replay

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pretended:
    """Two slices to replay whenever it is asked; says when it was asked and how far it came."""

    def __init__(self, stale: tuple[str, ...] = ()) -> None:
        self.asked = threading.Semaphore(0)
        self.stale = stale
        self.fault: Exception | None = None

    def pending(self) -> Replay | None:
        self.asked.release()
        if self.fault is not None:
            raise self.fault
        return Replay((), (1, 2))

    def replay(self, replay: Replay) -> Iterator[Replay]:
        yield Replay((), replay.articles, done=1)
        yield Replay((), replay.articles, done=2, stale=self.stale)


class Heard:
    """What the linker told, and a way to wait for it."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self.stale: list[str] = []
        self.errors: list[Exception] = []
        self.told = threading.Semaphore(0)

    def progress(self, replay: Replay) -> None:
        self.steps.append(replay.done)

    def mark(self, article: str) -> None:
        self.stale.append(article)
        self.told.release()

    def fail(self, error: Exception) -> None:
        self.errors.append(error)
        self.told.release()


def started(pretended: Pretended, heard: Heard) -> Linker:
    return Linker(cast("RelinkService", pretended), heard.progress, heard.mark, heard.fail)


def test_what_is_pending_is_replayed_at_the_start_and_stale_articles_are_named() -> None:
    heard = Heard()
    linker = started(Pretended(("a",)), heard)
    assert heard.told.acquire(timeout=10)
    linker.end()
    assert (heard.steps, heard.stale) == ([1, 2], ["a"])


def test_a_change_of_names_wakes_it_and_others_do_not() -> None:
    pretended, heard = Pretended(), Heard()
    linker = started(pretended, heard)
    assert pretended.asked.acquire(timeout=10)
    linker.hear(Changes(kinds=frozenset({Kind.NOTE})))
    assert not pretended.asked.acquire(timeout=0.1)
    linker.hear(Changes(kinds=frozenset({Kind.RULING})))
    assert pretended.asked.acquire(timeout=10)
    linker.end()


def test_a_failure_is_told_and_does_not_end_it() -> None:
    pretended, heard = Pretended(("a",)), Heard()
    pretended.fault = ValueError("torn")
    linker = started(pretended, heard)
    assert heard.told.acquire(timeout=10)
    pretended.fault = None
    linker.wake()
    assert heard.told.acquire(timeout=10)
    linker.end()
    assert [str(one) for one in heard.errors] == ["torn"]
    assert heard.stale == ["a"]
