"""What follows when certainty or learning changes: lists count anew, and articles are analysed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.learning import LABEL
from briefing_app.ui.editors.certainty import CertaintyDialog
from briefing_app.ui.editors.learning import LearningDialog
from briefing_app.ui.editors.rulings import RulingsDialog
from briefing_app.ui.shell.learning_deeds import LearningDeeds
from tests.ui.panels.stage import empty_stage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.jobs.analyst import Analyst


@dataclass
class Asked:
    """Counts how often it is asked what waits."""

    times: int = 0

    def want_waiting(self) -> None:
        self.times += 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_articles_are_analysed_again_when_what_was_learnt_changes_or_is_undone(tmp_path: Path, window: QWidget) -> None:
    stage, asked = empty_stage(tmp_path), Asked()
    deeds = LearningDeeds(replace(stage.context, analyst=cast("Analyst", asked)), window)
    feed = stage.context.changes
    feed.changed.emit(Changes(LABEL, kinds=frozenset({Kind.SETTING})))
    assert asked.times == 1
    feed.changed.emit(Changes("Highlight", kinds=frozenset({Kind.ANNOTATION})))
    assert asked.times == 1
    assert deeds.parent() is window
    stage.store.close()


def test_lists_count_anew_when_certainty_is_undone(tmp_path: Path, window: QWidget) -> None:
    stage = empty_stage(tmp_path)
    stage.services.certainty.set(0.9, None)
    deeds = LearningDeeds(stage.context, window)
    changes = stage.store.undo()
    stage.context.changes.changed.emit(changes)
    assert stage.services.certainty.settle() == 0
    with stage.store.read() as reader:
        assert reader.settings.get("suggestions.counted") == ""
    assert {"certainty", "learn", "rulings"} <= deeds.ACTIONS
    stage.store.close()


@pytest.mark.parametrize(
    ("action", "kind"), [("certainty", CertaintyDialog), ("learn", LearningDialog), ("rulings", RulingsDialog)]
)
def test_each_action_opens_its_dialog(action: str, kind: type[QWidget], tmp_path: Path, window: QWidget) -> None:
    stage = empty_stage(tmp_path)
    deeds = LearningDeeds(stage.context, window)
    deeds.perform(action)
    dialogs = window.findChildren(kind)
    assert len(dialogs) == 1
    dialogs[0].close()
    stage.store.close()
