"""A stage over a real library whose articles were really analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.ingest.clean import clean
from briefing_app.services.services import Services
from tests.ui.panels.stage import Stage, empty_stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.domain.analysis import Analysis, AnalysisRequest
    from briefing_app.domain.article import CleanDocument

TEXT = """Answer from the capital

Khamenei rejected the draft on Monday, an aide said. Khamenei met envoys.

Norway rejected the ferry toll, its transport minister said. The Skerry Board demanded that it be lifted.
"""


class InProcess:
    """Cleans and analyses in the process of the test."""

    def __init__(self) -> None:
        self._engine = Engine()

    def clean(self, data: bytes, source: str, **options: str) -> CleanDocument:
        del options
        return clean(data, source)

    def expand(self, data: bytes, source: str) -> None:
        del data, source

    def analyse(self, request: AnalysisRequest) -> Analysis:
        return self._engine.analyse(request)


@pytest.fixture(scope="session")
def thinker() -> InProcess:
    return InProcess()


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, thinker: InProcess) -> Iterator[Stage]:
    """An analysed article, run at once."""
    del qtbot
    made = empty_stage(tmp_path)
    services = Services.over(made.store, thinker)  # type: ignore[arg-type]  # of a thinker only what is used here
    outcome = services.importing.import_bytes(TEXT.encode(), "answer.txt")
    services.reading.set_metadata(outcome.article, {"published": "2025-06-01"})
    services.importing.analyse(outcome.article)
    made.later = outcome.article
    yield made
    made.store.close()


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """An empty library."""
    del qtbot
    made = empty_stage(tmp_path)
    yield made
    made.store.close()
