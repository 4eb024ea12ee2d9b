"""Fetching one page that the user asked for: guarded, bounded, and without a trace of who reads it."""

from __future__ import annotations

import base64
import ipaddress
import socket
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from briefing_app.errors import InputError
from briefing_app.services.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import httpx

MOST_REDIRECTS = 5
MOST_BYTES = 20 << 20
SECONDS = 30.0
AGENT = "BriefingReader"
PAGES = "text/html,application/xhtml+xml,text/plain"
NOT_MODIFIED = 304
TOO_SLOW = "The page took longer than 30 seconds; try again later."


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the final address, its bytes, and what its server says they are.

    ``etag`` and ``modified`` are to be sent along next time; ``unchanged`` is the answer that nothing is new since.
    """

    url: str
    body: bytes
    media_type: str
    charset: str
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


class Fetcher:
    """Fetches http(s) pages from public addresses; ``allowed_hosts`` are those the user allows all the same."""

    def __init__(
        self,
        allowed_hosts: Collection[str] = (),
        *,
        offline: Callable[[], bool] | None = None,
        resolve: Callable[[str, int], list[str]] | None = None,
    ) -> None:
        self._allowed = frozenset(host.casefold() for host in allowed_hosts)
        self._offline = offline
        self._resolve = resolve or resolved

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
        login over https or to an allowed host only.
        """
        if self._offline is not None and self._offline():
            raise InputError("The program is offline; switch offline mode off to fetch pages.")
        import httpx

        own = {"Accept": accept, **(headers or {})}
        home = origin(url)
        deadline = Deadline(SECONDS)
        try:
            with deadline, httpx.Client(trust_env=False, follow_redirects=False, timeout=10.0, http2=False) as client:
                for _ in range(MOST_REDIRECTS + 1):
                    at_home = origin(url) == home
                    sent = {**own, **self._credentials(url, login)} if at_home else {"Accept": accept}
                    answer = self._request(client, url, sent, deadline)
                    if isinstance(answer, Page):
                        return answer
                    url = _redirected(url, answer)
        except httpx.TimeoutException as error:
            raise InputError(f"{host_of(url)} did not answer in time; try again later.") from error
        except httpx.HTTPError as error:
            if deadline.passed:
                raise InputError(TOO_SLOW) from error
            raise InputError(f"{host_of(url)} could not be reached: {_plain(error)}.") from error
        raise InputError(f"{host_of(url)} sent us on more than {MOST_REDIRECTS} times; the page was not fetched.")

    def _credentials(self, url: str, login: tuple[str, str] | None) -> dict[str, str]:
        if login is None:
            return {}
        if urlsplit(url).scheme != "https" and (urlsplit(url).hostname or "").casefold() not in self._allowed:
            raise InputError(f"{host_of(url)} wants a password over an unprotected connection; it was not sent.")
        packed = base64.b64encode(f"{login[0]}:{login[1]}".encode()).decode("ascii")
        return {"Authorization": f"Basic {packed}"}

    def _request(self, client: httpx.Client, url: str, sent: Mapping[str, str], deadline: Deadline) -> Page | str:
        """Return the page, or the address it redirects to."""
        if not origin(url):
            raise InputError("This is no web address; check it.")
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError("Only http and https addresses can be fetched.")
        if parts.username or parts.password:
            raise InputError("The address holds a user name or password; take it out.")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self._checked_address(parts.hostname, port)
        literal = f"[{address}]" if ":" in address else address
        pinned = urlunsplit((parts.scheme, f"{literal}:{port}", parts.path or "/", parts.query, ""))
        headers = {"Host": parts.netloc, "User-Agent": AGENT, **sent}
        extensions = {"sni_hostname": parts.hostname, "trace": deadline.watch}
        with client.stream("GET", pinned, headers=headers, extensions=extensions) as response:
            if response.status_code == NOT_MODIFIED and len(sent) > 1:
                return Page(url, b"", "", "", unchanged=True)
            if response.is_redirect:
                return str(response.headers.get("location", ""))
            if response.status_code != 200:
                raise InputError(f"{parts.hostname} answered {response.status_code} {response.reason_phrase}.")
            body = _bounded(response, deadline)
        media_type, charset = _content_type(response.headers.get("content-type", ""))
        etag, modified = response.headers.get("etag", ""), response.headers.get("last-modified", "")
        return Page(url, body, media_type, charset, etag[:500], modified[:100])

    def _checked_address(self, host: str, port: int) -> str:
        addresses = self._resolve(host, port)
        if host.casefold() not in self._allowed:
            for one in addresses:
                if not _is_public(one):
                    raise InputError(
                        f"{host} lies on this machine or a private network, which is not fetched from.",
                        hint="Allow that host in the settings if you mean it.",
                    )
        if not addresses:
            raise InputError(f"There is no host called {host}; check the address.")
        return addresses[0]


def resolved(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host; InputError when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"There is no host called {host}, or there is no connection; check both.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def origin(url: str) -> str:
    """Return scheme, host and port of an address, the default port written out; empty where it has none."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        return ""
    return f"{parts.scheme}://{(parts.hostname or '').casefold()}:{port}"


def host_of(url: str) -> str:
    """Return the host of an address for a sentence, never user name, password or query."""
    try:
        return urlsplit(url).hostname or "the address"
    except ValueError:
        return "the address"


def _is_public(address: str) -> bool:
    try:
        number = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return number.is_global and not number.is_multicast and (mapped is None or mapped.is_global)


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


def _bounded(response: httpx.Response, deadline: Deadline) -> bytes:
    parts: list[bytes] = []
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > MOST_BYTES:
            raise InputError("The page is larger than 20 MB; save it and import the file.")
        if deadline.passed:
            raise InputError(TOO_SLOW)
        parts.append(part)
    return b"".join(parts)


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = header or "application/octet-stream"
    return (message.get_content_type() if header else ""), (message.get_content_charset() or "")


def _plain(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text if text and len(text) < 120 else type(error).__name__
