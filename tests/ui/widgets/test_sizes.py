"""Dialogs that would be larger than the screen open smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from briefing_app.ui.widgets.sizes import FRAME, open_at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_open_at_when_the_screen_has_room_then_as_wished_and_else_what_fits(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    open_at(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    open_at(dialog, 5000, 5000)
    assert (dialog.width(), dialog.height()) == (room.width() - FRAME, room.height() - FRAME)
