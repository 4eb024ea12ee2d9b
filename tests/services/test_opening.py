"""Libraries made and opened: by the keyring, by the passphrase alone, and never by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError, LibraryError, LibraryLocked, WrongKey
from briefing_app.services.opening import Opener, library_path
from briefing_app.services.secrets import Keyring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSPHRASE = "eight words are more than enough here"


def answering(words: str | None) -> Callable[[str], str | None]:
    return lambda _question: words


def test_create_when_passphrase_is_given_then_it_opens_by_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "l.brief"
    made = Opener(Keyring())
    made.create(path, PASSPHRASE).close()
    assert not made.key_in_keyring
    opener = Opener(Keyring(), answering(PASSPHRASE))
    store = opener.open(path)
    assert store.encrypted
    store.close()


def test_open_when_passphrase_is_wrong_or_missing_then_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "l.brief"
    Opener(Keyring()).create(path, PASSPHRASE).close()
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        Opener(Keyring(), answering("another one altogether")).open(path)
    with pytest.raises(LibraryLocked):
        Opener(Keyring(), answering(None)).open(path)
    with pytest.raises(LibraryLocked, match="keyring"):
        Opener(Keyring()).open(path)
    assert path.read_bytes() == before


def test_create_when_passphrase_is_short_or_file_is_there_then_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="at least"):
        Opener(Keyring()).create(tmp_path / "l.brief", "short")
    assert not list(tmp_path.iterdir())
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(LibraryError, match="exists"):
        Opener(Keyring()).create(tmp_path / "mine.txt", PASSPHRASE)
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.usefixtures("secret_service")
def test_open_when_the_real_keyring_has_the_key_then_nobody_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "l.brief"
    maker = Opener(Keyring())
    maker.create(path, PASSPHRASE).close()
    assert maker.key_in_keyring
    store = Opener(Keyring()).open(path)
    store.close()


@pytest.mark.usefixtures("secret_service")
def test_open_when_the_keyring_lost_the_key_then_the_passphrase_brings_it_back(tmp_path: Path) -> None:
    from briefing_app.store import vault

    path = tmp_path / "l.brief"
    Opener(Keyring()).create(path, PASSPHRASE).close()
    Keyring().forget(vault.read_header(path).check)
    with pytest.raises(LibraryLocked):
        Opener(Keyring()).open(path)
    Opener(Keyring(), answering(PASSPHRASE)).open(path).close()
    Opener(Keyring()).open(path).close()


def test_library_path_when_a_team_library_is_named_then_a_sentence() -> None:
    with pytest.raises(LibraryError, match="PostgreSQL"):
        library_path("postgresql://host/team")
