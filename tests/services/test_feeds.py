"""Subscriptions, against a server of our own on loopback."""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.importing import Outcome
from briefing_app.errors import InputError
from briefing_app.services.fetching import Fetcher, Limits
from briefing_app.services.services import Services
from briefing_app.store.store import Store
from tests.ingest.collections import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.services.logins import Logins
    from briefing_app.services.looking import Refreshed
    from tests.thinkers import InProcess

LOGIN = ("ane", "s3cret")


@dataclass
class Site:
    """What the server serves by path, and what it was asked."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, body)
        return self.url(path)

    def headers_of(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.asked if asked == path]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.casefold(): value for name, value in self.headers.items()}
            made.asked.append((self.path, headers))
            status, named, body = made.pages.get(self.path, (404, {}, b""))
            if "ETag" in named and headers.get("if-none-match") == named["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in named.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


class Kept:
    """A keyring's logins, in memory."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def get(self, url: str) -> tuple[str, str] | None:
        self.asked.append(url)
        return LOGIN


@pytest.fixture
def logins() -> Kept:
    return Kept()


@pytest.fixture
def services(tmp_path: Path, thinker: InProcess, logins: Kept) -> Iterator[Services]:
    store = Store.create(tmp_path / "library.brief")

    def kept() -> Logins:
        return logins  # type: ignore[return-value]

    yield Services.over(store, thinker, fetcher=Fetcher(["127.0.0.1", "localhost"]), logins=kept)
    store.close()


def refreshed(services: Services, *, full: bool = False) -> Refreshed:
    (done,) = services.feeds.refresh(full=full)
    return done


def test_add_when_done_then_nothing_is_fetched_and_it_is_listed(services: Services, site: Site) -> None:
    url = site.serve("/feed", samples.RSS)
    services.feeds.add(url)
    services.feeds.add(url)
    assert [feed.url for feed in services.feeds.all()] == [url]
    assert site.asked == []


def test_add_when_list_of_feeds_then_all_of_them(services: Services, tmp_path: Path) -> None:
    place = tmp_path / "subscriptions"
    place.write_bytes(samples.OPML)
    services.feeds.add(str(place))
    assert [(feed.title, feed.folder) for feed in services.feeds.all()] == [("North Sea Post", "Fish"), ("Cod", "")]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("ftp://news.example/feed", "http or https"),
        ("https://ane:secret@news.example/feed", "--user"),
        ("https://[::1/feed", "http or https"),
        ("nowhere.opml", "no file"),
    ],
)
def test_add_when_it_is_no_feed_then_a_sentence(services: Services, place: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        services.feeds.add(place)
    assert "secret" not in str(refused.value)
    assert services.feeds.all() == ()


def test_remove_when_unknown_then_the_known_ones_are_named(services: Services) -> None:
    services.feeds.add("https://news.example/feed")
    with pytest.raises(InputError, match=r"There are: https://news\.example/feed"):
        services.feeds.remove("https://other.example/feed")
    services.feeds.remove("https://news.example/feed")
    assert services.feeds.all() == ()


def test_refresh_when_items_are_new_then_taken_into_the_dossier_once(services: Services, site: Site) -> None:
    dossier = services.dossiers.add("Herring")
    services.feeds.add(
        site.serve("/feed", samples.ATOM, ETag='"1"', Last_Modified="Mon, 16 Nov 2026 10:00:00 GMT"), dossier.id
    )
    first = refreshed(services)
    assert [one.outcome for one in first.outcomes] == [Outcome.IMPORTED, Outcome.IMPORTED]
    assert first.feed.title == "North Sea Post"
    again = refreshed(services)
    assert (again.unchanged, again.outcomes) == (True, ())
    assert site.headers_of("/feed")[1]["if-none-match"] == '"1"'
    assert site.headers_of("/feed")[1]["if-modified-since"] == "Mon, 16 Nov 2026 10:00:00 GMT"
    site.serve("/feed", samples.ATOM, ETag='"2"')
    third = refreshed(services)
    assert (third.unchanged, third.outcomes, third.problem) == (False, (), "")
    with services.store.read() as reader:
        assert len(reader.articles.in_dossier(dossier.id)) == 2


def test_refresh_when_an_article_was_thrown_away_then_it_stays_away(services: Services, site: Site) -> None:
    services.feeds.add(site.serve("/feed", samples.RSS1))
    (outcome,) = refreshed(services).outcomes
    services.reading.trash([outcome.article])
    assert refreshed(services).outcomes == ()
    assert services.reading.open_article(outcome.article).article.trashed_at


def test_refresh_when_a_request_is_made_then_it_tells_nothing_of_the_reader(services: Services, site: Site) -> None:
    services.feeds.add(site.serve("/feed", samples.RSS, Set_Cookie="a=1"))
    refreshed(services)
    refreshed(services)
    assert [path for path, _ in site.asked] == ["/feed", "/feed"]
    for _, headers in site.asked:
        assert not headers.keys() & {"cookie", "referer", "authorization"}
        assert headers["user-agent"] == "BriefingReader"


def test_refresh_when_only_asked_for_then_pages_are_fetched(services: Services, site: Site) -> None:
    page = b"<html><body><article><h1>Bare</h1><p>Iceland demanded that the season open.</p></article></body></html>"
    site.serve("/bare", page, Content_Type="text/html")
    feed = samples.RSS.replace(b"https://news.example/", site.url("/").encode())
    services.feeds.add(site.serve("/feed", feed))
    bare, herring = refreshed(services).outcomes
    assert (bare.outcome, herring.outcome) == (Outcome.REFUSED, Outcome.IMPORTED)
    assert site.headers_of("/bare") == []
    (now_whole,) = refreshed(services, full=True).outcomes
    assert now_whole.outcome is Outcome.IMPORTED
    assert len(site.headers_of("/bare")) == 1


def test_refresh_when_page_is_gone_then_what_the_feed_gives_is_taken(services: Services, site: Site) -> None:
    feed = samples.RSS.replace(b"https://news.example/", site.url("/").encode())
    services.feeds.add(site.serve("/feed", feed))
    herring = refreshed(services, full=True).outcomes[1]
    assert herring.outcome is Outcome.IMPORTED
    assert "The page itself was not fetched: 127.0.0.1 answered 404" in herring.reason


def test_refresh_when_one_feed_fails_then_it_says_so_and_the_others_go_on(services: Services, site: Site) -> None:
    services.feeds.add(site.url("/gone"))
    services.feeds.add(site.serve("/page", b"<!doctype html><html><body><p>A page</p></body></html>"))
    services.feeds.add(site.serve("/bomb", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'))
    services.feeds.add(site.serve("/feed", samples.RSS))
    gone, page, bomb, good = services.feeds.refresh()
    assert "answered 404" in gone.problem
    assert "no feed" in page.problem
    assert "entities of its own" in bomb.problem
    assert not good.problem
    assert [bool(feed.problem) for feed in services.feeds.all()] == [True, True, True, False]


def test_refresh_when_offline_then_no_request(tmp_path: Path, thinker: InProcess, site: Site) -> None:
    store = Store.create(tmp_path / "offline.brief")
    services = Services.over(store, thinker, fetcher=Fetcher(["127.0.0.1"], offline=lambda: True))
    services.feeds.add(site.serve("/feed", samples.RSS))
    assert "offline" in refreshed(services).problem
    assert site.asked == []
    store.close()


def test_refresh_when_feed_has_a_login_then_its_origin_alone_is_told(
    services: Services, site: Site, logins: Kept
) -> None:
    site.serve("/other", samples.RSS)
    url = site.serve("/feed", b"", 302, Location=site.url("/other", "localhost"))
    services.feeds.add(url, login=True)
    assert not refreshed(services).problem
    expected = f"Basic {base64.b64encode(b'ane:s3cret').decode()}"
    assert site.headers_of("/feed")[0]["authorization"] == expected
    assert "authorization" not in site.headers_of("/other")[0]
    assert logins.asked == [url]
    with services.store.read() as reader:
        assert "s3cret" not in reader.settings.get("feeds")


def test_refresh_when_connection_is_unprotected_then_no_password_is_sent(tmp_path: Path, thinker: InProcess) -> None:
    with pytest.raises(InputError, match="unprotected"):
        Fetcher(resolve=lambda _host, _port: ["93.184.216.34"]).fetch("http://news.example/", login=LOGIN)


def test_fetch_when_server_dribbles_its_headers_then_cut_in_time() -> None:
    ended = threading.Event()

    class Dribbling(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                while not ended.wait(0.05):
                    self.wfile.write(b"X-A: b\r\n")
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Dribbling)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        with pytest.raises(InputError, match="longer than"):
            Fetcher(["127.0.0.1"], limits=Limits(seconds=0.5)).fetch(f"http://127.0.0.1:{server.server_port}/")
    finally:
        ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("url", ["http://news.example:99999/", "http://[::1/", "nonsense"])
def test_fetch_when_address_is_damaged_then_a_sentence(url: str) -> None:
    with pytest.raises(InputError, match=r"no web address|Only http"):
        Fetcher().fetch(url)
