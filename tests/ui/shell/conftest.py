"""The whole window over a real library whose work runs at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.jobs.importing import ImportJob, ImportReport
from briefing_app.ui.shell.desk import Desk
from briefing_app.ui.shell.main_window import MainWindow
from briefing_app.ui.shell.opening import put_to_work
from briefing_app.ui.shell.session import open_first_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from briefing_app.domain.importing import ImportRun
    from briefing_app.jobs.importing import Importer, ImportProgress
    from briefing_app.ui.shell.body import Body
    from tests.ui.panels.stage import Stage


class FakeImporter:
    """Takes wishes and ends them when it is told to."""

    def __init__(self) -> None:
        self.started: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.jobs: list[ImportJob] = []
        self.gone_on: list[ImportRun] = []
        self.finish: Callable[[ImportReport], None] | None = None
        self.report: Callable[[ImportProgress], None] | None = None

    def start(
        self,
        places: Sequence[str],
        dossiers: Sequence[str],
        progress: Callable[[ImportProgress], None],
        finished: Callable[[ImportReport], None],
    ) -> ImportJob:
        self.started.append((tuple(places), tuple(dossiers)))
        self.report, self.finish = progress, finished
        return self._job()

    def go_on(
        self, run: ImportRun, progress: Callable[[ImportProgress], None], finished: Callable[[ImportReport], None]
    ) -> ImportJob:
        self.gone_on.append(run)
        self.report, self.finish = progress, finished
        return self._job()

    def start_text(
        self,
        text: str,
        dossiers: Sequence[str],
        finished: Callable[[ImportReport], None],
        *,
        passage: bool = False,
    ) -> ImportJob:
        del dossiers, passage
        self.texts.append(text)
        self.finish = finished
        return self._job()

    def end_with(self, *outcomes: ImportOutcome, run: ImportRun | None = None, problem: str = "") -> None:
        assert self.finish is not None
        self.finish(ImportReport(run, outcomes, problem))

    def _job(self) -> ImportJob:
        self.jobs.append(ImportJob())
        return self.jobs[-1]


def outcome(source: str, kind: Outcome = Outcome.IMPORTED, **fields: str) -> ImportOutcome:
    """Return an outcome of an import."""
    return ImportOutcome(source, kind, **fields)


@dataclass
class Show:
    """The window with its library, and the stage behind it."""

    window: MainWindow
    stage: Stage
    importer: FakeImporter

    @property
    def body(self) -> Body:
        assert self.window.body is not None
        return self.window.body

    @property
    def desk(self) -> Desk:
        assert isinstance(self.window.desk, Desk)
        return self.window.desk

    def do(self, action: str) -> None:
        self.window.actions_.perform(action)


def show(qtbot: QtBot, stage: Stage, *, read_only: bool = False, size: tuple[int, int] = (1440, 860)) -> Show:
    """Open the stage's library in a window, all panels built."""
    importer = FakeImporter()
    stage.context = replace(stage.context, importer=cast("Importer", importer))
    context = stage.context
    window = MainWindow(context.settings, context.theme, context.messages)
    qtbot.addWidget(window)
    first = open_first_page(stage.store.path, None, context.settings, read_only=read_only)
    window.show_library(replace(first, again=None))
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.ready):
        put_to_work(window, context)
    return Show(window, stage, importer)


@pytest.fixture
def shown(qtbot: QtBot, stage: Stage) -> Iterator[Show]:
    """The window over the full library."""
    made = show(qtbot, stage)
    yield made
    made.window.release()
