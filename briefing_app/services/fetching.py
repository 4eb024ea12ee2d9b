"""Fetching one page that the user asked for: guarded, bounded, and without a trace of who reads it."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing_app.errors import InputError
from briefing_app.services.deadline import Deadline
from briefing_app.services.hosts import host_of, is_public, origin, resolved
from briefing_app.services.net_faults import tls_fault, told
from briefing_app.services.patience import TOO_MANY, UNAVAILABLE, Answered, Hosts, rest_words, seconds_asked
from briefing_app.services.unpacking import ENCODINGS, unpacked

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Collection, Mapping
    from http.cookiejar import CookieJar

    import httpx

AGENT = "BriefingReader"
PAGES = "text/html,application/xhtml+xml,text/plain"
NOT_MODIFIED, UNAUTHORIZED = 304, 401
FOR_GOOD = frozenset({301, 308})
MOST_ADDRESSES = 3
"""Addresses of a host that are tried one after the other."""
OFFLINE = "The program is offline; switch offline mode off to fetch pages."


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a fetch may take: seconds for all of it, seconds of silence, bytes unpacked, redirects."""

    seconds: float = 30.0
    silence: float = 10.0
    bytes: int = 20 << 20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the final address, its bytes, and what its server says they are.

    ``etag`` and ``modified`` are to be sent along next time; ``unchanged`` is the answer that nothing is new since.
    ``moved`` is the address to which the one asked for has moved for good, empty where it has not.
    """

    url: str
    body: bytes
    media_type: str
    charset: str
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    moved: str = ""


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A redirect; ``for_good`` says that the address is to be used from now on."""

    url: str
    for_good: bool


class Fetcher:
    """Fetches http(s) pages from public addresses; ``allowed_hosts`` are those the user allows all the same.

    ``trust`` is whose certificates count; None is the public authorities'.
    """

    def __init__(
        self,
        allowed_hosts: Collection[str] = (),
        *,
        offline: Callable[[], bool] | None = None,
        resolve: Callable[[str, int], list[str]] | None = None,
        limits: Limits | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._offline = offline
        self._resolve = resolve or resolved
        self._limits = limits or Limits()
        self._trust = trust
        self._running: set[Deadline] = set()
        self._hosts = Hosts()
        self.allow(allowed_hosts)

    def allow(self, hosts: Collection[str]) -> None:
        """Allow these hosts on this machine or a private network from now on, and no others."""
        self._allowed = frozenset(host.strip().casefold() for host in hosts)

    def call_off(self) -> None:
        """Cut every fetch under way; may come from any thread."""
        for deadline in list(self._running):
            deadline.call_off()

    def fetch(
        self,
        url: str,
        *,
        accept: str = PAGES,
        headers: Mapping[str, str] | None = None,
        login: tuple[str, str] | None = None,
    ) -> Page:
        """Return the page; InputError says why it was not fetched.

        ``headers`` (of a conditional request) and ``login`` (name, password) go to the origin of ``url`` alone, a
        login over https or to an allowed host only. One page of a host is fetched at a time; Answered says, and for
        how long, that the host wants to be left alone.
        """
        with self._hosts.asked(host_of(url).casefold()):
            return self._fetched(url, accept, headers or {}, login)

    def _fetched(self, url: str, accept: str, headers: Mapping[str, str], login: tuple[str, str] | None) -> Page:
        if self._offline is not None and self._offline():
            raise InputError(OFFLINE)
        import httpx

        deadline = Deadline(self._limits.seconds)
        self._running.add(deadline)
        try:
            with deadline, self._client() as client:
                return self._followed(client, url, accept, headers, login, deadline)
        except httpx.InvalidURL as error:
            raise InputError("This is no web address; check it.") from error
        except httpx.HTTPError as error:
            raise (self._late(deadline) if deadline.passed else told(error, host_of(url))) from error
        finally:
            self._running.discard(deadline)

    def _client(self) -> httpx.Client:
        import httpx

        if self._trust is None:
            self._trust = httpx.create_ssl_context(trust_env=False)
        return httpx.Client(
            trust_env=False,
            follow_redirects=False,
            timeout=self._limits.silence,
            http2=False,
            verify=self._trust,
            cookies=_no_cookies(),
        )

    def _followed(
        self,
        client: httpx.Client,
        url: str,
        accept: str,
        headers: Mapping[str, str],
        login: tuple[str, str] | None,
        deadline: Deadline,
    ) -> Page:
        home, moved, for_good = origin(url), "", True
        for _ in range(self._limits.redirects + 1):
            at_home = origin(url) == home
            sent = {**headers, **self._credentials(url, login)} if at_home else {}
            answer = self._request(client, url, {"Accept": accept, **sent}, deadline)
            if isinstance(answer, Page):
                return replace(answer, moved=moved)
            url = _redirected(url, answer.url)
            for_good = for_good and answer.for_good
            moved = url.partition("#")[0] if for_good else moved
        most = self._limits.redirects
        raise InputError(f"{host_of(url)} sent us on more than {most} times; the page was not fetched.")

    def _credentials(self, url: str, login: tuple[str, str] | None) -> dict[str, str]:
        if login is None:
            return {}
        if urlsplit(url).scheme != "https" and (urlsplit(url).hostname or "").casefold() not in self._allowed:
            raise InputError(f"{host_of(url)} wants a password over an unprotected connection; it was not sent.")
        packed = base64.b64encode(f"{login[0]}:{login[1]}".encode()).decode("ascii")
        return {"Authorization": f"Basic {packed}"}

    def _request(
        self, client: httpx.Client, url: str, sent: Mapping[str, str], deadline: Deadline
    ) -> Page | _Elsewhere:
        """Return the page, or where it redirects to."""
        import httpx

        if not origin(url):
            raise InputError("This is no web address; check it.")
        asked = httpx.URL(url)
        if asked.scheme not in ("http", "https") or not asked.host:
            raise InputError("Only http and https addresses can be fetched.")
        if asked.userinfo:
            raise InputError("The address holds a user name or password; take it out.")
        host = asked.raw_host.decode("ascii")
        port = asked.port or (443 if asked.scheme == "https" else 80)
        addresses = self._checked_addresses(host, port, deadline)
        headers = {
            "Host": asked.netloc.decode("ascii"),
            "User-Agent": AGENT,
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
            **sent,
        }
        for number, address in enumerate(addresses, 1):
            pinned = asked.copy_with(host=address, port=port, fragment=None)
            try:
                return self._answer(client, url, pinned, host, headers, deadline)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if number == len(addresses) or deadline.passed or tls_fault(error) is not None:
                    raise
        raise InputError(f"There is no host called {host}; check the address.")

    def _answer(
        self,
        client: httpx.Client,
        url: str,
        pinned: httpx.URL,
        host: str,
        headers: Mapping[str, str],
        deadline: Deadline,
    ) -> Page | _Elsewhere:
        extensions = {"sni_hostname": host, "trace": deadline.watch}
        with client.stream("GET", pinned, headers=headers, extensions=extensions) as response:
            if response.status_code == NOT_MODIFIED and headers.keys() & {"If-None-Match", "If-Modified-Since"}:
                return Page(url, b"", "", "", unchanged=True)
            if response.is_redirect:
                return _Elsewhere(str(response.headers.get("location", "")), response.status_code in FOR_GOOD)
            if response.status_code == UNAUTHORIZED:
                raise InputError(f"{host} asks for a name and a password, or refuses the ones it was given.")
            if response.status_code != 200:
                raise self._no_page(host, response)
            body = self._bounded(response, deadline)
        media_type, charset = _content_type(response.headers.get("content-type", ""))
        etag, modified = response.headers.get("etag", ""), response.headers.get("last-modified", "")
        return Page(url, body, media_type, charset, etag[:500], modified[:100])

    def _no_page(self, host: str, response: httpx.Response) -> Answered:
        """Return what a host said in place of a page; where it wants to be left alone, it is, by all."""
        status = response.status_code
        said = f"{host} answered {status} {response.reason_phrase}."
        wait = seconds_asked(response.headers.get("retry-after", "")) if status in (TOO_MANY, UNAVAILABLE) else 0.0
        if wait:
            self._hosts.rest(host.casefold(), wait)
            said = f"{said} {rest_words(host, wait)}"
        return Answered(said, status, wait)

    def _bounded(self, response: httpx.Response, deadline: Deadline) -> bytes:
        parts: list[bytes] = []
        length, most = 0, self._limits.bytes
        for part in unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), most):
            length += len(part)
            if length > most:
                raise InputError(f"The page is larger than {most >> 20} MB; save it and import the file.")
            parts.append(part)
            if deadline.passed:
                break
        if deadline.passed:  # also where the cut looked like the end of the page
            raise self._late(deadline)
        return b"".join(parts)

    def _checked_addresses(self, host: str, port: int, deadline: Deadline) -> list[str]:
        """Return the addresses to connect to; looked up once, so that what was checked is what is asked."""
        addresses = deadline.within(lambda: self._resolve(host, port))
        if addresses is None:
            raise self._late(deadline)
        if deadline.passed:
            raise self._late(deadline)
        if host.casefold() not in self._allowed:
            for one in addresses:
                if not is_public(one):
                    raise InputError(
                        f"{host} lies on this machine or a private network, which is not fetched from.",
                        hint="Allow that host if you mean it: File › Feeds › Schedule and network.",
                    )
        if not addresses:
            raise InputError(f"There is no host called {host}; check the address.")
        return addresses[:MOST_ADDRESSES]

    def _late(self, deadline: Deadline) -> InputError:
        if deadline.called_off:
            return InputError(OFFLINE)
        return InputError(f"The page took longer than {self._limits.seconds:g} seconds; try again later.")


def _redirected(url: str, location: str) -> str:
    try:
        target = urljoin(url, location)
    except ValueError:
        target = ""
    if not origin(target):
        raise InputError(f"{host_of(url)} sends its readers on to an address that is none; it was not fetched.")
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
        raise InputError(f"{host_of(url)} sends its readers on to an unprotected page; it was not fetched.")
    return target


def _no_cookies() -> CookieJar:
    """Return a jar that takes none, so that no redirect can mark the reader for the next request."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = header or "application/octet-stream"
    return (message.get_content_type() if header else ""), (message.get_content_charset() or "")
