"""The palette over an open library: what it lists, and what choosing an entry does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.listing import ListQuery
from briefing_app.ui.library.presenter import begun
from briefing_app.ui.library.words import meta_line
from briefing_app.ui.palette.entries import Entry, EntryKind
from briefing_app.ui.palette.view import Palette
from briefing_app.ui.shell.action_set import shown_key, titled

if TYPE_CHECKING:
    from array import array

    from PySide6.QtWidgets import QWidget

    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.back import BackSource
    from briefing_app.ui.library.view import LibraryView
    from briefing_app.ui.shell.action_set import ActionSet

ARTICLES = 12
"""Most articles listed."""


class Finder(QObject):
    """Opens the palette; articles come from the library's own search."""

    article_wanted = Signal(str)
    dossier_wanted = Signal(str)

    def __init__(
        self, context: UiContext, back: BackSource | None, library: LibraryView, actions: ActionSet, window: QWidget
    ) -> None:
        super().__init__(window)
        self._context, self._back, self._library, self._actions = context, back, library, actions
        self._window = window
        self.palette: Palette | None = None

    def open(self) -> None:
        """Show the palette."""
        if self.palette is None:
            self.palette = Palette(self._context.theme, self._window)
            self.palette.chosen.connect(self._on_chosen)
            self.palette.articles_wanted.connect(self._on_articles_wanted)
        usable = [action for action in self._actions.usable() if action.data() != "palette"]
        actions = [Entry(EntryKind.ACTION, titled(one), str(one.data()), shown_key(one)) for one in usable]
        dossiers = [Entry(EntryKind.DOSSIER, name, ref) for ref, name in self._library.dossiers()]
        self.palette.open_over(self._window, actions, dossiers)

    def _on_articles_wanted(self, letters: str) -> None:
        back = self._back
        if back is None:
            return

        def arrived(seqs: array[int]) -> None:
            self._offer(letters, seqs)

        self._context.runner.read(
            lambda: back.ids(ListQuery(text=begun(letters))), arrived, failed=self._not_found, key="palette.articles"
        )

    def _offer(self, letters: str, seqs: array[int]) -> None:
        rows = self._library.rows(seqs[:ARTICLES])
        entries = [Entry(EntryKind.ARTICLE, row.title, row.id, meta_line(row)) for row in rows]
        if self.palette is not None:
            self.palette.offer_articles(letters, entries)

    def _not_found(self, error: Exception) -> None:
        """Half a query that cannot be searched, or one called off, finds nothing; the whole one will tell."""
        del error

    def _on_chosen(self, entry: Entry) -> None:
        match entry.kind:
            case EntryKind.ACTION:
                self._actions.perform(entry.ref)
            case EntryKind.DOSSIER:
                self.dossier_wanted.emit(entry.ref)
            case EntryKind.ARTICLE:
                self.article_wanted.emit(entry.ref)
