"""Reading a position otherwise: a reason is asked for, the evidence's own stance is told, Save keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.ui.editors.override import OverrideDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.domain.position import Position
    from tests.ui.panels.stage import Stage


def position(stage: Stage) -> Position:
    return next(one for one in stage.services.positions.matrix(stage.dossier).cells.values() if one.evidence)


def test_a_reading_is_kept_with_its_reason_only(stage: Stage, qtbot: QtBot) -> None:
    before = position(stage)
    dialog = OverrideDialog(stage.context, stage.dossier, before)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.stance.choose(["conditional"])
    dialog.save()
    assert "Say why" in dialog.problem.text()
    assert position(stage) == before
    dialog.reason.setPlainText("The envoy hinted at\nmore.")
    dialog.words.setPlainText("a shared chair")
    dialog.save()
    after = position(stage)
    assert (after.stance, after.derived, after.paraphrase) == (Stance.CONDITIONAL, before.stance, "a shared chair")
    assert stage.sentences[-1] == "Your reading of the position is kept."
    again = OverrideDialog(stage.context, stage.dossier, after)
    qtbot.addWidget(again)
    assert again.reason.toPlainText() == "The envoy hinted at more."
    assert again.stance.chosen() == ("conditional",)
