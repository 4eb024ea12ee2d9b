"""What the list of subscriptions does, without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.collection import Feed, FeedLink
from briefing_app.jobs.feeding import FeedLook, FeedProgress
from briefing_app.services import subscriptions
from briefing_app.services.looking import Refreshed
from briefing_app.ui.feeds.presenter import FeedsPresenter
from tests.ui.feeds.conftest import ONE, TWO, Feeding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.domain.dossier import Dossier
    from briefing_app.ui.feeds.model import FeedRow


class Screen:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.rows: list[FeedRow] = []
        self.said: list[tuple[str, bool]] = []
        self.progress: list[tuple[str, int, int]] = []
        self.busy = False
        self.asked: list[FeedLink] = []
        self.doomed: Feed | None = None
        self.edited: list[Feed | None] = []
        self.articles: list[str] = []
        self.cleared = 0

    def show_feeds(self, rows: Sequence[FeedRow]) -> None:
        self.rows = list(rows)

    def show_progress(self, words: str, done: int, total: int) -> None:
        self.progress.append((words, done, total))

    def show_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        if sentence:
            self.said.append((sentence, trouble))

    def clear_address(self) -> None:
        self.cleared += 1

    def ask_which(self, links: Sequence[FeedLink]) -> None:
        self.asked = list(links)

    def ask_removal(self, feed: Feed) -> None:
        self.doomed = feed

    def open_editor(self, feed: Feed | None, dossiers: Sequence[Dossier]) -> None:
        del dossiers
        self.edited.append(feed)

    def show_articles(self, ref: str) -> None:
        self.articles.append(ref)

    def shown(self) -> list[str]:
        return [row.feed.shown if row.feed else f"[{row.folder}]" for row in self.rows]


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(stage: Feeding, screen: Screen) -> FeedsPresenter:
    context = stage.context
    made = FeedsPresenter(
        screen,
        context.services,
        context.runner,
        context.feeder,
        lambda: context.settings.flag("network.offline"),
        context.messages.warn,
    )
    assert context.feed_news is not None
    context.feed_news.progressed.connect(made.on_progress)
    context.feed_news.ended.connect(made.on_ended)
    made.load()
    return made


def test_subscribe_when_the_address_is_a_feed_then_added_and_looked_into(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    presenter.subscribe(f"  {ONE} ")
    assert screen.shown() == ["North Sea Post"]
    assert stage.looks.started == [[ONE]]
    assert screen.said[-1] == ("1 new article.", False)
    assert (screen.busy, screen.cleared) == (False, 1)
    assert screen.progress[-1] == ("", 0, 0)
    assert screen.rows[0].feed is not None
    assert screen.rows[0].feed.news == 1


def test_subscribe_when_the_page_names_several_then_the_reader_chooses(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    presenter.subscribe("news.example")
    assert [link.title for link in screen.asked] == ["All", "Fish"]
    assert stage.services.feeds.all() == ()
    presenter.choose([])
    assert stage.services.feeds.all() == ()
    presenter.choose(screen.asked[1:])
    assert [feed.url for feed in stage.services.feeds.all()] == ["https://news.example/fish"]


@pytest.mark.parametrize(
    ("address", "said"), [("", "Type the address"), ("nowhere.example", "could not be reached"), ("a b", "check it")]
)
def test_subscribe_when_it_fails_then_a_sentence_and_the_address_stays(
    presenter: FeedsPresenter, screen: Screen, address: str, said: str
) -> None:
    presenter.subscribe(address)
    assert said in screen.said[-1][0]
    assert screen.said[-1][1]
    assert (screen.busy, screen.cleared, screen.rows) == (False, 0, [])


def test_subscribe_when_offline_then_added_without_a_look(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    stage.context.settings.set("network.offline", True)
    presenter.subscribe("news.example/feed")
    assert [feed.url for feed in stage.services.feeds.all()] == [ONE]
    assert "online again" in screen.said[-1][0]
    assert (stage.net.asked, stage.looks.started) == ([], [])
    presenter.refresh_all()
    assert "is offline" in screen.said[-1][0]
    assert stage.looks.started == []


def test_files_when_they_list_feeds_then_all_added_and_nothing_is_fetched(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        f'<opml><body><outline xmlUrl="{ONE}"/><outline text="F"><outline xmlUrl="{TWO}"/></outline></body></opml>'
    )
    presenter.add_files([str(file)])
    assert screen.said[-1][0].startswith("Subscribed to 2 feeds")
    assert screen.shown() == ["news.example", "[F]", "other.example"]
    assert stage.net.asked == []
    presenter.add_files([str(tmp_path / "none.opml")])
    assert screen.said[-1] == (f"There is no file {tmp_path / 'none.opml'}; check the name.", True)


def test_do_when_a_deed_is_chosen_then_done(stage: Feeding, presenter: FeedsPresenter, screen: Screen) -> None:
    stage.services.feeds.add(ONE)
    presenter.load()
    (feed,) = stage.services.feeds.all()
    for deed in ("edit", "choose", "articles", "refresh", "remove"):
        presenter.do(ONE, deed)
    presenter.do("folder World", "choose")
    assert screen.edited == [feed, feed]
    assert screen.articles == [feed.ref]
    assert stage.looks.started == [[ONE]]
    assert screen.doomed is not None
    assert len(stage.services.feeds.all()) == 1
    presenter.remove(screen.doomed)
    assert stage.services.feeds.all() == ()
    assert screen.rows == []
    assert "its articles stay" in screen.said[-1][0]
    presenter.remove(screen.doomed)
    assert screen.said[-1][1]


def test_do_when_a_feed_that_moved_is_to_go_back_then_at_its_old_address_and_said(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    (feed,) = stage.services.feeds.add(TWO)
    with stage.services.store.write("Test", undoable=False) as work:
        subscriptions.put(work, replace(feed, earlier=ONE))
    presenter.load()
    presenter.do(TWO, "back")
    assert [one.url for one in stage.services.feeds.all()] == [ONE]
    assert screen.said[-1] == (f"“{ONE.split('/')[2]}” is at {ONE} again and stays there.", False)


def test_by_ref_when_a_feed_is_named_by_its_short_name_then_found(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    (feed,) = stage.services.feeds.add(ONE)
    presenter.by_ref(feed.ref, "remove")
    assert screen.doomed == feed
    presenter.by_ref("nobody", "edit")
    assert screen.edited == []


def test_export_when_written_then_said_and_when_refused_why(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen, tmp_path: Path
) -> None:
    stage.services.feeds.add(ONE)
    presenter.export(str(tmp_path / "out.opml"))
    assert ONE in (tmp_path / "out.opml").read_text("utf-8")
    assert screen.said[-1] == ("The list was written to out.opml.", False)
    (tmp_path / "file").write_text("x")
    presenter.export(str(tmp_path / "file" / "out.opml"))
    assert screen.said[-1][1]


def test_refresh_all_when_there_is_none_then_a_sentence(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    presenter.refresh_all()
    assert "no feed yet" in screen.said[-1][0]
    stage.services.feeds.add(ONE)
    stage.services.feeds.add(TWO)
    presenter.load()
    presenter.refresh_all()
    assert stage.looks.started == [None]
    assert screen.said[-1] == ("1 new article. 1 feed could not be read; each says why in the list of feeds.", False)
    assert [bool(row.feed and row.feed.problem) for row in screen.rows] == [False, True]
    presenter.cancel()
    assert stage.looks.ended == 1


def test_progress_when_told_then_the_feed_being_asked_is_shown(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen
) -> None:
    one, two = *stage.services.feeds.add(ONE), *stage.services.feeds.add(TWO)
    presenter.load()
    presenter.on_progress(FeedProgress(1, 2, two))
    assert screen.progress[-1] == ("Looking for news · 2 of 2 · other.example", 1, 2)
    assert [row.looking for row in screen.rows] == [False, True]
    assert one.url == ONE


def test_ended_when_nobody_asked_then_nothing_is_said(presenter: FeedsPresenter, screen: Screen) -> None:
    presenter.on_ended(FeedLook((Refreshed(Feed(ONE), problem="No answer."),), asked=False))
    assert screen.said == []
    presenter.on_ended(FeedLook((Refreshed(Feed(ONE), problem="No answer."),)))
    assert screen.said == [("news.example: No answer.", True)]
    presenter.on_ended(FeedLook((), cancelled=True))
    assert screen.said[-1] == ("Stopped. Nothing new.", False)


def test_saved_when_new_then_looked_into(stage: Feeding, presenter: FeedsPresenter, screen: Screen) -> None:
    (feed,) = stage.services.feeds.add(ONE)
    presenter.saved(replace(feed, name="Mine"), new=False)
    assert (screen.said, stage.looks.started) == ([], [])
    presenter.new()
    presenter.saved(feed, new=True)
    assert screen.edited == [None]
    assert stage.looks.started == [[ONE]]


def test_fault_when_it_is_ours_then_reported(
    stage: Feeding, presenter: FeedsPresenter, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[object] = []
    stage.context.messages.crashed.connect(crashes.append)
    monkeypatch.setattr(stage.services.feeds, "all", lambda: 1 / 0)
    presenter.load()
    assert [type(one) for one in crashes] == [ZeroDivisionError]
    assert screen.said == []
