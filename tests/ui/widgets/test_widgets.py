"""The shared widgets: what they say, how they lay out, what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.ui.theme import LIGHT, ThemeHolder
from briefing_app.ui.widgets.buttons import IconButton, PartyPill
from briefing_app.ui.widgets.cards import Card, EmptyState
from briefing_app.ui.widgets.flow import FlowLayout
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel, SectionLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_label_when_text_looks_like_html_then_shown_as_it_is(qtbot: QtBot) -> None:
    for label in (ElidedLabel("<b>x</b>"), PlainLabel("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == "<b>x</b>"


def test_section_label_when_shown_then_capitals_but_named_as_written(qtbot: QtBot) -> None:
    label = SectionLabel("Library")
    qtbot.addWidget(label)
    assert (label.text(), label.accessibleName()) == ("LIBRARY", "Library")


def test_elided_label_when_too_long_then_ends_in_ellipsis_and_tells_all(qtbot: QtBot) -> None:
    label = ElidedLabel("a title much too long for this little room")
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()


def test_empty_state_when_button_then_pressed_is_told(qtbot: QtBot) -> None:
    state = EmptyState("No articles", "Import one.", "Import")
    qtbot.addWidget(state)
    assert state.accessibleName() == "No articles. Import one."
    with qtbot.waitSignal(state.pressed):
        state.button.click()
    state.say("Nothing", "At all.")
    assert state.button.isHidden()


def test_card_when_enter_is_pressed_then_chosen(qtbot: QtBot) -> None:
    card = Card("Russia, Territory", focusable=True)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.chosen):
        QTest.keyClick(card, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.chosen):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def test_icon_button_when_made_then_named(qtbot: QtBot) -> None:
    button = IconButton("×", "Close")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close"


def test_party_pill_when_unchecked_then_dot_in_the_party_colour(qtbot: QtBot) -> None:
    pill = PartyPill("Ukraine 9", "gold", ThemeHolder("light"))
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    image = pill.grab().toImage()
    assert image.pixelColor(pill.INDENT + 4, pill.height() // 2).name() == LIGHT.party["gold"]


def test_flow_layout_when_narrow_then_more_lines(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=4)
    for number in range(6):
        flow.addWidget(PlainLabel(f"chip {number}"))
    assert flow.heightForWidth(90) > flow.heightForWidth(2000)
    flow.setGeometry(QRect(0, 0, 90, 400))
    rects = [item.geometry() for index in range(flow.count()) if (item := flow.itemAt(index)) is not None]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    flow.clear()
    assert flow.count() == 0
