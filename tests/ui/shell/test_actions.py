"""The table of actions: every entry sound, no two with the same key in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

from briefing_app.ui.actions import ACTIONS, BY_ID, Menu, Scope, keys_of
from briefing_app.ui.shell.action_set import ActionSet, shown_key, titled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.actions import Action


def meet(one: Action, other: Action) -> bool:
    return Scope.WINDOW in (*one.scopes, *other.scopes) or bool(set(one.scopes) & set(other.scopes))


def test_actions_when_two_can_be_meant_then_no_key_twice() -> None:
    clashes = [
        (one.id, other.id, key)
        for at, one in enumerate(ACTIONS)
        for other in ACTIONS[at + 1 :]
        for key in set(one.keys) & set(other.keys)
        if meet(one, other)
    ]
    assert clashes == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_action_when_declared_then_named_described_and_its_keys_are_keys(action: Action, qtbot: QtBot) -> None:
    assert action.text
    assert action.description.endswith(".")
    assert BY_ID[action.id] is action
    for key in action.keys:
        assert QKeySequence(key).toString(), key


def test_keys_when_remapped_then_the_users_own() -> None:
    assert keys_of(BY_ID["import"], {}) == ("Ctrl+I",)
    assert keys_of(BY_ID["import"], {"import": "F12 Ctrl+M"}) == ("F12", "Ctrl+M")
    assert keys_of(BY_ID["import"], {"import": ""}) == ()


class Deeds:
    ACTIONS = frozenset({"import", "full_screen", "theme_dark"})

    def __init__(self) -> None:
        self.done: list[str] = []

    def perform(self, action: str) -> None:
        self.done.append(action)


def made(qtbot: QtBot) -> tuple[QMainWindow, ActionSet, Deeds]:
    window, deeds = QMainWindow(), Deeds()
    qtbot.addWidget(window)
    actions = ActionSet(window, {"import": "F12"})
    actions.add(deeds)
    actions.fill(window.menuBar())
    return window, actions, deeds


def test_action_set_when_nobody_performs_it_then_not_shown(qtbot: QtBot) -> None:
    _, actions, deeds = made(qtbot)
    assert {str(action.data()) for action in actions.usable()} == deeds.ACTIONS
    actions.remove(deeds)
    assert actions.usable() == []


def test_action_set_when_triggered_then_its_performer_runs_it(qtbot: QtBot) -> None:
    _, actions, deeds = made(qtbot)
    actions.perform("import")
    actions.actions["theme_dark"].trigger()
    actions.enable("full_screen", False)
    actions.perform("full_screen")
    assert deeds.done == ["import", "theme_dark"]


def test_action_set_when_two_know_an_action_then_the_later_one(qtbot: QtBot) -> None:
    _, actions, deeds = made(qtbot)
    later = Deeds()
    actions.add(later)
    actions.perform("import")
    assert (deeds.done, later.done) == ([], ["import"])


def test_menus_when_filled_then_every_action_is_in_one(qtbot: QtBot) -> None:
    window, actions, _ = made(qtbot)
    bar = window.menuBar()
    assert [action.text().replace("&", "") for action in bar.actions()] == [str(menu) for menu in Menu]
    found: set[str] = set()
    for title in bar.actions():
        for action in title.menu().actions():  # type: ignore[attr-defined]  # a title has a menu
            below = action.menu()
            found.update(str(one.data()) for one in (below.actions() if below else [action]) if one.data())
    assert found == set(BY_ID)
    assert actions.actions["import"].shortcut().toString() == "F12"


def test_names_when_below_a_submenu_then_it_is_said(qtbot: QtBot) -> None:
    _, actions, _ = made(qtbot)
    assert titled(actions.actions["theme_dark"]) == "Theme: Dark"
    assert shown_key(actions.actions["import"]) == "F12"


def test_single_letter_when_typed_in_a_text_field_then_a_letter(qtbot: QtBot) -> None:
    from PySide6.QtTest import QTest

    window, actions, _ = made(qtbot)
    field = QPlainTextEdit()
    window.setCentralWidget(field)
    deeds = Deeds()
    deeds.ACTIONS = frozenset({"search", "key_sheet"})
    actions.add(deeds)
    window.show()
    field.setFocus()
    QTest.keyClicks(field, "a/b?")
    assert field.toPlainText() == "a/b?"
    assert deeds.done == []
