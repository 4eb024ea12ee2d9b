"""The library panel as a whole, over a library that exists only as rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.jobs.runner import DirectRunner
from briefing_app.ui.library.nav_items import NavItem, NavKind
from briefing_app.ui.library.source import FirstPage
from briefing_app.ui.library.view import LibraryView
from briefing_app.ui.messages import Messages
from briefing_app.ui.theme import ThemeHolder
from tests.ui.library.fake_listing import FakeListing, some_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from briefing_app.ui.context import UiContext


class Feed(QObject):
    changed = Signal(object)


class FakeReading:
    """Writes into the fake listing and tells it."""

    def __init__(self, listing: FakeListing, feed: Feed) -> None:
        self.listing, self.feed = listing, feed
        self.done: list[tuple[object, ...]] = []

    def _set(self, what: str, ids: Sequence[str], **values: object) -> None:
        self.done.append((what, tuple(ids), *values.values()))
        for one in ids:
            self.listing.change(self.listing.by_id[one], **values)
        self.feed.changed.emit(Changes(what, kinds=frozenset({Kind.ARTICLE})))

    def mark_read(self, ids: Sequence[str], read: bool = True) -> None:
        self._set("read", ids, read=read)

    def star(self, ids: Sequence[str], starred: bool = True) -> None:
        self._set("star", ids, starred=starred)

    def archive(self, ids: Sequence[str], archived: bool = True) -> None:
        self._set("archive", ids, archived=archived)

    def trash(self, ids: Sequence[str]) -> None:
        self._set("trash", ids, trashed=True)

    def restore(self, ids: Sequence[str]) -> None:
        self._set("restore", ids, trashed=False)


class FakeDossiers:
    def __init__(self) -> None:
        self.put_in: list[tuple[tuple[str, ...], str]] = []
        self.taken: list[tuple[tuple[str, ...], str]] = []

    def put(self, ids: Sequence[str], dossier: str) -> None:
        self.put_in.append((tuple(ids), dossier))

    def take(self, ids: Sequence[str], dossier: str) -> None:
        self.taken.append((tuple(ids), dossier))


class Stage:
    """A library view in a window, attached to fakes."""

    def __init__(self, qtbot: QtBot, rows: int = 40, query: ListQuery | None = None) -> None:
        self.listing = FakeListing(some_rows(rows))
        self.feed, self.messages = Feed(), Messages()
        self.reading, self.dossiers = FakeReading(self.listing, self.feed), FakeDossiers()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.view = LibraryView(ThemeHolder("light"), self.window)
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.view.nav)
        layout.addWidget(self.view.column)
        self.view.show_first(FirstPage(Path("x"), self.listing, query or ListQuery()))
        context = SimpleNamespace(
            services=SimpleNamespace(reading=self.reading, dossiers=self.dossiers),
            runner=DirectRunner(),
            changes=self.feed,
            messages=self.messages,
        )
        self.view.attach(cast("UiContext", context), None)
        self.window.resize(500, 600)
        self.window.show()
        qtbot.waitExposed(self.window)

    def choose(self, *rows: int) -> None:
        model = self.view.list.selectionModel()
        self.view.list.put_current(self.view.model.index(rows[0]))
        for row in rows[1:]:
            model.select(self.view.model.index(row), QItemSelectionModel.SelectionFlag.Select)

    def listed(self) -> list[int]:
        return list(self.view.model.seqs)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_first_page_when_shown_then_list_count_and_place(stage: Stage) -> None:
    assert stage.view.header.count.text() == "40 articles"
    assert stage.view.nav.currentIndex().data() == "All articles"
    assert stage.view.list.model().rowCount() == 40


def test_arrow_when_pressed_then_the_article_reached_is_chosen(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(0)
    with qtbot.waitSignal(stage.view.article_chosen) as chosen:
        QTest.keyClick(stage.view.list, Qt.Key.Key_Down)
    assert chosen.args == ["article-39"]


def test_step_when_at_the_end_then_stays(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(39)
    with qtbot.assertNotEmitted(stage.view.article_chosen):
        stage.view.perform("next_article")
    with qtbot.waitSignal(stage.view.article_chosen) as chosen:
        stage.view.perform("previous_article")
    assert chosen.args == ["article-2"]


def test_letters_when_typed_in_the_list_then_they_do_not_search_it(stage: Stage) -> None:
    stage.choose(0)
    QTest.keyClick(stage.view.list, Qt.Key.Key_P)
    assert stage.view.list.currentIndex().row() == 0


def test_toggle_read_when_several_then_one_call_for_all(stage: Stage) -> None:
    stage.choose(0, 1, 2)
    stage.view.perform("toggle_read")
    assert stage.reading.done == [("read", ("article-40", "article-39", "article-38"), True)]
    stage.view.perform("toggle_read")
    assert stage.reading.done[-1][-1] is False


def test_archive_when_done_then_it_offers_undo_and_says_how_many(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(0, 1)
    with qtbot.waitSignal(stage.messages.said) as said:
        stage.view.perform("archive")
    assert said.args[0].sentence == "2 articles archived."


def test_trash_when_done_then_the_next_article_is_opened(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(3)
    with qtbot.waitSignal(stage.view.article_chosen) as chosen:
        stage.view.perform("trash")
    assert chosen.args == ["article-36"]
    assert 37 not in stage.listed()


def test_action_when_an_article_is_named_then_it_and_not_the_selection(stage: Stage) -> None:
    stage.choose(0)
    stage.view.perform("toggle_star", "article-7")
    assert stage.reading.done == [("star", ("article-7",), True)]


def test_restore_when_in_trash_then_it_leaves_the_trash(stage: Stage, qtbot: QtBot) -> None:
    stage.view.perform("trash", "article-7")
    qtbot.waitUntil(lambda: 7 not in stage.listed())
    stage.view.perform("go_trash")
    assert stage.listed() == [7]
    stage.view.perform("restore", "article-7")
    qtbot.waitUntil(lambda: stage.listed() == [])
    assert stage.view.empty is not None
    assert stage.view.empty.isVisible()
    assert "trash is empty" in stage.view.empty.accessibleName()


def test_changes_when_told_then_selection_and_place_stay(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(20)
    seq = stage.view.list.current_seq()
    stage.listing.change(38, trashed=True)
    with qtbot.waitSignal(stage.view.listed):
        stage.feed.changed.emit(Changes("x", kinds=frozenset({Kind.ARTICLE})))
    assert stage.view.list.current_seq() == seq
    assert len(stage.listed()) == 39


def test_put_menu_when_a_dossier_is_chosen_then_put_there(stage: Stage) -> None:
    stage.choose(0, 1)
    assert stage.view.deeds is not None
    menu = stage.view.deeds.put_menu(stage.view.list.selected())
    assert [action.text() for action in menu.actions()][:2] == ["River settlement talks", "Delta ceasefire"]
    menu.actions()[1].trigger()
    assert stage.dossiers.put_in == [(("article-40", "article-39"), "d2")]


def test_take_from_dossier_when_in_one_then_taken_and_elsewhere_nothing(qtbot: QtBot) -> None:
    stage = Stage(qtbot, query=ListQuery(Scope.DOSSIER, "d1"))
    stage.choose(0)
    stage.view.perform("take_from_dossier")
    assert stage.dossiers.taken == [(("article-40",), "d1")]
    stage.view.perform("go_all")
    stage.view.perform("take_from_dossier", "article-3")
    assert len(stage.dossiers.taken) == 1


def test_place_when_clicked_then_shown_and_told(stage: Stage, qtbot: QtBot) -> None:
    index = stage.view.nav_model.index_of(ListQuery(Scope.DOSSIER, "d1"))
    rect = stage.view.nav.visualRect(index)
    with qtbot.waitSignal(stage.view.dossier_chosen) as chosen:
        QTest.mouseClick(stage.view.nav.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args == ["d1"]
    assert stage.view.dossier == "d1"


def test_feed_when_its_menu_is_used_then_told(qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    assert stage.view.deeds is not None
    item = NavItem(NavKind.FEED, "Council press", Scope.FEED, "f1")
    stage.view.deeds._on_place_menu(item, stage.view.nav.mapToGlobal(stage.view.nav.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Look for news", "Edit feed…", "Unsubscribe…"]
    with qtbot.waitSignal(stage.view.feed_wanted) as told:
        menu.actions()[1].trigger()
    assert told.args == ["edit", "f1"]
    menu.close()


def test_new_dossier_when_its_line_is_clicked_then_wanted_and_place_stays(stage: Stage, qtbot: QtBot) -> None:
    row = next(i for i in range(30) if (item := stage.view.nav_model.item(i)) and item.kind is NavKind.NEW_DOSSIER)
    rect = stage.view.nav.visualRect(stage.view.nav_model.index(row))
    with qtbot.waitSignal(stage.view.new_dossier_wanted):
        QTest.mouseClick(stage.view.nav.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert stage.view.nav.currentIndex().data() == "All articles"


def test_search_when_nothing_found_then_it_says_what_to_do_and_does_it(stage: Stage, qtbot: QtBot) -> None:
    stage.view.search("no such words")
    assert stage.view.empty is not None
    assert stage.view.empty.isVisible()
    with qtbot.waitSignal(stage.view.search_cleared):
        stage.view.empty.button.click()
    assert len(stage.listed()) == 40


def test_filter_when_a_box_is_ticked_then_list_and_header_follow(stage: Stage, qtbot: QtBot) -> None:
    stage.view.perform("filter")
    popover = stage.view._filter
    assert popover is not None
    popover.starred.click()
    assert stage.view.query.starred is True
    assert stage.view.header.filter_button.text() == "filter (1)"
    popover.since.setText("2025-06")
    QTest.keyClick(popover.since, Qt.Key.Key_Return)
    assert stage.view.query.since == "2025-06"
    popover.close()


def test_inbox_when_an_article_is_opened_and_read_then_it_stays_until_one_leaves(stage: Stage, qtbot: QtBot) -> None:
    stage.view.perform("go_inbox")
    first = stage.listed()[0]
    stage.view.note_opened(f"article-{first}")
    stage.reading.mark_read([f"article-{first}"])
    with qtbot.waitSignal(stage.view.listed):
        pass
    assert first in stage.listed()


def test_titles_when_very_long_or_hostile_then_painted(qtbot: QtBot) -> None:
    stage = Stage(qtbot, rows=3)
    for seq, title in ((1, "A" * 5000), (2, "<b>bold</b>\n\u202eevil " * 40), (3, "")):
        stage.listing.all[seq] = replace(stage.listing.all[seq], title=title, tags=tuple("tag" * 9 for _ in range(9)))
    stage.view.refresh()
    assert not stage.view.list.grab().isNull()
