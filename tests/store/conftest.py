"""Libraries for tests: made once, copied for each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app.store import connect
from briefing_app.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty plain library, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.brief"
    Store.create(path).close()
    return path


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Path:
    """Give the path of an empty plain library of the test's own."""
    return shutil.copyfile(empty_library, tmp_path / "library.brief")


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    """Give an empty plain library, open."""
    opened = Store.open(library)
    yield opened
    opened.close()


@pytest.fixture
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: for tests of thousands of commits that are not about power loss."""
    fast = tuple(one.replace("FULL", "OFF") for one in connect._WRITING)
    monkeypatch.setattr(connect, "_WRITING", fast)
