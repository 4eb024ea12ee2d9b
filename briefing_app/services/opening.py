"""Making and opening libraries: plain or encrypted, with the keyring or with the passphrase alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.errors import InputError, LibraryError, LibraryLocked

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.services.secrets import Keyring
    from briefing_app.store.store import Store

SHORTEST_PASSPHRASE = 8


class Opener:
    """Opens libraries. The key comes from the keyring, else ``ask`` is asked for the passphrase.

    ``ask`` is given a sentence and returns the passphrase, or None when the user gives up. A key that came by
    passphrase goes into the keyring where there is a usable one; otherwise it is kept in memory only.
    """

    def __init__(self, keyring: Keyring, ask: Callable[[str], str | None] | None = None) -> None:
        self._keyring = keyring
        self._ask = ask
        self.key_in_keyring = False

    def create(self, path: Path, passphrase: str | None = None) -> Store:
        """Make a library, encrypted when there is a passphrase; never over a file that exists."""
        from briefing_app.store import vault
        from briefing_app.store.files import key_file
        from briefing_app.store.store import Store

        refuse_existing(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
        if passphrase is None:
            return Store.create(path)
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise InputError(f"The passphrase needs at least {SHORTEST_PASSPHRASE} characters.")
        key = vault.new_key()
        header = vault.wrap(key, passphrase)
        store = Store.create(path, key)
        try:
            store.keep_header(header)
        except BaseException:
            store.close()
            for made in (path, key_file(path)):
                made.unlink(missing_ok=True)
            raise
        self.key_in_keyring = self._keyring.put(header.check, key)
        return store

    def key_for(self, path: Path) -> bytes | None:
        """Return the key of the library at ``path``, or None for a plain one.

        LibraryLocked when it cannot be had, WrongKey when the passphrase given is not the right one.
        """
        from briefing_app.store import vault

        if not is_encrypted(path):
            return None
        header = vault.read_header(path)
        kept = self._keyring.get(header.check)
        if kept is not None and vault.check_value(kept) == header.check:
            self.key_in_keyring = True
            return kept
        if self._ask is None:
            raise LibraryLocked(
                f"{path.name} is encrypted and its key is not in the system keyring.",
                hint="Give its passphrase in a file named by BRIEFING_PASSPHRASE_FILE.",
            )
        passphrase = self._ask(f"Passphrase for {path.name}: ")
        if passphrase is None:
            raise LibraryLocked(f"{path.name} stays locked: no passphrase was given.")
        key = vault.unwrap(header, passphrase)
        self.key_in_keyring = self._keyring.put(header.check, key)
        return key

    def open(self, path: Path, *, read_only: bool = False) -> Store:
        """Open a library; a LibraryError says what is wrong with it."""
        from briefing_app.store.store import Store

        if not path.exists():
            raise LibraryError(f"There is no library {path}.", hint="Make one with “new”, or check the name.")
        return Store.open(path, self.key_for(path), read_only=read_only)


def is_encrypted(path: Path) -> bool:
    """Say whether a wrapped key lies beside the library."""
    from briefing_app.store.files import key_file

    return key_file(path).exists()


def refuse_existing(path: Path) -> None:
    """Raise LibraryError if anything lies at ``path`` already."""
    if path.exists():
        raise LibraryError(f"{path} exists already and was left as it is.", hint="Choose another name for the library.")


def library_path(text: str) -> Path:
    """Return the path of a library named by the user; LibraryError for a team library's address."""
    if text.startswith(("postgresql://", "postgres://")):
        raise LibraryError("Team libraries on PostgreSQL are not in this release yet; name a library file.")
    return Path(text).expanduser()
