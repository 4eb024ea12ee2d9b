"""Making a dossier from the window: where one is always has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QInputDialog

from tests.ui.shell.conftest import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage
    from tests.ui.shell.conftest import Show


def make(shown: Show, name: str) -> None:
    shown.do("new_dossier")
    question = shown.window.findChild(QInputDialog)
    assert isinstance(question, QInputDialog)
    question.setTextValue(name)
    question.accept()


def place(shown: Show) -> str:
    return shown.body.top.dossier.text().rstrip(" ▾")


def test_dossier_when_the_first_is_made_then_one_is_in_it_and_its_name_is_shown(qtbot: QtBot, bare: Stage) -> None:
    shown = show(qtbot, bare)
    make(shown, "River & delta")
    assert place(shown)
    qtbot.waitUntil(lambda: place(shown) == "River && delta")
    assert shown.window.windowTitle().startswith("River & delta — ")
    menu = shown.body.top.dossier.menu()
    assert menu.actions()[0].text() == "River && delta"
    for dialog in shown.window.findChildren(QDialog):
        dialog.reject()
    shown.window.release()


def test_dossier_when_a_name_is_not_known_yet_then_the_place_is_still_named(shown: Show) -> None:
    shown.body.library.go_to_dossier("not-listed-yet")
    assert place(shown) == "Dossier"


def test_note_when_wanted_in_a_dossier_without_one_then_started(qtbot: QtBot, bare: Stage) -> None:
    shown = show(qtbot, bare)
    make(shown, "River")
    qtbot.waitUntil(lambda: bool(shown.body.library.dossier))
    for dialog in shown.window.findChildren(QDialog):
        dialog.reject()
    shown.do("write_note")
    notes = bare.context.services.notes
    qtbot.waitUntil(lambda: len(notes.all(shown.body.library.dossier)) == 1)
    shown.window.release()
