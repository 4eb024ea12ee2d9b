"""The key sheet: every action on it, and keys that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from briefing_app.ui.actions import BY_ID
from briefing_app.ui.shell.key_sheet import KeyDialog, KeySheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.shell.conftest import Show


@pytest.fixture
def sheet(shown: Show, qtbot: QtBot) -> KeySheet:
    shown.do("key_sheet")
    made = shown.window.findChild(KeySheet)
    assert made is not None
    return made


def test_sheet_when_opened_then_every_usable_action_with_its_key(shown: Show, sheet: KeySheet) -> None:
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    missing = [
        BY_ID[str(action.data())].title
        for action in shown.window.actions_.usable()
        if not any(BY_ID[str(action.data())].title in text for text in texts)
    ]
    assert missing == []
    assert sheet._buttons["palette"].text() == "Ctrl+K"


def test_key_when_changed_then_in_force_kept_and_shown(shown: Show, sheet: KeySheet) -> None:
    sheet._on_set("import", "Ctrl+M")
    assert shown.window.actions_.actions["import"].shortcut().toString() == "Ctrl+M"
    assert shown.stage.context.settings.map("keys") == {"import": "Ctrl+M"}
    assert sheet._buttons["import"].text() == "Ctrl+M"
    sheet._on_set("import", "Ctrl+I")
    assert shown.stage.context.settings.map("keys") == {}


def test_key_when_another_action_has_it_then_told_and_not_taken(shown: Show, qtbot: QtBot) -> None:
    dialog = KeyDialog("import", shown.window.actions_.actions)
    qtbot.addWidget(dialog)
    dialog.field.setKeySequence(QKeySequence("Ctrl+K"))
    assert dialog.clash() == "Command palette"
    assert not dialog.keep.isEnabled()
    dialog.field.setKeySequence(QKeySequence("Ctrl+M"))
    assert dialog.keep.isEnabled()


def test_key_when_the_other_works_elsewhere_only_then_free(shown: Show, qtbot: QtBot) -> None:
    dialog = KeyDialog("next_highlight", shown.window.actions_.actions)
    qtbot.addWidget(dialog)
    dialog.field.setKeySequence(QKeySequence("Shift+Del"))
    assert dialog.clash() == ""


def test_key_when_default_is_asked_for_then_the_tables(shown: Show, qtbot: QtBot) -> None:
    dialog = KeyDialog("redo", shown.window.actions_.actions)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.key_set) as told:
        dialog._on_default()
    assert told.args == ["redo", "Ctrl+Shift+Z Ctrl+Y"]
