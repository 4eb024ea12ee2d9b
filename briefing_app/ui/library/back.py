"""A second listing for the background, so that a slow search never holds up the list on the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing_app.store.listing import Interrupted
from briefing_app.ui.library.source import places_of

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from briefing_app.domain.listing import ListQuery
    from briefing_app.ui.library.source import ListSource, Places


class BackSource:
    """Opens its listing at the first question; one question at a time, from whichever thread."""

    def __init__(self, open_listing: Callable[[], ListSource]) -> None:
        self._open = open_listing
        self._turn = threading.Lock()
        self._source: ListSource | None = None
        self._listing = False

    def ids(self, query: ListQuery) -> array[int]:
        """Return the sequence numbers asked for."""
        with self._turn:
            self._listing = True
            try:
                return self._ready().ids(query)
            finally:
                self._listing = False

    def places(self) -> Places:
        """Return counts, dossiers, tags and feeds."""
        with self._turn:
            source = self._ready()
            try:
                return places_of(source)
            except Interrupted:  # meant for the list query that ended a moment before
                return places_of(source)

    def hurry(self) -> None:
        """Break off the list query under way: nobody waits for it any more."""
        source = self._source
        if self._listing and source is not None:
            source.interrupt()

    def close(self) -> None:
        """Let go of the library, once the question under way is answered."""
        self.hurry()
        with self._turn:
            if self._source is not None:
                self._source.close()
                self._source = None

    def _ready(self) -> ListSource:
        if self._source is None:
            self._source = self._open()
        return self._source
