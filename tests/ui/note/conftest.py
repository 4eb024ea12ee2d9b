"""Stages for the Note view's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.note.factory import Stage, copied_stage, empty_stage, full_stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def bare(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    """Give a stage over an empty library."""
    stage = empty_stage(tmp_path)
    yield stage
    stage.store.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Stage:
    """Give a stage whose library is closed, to be copied."""
    made = full_stage(tmp_path_factory.mktemp("made"))
    made.store.close()
    return made


@pytest.fixture
def stage(made: Stage, tmp_path: Path) -> Iterator[Stage]:
    """Give a stage with a dossier that has no note yet."""
    stage = copied_stage(made, tmp_path)
    yield stage
    stage.store.close()
