"""An open library at work: panels, list, bars and actions wired to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing_app.domain.entity import Status
from briefing_app.store.query import WORD, parse
from briefing_app.ui.feeds.deeds import FeedDeeds
from briefing_app.ui.feeds.network import Network
from briefing_app.ui.library.back import BackSource
from briefing_app.ui.reader.finding import Sought
from briefing_app.ui.shell.actor_deeds import ActorDeeds
from briefing_app.ui.shell.care_deeds import CareDeeds
from briefing_app.ui.shell.dossier_deeds import DossierDeeds
from briefing_app.ui.shell.elsewhere import Elsewhere
from briefing_app.ui.shell.finder import Finder
from briefing_app.ui.shell.history import History
from briefing_app.ui.shell.import_panel import ImportPanel
from briefing_app.ui.shell.imports import Imports
from briefing_app.ui.shell.learning_deeds import LearningDeeds
from briefing_app.ui.shell.panels import Panels
from briefing_app.ui.shell.session import Session
from briefing_app.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.listing import ListQuery
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.source import FirstPage
    from briefing_app.ui.shell.body import Body
    from briefing_app.ui.shell.main_window import MainWindow
    from briefing_app.ui.shell.performer import Performer

KEEP_AFTER = 4000
"""Milliseconds of rest after which the session is written down."""
_ON_ARTICLES = frozenset({"toggle_read", "toggle_star", "archive", "put_in_dossier", "restore"})


class Desk(QObject):
    """Wires an open library; ``end`` takes everything down again."""

    ACTIONS = (
        frozenset({"view_reader", "view_note", "write_note", "search", "palette", "back", "forward"}) | _ON_ARTICLES
    )

    def __init__(self, context: UiContext, window: MainWindow, body: Body, first: FirstPage) -> None:
        super().__init__(window)
        self._context, self._window, self._body, self._first = context, window, body, first
        self._actions = window.actions_
        self._view = "reader"
        self._history = History()
        self._back = BackSource(first.again) if first.again is not None else None
        self.panels = Panels(context, self._actions, window)
        self.progress = ImportPanel(body)
        body.below.addWidget(self.progress)
        self.imports = Imports(context, body.library, self.progress, window)
        self.dossiers = DossierDeeds(context, body.library, window)
        self.network = Network(context.settings, context.messages, context.fetcher, self._actions, body.foot, window)
        self.feeds = FeedDeeds(context, self.network, window)
        self.undoing = Undoing(context, self._actions, window)
        self.finder = Finder(context, self._back, body.library, self._actions, window)
        self.actors = ActorDeeds(context, window)
        self._learning = LearningDeeds(context, window)
        self._performers: list[Performer] = [body.library, self, self.network, self.actors, self._learning]
        if not first.read_only:
            self._performers += [self.imports, self.dossiers, self.undoing, self.feeds, CareDeeds(context, window)]
        self._elsewhere = Elsewhere(context, self)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep.timeout.connect(window.remember_soon)

    def start(self) -> None:
        """Put the actions to work and build the panels."""
        self._actions.may_write = not self._first.read_only
        for performer in self._performers:
            self._actions.add(performer)
        library = self._body.library
        library.attach(self._context, self._back)
        library.set_actions(self._actions.actions)
        self._connect()
        self.network.start()
        self._on_scope(library.query)
        self.show_view("reader")
        if not self._first.read_only:
            self.imports.start()
        self._elsewhere.start()
        self.panels.start()

    def end(self) -> None:
        """Take the panels down and let go of the library."""
        self._keep.stop()
        self._elsewhere.stop()
        self.actors.end()
        self.feeds.end()
        self._body.library.close()
        for performer in self._performers:
            self._actions.remove(performer)
        for panel in (self.panels.reader, self.panels.side, self.panels.note):
            if panel is not None:
                panel.deleteLater()
        if self._back is not None:
            self._back.close()
        self.deleteLater()

    def leave(self) -> None:
        """Let the reader keep its place before the window goes."""
        if self.panels.reader is not None:
            self.panels.reader.remember_position()
        if self.panels.note is not None:
            self.panels.note.keep()

    def session(self) -> Session:
        """Return where the reader is now."""
        library = self._body.library
        query = library.query if not library.query.text else library.place
        return Session(query, self._history.here, self._view)

    def perform(self, action: str) -> None:
        """Run one of the window's actions on an open library."""
        match action:
            case "view_reader":
                self.show_view("reader")
            case "view_note":
                self.show_view("note")
            case "write_note":
                self.show_view("note")
                if self.panels.note is not None and self._view == "note":
                    self.panels.note.write_note()
            case "search":
                self._body.top.search.setFocus()
                self._body.top.search.selectAll()
            case "palette":
                self.finder.open()
            case "back":
                self._open(self._history.back())
            case "forward":
                self._open(self._history.forward())
            case _:
                self._body.library.perform(action, self._article_in_hand())

    def open_article(self, article_id: str, start: int = 0, end: int = 0) -> None:
        """Open an article, show it in the list, and a passage of it where one is named."""
        self._history.visit(article_id)
        self._open(article_id, start, end)

    def show_view(self, view: str) -> None:
        """Show the reader, or the note of the dossier one is in."""
        if view == "note":
            dossier = self._dossier_for_note()
            if not dossier:
                self._context.messages.tell("A note belongs to a dossier: make one first.")
                view = "reader"
            else:
                note = self.panels.need_note()
                if dossier != self._body.library.dossier:
                    self._body.library.go_to_dossier(dossier)
                note.show_dossier(dossier)
                self._body.show_view(note)
        if view == "reader":
            self._body.show_view(self._body.columns)
        self._view = view
        self._set_panes()
        self._show_footer()
        self._body.top.show_view(view)
        self._actions.check("view_reader", view == "reader")
        self._actions.check("view_note", view == "note")
        self._keep.start()

    def escape(self) -> None:
        """Leave a selection of several articles, then go back to the text."""
        chosen = self._body.library.list
        if len(chosen.selectionModel().selectedRows()) > 1:
            chosen.put_current(chosen.currentIndex())
        elif self._view == "reader" and self.panels.reader is not None:
            self.panels.reader.setFocus()

    def _set_panes(self) -> None:
        library, panels = self._body.library, self.panels
        panes: list[QWidget | None] = [library.nav, library.list, panels.reader, panels.side]
        if self._view == "note" and panels.note is not None:
            panes = list(panels.note.panes)
        self._window.view_deeds.panes = [pane for pane in panes if pane is not None]

    # --- wiring --------------------------------------------------------------------------------------

    def _connect(self) -> None:
        body, library, panels = self._body, self._body.library, self.panels
        library.article_chosen.connect(self.open_article)
        library.scope_changed.connect(self._on_scope)
        library.listed.connect(self._on_listed)
        library.nav_model.modelReset.connect(self._on_places)
        library.search_cleared.connect(body.top.search.clear)
        library.import_wanted.connect(self._on_import)
        body.top.dossier_chosen.connect(library.go_to_dossier)
        body.top.search.typed.connect(self._on_typed)
        body.top.search.asked.connect(self._on_asked)
        body.top.search.escaped.connect(self.escape)
        body.top.search.list_wanted.connect(library.list.setFocus)
        body.foot.review_wanted.connect(self._on_review)
        body.foot.offline_wanted.connect(self.network.toggle)
        body.messages.undo_wanted.connect(self._on_undo)
        if self._context.linked is not None:
            self._context.linked.progressed.connect(body.foot.show_linking)
        panels.reader_built.connect(self._on_reader_built)
        panels.side_built.connect(self._on_side_built)
        panels.built.connect(self._on_built)
        panels.article_shown.connect(self._on_shown)
        panels.place_wanted.connect(self._on_place_wanted)
        panels.side_wanted.connect(self._on_side_wanted)
        panels.card_wanted.connect(self.actors.open_actor)
        self.actors.article_wanted.connect(self.open_article)
        self.imports.article_wanted.connect(self.open_article)
        self.imports.dossier_made.connect(library.go_to_dossier)
        self.imports.fetching.connect(self.network.show_page)
        library.feed_wanted.connect(self.feeds.do)
        self.feeds.articles_wanted.connect(self._on_feed_wanted)
        self.dossiers.made.connect(library.go_to_dossier)
        self.dossiers.deleted.connect(self._on_dossier_deleted)
        self.finder.article_wanted.connect(self.open_article)
        self.finder.dossier_wanted.connect(library.go_to_dossier)
        if not self._first.read_only:
            self._window.dropped.connect(self.imports.drop)

    def _open(self, article_id: str, start: int = 0, end: int = 0) -> None:
        if not article_id:
            return
        if self._view != "reader":
            self.show_view("reader")
        self._body.library.select_article(article_id)
        self.panels.open_article(article_id, start, end, sought_by(self._body.library.query.text))
        self._enable_history()
        self._keep.start()

    def _on_reader_built(self, reader: QWidget) -> None:
        self._body.columns.replace("reader", reader)
        if self.panels.reader is not None:
            self.panels.reader.surface.scrolled.connect(self._on_scrolled)
            self.panels.reader.surface.caret_moved.connect(self._on_scrolled)
        if self._first.article:
            self.open_article(self._first.article)

    def _on_side_built(self, side: QWidget) -> None:
        self._body.columns.replace("side", side)

    def _on_built(self) -> None:
        self._set_panes()
        if self._first.view == "note" and self._dossier_for_note():
            self.show_view("note")

    def _on_shown(self, article: OpenArticle | None) -> None:
        self._show_footer()
        if article is None:
            return
        self._body.library.note_opened(article.article.id)
        if article.analysis is None and self._context.analyst is not None and not self._first.read_only:
            self._context.analyst.want_read(article.article.id)

    def _show_footer(self) -> None:
        article = self.panels.open if self._view == "reader" else None
        waiting = sum(one.status is Status.SUGGESTED for one in article.statements) if article else 0
        self._body.foot.show_review(waiting)
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        article, reader = self.panels.open, self.panels.reader
        if article is None or reader is None or self._view != "reader":
            self._body.foot.show_place(0, 0)
            return
        standing = reader.passages.standing()
        block = article.version.block_at(standing[0] if standing else reader.surface.top_offset())
        self._body.foot.show_place(block.number if block else 0, article.article.words)

    def _on_scope(self, query: ListQuery) -> None:
        library = self._body.library
        self._name_place()
        self.panels.show_dossier(library.dossier)
        if self._view == "note" and (query.text or not library.dossier):
            self.show_view("reader")
        for action in ("edit_dossier", "delete_dossier", "take_from_dossier"):
            self._actions.enable(action, bool(library.dossier))
        for action in ("restore", "purge"):
            self._actions.enable(action, query.scope == "trash")
        self._actions.enable("trash", query.scope != "trash")
        self._enable_history()
        self._keep.start()

    def _name_place(self) -> None:
        """Show where one is; a dossier just made has no name in the list until the library was asked again."""
        library = self._body.library
        name = library.place_name(library.place) or "Dossier"
        self._body.top.show_place(name, in_dossier=bool(library.dossier))
        self._window.setWindowTitle(f"{name} — {self._first.path.stem} — Briefing Reader")

    def _on_places(self) -> None:
        self._name_place()
        self._offer_dossiers()

    def _on_listed(self, number: int) -> None:
        del number
        self._offer_dossiers()

    def _offer_dossiers(self) -> None:
        extra = [self._actions.actions[name] for name in ("go_all", "new_dossier", "edit_dossier", "delete_dossier")]
        self._body.top.show_dossiers(self._body.library.dossiers(), extra)

    def _enable_history(self) -> None:
        self._actions.enable("back", self._history.can_go_back)
        self._actions.enable("forward", self._history.can_go_forward)

    def _article_in_hand(self) -> str:
        """Return the open article while the focus is in the text, else nothing: the list's selection is meant."""
        reader, focus = self.panels.reader, QApplication.focusWidget()
        in_text = reader is not None and focus is not None and (focus is reader or reader.isAncestorOf(focus))
        return self._history.here if in_text else ""

    def _dossier_for_note(self) -> str:
        library = self._body.library
        if library.dossier:
            return library.dossier
        if self.panels.open is not None and self.panels.open.dossiers:
            return self.panels.open.dossiers[0].id
        known = library.dossiers()
        return known[0][0] if known else ""

    def _on_typed(self, text: str) -> None:
        self._body.library.search(text, typing=True)

    def _on_asked(self, text: str) -> None:
        self._body.library.search(text)
        self._body.library.list.setFocus()

    def _on_import(self) -> None:
        self._actions.perform("import")

    def _on_review(self) -> None:
        self._actions.perform("panel_positions")

    def _on_undo(self) -> None:
        self.undoing.perform("undo")

    def _on_place_wanted(self, article: str, start: int, end: int) -> None:
        self.open_article(article, start, end)

    def _on_side_wanted(self) -> None:
        if self._view != "reader":
            self.show_view("reader")
        self._body.columns.show_column("side")

    def _on_feed_wanted(self, ref: str) -> None:
        self.show_view("reader")
        self._body.library.go_to_feed(ref)

    def _on_dossier_deleted(self, dossier: str) -> None:
        if self._body.library.dossier == dossier:
            self._actions.perform("go_all")


def sought_by(query: str) -> tuple[Sought, ...]:
    """Return the words and phrases that a search of the library asks an article to hold."""
    return tuple(
        Sought(term.value, term.prefix)
        for group in parse(query).groups
        for term in group
        if term.operator == WORD and not term.excluded
    )
