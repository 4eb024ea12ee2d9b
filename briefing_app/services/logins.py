"""Names and passwords for feeds: in the system keyring and nowhere else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing_app.services.hosts import origin

if TYPE_CHECKING:
    from briefing_app.services.secrets import Keyring


class Logins:
    """Keeps one login an origin (scheme, host, port)."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    def get(self, url: str) -> tuple[str, str] | None:
        """Return (name, password) for the origin of an address, or None."""
        kept = self._keyring.read(_key(url))
        try:
            name, password = json.loads(kept or "null")
        except (TypeError, ValueError):
            return None
        return str(name), str(password)

    def put(self, url: str, name: str, password: str) -> bool:
        """Keep a login; False when the keyring cannot be used."""
        return self._keyring.write(_key(url), json.dumps([name, password]))

    def forget(self, url: str) -> None:
        """Delete the login of an address's origin."""
        self._keyring.forget(_key(url))


def _key(url: str) -> str:
    return f"login {origin(url)}"
