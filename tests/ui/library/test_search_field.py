"""The search field: when it runs, how one leaves it, what help it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.ui.library.search_field import HELP, SearchField
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField(ThemeHolder("light"))
    qtbot.addWidget(made)
    return made


def test_typing_when_it_rests_then_told_once(field: SearchField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.typed.connect(told.append)
    with qtbot.waitSignal(field.typed):
        QTest.keyClicks(field, "river")
    assert told == ["river"]


def test_enter_when_pressed_then_asked_at_once(field: SearchField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "ri")
    with qtbot.waitSignal(field.asked) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == ["ri"]


def test_escape_when_full_then_clears_and_when_empty_then_leaves(field: SearchField, qtbot: QtBot) -> None:
    field.setText("river")
    with qtbot.waitSignal(field.typed) as cleared, qtbot.assertNotEmitted(field.escaped):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert cleared.args == [""]
    with qtbot.waitSignal(field.escaped):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_down_when_pressed_then_the_list_is_wanted(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.list_wanted):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_help_when_an_operator_is_chosen_then_it_stands_in_the_field(field: SearchField) -> None:
    field.setText("river")
    menu = field.help_menu()
    assert len(menu.actions()) == len(HELP)
    next(action for action in menu.actions() if action.data() == "party:Russia").trigger()
    assert field.text() == "river party:"
