"""What the library panel shows and what its keys do, without a widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.listing import ListQuery, Scope, Sort
from briefing_app.ui.library.nav_items import NavItem, nav_items
from briefing_app.ui.library.rows import with_kept
from briefing_app.ui.library.source import places_of

if TYPE_CHECKING:
    from array import array

    from briefing_app.jobs.runner import Runs
    from briefing_app.ui.library.back import BackSource
    from briefing_app.ui.library.source import ListSource, Places

LETTERS = 3
"""Letters from which the search runs while typing; of a Chinese or Japanese word two are many."""
_FIRST_KANA = "\u3040"
_STICKY = (Scope.INBOX, Scope.REVIEW)


def begun(text: str) -> str:
    """Return a query being typed so that its last word counts as the beginning of one."""
    last = text.split()[-1] if text.split() else ""
    return f"{text}*" if last.isalnum() and len(last) >= LETTERS and last != "OR" else text


class LibraryScreen(Protocol):
    """What the presenter asks of the widgets."""

    def show_articles(self, seqs: array[int], query: ListQuery, *, fresh: bool) -> None:
        """Show another list, or with ``fresh`` False the same one after a change."""
        ...

    def show_places(self, items: list[NavItem], query: ListQuery) -> None:
        """Show the column's lines and which of them one is in."""
        ...


class LibraryPresenter:
    """Holds the query; asks the listing, in the window's thread at first and in the background once there is one."""

    def __init__(self, screen: LibraryScreen, source: ListSource, query: ListQuery, *, may_write: bool = True) -> None:
        self._screen = screen
        self._source = source
        self._back: BackSource | None = None
        self._runner: Runs | None = None
        self._may_write = may_write
        self._opened: set[int] = set()
        self._shown: array[int] | None = None
        self._place = replace(query, text="")
        self.query = query

    def attach(self, runner: Runs, back: BackSource | None) -> None:
        """Ask in the background from now on; without ``back`` the window's thread goes on asking."""
        self._runner, self._back = runner, back
        self._load_places()

    def start(self) -> None:
        """Show list and column for the first time, at once; counting waits for the background."""
        self._take_list(self._source.ids(self.query), fresh=True)
        self._take_places(({}, self._source.dossiers(), self._source.tags(), self._source.feeds()))

    def show(self, query: ListQuery) -> None:
        """Show what ``query`` asks for."""
        if not query.text:
            self._place = query
        self.query = query
        self._opened.clear()
        self._load(fresh=True)
        self._load_places()

    def go(self, scope: Scope, ref: str = "") -> None:
        """Go to a place, with the order chosen and without search and filter."""
        self.show(ListQuery(scope, ref, sort=self.query.sort))

    def search(self, text: str, *, typing: bool) -> None:
        """Search the whole library; while ``typing`` only from a few letters on; without text go back."""
        wanted = text.strip()
        if not wanted:
            if self.query.text:
                self.show(replace(self._place, sort=self.query.sort))
            return
        if typing and len(wanted) < (2 if wanted[0] >= _FIRST_KANA else LETTERS):
            return
        if typing:
            wanted = begun(wanted)
        if (wanted, Scope.ALL) != (self.query.text, self.query.scope):
            self.show(ListQuery(Scope.ALL, text=wanted, sort=self.query.sort))

    def narrow(self, *, here: bool) -> None:
        """Search only the place one came from, or again the whole library."""
        scope, ref = (self._place.scope, self._place.ref) if here else (Scope.ALL, "")
        self.show(replace(self.query, scope=scope, ref=ref))

    @property
    def place(self) -> ListQuery:
        """The place one is in, or was in before searching."""
        return self._place

    def sort(self, order: Sort) -> None:
        """Show the same articles in another order."""
        self.show(replace(self.query, sort=order))

    def clear(self) -> None:
        """Take away search and filter."""
        self.show(ListQuery(self._place.scope, self._place.ref, sort=self.query.sort))

    def note_opened(self, article_id: str) -> None:
        """Keep an opened article in the list although it is unread or unreviewed no more."""
        seq = self._source.row_of(article_id)
        if seq is not None:
            self._opened.add(seq)

    def let_go(self, seqs: list[int]) -> None:
        """Stop keeping articles that were sorted away on purpose."""
        self._opened.difference_update(seqs)

    def refresh(self) -> None:
        """Ask again for the same list and the counts."""
        self._load(fresh=False)
        self._load_places()

    def _load(self, *, fresh: bool) -> None:
        query = self.query
        if self._back is None or self._runner is None:
            self._take_list(self._source.ids(query), fresh=fresh)
            return
        back = self._back
        back.hurry()
        then = self._take_fresh if fresh or self._shown is None else self._take_again
        self._runner.read(lambda: back.ids(query), then, key="library.list")

    def _take_fresh(self, seqs: array[int]) -> None:
        self._take_list(seqs, fresh=True)

    def _take_again(self, seqs: array[int]) -> None:
        self._take_list(seqs, fresh=False)

    def _take_list(self, seqs: array[int], *, fresh: bool) -> None:
        sticky = self.query.scope in _STICKY or self.query.unread is not None or self.query.reviewing is not None
        if not fresh and sticky and self._opened and self._shown is not None:
            seqs = with_kept(self._shown, seqs, self._opened)
        self._shown = seqs
        self._screen.show_articles(seqs, self.query, fresh=fresh)

    def _load_places(self) -> None:
        if self._back is None or self._runner is None:
            self._take_places(places_of(self._source))
            return
        self._runner.read(self._back.places, self._take_places, key="library.places")

    def _take_places(self, places: Places) -> None:
        self._screen.show_places(nav_items(*places, may_write=self._may_write), self.query)
