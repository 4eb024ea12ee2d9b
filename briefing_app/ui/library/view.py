"""The library panel: its two columns, wired to the presenter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing_app.domain.changes import Kind
from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.ui.library.header import ListHeader
from briefing_app.ui.library.list_delegate import ArticleDelegate
from briefing_app.ui.library.list_model import ArticleListModel
from briefing_app.ui.library.list_view import ArticleList
from briefing_app.ui.library.nav_items import NavItem, NavKind
from briefing_app.ui.library.nav_model import NavModel
from briefing_app.ui.library.nav_view import NavView
from briefing_app.ui.library.presenter import LibraryPresenter
from briefing_app.ui.library.words import SCOPES, empty_words, visible
from briefing_app.ui.widgets.labels import Rule

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.listing import ArticleRow, Sort
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.back import BackSource
    from briefing_app.ui.library.deeds import LibraryDeeds
    from briefing_app.ui.library.filter_popover import FilterPopover
    from briefing_app.ui.library.source import FirstPage
    from briefing_app.ui.theme import ThemeHolder
    from briefing_app.ui.widgets.cards import EmptyState

CALM = 150
"""Milliseconds for which changes are gathered before the list asks again."""
_TOUCHING = (Kind.ARTICLE, Kind.DOSSIER, Kind.TAG, Kind.ANNOTATION, Kind.STATEMENT, Kind.ANALYSIS, Kind.SETTING)
_SELECTION = ("toggle_read", "toggle_star", "archive", "trash", "restore", "purge", "take_from_dossier")


class LibraryView(QObject):
    """Owns the widgets ``nav`` and ``column``, which the window places; wired once a library is there.

    Signals tell what the reader meant: an article to open, a dossier to work in, another query, a new dossier
    (with the articles to put in), an import, a dossier to edit or delete, something with a feed.
    """

    ACTIONS = frozenset(
        {*_SELECTION, "next_article", "previous_article", "select_all", "filter", "put_in_dossier"}
        | {f"go_{scope.value}" for scope in SCOPES}
    )
    article_chosen = Signal(str)
    dossier_chosen = Signal(str)
    scope_changed = Signal(object)
    listed = Signal(int)
    new_dossier_wanted = Signal(list)
    import_wanted = Signal()
    dossier_edit_wanted = Signal(str)
    dossier_delete_wanted = Signal(str)
    feed_wanted = Signal(str, str)
    search_cleared = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter: LibraryPresenter | None = None
        self._first: FirstPage | None = None
        self.deeds: LibraryDeeds | None = None
        self._items: list[NavItem] = []
        self._advance = False
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.refresh)
        self.nav_model = NavModel(self)
        self.nav = NavView(self.nav_model, theme, parent)
        self.nav.setProperty("role", "nav")
        self.model = ArticleListModel(self.rows, self)
        self.list = ArticleList(self.model, ArticleDelegate(theme, self), parent)
        self.header = ListHeader(parent)
        self.empty: EmptyState | None = None
        self._filter: FilterPopover | None = None
        self.column = self._lay_out(parent)
        self._connect(theme)

    # --- for the window -----------------------------------------------------------------------

    def show_first(self, first: FirstPage) -> None:
        """Show a library by its listing, before anything else is there."""
        self._first = first
        self._presenter = LibraryPresenter(self, first.source, first.query, may_write=not first.read_only)
        self._presenter.start()
        if first.article:
            self.select_article(first.article)

    def attach(self, context: UiContext, back: BackSource | None) -> None:
        """Take part in the life of the library: changes, actions, questions in the background."""
        from briefing_app.ui.library.deeds import LibraryDeeds

        if self._first is not None and not self._first.read_only:
            self.deeds = LibraryDeeds(context, self)
            self.deeds.new_dossier_wanted.connect(self.new_dossier_wanted)
            self.deeds.dossier_edit_wanted.connect(self.dossier_edit_wanted)
            self.deeds.dossier_delete_wanted.connect(self.dossier_delete_wanted)
            self.deeds.feed_wanted.connect(self.feed_wanted)
        if self._presenter is not None:
            self._presenter.attach(context.runner, back)
        context.changes.changed.connect(self._on_changes)

    def close(self) -> None:
        """Ask the library nothing more: it is about to be closed."""
        self._calm.stop()
        self._presenter, self._first, self.deeds = None, None, None

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Take the window's actions for the context menu."""
        if self.deeds is not None:
            self.deeds.actions = actions

    @property
    def query(self) -> ListQuery:
        """What is shown now."""
        return self._presenter.query if self._presenter else ListQuery()

    @property
    def dossier(self) -> str:
        """The dossier one is in, or empty."""
        place = self._presenter.place if self._presenter else ListQuery()
        return place.ref if place.scope is Scope.DOSSIER else ""

    @property
    def place(self) -> ListQuery:
        """The place one is in, or was in before searching."""
        return self._presenter.place if self._presenter else ListQuery()

    def go_to_dossier(self, ref: str) -> None:
        """Go to a dossier."""
        self._go(Scope.DOSSIER, ref)

    def go_to_feed(self, ref: str) -> None:
        """Go to what a feed has brought."""
        self._go(Scope.FEED, ref)

    def dossier_at(self, place: QPoint) -> str:
        """Return the dossier whose line is under a point of the screen, or empty."""
        nav = self.nav
        inside = nav.viewport().mapFromGlobal(place)
        if not (nav.isVisible() and nav.viewport().rect().contains(inside)):
            return ""
        item = self.nav_model.item(nav.indexAt(inside).row())
        return item.ref if item is not None and item.kind is NavKind.DOSSIER else ""

    def dossiers(self) -> list[tuple[str, str]]:
        """Return the dossiers as (id, name)."""
        return [(item.ref, item.text) for item in self._items if item.kind is NavKind.DOSSIER]

    def place_name(self, query: ListQuery) -> str:
        """Return the name of the place a query is about."""
        for item in self._items:
            if item.is_place and (item.scope, item.ref) == (query.scope, query.ref):
                return item.text
        return SCOPES.get(query.scope, "")

    def show_query(self, query: ListQuery) -> None:
        """Show what ``query`` asks for."""
        if self._presenter is not None:
            self._presenter.show(query)
            self._tell_scope()

    def search(self, text: str, *, typing: bool = False) -> None:
        """Search the library."""
        if self._presenter is not None:
            self._presenter.search(text, typing=typing)
            self._tell_scope()

    def select_article(self, article_id: str) -> None:
        """Make an article the current one of the list, if it is in it; nothing is opened."""
        seq = self._first.source.row_of(article_id) if self._first else None
        index = self.model.index_of_seq(seq) if seq is not None else QModelIndex()
        if index.isValid() and (index != self.list.currentIndex() or not self.list.selectionModel().isSelected(index)):
            self.list.put_current(index)

    def note_opened(self, article_id: str) -> None:
        """Keep an opened article in the list, and show it as the current one."""
        if self._presenter is not None:
            self._presenter.note_opened(article_id)
            self.select_article(article_id)

    def let_go(self, rows: Sequence[ArticleRow], *, advance: bool) -> None:
        """Stop keeping articles sorted away on purpose; with ``advance`` the next one is opened once they are gone."""
        if self._presenter is not None:
            self._presenter.let_go([row.seq for row in rows])
        self._advance = advance

    def row_of(self, article_id: str) -> ArticleRow | None:
        """Return an article's row, whether or not the list holds it."""
        seq = self._first.source.row_of(article_id) if self._first else None
        found = self.rows([seq]) if seq is not None else []
        return found[0] if found else None

    def step(self, by: int) -> None:
        """Open the article ``by`` rows on."""
        self.list.step(by)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self._presenter is not None:
            self._presenter.refresh()

    def perform(self, action: str, article_id: str = "") -> None:
        """Do an action of `ACTIONS`, to the selection or to the one article named."""
        if action.startswith("go_"):
            self._go(Scope(action.removeprefix("go_")))
        elif action in ("next_article", "previous_article"):
            self.step(1 if action == "next_article" else -1)
        elif action == "select_all":
            self.list.selectAll()
        elif action == "filter":
            self._open_filter()
        elif self.deeds is not None:
            row = self.row_of(article_id) if article_id else None
            self.deeds.perform(action, [row] if row is not None else [] if article_id else self.list.selected())

    # --- for the presenter ----------------------------------------------------------------------

    def show_articles(self, seqs: array[int], query: ListQuery, *, fresh: bool) -> None:
        """Show another list, or the same one after a change."""
        before, row = self.list.current_seq(), self.list.first_selected_row()
        if fresh:
            self.model.show(seqs)
            self._restore(before)
        else:
            self.model.update_to(seqs)
            self._go_on(before, row)
        place = self._presenter.place if self._presenter else ListQuery()
        self.header.show_query(query, len(seqs), "" if place.scope is Scope.ALL else self.place_name(place))
        self._show_empty(query, empty=not len(seqs))
        self.listed.emit(len(seqs))

    def show_places(self, items: list[NavItem], query: ListQuery) -> None:
        """Show the column's lines."""
        self._items = items
        self.nav_model.show(items)
        self.nav.put_current(self.nav_model.index_of(query))
        if self._presenter is not None:
            place = self._presenter.place
            self.header.show_query(
                query, self.model.rowCount(), "" if place.scope is Scope.ALL else self.place_name(place)
            )

    # --- inside ------------------------------------------------------------------------------------

    def _lay_out(self, parent: QWidget) -> QWidget:
        column = QWidget(parent)
        self._stack = QStackedWidget(column)
        self._stack.addWidget(self.list)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(Rule(column))
        layout.addWidget(self._stack, 1)
        return column

    def _connect(self, theme: ThemeHolder) -> None:
        self.list.chosen.connect(self.article_chosen)
        self.nav.place_chosen.connect(self._on_place)
        self.header.sort_chosen.connect(self._on_sort)
        self.header.filter_wanted.connect(self._open_filter)
        self.header.narrow_wanted.connect(self._on_narrow)
        theme.changed.connect(self.list.viewport().update)

    def rows(self, seqs: Sequence[int]) -> list[ArticleRow]:
        """Return the rows of these articles."""
        return [visible(row) for row in self._first.source.rows(seqs)] if self._first is not None else []

    def _restore(self, seq: int) -> None:
        index = self.model.index_of_seq(seq) if seq >= 0 else QModelIndex()
        if index.isValid():
            self.list.put_current(index)
        else:
            self.list.scrollToTop()

    def _go_on(self, before: int, row: int) -> None:
        """Open the article that moved up into the place of one just sorted away."""
        gone = before >= 0 and not self.model.index_of_seq(before).isValid()
        if self._advance and gone and self.model.rowCount():
            self.list.put_current(self.model.index(min(row, self.model.rowCount() - 1)))
            self.list.chosen.emit(self.list.selected()[0].id)
        self._advance = False

    def _show_empty(self, query: ListQuery, *, empty: bool) -> None:
        if not empty:
            self._stack.setCurrentWidget(self.list)
            return
        if self.empty is None:
            from briefing_app.ui.widgets.cards import EmptyState

            self.empty = EmptyState("", "", parent=self._stack)
            self.empty.pressed.connect(self._on_empty_button)
            self._stack.addWidget(self.empty)
        title, text, button = empty_words(query)
        self.empty.say(title, text, button or None)
        self._stack.setCurrentWidget(self.empty)

    def _tell_scope(self) -> None:
        self.scope_changed.emit(self.query)

    def _go(self, scope: Scope, ref: str = "") -> None:
        if self._presenter is None:
            return
        self.search_cleared.emit()
        self._presenter.go(scope, ref)
        self._tell_scope()
        if scope is Scope.DOSSIER:
            self.dossier_chosen.emit(ref)

    def _on_place(self, item: NavItem) -> None:
        if item.kind is NavKind.NEW_DOSSIER:
            self.nav.put_current(self.nav_model.index_of(self.query))
            self.new_dossier_wanted.emit([])
        else:
            self._go(item.scope, item.ref)

    def _on_sort(self, order: Sort) -> None:
        if self._presenter is not None:
            self._presenter.sort(order)
            self._tell_scope()

    def _on_narrow(self, here: bool) -> None:
        if self._presenter is not None:
            self._presenter.narrow(here=here)

    def _open_filter(self) -> None:
        if self._filter is None:
            from briefing_app.ui.library.filter_popover import FilterPopover

            self._filter = FilterPopover(self.header)
            self._filter.changed.connect(self.show_query)
        self._filter.open_at(self.query, self.header.below_filter())

    def _on_empty_button(self) -> None:
        if self.query != replace(ListQuery(), scope=self.query.scope, ref=self.query.ref, sort=self.query.sort):
            self._go(*self._cleared())
        else:
            self.import_wanted.emit()

    def _cleared(self) -> tuple[Scope, str]:
        place = self._presenter.place if self._presenter else ListQuery()
        return place.scope, place.ref

    def _on_changes(self, changes: Changes) -> None:
        if self._presenter is None or not changes.touches(*_TOUCHING):
            return
        if not self._calm.isActive():  # what follows on the heels of a change is read with the list, once
            self.model.reread()
            self._calm.start()
