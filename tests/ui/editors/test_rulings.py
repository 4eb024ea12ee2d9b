"""Rulings on names: listed, taken back by key or button, and the names are as the machine has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.ui.editors.rulings import RulingsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage


def opened(stage: Stage, qtbot: QtBot) -> RulingsDialog:
    dialog = RulingsDialog(stage.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: RulingsDialog) -> list[str]:
    return [str(dialog.model.index(row, 0).data()) for row in range(dialog.model.rowCount())]


def test_without_rulings_it_says_how_to_make_one(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    assert dialog.empty.isVisible()
    assert not dialog.back_button.isEnabled()


def test_rulings_are_listed_newest_first_and_taken_back(stage: Stage, qtbot: QtBot) -> None:
    entities = stage.services.entities
    before = stage.open().analysis
    entities.rule_means("the chamber", "Eastland", "ORG", article=stage.later)
    entities.rule_never("Mara Quill")
    dialog = opened(stage, qtbot)
    title = stage.open().article.title
    other = f"“the chamber” means Eastland · in “{title}”"
    assert lines(dialog) == ["“Mara Quill” is never a name · everywhere", other]
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert lines(dialog) == [other]
    assert stage.sentences[-1] == "The ruling on “Mara Quill” is taken back."
    dialog.back_button.click()
    assert dialog.empty.isVisible()
    assert entities.rulings() == ()
    assert stage.open().analysis == before
    stage.store.undo()
    assert [one.text for one in entities.rulings()] == ["the chamber"]
