"""Dossiers with the parties and issues of their statements, where they name none themselves yet; remembered."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.changes import Changes, Kind
from briefing_app.services.dossiers import completed
from briefing_app.services.positions import SHOWN, shown_of

if TYPE_CHECKING:
    from briefing_app.domain.dossier import Dossier
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

_TELLING = frozenset(Kind) - {Kind.ARTICLE, Kind.ANNOTATION, Kind.TAG, Kind.NOTE, Kind.REMOVAL}
"""Kinds of change after which other parties or issues may come first. Of articles only being in the trash matters,
which the number of a dossier's articles tells."""


@dataclass(frozen=True, slots=True)
class _Known:
    dossier: Dossier
    articles: int
    version: int


class Proposals:
    """Completes dossiers. To read all statements of a large one takes long, and every opened article asks for it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Lock()
        self._changes = 0
        self._known: dict[str, _Known] = {}
        store.subscribe(self._forget)

    def mark(self) -> tuple[int, int]:
        """Return how far changes are known; to be asked before the reader that is handed to `of` is opened."""
        return self._changes, self._store.data_version()

    def of(self, reader: Reader, dossier_id: str, mark: tuple[int, int]) -> Dossier:
        """Return a dossier, with the parties and issues of its statements where it names none itself yet."""
        dossier = reader.dossiers.get(dossier_id)
        if dossier.parties and dossier.issues:
            return dossier
        changes, version = mark
        articles = reader.dossiers.count_shown(dossier_id)
        known = self._known.get(dossier_id)
        if known is not None and (known.articles, known.version) == (articles, version) and changes == self._changes:
            return known.dossier
        made = completed(dossier, shown_of(reader, dossier_id, SHOWN))
        with self._turn:
            if changes == self._changes:
                self._known[dossier_id] = _Known(made, articles, version)
        return made

    def _forget(self, changes: Changes) -> None:
        if changes.touches(*_TELLING):
            with self._turn:
                self._changes += 1
                self._known.clear()
