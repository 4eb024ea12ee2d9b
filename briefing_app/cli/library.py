"""Opening the library that a command works on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.cli import passphrase
from briefing_app.errors import InputError
from briefing_app.jobs.pool import WorkerPool, worker_count
from briefing_app.services.fetching import Fetcher
from briefing_app.services.logins import Logins
from briefing_app.services.opening import Opener, library_path
from briefing_app.services.secrets import Keyring
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.domain.dossier import Dossier
    from briefing_app.services.services import Services
    from briefing_app.store.store import Store

SESSION = "cli"


def chosen_path(options: Namespace) -> Path:
    """Return the library that the options name, or the default one."""
    return library_path(options.library) if options.library else paths.default_library()


@contextmanager
def opened_store(options: Namespace) -> Iterator[Store]:
    """Open the library, making the default one if there is none yet."""
    path = chosen_path(options)
    opener = Opener(Keyring(), passphrase.ask)
    store = opener.create(path) if not options.library and not path.exists() else opener.open(path)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened_library(options: Namespace) -> Iterator[Services]:
    """Open the library with all services over it; workers start when they are first needed."""
    from briefing_app.services.services import Services

    settings = Settings()
    pool = WorkerPool(worker_count(), settings.text("analysis.pipeline"))
    fetcher = Fetcher(settings.texts("network.allowed_hosts"), offline=lambda: settings.flag("network.offline"))
    try:
        with opened_store(options) as store:
            yield Services.over(store, pool, session=SESSION, fetcher=fetcher, logins=lambda: Logins(Keyring()))
    finally:
        pool.end()


def named_dossier(services: Services, name: str) -> Dossier:
    """Return the dossier that a name or an id names; InputError when there is none."""
    found = _dossier(services, name)
    if found is None:
        known = ", ".join(one.name for one in services.dossiers.all()) or "none yet"
        raise InputError(f"There is no dossier “{name}”.", hint=f"There are: {known}.")
    return found


def dossier_made(services: Services, name: str) -> tuple[Dossier, bool]:
    """Return the dossier of that name, made if there is none, and whether it was made now."""
    found = _dossier(services, name)
    return (found, False) if found else (services.dossiers.add(name), True)


def _dossier(services: Services, name: str) -> Dossier | None:
    """Return the dossier of a name or an id."""
    return services.dossiers.by_name(name) or next((one for one in services.dossiers.all() if one.id == name), None)
