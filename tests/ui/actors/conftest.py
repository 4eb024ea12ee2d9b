"""A stage over a real library whose articles were really analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.services.services import Services
from tests.thinkers import InProcess
from tests.ui.panels.stage import Stage, empty_stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


TEXT = """Answer from the capital

Khamenei rejected the draft on Monday, an aide said. Khamenei met envoys.

Norway rejected the ferry toll, its transport minister said. The Skerry Board demanded that it be lifted.
"""


@pytest.fixture(scope="session")
def thinker() -> InProcess:
    return InProcess()


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, thinker: InProcess) -> Iterator[Stage]:
    """An analysed article, run at once."""
    del qtbot
    made = empty_stage(tmp_path)
    services = Services.over(made.store, thinker)
    outcome = services.importing.import_bytes(TEXT.encode(), "answer.txt")
    services.reading.set_metadata(outcome.article, {"published": "2025-06-01"})
    services.importing.analyse(outcome.article)
    made.later = outcome.article
    yield made
    made.store.close()
