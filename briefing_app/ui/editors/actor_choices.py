"""Names to choose from, found as one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.context import UiContext

MOST = 20
LEAST_TYPED = 2


class ActorChoices(QObject):
    """Looks actors up in the background; ``names`` is a model of what was found, ``found`` tells the names."""

    found = Signal(list)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actors: dict[str, tuple[str, str]] = {}
        self.names = QStringListModel(self)

    def look_up(self, words: str) -> None:
        """Look for actors whose name begins with ``words``; a later question supersedes this one."""
        flat = " ".join(words.split())
        if len(flat) >= LEAST_TYPED:
            work = partial(self._context.services.entities.actors, flat, MOST)
            self._context.runner.read(work, self._arrived, key="editors.actors")

    def exact(self, words: str) -> tuple[str, str]:
        """Return (name, key) of the actor named as typed, or the words themselves without a key."""
        flat = " ".join(words.split())
        return self._actors.get(flat.casefold(), (flat, ""))

    def _arrived(self, actors: Sequence[tuple[str, str, str]]) -> None:
        for key, name, _ in actors:
            self._actors.setdefault(name.casefold(), (name, key))
        names = [name for _, name, _ in actors]
        self.names.setStringList(names)
        self.found.emit(names)
