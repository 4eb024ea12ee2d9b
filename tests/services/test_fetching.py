"""The guarded fetcher, against a server of our own on loopback."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError
from briefing_app.services.fetching import Fetcher
from briefing_app.services.hosts import is_public

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Pages(BaseHTTPRequestHandler):
    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers))
        if self.path == "/loop":
            self._answer(302, b"", ("Location", "/loop"))
        elif self.path == "/moved":
            self._answer(302, b"", ("Location", "/page"))
        elif self.path == "/inside":
            self._answer(302, b"", ("Location", "http://10.0.0.1/secret"))
        elif self.path == "/file":
            self._answer(302, b"", ("Location", "file:///etc/passwd"))
        elif self.path == "/page":
            self._answer(
                200, b"<p>caf\xe9</p>", ("Content-Type", "text/html; charset=iso-8859-1"), ("Set-Cookie", "a=1")
            )
        elif self.path == "/large":
            self._answer(200, b"x" * (21 << 20), ("Content-Type", "text/plain"))
        else:
            self._answer(404, b"")

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    _Pages.seen = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def address(server: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


@pytest.fixture
def allowed() -> Fetcher:
    return Fetcher(["127.0.0.1"])


def test_fetch_when_host_is_allowed_then_page_with_its_charset(server: ThreadingHTTPServer, allowed: Fetcher) -> None:
    page = allowed.fetch(address(server, "/moved"))
    assert page.body == b"<p>caf\xe9</p>"
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-1")
    assert page.url == address(server, "/page")
    assert not any(name.casefold() in ("cookie", "referer") for headers in _Pages.seen for name in headers)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_fetch_when_address_is_private_then_refused_without_a_request(url: str) -> None:
    with pytest.raises(InputError, match=r"private network|no host"):
        Fetcher().fetch(url)


def test_fetch_when_name_resolves_to_private_address_then_refused() -> None:
    with pytest.raises(InputError, match="private network"):
        Fetcher(resolve=lambda _host, _port: ["93.184.216.34", "192.168.0.9"]).fetch("http://news.example/")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/loop", "more than 5 times"),
        ("/inside", "private network"),
        ("/file", "Only http"),
        ("/large", "larger than 20 MB"),
        ("/gone", "answered 404"),
    ],
)
def test_fetch_when_page_misbehaves_then_a_sentence(
    server: ThreadingHTTPServer, allowed: Fetcher, path: str, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        allowed.fetch(address(server, path))


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http:///x", "http://u:p@example.org/"])
def test_fetch_when_address_is_no_page_then_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"Only http|user name"):
        Fetcher().fetch(url)


def test_fetch_when_offline_then_refused() -> None:
    with pytest.raises(InputError, match="offline"):
        Fetcher(offline=lambda: True).fetch("https://example.org/")


def test_is_public_when_special_ranges_then_false() -> None:
    assert is_public("93.184.216.34")
    assert not any(
        map(is_public, ("127.0.0.1", "100.64.0.1", "fe80::1%eth0", "fc00::1", "224.0.0.1", "not an address"))
    )
