"""Odd files of every format through the real worker: each is read or refused in a sentence, none is its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError
from briefing_app.jobs.pool import WorkerPool
from tests.ingest.mutations import GOOD, mutated, odd_files

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = 7
"""Files of every format: two hundred in all; `tests/bench/fuzz_readers.py` runs thousands by hand."""


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool()
    yield made
    made.end()


def read(pool: WorkerPool, name: str, data: bytes) -> str:
    """Return the refusal of a file, or nothing where it could be read."""
    try:
        held = pool.expand(data, name)
        if held is None or not (held.items or held.feeds):
            pool.clean(data, name)
    except InputError as error:
        return str(error)
    return ""


def test_odd_files_when_made_again_then_the_same() -> None:
    assert len(GOOD) * EACH >= 200
    assert all(mutated(name, 3) == mutated(name, 3) for name in GOOD)
    assert sum(mutated(name, 1) != data for name, data in GOOD.items()) > 0.9 * len(GOOD)


def test_good_files_when_read_then_none_is_refused(pool: WorkerPool) -> None:
    assert {name: told for name, data in GOOD.items() if (told := read(pool, name, data))} == {}


def test_odd_files_when_given_to_the_worker_then_read_or_refused_in_a_sentence(pool: WorkerPool) -> None:
    for name, seed, data in odd_files(EACH):
        told = read(pool, name, data)
        assert not told or told.endswith("."), (name, seed, told)
        assert "limits of memory and time" not in told, (name, seed)
