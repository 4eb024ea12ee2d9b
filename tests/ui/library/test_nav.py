"""The library column: lines, model, and dropping articles on a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.ui.library.list_model import ARTICLES_MIME
from briefing_app.ui.library.nav_items import NavKind, nav_items
from briefing_app.ui.library.nav_model import ITEM_ROLE, NavModel
from tests.ui.library.fake_listing import FakeListing, some_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.library.nav_items import NavItem


def lines(*, may_write: bool = True) -> list[NavItem]:
    listing = FakeListing(some_rows(9))
    return nav_items(listing.counts(), listing.dossiers(), listing.tags(), may_write=may_write)


def test_items_when_made_then_places_dossiers_and_tags_in_order() -> None:
    texts = [item.text for item in lines()]
    assert texts[:8] == ["Library", "Inbox", "To review", "Annotated", "All articles", "Starred", "Archive", "Trash"]
    assert texts[8:] == [
        "Dossiers",
        "River settlement talks",
        "Delta ceasefire",
        "New dossier…",
        "Tags",
        "red-line",
        "river",
        "finance",
    ]


def test_items_when_read_only_and_empty_then_no_empty_sections() -> None:
    items = nav_items({}, [], [], may_write=False)
    assert {item.kind for item in items} == {NavKind.HEADING, NavKind.PLACE}
    assert [item.text for item in items if item.kind is NavKind.HEADING] == ["Library"]


def test_items_when_there_are_feeds_then_last_with_what_is_unread() -> None:
    feeds = [("f1", "Council press"), ("f2", "Ministry\u202ereadouts")]
    items = nav_items({"feed:f1": 3}, [], [("t1", "red-line", 0)], feeds, may_write=False)
    assert [item.text for item in items[-4:]] == ["red-line", "Feeds", "Council press", "Ministry▫readouts"]
    assert [item.spoken for item in items[-3:]] == ["Feeds, heading", "Council press, 3 unread", "Ministry▫readouts"]
    assert all(item.is_place and item.scope is Scope.FEED for item in items[-2:])


def test_model_when_shown_then_qt_finds_no_fault_and_headings_cannot_be_chosen(qtbot: QtBot) -> None:
    model = NavModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(lines())
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Inbox, 6"
    model.show(lines(may_write=False))
    assert tester.model() is model


def test_index_of_when_query_is_a_place_then_its_line(qtbot: QtBot) -> None:
    model = NavModel()
    model.show(lines())
    assert model.index_of(ListQuery(Scope.DOSSIER, "d2")).data() == "Delta ceasefire"
    assert not model.index_of(ListQuery(Scope.DOSSIER, "gone")).isValid()


def test_show_when_only_counts_changed_then_lines_stay(qtbot: QtBot) -> None:
    model = NavModel()
    model.show(lines())
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(nav_items({"inbox": 99}, FakeListing().dossier_names, FakeListing().tag_names))
    assert model.index(1).data(ITEM_ROLE).count == 99


def test_drop_when_on_a_dossier_then_told_and_elsewhere_refused(qtbot: QtBot) -> None:
    model = NavModel()
    model.show(lines())
    data = QMimeData()
    data.setData(ARTICLES_MIME, b"article-1\narticle-2")
    dossier = model.index_of(ListQuery(Scope.DOSSIER, "d1"))
    with qtbot.waitSignal(model.articles_dropped) as told:
        assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, dossier)
    assert told.args == [["article-1", "article-2"], "d1"]
    assert not model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, model.index(1))
