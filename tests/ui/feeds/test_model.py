"""The list of subscriptions as Qt sees it, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.domain.collection import Feed
from briefing_app.ui.feeds.model import FeedModel, feed_rows, short_address
from briefing_app.ui.panels.cards.pieces import Deeds, Headline, Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.panels.cards.pieces import Card

FEEDS = (
    Feed("https://b.example/feed", "Zander"),
    Feed("https://a.example/feed", "Aal", dossier="d1", news=1200, refreshed="2026-11-22T09:14:00+00:00", full=True),
    Feed("https://c.example/feed", "Tricky\u202etitle", "World", problem="c.example answered 500.", login=True),
    Feed("https://d.example/feed", "Only links", "World", left=3),
)


def words_of(card: Card) -> list[str]:
    return [piece.text for piece in card.pieces if isinstance(piece, (Headline, Words))]


def test_rows_when_there_are_folders_then_below_their_headings() -> None:
    rows = feed_rows(FEEDS, {"d1": "Talks"}, "https://b.example/feed")
    assert [row.feed.title if row.feed else f"[{row.folder}]" for row in rows] == [
        "Aal",
        "Zander",
        "[World]",
        "Only links",
        "Tricky\u202etitle",
    ]
    assert [row.looking for row in rows] == [False, True, False, False, False]
    assert rows[0].dossier == "Talks"


def test_model_when_shown_then_qt_finds_no_fault(qtbot: QtBot) -> None:
    del qtbot
    model = FeedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for feeds in (FEEDS, FEEDS[:2], FEEDS[::-1], (), FEEDS[2:]):
        model.show(feed_rows(feeds, {}))
    assert tester.model() is model
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == "https://d.example/feed"


def test_card_when_a_feed_is_shown_then_its_state_and_troubles(qtbot: QtBot) -> None:
    del qtbot
    model = FeedModel()
    rows = feed_rows(FEEDS, {"d1": "Talks"})
    aal, zander, links, tricky = (model.card(row) for row in rows if row.feed is not None)
    assert words_of(aal)[1] == "a.example/feed"
    assert words_of(aal)[2].endswith("· full text · into “Talks”")
    assert aal.pieces[0] == Headline("Aal", right="1,200 new")
    assert words_of(zander)[2] == "Not looked into yet"
    assert "3 items give only an address" in words_of(links)[3]
    assert words_of(tricky)[0] == "Tricky▫title"
    assert words_of(tricky)[3] == "c.example answered 500."
    assert model.spoken(rows[2]) == "World, heading"
    assert "1,200 new articles. into Talks" in model.spoken(rows[0])


def test_card_when_a_feed_has_moved_then_from_where_and_a_way_back(qtbot: QtBot) -> None:
    del qtbot
    model = FeedModel()
    (row,) = feed_rows([Feed("https://b.example/feed", "Zander", earlier="https://a.example/feed")], {})
    card = model.card(row)
    assert "Moved here from a.example/feed" in words_of(card)
    assert "Moved here from a.example/feed" in model.spoken(row)
    deeds = [deed.text for piece in card.pieces if isinstance(piece, Deeds) for deed in piece.deeds]
    assert "Use old address" in deeds


def test_short_address_when_it_is_long_then_cut() -> None:
    assert short_address("https://a.example/") == "a.example"
    assert len(short_address("https://a.example/" + "x" * 500)) == 90
    assert short_address("nonsense") == "nonsense"
