"""Keyrings that work, that fail, and that never answer."""

from __future__ import annotations

import threading

import keyring
import keyring.backend
import pytest

from briefing_app.services import secrets
from briefing_app.services.secrets import Keyring


class Working(keyring.backend.KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Losing(Working):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Lose it silently."""


class Silent(Working):
    def get_password(self, service: str, username: str) -> str | None:
        threading.Event().wait(30)
        return None


def test_keyring_when_it_works_then_keeps_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Working()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    kept = Keyring()
    key = bytes(range(32))
    assert kept.put("library", key)
    assert kept.get("library") == key
    kept.forget("library")
    assert kept.get("library") is None
    assert backend.kept == {}


@pytest.mark.parametrize("backend", [Losing(), keyring.get_keyring()], ids=["losing", "fail"])
def test_keyring_when_it_cannot_keep_then_not_usable(
    monkeypatch: pytest.MonkeyPatch, backend: keyring.backend.KeyringBackend
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    kept = Keyring()
    assert not kept.usable()
    assert not kept.put("library", bytes(32))
    assert kept.get("library") is None


def test_keyring_when_it_blocks_on_a_prompt_then_not_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", Silent)
    monkeypatch.setattr(secrets, "PATIENCE", 0.05)
    assert not Keyring().usable()


def test_keyring_when_value_is_no_key_then_none(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Working()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    backend.kept[secrets.SERVICE, "library"] = "not base64!"
    assert Keyring().get("library") is None


def test_keyring_when_real_service_then_round_trip(secret_service: None) -> None:
    kept = Keyring()
    assert kept.usable()
    key = bytes(reversed(range(32)))
    assert kept.put("a library of the tests", key)
    assert Keyring().get("a library of the tests") == key
    kept.forget("a library of the tests")
