"""Noticing that another program has written to the library: the command line, say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from briefing_app.domain.changes import EVERYTHING

if TYPE_CHECKING:
    from briefing_app.ui.context import UiContext

EVERY = 2000
"""Milliseconds between two looks; one costs a tenth of a millisecond."""


class Elsewhere(QObject):
    """Looks at the library's version now and then, and tells everybody to read again when it moved."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._version: int | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once."""
        store = self._context.services.store
        self._context.runner.read(store.data_version, self._take, failed=self._missed, key="elsewhere")

    def _take(self, version: int) -> None:
        before, self._version = self._version, version
        if before is not None and version != before:
            self._context.changes.publish(EVERYTHING)

    def _missed(self, error: Exception) -> None:
        """A library that is busy this moment is looked at again the next."""
        del error
