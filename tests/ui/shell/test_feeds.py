"""Feeds from the window: menu, keys, library column, footer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.collection import Feed
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.jobs.feeding import FeedLook, FeedProgress
from briefing_app.jobs.runner import Job
from briefing_app.jobs.watching import WatchNews
from briefing_app.services import subscriptions
from briefing_app.services.looking import Refreshed
from briefing_app.ui.context import FeedNews, FolderNews
from tests.ui.shell.conftest import Show, show

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pytestqt.qtbot import QtBot

    from briefing_app.jobs.feeding import FeedRunner
    from tests.ui.panels.stage import Stage

URL = "https://news.example/feed"


class Looks:
    """Notes what was to be looked into."""

    def __init__(self) -> None:
        self.started: list[Collection[str] | None] = []
        self.busy = False

    def start(self, urls: Collection[str] | None = None, *, full: bool = False, asked: bool = True) -> Job:
        del full, asked
        self.started.append(urls)
        return Job()

    def end(self) -> None:
        self.busy = False


@pytest.fixture
def looks() -> Looks:
    return Looks()


@pytest.fixture
def fed(qtbot: QtBot, stage: Stage, looks: Looks) -> Iterator[Show]:
    """The window over a library with a feed that brought its later article."""
    with stage.store.write("Subscribe", undoable=False) as work:
        subscriptions.put(work, Feed(URL, "North Sea Post", articles=(stage.later,)))
    stage.context = replace(stage.context, feeder=cast("FeedRunner", looks), feed_news=FeedNews())
    made = show(qtbot, stage)
    yield made
    made.window.release()


def news(fed: Show) -> FeedNews:
    made = fed.stage.context.feed_news
    assert made is not None
    return made


def test_column_when_there_are_feeds_then_they_show_what_they_brought(fed: Show) -> None:
    ref = fed.stage.services.feeds.all()[0].ref
    index = fed.body.library.nav_model.index_of(ListQuery(Scope.FEED, ref))
    assert index.data() == "North Sea Post"
    fed.body.library.go_to_feed(ref)
    assert [row.id for row in fed.body.library.rows(fed.body.library.model.seqs)] == [fed.stage.later]


def test_feeds_when_opened_from_the_menu_then_the_dialog_once(fed: Show) -> None:
    fed.do("feeds")
    dialog = fed.desk.feeds.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.page.model.rowCount() == 1
    dialog.close()
    fed.do("feeds")
    assert fed.desk.feeds.dialog is dialog


def test_dialog_when_another_changes_the_feeds_then_it_follows(fed: Show) -> None:
    fed.do("feeds")
    dialog = fed.desk.feeds.dialog
    assert dialog is not None
    fed.stage.services.feeds.add("https://other.example/feed")
    fed.stage.context.changes.changed.emit(Changes(kinds=frozenset({Kind.SETTING})))
    assert dialog.page.model.rowCount() == 2


def test_articles_when_wanted_in_the_dialog_then_the_list_shows_them(fed: Show) -> None:
    fed.do("feeds")
    dialog = fed.desk.feeds.dialog
    assert dialog is not None
    dialog.page.list.done.emit(URL, "articles")
    assert fed.body.library.query.scope is Scope.FEED


def test_menu_of_the_column_when_used_then_done(fed: Show, looks: Looks) -> None:
    ref = fed.stage.services.feeds.all()[0].ref
    fed.body.library.feed_wanted.emit("refresh", ref)
    assert looks.started == [[URL]]
    assert fed.desk.feeds.dialog is None
    fed.body.library.feed_wanted.emit("refresh", "nobody")
    assert len(looks.started) == 1
    fed.body.library.feed_wanted.emit("edit", ref)
    assert fed.desk.feeds.dialog is not None


def test_refresh_when_wanted_then_all_are_looked_into_and_the_foot_tells(fed: Show, looks: Looks) -> None:
    fed.do("refresh_feeds")
    assert looks.started == [None]
    news(fed).progressed.emit(FeedProgress(0, 1, Feed(URL, "North Sea Post")))
    assert fed.body.foot.network.text() == "● Fetching North Sea Post"
    news(fed).ended.emit(FeedLook((Refreshed(Feed(URL)),)))
    assert fed.body.foot.network.text() == "○ Fetches when asked"
    assert fed.stage.sentences[-1] == "Nothing new."
    news(fed).ended.emit(FeedLook((Refreshed(Feed(URL), problem="No answer."),), asked=False))
    assert fed.stage.sentences[-1] == "Nothing new."


def test_refresh_when_there_is_no_feed_then_said_and_the_dialog(qtbot: QtBot, stage: Stage, looks: Looks) -> None:
    stage.context = replace(stage.context, feeder=cast("FeedRunner", looks), feed_news=FeedNews())
    made = show(qtbot, stage)
    made.do("refresh_feeds")
    assert looks.started == []
    assert "no feed yet" in stage.sentences[-1]
    assert made.desk.feeds.dialog is not None
    made.window.release()


def test_offline_when_switched_by_menu_or_foot_then_both_show_it_and_nothing_is_looked_into(
    fed: Show, looks: Looks
) -> None:
    fed.do("offline")
    assert fed.stage.context.settings.flag("network.offline")
    assert fed.window.actions_.actions["offline"].isChecked()
    assert fed.body.foot.network.text() == "● Offline"
    fed.do("refresh_feeds")
    assert looks.started == []
    assert "offline" in fed.stage.sentences[-1]
    fed.body.foot.network.click()
    assert not fed.stage.context.settings.flag("network.offline")
    assert not fed.window.actions_.actions["offline"].isChecked()
    assert fed.body.foot.network.text() == "○ Fetches when asked"


def test_watch_folder_when_wanted_then_its_page_and_what_comes_is_told(qtbot: QtBot, stage: Stage) -> None:
    stage.context = replace(stage.context, folder_news=FolderNews())
    made = show(qtbot, stage)
    made.do("watch_folder")
    dialog = made.desk.feeds.dialog
    assert dialog is not None
    assert dialog.tabs.currentWidget() is dialog.watch
    made.do("feeds")
    assert dialog.tabs.currentWidget() is dialog.page
    assert stage.context.folder_news is not None
    stage.context.folder_news.told.emit(WatchNews((ImportOutcome("/a.txt", Outcome.IMPORTED, "1"),)))
    assert stage.sentences[-1] == "1 article taken in from the watch folder."
    stage.context.folder_news.told.emit(WatchNews((ImportOutcome("/a.txt", Outcome.DUPLICATE, "1"),)))
    assert len(stage.sentences) == 1
    made.window.release()


def test_read_only_when_open_then_no_feeds_but_the_offline_switch(qtbot: QtBot, stage: Stage) -> None:
    made = show(qtbot, stage, read_only=True)
    visible = {name for name, action in made.window.actions_.actions.items() if action.isVisible()}
    assert "offline" in visible
    assert not visible & {"feeds", "refresh_feeds", "watch_folder"}
    made.window.release()
