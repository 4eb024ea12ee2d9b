"""Web addresses and where they lead: origins, hosts, and which numeric addresses are public."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from briefing_app.errors import InputError

_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All of the newer addresses that the public net has."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""Newer addresses by which a network without the older ones reaches them."""
_SPECIAL = (ipaddress.IPv4Network("192.0.0.0/24"), ipaddress.IPv4Network("192.88.99.0/24"))
"""Addresses of protocols, which no site has."""


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


def is_public(address: str) -> bool:
    """Say whether a numeric address lies on the public net, not on this machine or a private network."""
    try:
        number = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return _is_public_4(number)
    inner = _inner(number)
    if inner is not None:
        return _is_public_4(inner)
    return number in _UNICAST and number.is_global


def _is_public_4(number: ipaddress.IPv4Address) -> bool:
    return number.is_global and not number.is_multicast and not any(number in one for one in _SPECIAL)


def _inner(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the older address that a newer one carries and is translated to on its way."""
    if number.teredo is not None:
        return number.teredo[1]
    if number in _TRANSLATED:
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour
