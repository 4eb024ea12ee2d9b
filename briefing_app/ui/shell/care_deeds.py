"""Care of the open library from the window: a backup when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.domain.backups import BackupReason
from briefing_app.jobs.safekeeping import made_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.backups import Backup
    from briefing_app.ui.context import UiContext


class CareDeeds(QObject):
    """Runs them."""

    ACTIONS = frozenset({"back_up"})

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context

    def perform(self, action: str) -> None:
        """Make a backup among those kept beside the library, and say where it lies."""
        del action
        self._context.runner.read(self._make, self._told, key="back_up")

    def _make(self) -> Backup | None:
        return self._context.services.backups.make(BackupReason.ASKED)

    def _told(self, made: Backup | None) -> None:
        if made is not None:
            self._context.messages.tell(made_words(made))
