"""Tool tips show markup as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocumentFragment

from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("text", ["Plain words", "3 < 5 and so on", "", "“Quotes” & more"])
def test_tip_when_text_is_plain_then_left_alone(qtbot: QtBot, text: str) -> None:
    assert tip(text) == text


@pytest.mark.parametrize(
    "text", ["<b>Bold</b> claim", "<img src='file:///etc/passwd'>", "<a href='smb://host/x'>title</a>", "<p>One<br>two"]
)
def test_tip_when_text_holds_markup_then_it_is_shown_as_it_stands(qtbot: QtBot, text: str) -> None:
    shown = tip(text)
    assert "<img" not in shown
    assert "<a " not in shown
    assert QTextDocumentFragment.fromHtml(shown).toPlainText() == text
