"""Certainty of suggestions: the dialog says what it will hide before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.certainty import LEAST_DECISIONS, Certainty, calibrated
from briefing_app.services.certainty import CertaintyView
from briefing_app.ui.editors.boxes import choose_data
from briefing_app.ui.editors.certainty import CertaintyDialog, said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> CertaintyDialog:
    made = CertaintyDialog(stage.context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_choice_when_made_then_told_what_it_hides_and_kept(dialog: CertaintyDialog, stage: Stage) -> None:
    count = len(stage.suggestions())
    assert f"Hides 0 of the {count} open" in dialog.hides.text()
    choose_data(dialog.least, 95)
    assert f"Hides {count} of" in dialog.hides.text()
    assert stage.suggestions()
    dialog.save()
    assert stage.suggestions() == []
    assert len(stage.open().unsure) == count
    again = CertaintyDialog(stage.context)
    assert again.least.currentData() == 95


def test_own_measure_when_decisions_are_few_then_off_and_said(dialog: CertaintyDialog) -> None:
    assert not dialog.own.isEnabled()
    assert f"{LEAST_DECISIONS} decisions are needed" in dialog.says.text()


def test_own_measure_when_there_are_enough_then_said_in_numbers() -> None:
    judged = [(0.8, number % 2 == 0) for number in range(60)]
    view = CertaintyView(Certainty(), (0.8,), 60, 30, calibrated(judged))
    words = said(view)
    assert "Of 60 suggestions that you decided on, 30 were right." in words
    assert "90% sure becomes 5" in words
