"""The long list: it behaves as Qt's own does, and asks its model for next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from briefing_app.ui.widgets.fixed_list import FixedList, Index

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOTHING = QModelIndex()


class Numbers(QAbstractListModel):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.count, self.asked = count, 0

    def rowCount(self, parent: Index = NOTHING) -> int:
        self.asked += 1
        return 0 if parent.isValid() else self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def view(qtbot: QtBot) -> FixedList:
    return shown(qtbot, 100_000)


def shown(qtbot: QtBot, count: int) -> FixedList:
    made = FixedList(20)
    qtbot.addWidget(made)
    made.model_kept = Numbers(count)  # type: ignore[attr-defined]  # the view does not own its model
    made.setModel(made.model_kept)  # type: ignore[attr-defined]
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.resize(200, 205)
    made.show()
    qtbot.waitExposed(made)
    return made


def selected(view: FixedList) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def test_view_when_100000_rows_are_shown_then_the_model_is_hardly_asked(view: FixedList) -> None:
    view.grab()
    assert view.model_kept.asked < 500  # type: ignore[attr-defined]


def test_scroll_to_when_far_away_then_in_view(view: FixedList) -> None:
    index = view.model().index(77_777, 0)
    view.scrollTo(index)
    assert view.viewport().rect().contains(view.visualRect(index))
    assert 77_777 in view.visible_rows()
    assert view.indexAt(view.visualRect(index).center()) == index


def test_keys_when_pressed_then_the_current_row_moves_and_stays_in_view(view: FixedList) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 10),
        (Qt.Key.Key_End, 99_999),
        (Qt.Key.Key_Up, 99_998),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_click_when_with_shift_then_the_rows_between_are_selected(view: FixedList) -> None:
    at = [view.visualRect(view.model().index(row, 0)).center() for row in range(9)]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), left, none, at[2])
    QTest.mouseClick(view.viewport(), left, Qt.KeyboardModifier.ShiftModifier, at[5])
    assert selected(view) == [2, 3, 4, 5]
    QTest.mouseClick(view.viewport(), left, Qt.KeyboardModifier.ControlModifier, at[8])
    assert selected(view) == [2, 3, 4, 5, 8]


def test_shift_arrow_when_pressed_then_selection_grows(view: FixedList) -> None:
    view.setCurrentIndex(view.model().index(3, 0))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected(view) == [3, 4, 5]


def test_index_at_when_outside_then_none(qtbot: QtBot) -> None:
    view = shown(qtbot, 2)
    assert not view.indexAt(QPoint(5, 150)).isValid()
    assert not view.indexAt(QPoint(5, -3)).isValid()
    assert list(view.visible_rows()) == [0, 1]


def test_list_when_a_screen_reader_asks_then_it_is_a_list_with_named_rows(view: FixedList) -> None:
    view.setAccessibleName("Numbers")
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.role() is QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Numbers"
