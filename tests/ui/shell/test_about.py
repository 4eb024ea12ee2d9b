"""The about box tells the release and what confines the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from briefing_app import __version__
from briefing_app.ui.shell.about import AboutBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_look_when_the_worker_answers_then_its_walls_are_told(qtbot: QtBot) -> None:
    box = AboutBox()
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(box)
    box.look()
    assert __version__ in box.text()
    qtbot.waitUntil(lambda: "audit hook" in box.informativeText(), timeout=20_000)
    assert box.textFormat() is Qt.TextFormat.PlainText
