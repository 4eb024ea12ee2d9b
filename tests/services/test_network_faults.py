"""Servers that lie, stall, swell and lead astray: every fetch ends in time, in bounds, and in a sentence."""

from __future__ import annotations

import gzip
import itertools
import socket
import ssl
import sys
import threading
import time
import zlib
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError
from briefing_app.services.fetching import Fetcher, Limits
from tests.services.servers import Authority, answer, headers_of, path_of, serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.services.servers import Server, Talk

SHORT = Limits(seconds=0.4, silence=0.3, bytes=1 << 20)
MUCH = Limits(bytes=1 << 20)
LOGIN = ("ane", "s3cret")
PUBLIC = "93.184.216.34"


def local(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


def allowed(limits: Limits = MUCH, trust: ssl.SSLContext | None = None) -> Fetcher:
    """Return a fetcher that may talk to the test's own servers, under whichever name."""
    hosts = ["127.0.0.1", "news.example", "other.example", "xn--bcher-kva.example"]
    return Fetcher(hosts, resolve=local, limits=limits, trust=trust)


def drip(head: bytes, drop: bytes) -> Talk:
    """Return a talk that sends ``head`` and then one ``drop`` after the other until nobody listens."""
    never = threading.Event()

    def talk(connection: socket.socket, _request: str) -> None:
        connection.sendall(head)
        while not never.wait(0.02):
            connection.sendall(drop)

    return talk


def pour(head: bytes, parts: Callable[[], bytes]) -> Talk:
    def talk(connection: socket.socket, _request: str) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(parts())

    return talk


OK = b"HTTP/1.1 200 OK\r\n"


# --- N3: time ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"", b"H"),
        (OK, b"X-A: b\r\n"),
        (OK + b"\r\n", b"x"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (OK + b"Content-Length: 99999\r\n\r\n", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    ],
    ids=["status", "headers", "body", "chunks", "promised", "informational", "empty-gzips"],
)
def test_fetch_when_a_server_sends_a_byte_now_and_then_then_cut_in_time(head: bytes, drop: bytes) -> None:
    with serving(drip(head, drop)) as server:
        begun = time.monotonic()
        with pytest.raises(InputError, match=r"longer than|could not be reached|did not answer"):
            allowed(SHORT).fetch(server.url())
        assert time.monotonic() - begun < 5


def test_fetch_when_a_server_says_nothing_then_given_up(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for scheme in ("http", "https"):
            with pytest.raises(InputError, match=r"did not answer in time|longer than"):
                allowed(SHORT, authority.trust()).fetch(f"{scheme}://127.0.0.1:{port}/")


def test_fetch_when_the_name_is_never_resolved_then_given_up() -> None:
    over = threading.Event()

    def stuck(_host: str, _port: int) -> list[str]:
        over.wait(30)
        return []

    begun = time.monotonic()
    with pytest.raises(InputError, match="longer than"):
        Fetcher(resolve=stuck, limits=SHORT).fetch("http://news.example/")
    over.set()
    assert time.monotonic() - begun < 5


def test_fetch_when_redirects_stall_one_by_one_then_all_of_them_share_the_time() -> None:
    over = threading.Event()

    def talk(connection: socket.socket, _request: str) -> None:
        over.wait(0.15)
        connection.sendall(answer("302 Found", b"", "Location: /again"))

    with serving(talk) as server:
        with pytest.raises(InputError, match="longer than"):
            allowed(Limits(seconds=0.35, redirects=100)).fetch(server.url())
        assert server.connections < 10


def test_fetch_when_called_off_then_the_connection_is_cut_and_it_says_offline() -> None:
    fetcher = allowed()

    def talk(connection: socket.socket, _request: str) -> None:
        fetcher.call_off()
        connection.recv(1)

    with serving(talk) as server, pytest.raises(InputError, match="offline"):
        fetcher.fetch(server.url())


# --- N3: size ------------------------------------------------------------------------------------------------


def test_fetch_when_a_body_never_ends_then_stopped_at_the_limit() -> None:
    with serving(pour(OK + b"\r\n", lambda: b"x" * 65536)) as server, pytest.raises(InputError, match="larger than"):
        allowed().fetch(server.url())


BOMB = gzip.compress(bytes(64 << 20))


@pytest.mark.parametrize(
    ("encoding", "body", "said"),
    [
        ("gzip", BOMB, "larger than"),
        ("deflate", zlib.compress(bytes(64 << 20)), "larger than"),
        ("gzip", gzip.compress(b"x" * 1000) * 20_000, "larger than"),
        ("gzip, gzip", gzip.compress(BOMB), "not asked for"),
        ("br", b"\x0b\x00\x80x\x03", "not asked for"),
        ("zstd", b"\x28\xb5\x2f\xfd", "not asked for"),
        ("gzip", b"\x1f\x8b\x08\x00garbage that is none", "damaged"),
    ],
    ids=["gzip", "deflate", "many-members", "twice", "brotli", "zstd", "damaged"],
)
def test_fetch_when_a_body_is_a_bomb_then_refused_in_little_memory(encoding: str, body: bytes, said: str) -> None:
    import tracemalloc

    page = answer("200 OK", body, f"Content-Encoding: {encoding}")
    with serving(lambda connection, _request: connection.sendall(page)) as server:
        tracemalloc.start()
        with pytest.raises(InputError, match=said):
            allowed().fetch(server.url())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 16 << 20


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compressobj(wbits=-15).compress(b"") + _bare(body)),
        ("identity", bytes),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
    ],
    ids=["gzip", "x-gzip", "zlib", "bare-deflate", "identity", "two-members"],
)
def test_fetch_when_a_body_is_packed_then_read_as_it_was(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    body = b"<p>" + b"Iceland offered talks on cod. " * 4000 + b"</p>"
    page = answer("200 OK", pack(body), f"Content-Encoding: {encoding}")
    with serving(lambda connection, _request: connection.sendall(page)) as server:
        assert allowed().fetch(server.url()).body == body


def _bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    "head",
    [OK + b"X-Long: " + b"a" * (1 << 20), OK + b"X-A: b\r\n" * 60_000 + b"\r\n", b"HTTP/1.1 200 " + b"O" * (1 << 20)],
    ids=["one", "many", "reason"],
)
def test_fetch_when_headers_are_huge_then_refused(head: bytes) -> None:
    wordy = serving(lambda connection, _request: connection.sendall(head))
    with wordy as server, pytest.raises(InputError, match="could not be reached"):
        allowed().fetch(server.url())


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"220 mail.example ESMTP\r\n",
        OK + b"Content-Length: -5\r\n\r\nx",
        OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        OK + b"Content-Length: 50\r\n\r\nshort",
        OK + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
        OK + b"No colon here\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://a\x00b/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://ane:secret@news.example/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: gopher://news.example/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 206 Partial Content\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_fetch_when_an_answer_makes_no_sense_then_a_sentence(said: bytes) -> None:
    odd = serving(lambda connection, _request: connection.sendall(said))
    with odd as server, pytest.raises(InputError) as refused:
        allowed().fetch(server.url())
    assert refused.value.sentence.endswith(".")
    assert "secret" not in str(refused.value)


# --- N3: redirects -------------------------------------------------------------------------------------------


def test_fetch_when_redirected_a_hundred_times_then_stopped_after_five() -> None:
    numbers = itertools.count(1)

    def talk(connection: socket.socket, _request: str) -> None:
        connection.sendall(answer("302 Found", b"", f"Location: /{next(numbers)}"))

    with serving(talk) as server:
        with pytest.raises(InputError, match="more than 5 times"):
            allowed().fetch(server.url())
        assert len(server.requests) == 6


def test_fetch_when_redirected_five_times_then_the_page() -> None:
    def talk(connection: socket.socket, request: str) -> None:
        step = int(path_of(request)[1:])
        connection.sendall(answer("302 Found", b"", f"Location: /{step + 1}") if step < 5 else answer("200 OK", b"x"))

    with serving(talk) as server:
        assert allowed().fetch(server.url("/0")).url == server.url("/5")


# --- N1: where it may go -------------------------------------------------------------------------------------

INSIDE = (
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fd00:ec2::254",
    "2001:db8::1",
)


@pytest.mark.parametrize("address", INSIDE)
def test_fetch_when_a_name_leads_inside_then_no_connection(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda *told, **_more: tried.append(told))
    for found in ([address], [PUBLIC, address]):
        with pytest.raises(InputError, match="private network"):
            Fetcher(resolve=lambda _host, _port, found=found: found).fetch("http://news.example/")  # type: ignore[misc]
    assert tried == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "localhost", "0"])
def test_fetch_when_this_machine_is_written_another_way_then_refused(host: str) -> None:
    with pytest.raises(InputError, match=r"private network|no host|no web address"):
        Fetcher().fetch(f"http://{host}/")


def test_fetch_when_a_name_is_looked_up_again_it_is_not_asked_again() -> None:
    """A name that resolves to a public address at first and inside afterwards is connected to as it was checked."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with serving(lambda connection, _request: connection.sendall(answer("200 OK", b"x"))) as server:
        page = Fetcher(["news.example"], resolve=lambda _host, _port: next(answers)).fetch(
            server.url(host="news.example")
        )
        assert page.body == b"x"
        assert headers_of(server.requests[0])["host"] == f"news.example:{server.port}"
    assert next(answers) == ["10.0.0.1"]


def test_fetch_when_the_first_address_is_dead_then_the_next_is_tried() -> None:
    with serving(lambda connection, _request: connection.sendall(answer("200 OK", b"x"))) as server:
        fetcher = Fetcher(["news.example"], resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])
        assert fetcher.fetch(server.url(host="news.example")).body == b"x"


def test_fetch_when_a_host_has_letters_of_its_own_then_asked_by_its_plain_name() -> None:
    with serving(lambda connection, _request: connection.sendall(answer("200 OK", b"x"))) as server:
        allowed().fetch(server.url("/ä", host="bücher.example"))
        assert headers_of(server.requests[0])["host"].startswith("xn--bcher-kva.example:")
        assert path_of(server.requests[0]) == "/%C3%A4"


def test_allow_when_changed_then_the_next_fetch_knows() -> None:
    fetcher = Fetcher(resolve=local)
    with serving(lambda connection, _request: connection.sendall(answer("200 OK", b"x"))) as server:
        with pytest.raises(InputError, match="private network"):
            fetcher.fetch(server.url(host="news.example"))
        fetcher.allow([" News.Example "])
        assert fetcher.fetch(server.url(host="news.example")).body == b"x"
        fetcher.allow([])
        with pytest.raises(InputError, match="private network"):
            fetcher.fetch(server.url(host="news.example"))


# --- N2: TLS -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


def page(connection: socket.socket, _request: str) -> None:
    connection.sendall(answer("200 OK", b"x"))


def fetched(server: Server, authority: Authority, host: str = "news.example") -> bytes:
    return allowed(trust=authority.trust()).fetch(server.url(host=host), login=LOGIN).body


def test_fetch_when_the_certificate_is_right_then_the_page(authority: Authority) -> None:
    with serving(page, authority.context("news.example")) as server:
        assert fetched(server, authority) == b"x"


def test_fetch_when_the_certificate_is_for_the_address_alone_then_the_name_is_refused(authority: Authority) -> None:
    """The connection goes to a number; the certificate must be the name's all the same."""
    with serving(page, authority.context("127.0.0.1")) as server:
        with pytest.raises(InputError, match="another host"):
            fetched(server, authority)
        assert server.requests == []


@pytest.mark.parametrize(
    ("hosts", "expired", "self_signed", "said"),
    [
        (("news.example",), True, False, "has expired"),
        (("other.example",), False, False, "another host"),
        (("*.news.example",), False, False, "another host"),
        (("news.example",), False, True, "signed by nobody"),
    ],
)
def test_fetch_when_the_certificate_is_wrong_then_nothing_is_asked(
    authority: Authority, hosts: tuple[str, ...], expired: bool, self_signed: bool, said: str
) -> None:
    tls = authority.context(*hosts, expired=expired, self_signed=self_signed)
    with serving(page, tls) as server:
        with pytest.raises(InputError, match=said):
            fetched(server, authority)
        assert server.requests == []


def test_fetch_when_an_unknown_authority_signed_then_refused(authority: Authority) -> None:
    with serving(page, authority.context("news.example")) as server:
        with pytest.raises(InputError, match="did not prove to be itself"):
            Fetcher(["news.example"], resolve=local).fetch(server.url(host="news.example"))
        assert server.requests == []


def test_fetch_when_the_server_speaks_plainly_or_an_old_protocol_then_refused(authority: Authority) -> None:
    greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    with serving(page, greeting=greeting) as plain, pytest.raises(InputError, match="protected connection"):
        allowed(trust=authority.trust()).fetch(f"https://news.example:{plain.port}/")
    old = authority.context("news.example")
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        old.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with serving(page, old) as server, pytest.raises(InputError, match="protected connection"):
        fetched(server, authority)


def test_fetch_when_a_protected_page_leads_to_an_unprotected_one_then_refused(authority: Authority) -> None:
    with serving(page) as plain:
        onward = plain.url(host="news.example")

        def talk(connection: socket.socket, _request: str) -> None:
            connection.sendall(answer("301 Moved", b"", f"Location: {onward}"))

        safe = serving(talk, authority.context("news.example"))
        with safe as server, pytest.raises(InputError, match="unprotected"):
            fetched(server, authority)
        assert plain.requests == []


# --- N4: what is told ----------------------------------------------------------------------------------------


def test_fetch_when_redirected_then_no_cookie_no_referrer_and_the_login_stays_at_home() -> None:
    with serving(page) as other:

        def talk(connection: socket.socket, request: str) -> None:
            onward = {"/": "/marked", "/marked": other.url(host="127.0.0.1")}[path_of(request)]
            connection.sendall(
                answer("302 Found", b"", f"Location: {onward}", "Set-Cookie: id=1; Path=/", "Set-Cookie: b=2")
            )

        with serving(talk) as home:
            allowed().fetch(home.url(), headers={"If-None-Match": '"tag"'}, login=LOGIN)
        first, second = map(headers_of, home.requests)
        (away,) = map(headers_of, other.requests)
    for told in (first, second, away):
        assert not told.keys() & {"cookie", "referer", "origin", "from", "x-forwarded-for"}
        assert told["user-agent"] == "BriefingReader"
    assert first["authorization"] == second["authorization"]
    assert not away.keys() & {"authorization", "if-none-match"}


def test_fetch_when_one_page_is_wanted_then_one_request() -> None:
    body = b"<link rel=icon href=/favicon.ico><link rel=prefetch href=/next><img src=/pixel.gif><script src=/s.js>"
    with serving(lambda connection, _request: connection.sendall(answer("200 OK", body))) as server:
        allowed().fetch(server.url())
        assert [path_of(one) for one in server.requests] == ["/"]


def test_fetch_when_the_machine_has_proxies_and_logins_set_then_they_are_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ane password s3cret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(page) as proxy, serving(page) as server:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        allowed().fetch(server.url())
        assert proxy.connections == 0
        assert "authorization" not in headers_of(server.requests[0])


_watching = threading.local()


def _heard(event: str, _told: tuple[object, ...]) -> None:
    if event.startswith("socket.") and getattr(_watching, "events", None) is not None:
        _watching.events.append(event)


sys.addaudithook(_heard)


def test_fetch_when_offline_then_no_socket_is_made() -> None:
    _watching.events = []
    try:
        with pytest.raises(InputError, match="offline"):
            Fetcher(["127.0.0.1"], offline=lambda: True).fetch("http://127.0.0.1/")
        assert _watching.events == []
    finally:
        _watching.events = None
