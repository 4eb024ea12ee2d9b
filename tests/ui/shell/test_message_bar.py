"""Messages: in passing, with Undo, and those that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.ui.messages import Message, MessageKind
from briefing_app.ui.shell.message_bar import MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TOLD = Message(MessageKind.TOLD, "Nothing was removed.")
DONE = Message(MessageKind.DONE, "2 articles archived.")
WARNING = Message(MessageKind.WARNING, "The disk is full.", "Make room and try again.")


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 500)
    made = MessageBar(room)
    made.room_kept = room  # type: ignore[attr-defined]  # the parent must outlive the test's own name for it
    room.show()
    return made


def test_message_when_told_then_shown_without_undo_and_gone_in_time(bar: MessageBar) -> None:
    bar.say(TOLD)
    assert bar.isVisible()
    assert bar.undo.isHidden()
    bar._passing.timeout.emit()
    assert bar.isHidden()


def test_message_when_something_was_done_then_undo_is_offered(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say(DONE)
    with qtbot.waitSignal(bar.undo_wanted):
        bar.undo.click()
    assert bar.isHidden()


def test_warning_when_said_then_it_stays_with_its_hint_and_others_wait(bar: MessageBar) -> None:
    bar.say(WARNING)
    assert bar.sentence.text() == "The disk is full. Make room and try again."
    assert not bar._passing.isActive()
    bar.say(TOLD)
    assert bar.sentence.text().startswith("The disk is full.")
    bar.close_button.click()
    assert bar.sentence.text() == TOLD.sentence
    assert bar.isVisible()


def test_bar_when_the_room_changes_or_words_are_many_then_it_stays_inside(bar: MessageBar) -> None:
    bar.say(Message(MessageKind.WARNING, "A long sentence about what went wrong. " * 12))
    room = bar.parentWidget()
    assert room is not None
    room.resize(500, 400)
    assert room.rect().contains(bar.geometry())
    assert bar.sentence.height() >= bar.sentence.heightForWidth(bar.sentence.width())


def test_message_when_a_strip_stands_below_then_it_is_not_covered(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 500)
    page, strip = QWidget(room), QWidget(room)
    page.setGeometry(0, 0, 900, 500)
    made = MessageBar(room, page)
    room.show()
    made.say(TOLD)
    page.setGeometry(0, 0, 900, 440)
    strip.setGeometry(0, 440, 900, 60)
    assert not made.geometry().intersects(strip.geometry())
