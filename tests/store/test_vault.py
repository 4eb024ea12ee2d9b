"""Wrapping a key: the right passphrase opens, nothing else does, and nothing is ever in the clear."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.errors import LibraryDamaged, LibraryError, LibraryTooNew, WrongKey
from briefing_app.store import files, vault

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def key() -> bytes:
    """Give a key."""
    return vault.new_key()


@pytest.fixture(scope="module")
def header(key: bytes) -> vault.Header:
    """Give that key, wrapped."""
    return vault.wrap(key, "pässphrase with spaces ")


def test_new_key_is_never_the_same() -> None:
    assert len({vault.new_key() for _ in range(100)}) == 100


def test_unwrap_when_the_passphrase_is_right_then_gives_the_key(key: bytes, header: vault.Header) -> None:
    again = vault.Header.from_text(header.to_text())
    assert again == header
    assert vault.unwrap(again, "pässphrase with spaces ") == key
    assert vault.unwrap(again, "pa\u0308ssphrase with spaces ") == key, "typed on another keyboard"


@pytest.mark.parametrize("passphrase", ["", "passphrase with spaces ", "pässphrase with spaces"])
def test_unwrap_when_the_passphrase_is_wrong_then_says_so(header: vault.Header, passphrase: str) -> None:
    with pytest.raises(WrongKey, match="passphrase is not the one"):
        vault.unwrap(header, passphrase)


@pytest.mark.parametrize("field", ["salt", "nonce", "wrapped", "check", "time_cost"])
def test_unwrap_when_the_header_was_changed_then_it_does_not_open(header: vault.Header, field: str) -> None:
    value = getattr(header, field)
    fields: dict[str, Any] = {field: value + 1 if isinstance(value, int) else value[:-4] + "AAA="}
    changed = replace(header, **fields)
    with pytest.raises(WrongKey):
        vault.unwrap(changed, "pässphrase with spaces ")


def test_header_says_nothing_of_the_key(key: bytes, header: vault.Header) -> None:
    import base64

    text = header.to_text()
    for form in (key.hex(), base64.b64encode(key).decode(), "passphrase", "pässphrase"):
        assert form not in text
    assert header.memory_kib >= 65536
    assert header.salt != vault.wrap(key, "other").salt


def test_wrap_when_there_is_no_passphrase_then_refuses(key: bytes) -> None:
    with pytest.raises(LibraryError, match="must not be empty"):
        vault.wrap(key, "")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": "other"}', "\x00\x01", '{"format": "briefing-reader-key", "version": 1}'],
)
def test_header_when_it_is_damaged_then_says_so(text: str) -> None:
    with pytest.raises(LibraryDamaged, match="is damaged"):
        vault.Header.from_text(text)


@pytest.mark.parametrize(("field", "value"), [("memory_kib", 2**31), ("time_cost", 10**6), ("lanes", 0), ("salt", 7)])
def test_header_when_its_costs_would_hang_us_then_it_is_refused(header: vault.Header, field: str, value: int) -> None:
    values = json.loads(header.to_text())
    values[field] = value
    with pytest.raises(LibraryDamaged):
        vault.Header.from_text(json.dumps(values))


def test_header_when_a_newer_release_wrote_it_then_says_so(header: vault.Header) -> None:
    values = {**json.loads(header.to_text()), "version": 2, "post_quantum": True}
    with pytest.raises(LibraryTooNew):
        vault.Header.from_text(json.dumps(values))


def test_write_header_is_readable_by_its_owner_only(tmp_path: Path, header: vault.Header) -> None:
    library = tmp_path / "mine.brief"
    vault.write_header(library, header)
    vault.write_header(library, header)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.brief.key"]
    assert stat.S_IMODE(files.key_file(library).stat().st_mode) == 0o600
    assert vault.read_header(library) == header


def test_read_header_when_there_is_none_then_says_where_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"none\.brief\.key"):
        vault.read_header(tmp_path / "none.brief")
