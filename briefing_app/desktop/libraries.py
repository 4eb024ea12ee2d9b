"""Making and opening libraries behind the window: on a thread, with the answer back in the window's."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.errors import UserError
from briefing_app.ui.shell.wishes import LibraryWish, WishKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.services.secrets import Keyring
    from briefing_app.store.store import Store
    from briefing_app.ui.context import Courier

SAMPLE_NAME = "sample.brief"


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """An opened store, the key it took (None: plain), and where that key is kept, in words."""

    store: Store
    key: bytes | None
    key_place: str


class Libraries:
    """Grants wishes for libraries. ``opened`` or ``refused`` is called in the window's thread."""

    def __init__(
        self,
        courier: Courier,
        opened: Callable[[LibraryWish, OpenLibrary], None],
        refused: Callable[[LibraryWish, Exception], None],
    ) -> None:
        self._courier, self._opened, self._refused = courier, opened, refused
        self._keyring: Keyring | None = None
        self._turn = threading.Lock()

    def grant(self, wish: LibraryWish) -> None:
        """Open or make the library wished for."""
        threading.Thread(target=self._run, args=(wish,), name="library", daemon=True).start()

    def _run(self, wish: LibraryWish) -> None:
        try:
            with self._turn:  # one at a time: what brings a schema up to date serves one thread
                library = self._granted(wish)
        except Exception as error:  # noqa: BLE001 - told in the window, whichever family it is of
            trouble = error
            self._courier.deliver(lambda: self._refused(wish, trouble))
        else:
            self._courier.deliver(lambda: self._opened(wish, library))

    def _granted(self, wish: LibraryWish) -> OpenLibrary:
        from briefing_app.services.opening import Opener
        from briefing_app.services.secrets import Keyring

        self._keyring = self._keyring or Keyring()
        opener = Opener(self._keyring, _answering(wish.passphrase))
        path = wish.path or paths.data_folder() / SAMPLE_NAME
        if wish.kind is WishKind.SAMPLE and not path.exists():
            return OpenLibrary(_sample(path), None, "")
        if wish.kind is WishKind.CREATE:
            store = opener.create(path, wish.passphrase)
            key = opener.key_for(path) if store.encrypted else None
        else:
            if not path.exists():
                raise UserError(f"There is no library {path}.", hint="It may have been moved or deleted.")
            key = opener.key_for(path)
            store = _opened_store(path, key)
        return OpenLibrary(store, key, _key_place(key, in_keyring=opener.key_in_keyring))


def _sample(path: Path) -> Store:
    """Make the sample under another name first, so that a half-made one is never met."""
    from briefing_app.jobs.pool import WorkerPool
    from briefing_app.services.sample import fill_with_sample
    from briefing_app.services.services import Services
    from briefing_app.store.store import Store

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    for leftover in path.parent.glob(f"{unfinished.name}*"):
        leftover.unlink()
    pool = WorkerPool()
    store = Store.create(unfinished)
    try:
        fill_with_sample(Services.over(store, pool))
    finally:
        store.close()
        pool.end()
    unfinished.rename(path)
    for leftover in path.parent.glob(f"{unfinished.name}-*"):
        with suppress(OSError):
            leftover.unlink()
    return Store.open(path)


def _opened_store(path: Path, key: bytes | None) -> Store:
    from briefing_app.store.store import Store

    return Store.open(path, key)


def _answering(passphrase: str | None) -> Callable[[str], str | None]:
    def answer(_question: str) -> str | None:
        return passphrase

    return answer


def _key_place(key: bytes | None, *, in_keyring: bool) -> str:
    if key is None:
        return ""
    return "key in system keyring" if in_keyring else "key in memory only"
