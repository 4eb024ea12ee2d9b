"""Fetching one page that the user asked for: guarded, bounded, and without a trace of who reads it."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import httpx

MOST_REDIRECTS = 5
MOST_BYTES = 20 << 20
SECONDS = 30.0
AGENT = "BriefingReader"


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the final address, its bytes, and what its server says they are."""

    url: str
    body: bytes
    media_type: str
    charset: str


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

    def fetch(self, url: str) -> Page:
        """Return the page; InputError says why it was not fetched."""
        if self._offline is not None and self._offline():
            raise InputError("The program is offline; switch offline mode off to fetch pages.")
        import httpx

        deadline = time.monotonic() + SECONDS
        try:
            with httpx.Client(trust_env=False, follow_redirects=False, timeout=10.0, http2=False) as client:
                for _ in range(MOST_REDIRECTS + 1):
                    answer = self._request(client, url, deadline)
                    if isinstance(answer, Page):
                        return answer
                    url = _redirected(url, answer)
        except httpx.TimeoutException as error:
            raise InputError(f"{host_of(url)} did not answer in time; try again later.") from error
        except httpx.HTTPError as error:
            raise InputError(f"{host_of(url)} could not be reached: {_plain(error)}.") from error
        raise InputError(f"{host_of(url)} sent us on more than {MOST_REDIRECTS} times; the page was not fetched.")

    def _request(self, client: httpx.Client, url: str, deadline: float) -> Page | str:
        """Return the page, or the address it redirects to."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError("Only http and https addresses can be fetched.")
        if parts.username or parts.password:
            raise InputError("The address holds a user name or password; take it out.")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self._checked_address(parts.hostname, port)
        literal = f"[{address}]" if ":" in address else address
        pinned = urlunsplit((parts.scheme, f"{literal}:{port}", parts.path or "/", parts.query, ""))
        headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,text/plain"}
        extensions = {"sni_hostname": parts.hostname}
        with client.stream("GET", pinned, headers=headers, extensions=extensions) as response:
            if response.is_redirect:
                return str(response.headers.get("location", ""))
            if response.status_code != 200:
                raise InputError(f"{parts.hostname} answered {response.status_code} {response.reason_phrase}.")
            body = _bounded(response, deadline)
        media_type, charset = _content_type(response.headers.get("content-type", ""))
        return Page(url, body, media_type, charset)

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


def host_of(url: str) -> str:
    """Return the host of an address for a sentence, never user name, password or query."""
    return urlsplit(url).hostname or "the address"


def _is_public(address: str) -> bool:
    try:
        number = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return number.is_global and not number.is_multicast and (mapped is None or mapped.is_global)


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
        raise InputError(f"{host_of(url)} sends its readers on to an unprotected page; it was not fetched.")
    return target


def _bounded(response: httpx.Response, deadline: float) -> bytes:
    parts: list[bytes] = []
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > MOST_BYTES:
            raise InputError("The page is larger than 20 MB; save it and import the file.")
        if time.monotonic() > deadline:
            raise InputError("The page took longer than 30 seconds; try again later.")
        parts.append(part)
    return b"".join(parts)


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = header or "application/octet-stream"
    return (message.get_content_type() if header else ""), (message.get_content_charset() or "")


def _plain(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text if text and len(text) < 120 else type(error).__name__
