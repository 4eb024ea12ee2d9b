"""What can be done with subscriptions apart from looking for news: find, file, protect, list, carry over."""

from __future__ import annotations

import json
import sys
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.collection import Feed, FeedLink
from briefing_app.domain.importing import Outcome
from briefing_app.errors import InputError, UserError
from briefing_app.ingest.collections.expand import expand
from briefing_app.services import feeds, looking
from briefing_app.services.feeds import completed
from briefing_app.services.fetching import Fetcher, Page
from briefing_app.services.services import Services
from briefing_app.store.store import Store
from tests.ingest.collections import samples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing_app.services.logins import Logins
    from tests.thinkers import InProcess

ONE, TWO = "https://news.example/feed", "https://news.example/fish"
PAGE = b'<html><title>Post</title><link rel="alternate" type="application/rss+xml" href="/feed" title="All"></html>'


class Net(Fetcher):
    """Answers from a dictionary; ``asked`` keeps what was asked for and with which headers."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, bytes] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def fetch(
        self,
        url: str,
        *,
        accept: str = "",
        headers: Mapping[str, str] | None = None,
        login: tuple[str, str] | None = None,
    ) -> Page:
        del accept, login
        self.asked.append((url, dict(headers or {})))
        if url not in self.pages:
            raise InputError(f"{url} answered 404.")
        return Page(url, self.pages[url], "", "", etag='"1"')


class Ring:
    """Logins in memory; one that is broken keeps none."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[str, tuple[str, str]] = {}
        self._broken = broken

    def get(self, url: str) -> tuple[str, str] | None:
        return self.kept.get(url.split("/")[2])

    def put(self, url: str, name: str, password: str) -> bool:
        if not self._broken:
            self.kept[url.split("/")[2]] = (name, password)
        return not self._broken

    def forget(self, url: str) -> None:
        self.kept.pop(url.split("/")[2], None)


@pytest.fixture
def net() -> Net:
    return Net()


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def services(tmp_path: Path, thinker: InProcess, net: Net, ring: Ring) -> Iterator[Services]:
    store = Store.create(tmp_path / "library.brief")

    def logins() -> Logins:
        return ring  # type: ignore[return-value]

    yield Services.over(store, thinker, fetcher=net, logins=logins)
    store.close()


def refresh(services: Services, **wishes: object) -> Feed:
    (done,) = services.feeds.refresh(**wishes)  # type: ignore[arg-type]
    return services.feeds.get(done.feed.url)


# --- finding -------------------------------------------------------------------------------------------------


def test_find_when_the_address_is_a_feed_then_itself(services: Services, net: Net) -> None:
    net.pages[ONE] = samples.RSS
    assert services.feeds.find(ONE) == (FeedLink("North Sea Post", ONE),)
    assert services.feeds.all() == ()


def test_find_when_the_address_is_a_page_then_the_feeds_it_names(services: Services, net: Net) -> None:
    net.pages["https://news.example"] = PAGE
    assert services.feeds.find("news.example") == (FeedLink("All", ONE),)
    assert net.asked == [("https://news.example", {})]


def test_find_when_the_address_is_a_list_of_feeds_then_all_of_it(services: Services, net: Net) -> None:
    net.pages[ONE] = samples.OPML
    assert [one.title for one in services.feeds.find(ONE)] == ["North Sea Post", "Cod"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("news.example/x", "https://news.example/x"),
        (" http://news.example ", "http://news.example"),
        ("feed://news.example/rss", "https://news.example/rss"),
        ("feed:https://news.example/rss", "https://news.example/rss"),
        ("FEED:http://news.example/rss", "http://news.example/rss"),
    ],
)
def test_completed_when_something_is_typed_then_a_web_address(typed: str, meant: str) -> None:
    assert completed(typed) == meant


@pytest.mark.parametrize(
    ("address", "page", "said"),
    [
        (ONE, b"<html><p>No feeds here.</p></html>", "names no feed"),
        (ONE, bytes(range(256)) * 10, "neither a feed nor a page"),
        ("https://ane:pw@news.example/", b"", "user name or password"),
        ("ftp://news.example/", b"", "http or https"),
        ("two words", b"", "http or https"),
        ("", b"", "http or https"),
    ],
)
def test_find_when_there_is_none_then_a_sentence(
    services: Services, net: Net, address: str, page: bytes, said: str
) -> None:
    net.pages[ONE] = page
    with pytest.raises(InputError, match=said):
        services.feeds.find(address)


# --- what the user decides -----------------------------------------------------------------------------------


def test_change_when_done_then_kept_through_the_next_look(services: Services, net: Net) -> None:
    dossier = services.dossiers.add("Herring").id
    services.feeds.add(ONE)
    services.feeds.change(ONE, name=" My  feed ", folder="Fish", dossier=dossier)
    net.pages[ONE] = samples.RSS
    feed = refresh(services)
    assert (feed.shown, feed.title, feed.folder, feed.dossier) == ("My feed", "North Sea Post", "Fish", dossier)
    services.feeds.change(ONE, name="")
    assert services.feeds.get(ONE).shown == "North Sea Post"


def test_change_when_made_during_a_look_then_it_stands(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    net.pages[ONE] = samples.RSS

    def file(feed: Feed) -> None:
        services.feeds.change(feed.url, folder="Late")

    for done in services.feeds.refresh(begun=file):
        assert done.feed.folder == ""
    assert services.feeds.get(ONE).folder == "Late"


def test_remove_when_ended_during_a_look_then_it_stays_ended(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    net.pages[ONE] = samples.RSS

    def end(feed: Feed) -> None:
        services.feeds.remove(feed.url)

    list(services.feeds.refresh(begun=end))
    assert services.feeds.all() == ()


def test_change_when_full_text_is_switched_on_then_the_next_look_is_a_whole_one(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    net.pages[ONE] = samples.RSS
    first = refresh(services)
    assert (first.news, first.left) == (1, 1)
    services.feeds.change(ONE, full=True)
    net.pages["https://news.example/bare"] = b"<p>Iceland demanded that the season open in May.</p>"
    second = refresh(services)
    assert (second.news, second.left) == (1, 0)
    assert [headers for url, headers in net.asked if url == ONE] == [{}, {}]
    refresh(services)
    assert net.asked[-1] == (ONE, {"If-None-Match": '"1"'})


def test_refresh_when_it_brings_articles_then_the_feed_knows_them_latest_first(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    net.pages[ONE] = samples.ATOM
    (done,) = services.feeds.refresh()
    brought = tuple(one.article for one in reversed(done.outcomes))
    assert services.feeds.get(ONE).articles == brought
    assert len(brought) == 2


def test_refresh_when_a_feed_is_hostile_then_only_so_many_items_and_a_short_title(
    services: Services, net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_SEEN", 3)
    items = "".join(
        f"<item><title>{one}</title><guid>{one}</guid><description>Talks number {one} on cod.</description></item>"
        for one in range(9)
    )
    net.pages[ONE] = f"<rss version='2.0'><channel><title>{'t' * 9000}</title>{items}</channel></rss>".encode()
    services.feeds.add(ONE)
    feed = refresh(services)
    assert (feed.news, len(feed.seen), len(feed.title)) == (3, 3, 200)
    assert refresh(services).news == 0


def test_refresh_when_it_brings_articles_then_undo_means_what_the_user_did_last(services: Services, net: Net) -> None:
    services.dossiers.add("Herring")
    services.feeds.add(ONE)
    net.pages[ONE] = samples.ATOM
    assert refresh(services).news == 2
    assert services.store.undo_label("desktop") == "New dossier"
    services.store.undo("desktop")
    assert services.dossiers.all() == ()


def test_refresh_when_stopped_midway_then_the_rest_comes_next_time(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    services.feeds.add(TWO)
    net.pages[ONE] = net.pages[TWO] = samples.ATOM
    asked = iter([False, False, True, True, True, True])
    (cut,) = services.feeds.refresh(stop=lambda: next(asked))
    assert [one.outcome for one in cut.outcomes] == [Outcome.IMPORTED]
    first, second = services.feeds.refresh()
    assert [one.outcome for one in first.outcomes] == [Outcome.IMPORTED]
    assert all(one.outcome is Outcome.DUPLICATE for one in second.outcomes)


# --- when it is time -----------------------------------------------------------------------------------------


def test_due_when_the_last_look_is_long_ago_or_in_the_future_then_due(services: Services, net: Net) -> None:
    services.feeds.add(ONE)
    services.feeds.add(TWO)
    hour = timedelta(hours=1)
    assert services.feeds.due(hour) == (ONE, TWO)
    net.pages[ONE] = samples.RSS
    list(services.feeds.refresh())
    moment = datetime.fromisoformat(services.feeds.get(TWO).tried)
    assert services.feeds.get(TWO).problem
    assert services.feeds.due(hour, moment + timedelta(minutes=59)) == ()
    assert services.feeds.due(hour, moment + timedelta(minutes=61)) == (ONE, TWO)
    assert services.feeds.due(hour, moment - timedelta(days=3650)) == (ONE, TWO)
    assert services.feeds.due(hour, datetime.now(UTC)) == ()


# --- passwords -----------------------------------------------------------------------------------------------


def test_protect_when_a_keyring_works_then_only_it_holds_the_password(
    services: Services, ring: Ring, tmp_path: Path
) -> None:
    services.feeds.add(ONE)
    services.feeds.add(TWO)
    services.feeds.protect(ONE, "ane", "s3cret-needle")
    services.feeds.protect(TWO, "ane", "s3cret-needle")
    assert services.feeds.get(ONE).login
    assert not any(b"s3cret-needle" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    services.feeds.remove(ONE)
    assert ring.kept == {"news.example": ("ane", "s3cret-needle")}
    assert not services.feeds.unprotect(TWO).login
    assert ring.kept == {}


def test_protect_when_no_keyring_works_then_a_sentence_and_nothing_is_changed(
    tmp_path: Path, thinker: InProcess, net: Net
) -> None:
    store = Store.create(tmp_path / "other.brief")
    services = Services.over(store, thinker, fetcher=net, logins=lambda: Ring(broken=True))  # type: ignore[arg-type, return-value]
    services.feeds.add(ONE)
    with pytest.raises(InputError, match="no system keyring"):
        services.feeds.protect(ONE, "ane", "s3cret")
    assert not services.feeds.get(ONE).login
    with pytest.raises(InputError, match="There is no feed"):
        services.feeds.protect(TWO, "ane", "s3cret")
    store.close()


# --- lists ---------------------------------------------------------------------------------------------------


def test_export_when_read_again_then_the_same_feeds_in_the_same_folders(services: Services) -> None:
    services.feeds.add_links(
        [
            FeedLink('Top <&> “quoted"', "https://a.example/feed?a=1&b=2"),
            FeedLink("Deep\u0007", "https://b.example/feed", "World / North"),
            FeedLink("Beside", "https://c.example/feed", "World"),
            FeedLink("Other", "https://d.example/feed", "Zoo / A / B"),
        ]
    )
    held = expand(services.feeds.export().encode(), "feeds.opml")
    assert held is not None
    assert {(one.title, one.url, one.folder) for one in held.feeds} == {
        ('Top <&> “quoted"', "https://a.example/feed?a=1&b=2", ""),
        ("Deep", "https://b.example/feed", "World / North"),
        ("Beside", "https://c.example/feed", "World"),
        ("Other", "https://d.example/feed", "Zoo / A / B"),
    }


def test_export_when_there_is_none_then_an_empty_list(services: Services) -> None:
    assert "<outline" not in services.feeds.export()


def test_add_links_when_one_is_at_no_address_then_none_is_added(services: Services) -> None:
    with pytest.raises(InputError):
        services.feeds.add_links([FeedLink("", ONE), FeedLink("", "javascript:alert(1)")])
    assert services.feeds.all() == ()


def test_add_links_when_a_list_is_hostile_then_bounded(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_FEEDS", 3)
    links = [FeedLink("t" * 10_000, f"https://{number}.example/feed", "f" * 10_000) for number in range(4)]
    with pytest.raises(InputError, match="at most 3 feeds"):
        services.feeds.add_links(links)
    assert services.feeds.all() == ()
    services.feeds.add_links(links[:3])
    services.feeds.add_links(links[:3])
    assert {(len(one.title), len(one.folder)) for one in services.feeds.all()} == {(200, 200)}


def test_get_when_there_is_none_then_some_of_the_known_ones_are_named(services: Services) -> None:
    services.feeds.add_links([FeedLink("", f"https://{number}.example/feed") for number in range(30)])
    with pytest.raises(InputError, match=r"19\.example/feed and others"):
        services.feeds.get("https://none.example/")


def test_all_when_the_library_keeps_them_in_one_list_then_read_and_given_settings_of_their_own(
    services: Services,
) -> None:
    earlier = [{"url": ONE, "title": "One", "seen": ["a"]}, {"url": TWO}]
    with services.store.write("Test", undoable=False) as work:
        work.settings.set("feeds", json.dumps(earlier))
    assert [feed.url for feed in services.feeds.all()] == [ONE, TWO]
    services.feeds.remove(TWO)
    (one,) = services.feeds.all()
    assert (one.url, one.title, one.seen) == (ONE, "One", ("a",))
    with services.store.read() as reader:
        assert reader.settings.get("feeds") == "[]"
        assert list(reader.settings.under("feed:")) == [f"feed:{one.ref}"]


def test_all_when_a_setting_is_damaged_then_a_sentence(services: Services) -> None:
    with services.store.write("Test", undoable=False) as work:
        work.settings.set("feed:x", "{")
    with pytest.raises(UserError, match="damaged"):
        services.feeds.all()


_watching = threading.local()


def _heard(event: str, _told: tuple[object, ...]) -> None:
    if event.startswith("socket.") and getattr(_watching, "events", None) is not None:
        _watching.events.append(event)


sys.addaudithook(_heard)


def test_everything_when_offline_then_no_socket_and_each_says_so(tmp_path: Path, thinker: InProcess) -> None:
    store = Store.create(tmp_path / "offline.brief")
    fetcher = Fetcher(["127.0.0.1"], offline=lambda: True)
    services = Services.over(store, thinker, fetcher=fetcher, logins=lambda: Ring())  # type: ignore[arg-type, return-value]
    services.feeds.add("http://127.0.0.1:9/feed", login=True)
    _watching.events = []
    try:
        (looked,) = services.feeds.refresh(full=True)
        imported = services.importing.import_any("http://127.0.0.1:9/page")
        with pytest.raises(InputError, match="offline"):
            services.feeds.find("http://127.0.0.1:9/")
        assert _watching.events == []
    finally:
        _watching.events = None
    assert "offline" in looked.problem
    assert (imported.outcome, "offline" in imported.reason) == (Outcome.REFUSED, True)
    store.close()
