"""Cards: the model under Qt's own tester, laying out, and keys and clicks in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from briefing_app.ui.panels.cards.arrange import arrange
from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import CHOOSE, Caption, Card, Deed, Deeds, Headline, Quote, Tags, Words
from briefing_app.ui.theme import LIGHT, ThemeHolder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "a very long name of a committee of the whole " * 4
FULL = Card(
    (
        Caption("Format of talks", "▲ softened 20 Dec · 3 sources"),
        Headline(LONG, "undecided"),
        Quote("“has not been discussed seriously”", 2),
        Words("aide · 21 Dec 2025"),
        Tags(("red-line", "territory", LONG)),
        Deeds((Deed("accept", "Accept", "⏎"), Deed("dismiss", "Dismiss", "⌫"))),
    ),
    edge="red",
    letter="R",
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A row that is its own words."""

    key: str
    words: str = ""
    heading: bool = False


class PlainModel(CardModel[Plain]):
    """Rows of words and a deed."""

    def card(self, row: Plain) -> Card:
        if row.heading:
            return Card((Caption(row.words),), heading=True)
        return Card((Headline(row.words or row.key), Deeds((Deed("go", "Go"),))))

    def spoken(self, row: Plain) -> str:
        return row.words or row.key


@pytest.fixture
def shown(qtbot: QtBot) -> CardList:
    model = PlainModel()
    model.show([Plain("h", "Heading", heading=True), *(Plain(str(n)) for n in range(6))])
    view = CardList("Things", model, ThemeHolder("light"), {Qt.Key.Key_Return: "accept", Qt.Key.Key_E: "edit"})
    qtbot.addWidget(view)
    view.resize(300, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


@given(st.lists(st.lists(st.integers(0, 8), unique=True), min_size=1, max_size=6))
def test_model_when_shown_again_and_again_then_rows_are_as_given(turns: list[list[int]]) -> None:
    model = PlainModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for turn, keys in enumerate(turns):
        model.show([Plain(str(key), f"turn {turn}" if key % 3 else "") for key in keys])
        assert [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())] == [
            f"turn {turn}" if key % 3 else str(key) for key in keys
        ]
        assert [model.place_of(str(key)) for key in keys] == list(range(len(keys)))
    assert tester.model() is model


def test_model_when_a_row_in_the_middle_goes_then_the_current_one_below_stays(shown: CardList) -> None:
    shown.put_current("4")
    model = shown.cards
    model.show([Plain("h", "Heading", heading=True), *(Plain(str(n)) for n in (0, 1, 3, 4, 5))])
    assert shown.current_key() == "4"


def test_flags_when_a_heading_then_it_cannot_be_chosen(shown: CardList) -> None:
    model: QAbstractItemModel = shown.cards
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


@pytest.mark.parametrize("width", [120, 300, 372, 900])
def test_arrange_when_narrow_or_wide_then_nothing_leaves_the_card(width: int, qtbot: QtBot) -> None:
    arranged = arrange(FULL, width)
    for text in arranged.texts:
        assert text.x >= 0
        assert text.x + text.setting.width <= width + 1
        assert text.y + text.setting.height <= arranged.height + 1
    assert all(box.rect.right() <= width for box in arranged.boxes)


def test_arrange_when_narrower_then_higher(qtbot: QtBot) -> None:
    assert arrange(FULL, 200).height > arrange(FULL, 600).height


def test_quote_when_lines_are_few_then_it_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    card = Card((Quote(LONG * 3, 2),))
    (text,) = arrange(card, 250).texts
    assert text.setting.height == arrange(Card((Quote(LONG, 2),)), 250).texts[0].setting.height


def test_deed_when_its_words_are_clicked_then_it_is_done_and_elsewhere_the_card_is_chosen(
    qtbot: QtBot, shown: CardList
) -> None:
    index = shown.cards.index(2)
    corner = shown.visualRect(index).topLeft()
    card = shown.cards.card(Plain("1"))
    (place, deed) = shown.delegate.arranged(card).deeds[0]
    heard: list[tuple[str, str]] = []
    shown.done.connect(lambda key, what: heard.append((key, what)))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=corner + place.center().toPoint())
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=corner + QPoint(150, 14))
    heading = shown.visualRect(shown.cards.index(0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert heard == [("1", deed), ("1", CHOOSE)]


def test_keys_when_pressed_then_deeds_of_the_current_card_and_unknown_letters_are_left(
    qtbot: QtBot, shown: CardList
) -> None:
    heard: list[tuple[str, str]] = []
    shown.done.connect(lambda key, what: heard.append((key, what)))
    shown.setFocus()
    assert shown.current_key() == "0"
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_E)
    QTest.keyClick(shown, Qt.Key.Key_3)
    QTest.keyClick(shown, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("1", "accept"), ("1", "edit")]
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.current_key() in ("0", "1")


def test_paint_when_a_party_dot_then_in_the_colour_of_the_theme(qtbot: QtBot) -> None:
    class Dotted(PlainModel):
        def card(self, row: Plain) -> Card:
            return Card((Headline(row.words, dot="gold"),))

    model = Dotted()
    model.show([Plain("a", "Southmark")])
    view = CardList("Names", model, ThemeHolder("light"))
    qtbot.addWidget(view)
    view.resize(200, 80)
    with qtbot.waitExposed(view):
        view.show()
    image = view.viewport().grab().toImage()
    rect = view.delegate.arranged(model.card(Plain("a", "Southmark"))).boxes[0].rect
    assert image.pixelColor(rect.center().toPoint()).name() == LIGHT.party["gold"]
