"""The palette on the screen: typing, arrows, Enter, articles that arrive late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from briefing_app.ui.palette.entries import Entry, EntryKind
from briefing_app.ui.palette.model import PaletteModel
from briefing_app.ui.palette.view import Palette
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ACTIONS = [
    Entry(EntryKind.ACTION, "Import", "import", "Ctrl+I"),
    Entry(EntryKind.ACTION, "Full screen", "full_screen", "F11"),
    Entry(EntryKind.ACTION, "Undo", "undo", "Ctrl+Z"),
]
DOSSIERS = [Entry(EntryKind.DOSSIER, "River talks", "d1")]


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    made = Palette(ThemeHolder("light"), window)
    made.window_kept = window  # type: ignore[attr-defined]  # the test's own parent must live
    made.open_over(window, ACTIONS, DOSSIERS)
    return made


def lines(palette: Palette) -> list[str]:
    return [palette.model.index(row).data() for row in range(palette.model.rowCount())]


def test_palette_when_opened_then_everything_is_listed_and_the_field_has_the_focus(palette: Palette) -> None:
    assert lines(palette) == ["Import", "Full screen", "Undo", "River talks"]
    assert palette.isVisible()
    assert palette.list.grab().isNull() is False


def test_typing_when_letters_fit_then_enter_chooses_the_best(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "riv")
    assert lines(palette)[0] == "River talks"
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [DOSSIERS[0]]
    assert palette.isHidden()


def test_arrows_when_pressed_in_the_field_then_the_list_moves(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [ACTIONS[1]]


def test_articles_when_three_letters_then_wanted_and_when_they_arrive_listed_last(
    palette: Palette, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(palette.articles_wanted):
        QTest.keyClicks(palette.field, "ri")
    with qtbot.waitSignal(palette.articles_wanted) as wanted:
        QTest.keyClicks(palette.field, "v")
    assert wanted.args == ["riv"]
    palette.offer_articles("riv", [Entry(EntryKind.ARTICLE, "A river story", "a1")])
    assert lines(palette) == ["River talks", "A river story"]


def test_articles_when_they_arrive_for_other_letters_then_left_out(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "rive")
    palette.offer_articles("riv", [Entry(EntryKind.ARTICLE, "A river story", "a1")])
    assert "A river story" not in lines(palette)


def test_enter_when_nothing_fits_then_nothing_is_chosen(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "qqqq")
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_model_when_shown_then_qt_finds_no_fault(qtbot: QtBot) -> None:
    from briefing_app.ui.palette.entries import found_in

    model = PaletteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(found_in("", ACTIONS, DOSSIERS, []))
    model.show([])
    assert tester.model() is model
    assert model.at(0) is None
