"""The system keyring: used when it really works, never trusted to."""

from __future__ import annotations

import base64
import secrets as random
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "briefing-reader"
PATIENCE = 5.0
"""Seconds after which a keyring that blocks on a prompt counts as not usable."""
_REFUSED = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")


class Keyring:
    """Keeps library keys in the system keyring. Every call ends within `PATIENCE`, whatever the backend does."""

    def __init__(self) -> None:
        self._usable: bool | None = None

    def usable(self) -> bool:
        """Say whether a secret can be set, read back and deleted; probed once with a secret of no use."""
        if self._usable is None:
            self._usable = _within(self._probe) is True
        return self._usable

    def get(self, library_id: str) -> bytes | None:
        """Return the key of a library, or None when the keyring has it not or cannot be used."""
        stored = self.read(library_id)
        if stored is None:
            return None
        with suppress(ValueError):
            key = base64.b64decode(stored, validate=True)
            if len(key) == 32:
                return key
        return None

    def put(self, library_id: str, key: bytes) -> bool:
        """Keep a library's key; False when the keyring cannot be used."""
        return self.write(library_id, base64.b64encode(key).decode("ascii"))

    def read(self, name: str) -> str | None:
        """Return the text kept under a name, or None when the keyring has it not or cannot be used."""
        if not self.usable():
            return None
        stored = _within(lambda: _backend().get_password(SERVICE, name))
        return stored if isinstance(stored, str) else None

    def write(self, name: str, text: str) -> bool:
        """Keep a text under a name; False when the keyring cannot be used."""
        if not self.usable():
            return False

        def store() -> bool:
            _backend().set_password(SERVICE, name, text)
            return _backend().get_password(SERVICE, name) == text

        return _within(store) is True

    def forget(self, name: str) -> None:
        """Delete a library's key or another text from the keyring, if it is there."""
        if self.usable():
            _within(lambda: _backend().delete_password(SERVICE, name))

    @staticmethod
    def _probe() -> bool:
        backend = _backend()
        module = type(backend).__module__
        if any(module.startswith(refused) for refused in _REFUSED):
            return False
        name, secret = f"probe-{random.token_hex(8)}", random.token_hex(8)
        backend.set_password(SERVICE, name, secret)
        same = backend.get_password(SERVICE, name) == secret
        backend.delete_password(SERVICE, name)
        return same


def _backend() -> KeyringBackend:
    import keyring

    return keyring.get_keyring()


def _within(call: Callable[[], T]) -> T | None:
    """Return what ``call`` returns, or None when it fails or does not end within `PATIENCE`."""
    answer: list[T] = []

    def run() -> None:
        with suppress(Exception):  # a keyring that fails, whichever way, is one that cannot be used
            answer.append(call())

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return answer[0] if answer else None
