"""The reading pane over a fake library, shown and in the theme's style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.factory import Stage, full_article, make_stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Stage:
    """A context over a library that holds the full article."""
    del qtbot
    return make_stage(tmp_path, full_article())


@pytest.fixture
def view(qtbot: QtBot, stage: Stage) -> ReaderView:
    """The pane, shown, with the full article open."""
    pane = ReaderView(stage.context)
    qtbot.addWidget(pane)
    pane.resize(760, 800)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.open_article("a1")
    pane.surface.setFocus()
    return pane
