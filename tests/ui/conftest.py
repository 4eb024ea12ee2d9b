"""Stages over a real library, closed after the test; a folder of tests may have a stage of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.panels.stage import Stage, empty_stage, full_stage, reopened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def template(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str, str]]:
    """A closed library with everything in it, and the ids of its dossier and articles."""
    del qapp
    folder = tmp_path_factory.mktemp("stage")
    made = full_stage(folder)
    made.store.close()
    return folder / "library.brief", (made.dossier, made.earlier, made.later)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, template: tuple[Path, tuple[str, str, str]]) -> Iterator[Stage]:
    """A library with everything in it."""
    del qtbot
    made = reopened(template[0], tmp_path, template[1])
    yield made
    made.store.close()


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """An empty library."""
    del qtbot
    made = empty_stage(tmp_path)
    yield made
    made.store.close()
