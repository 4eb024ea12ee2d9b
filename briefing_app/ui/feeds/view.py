"""The dialog of feeds: its pages, wired to the presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from briefing_app.domain.changes import Kind
from briefing_app.ui.feeds.list_page import ListPage
from briefing_app.ui.feeds.network_page import NetworkPage
from briefing_app.ui.feeds.presenter import FeedsPresenter
from briefing_app.ui.feeds.watch_page import WatchPage
from briefing_app.ui.feeds.watching import WatchPresenter
from briefing_app.ui.folders import Folders
from briefing_app.ui.widgets.boxes import PlainBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.collection import Feed, FeedLink
    from briefing_app.domain.dossier import Dossier
    from briefing_app.jobs.feeding import FeedLook, FeedProgress
    from briefing_app.jobs.watching import WatchNews
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.feeds.model import FeedRow
    from briefing_app.ui.feeds.network import Network

SIZE = (680, 600)


class FeedsDialog(QDialog):
    """Pages of subscriptions, of schedule and network, of the watch folder; ``articles_wanted`` gives a feed's ref."""

    articles_wanted = Signal(str)

    def __init__(self, context: UiContext, network: Network, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feeds")
        self.setModal(False)
        self.setMinimumSize(420, 360)
        self.resize(*SIZE)
        self._context, self._network = context, network
        self._doomed: Feed | None = None
        self._question: QMessageBox | None = None
        self.page = ListPage(context.theme, self, Folders(context.settings))
        self.rules = NetworkPage(context.settings, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, "Subscriptions")
        self.tabs.addTab(self.rules, "Schedule and network")
        self.watch = WatchPage(self, Folders(context.settings))
        self.tabs.addTab(self.watch, "Watch folder")
        self.tabs.tabBar().setAccessibleName("Pages")
        self.tabs.tabBar().setDrawBase(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.presenter = FeedsPresenter(
            self, context.services, context.runner, context.feeder, network.is_offline, context.messages.warn
        )
        self.watching = WatchPresenter(
            self.watch, context.services, context.runner, context.watcher, context.messages.warn
        )
        self._connect()
        self.page.address.setFocus()

    # --- for the presenter --------------------------------------------------------------------------------------

    def show_feeds(self, rows: Sequence[FeedRow]) -> None:
        """Show subscriptions."""
        self.page.show_rows(rows)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far a look is."""
        self.page.show_progress(words, done, total)

    def show_busy(self, *, busy: bool) -> None:
        """Show that an address is being looked at."""
        self.page.show_busy(busy=busy)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of something."""
        self.page.say(sentence, trouble=trouble)

    def clear_address(self) -> None:
        """Empty the field of the address."""
        self.page.address.clear()

    def ask_which(self, links: Sequence[FeedLink]) -> None:
        """Have the reader choose among the feeds of a page."""
        from briefing_app.ui.feeds.choice import FeedChoice

        dialog = FeedChoice(links, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.presenter.choose)
        dialog.open()

    def ask_removal(self, feed: Feed) -> None:
        """Have the reader confirm that he wants a feed no more."""
        question = PlainBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(f"Unsubscribe from “{feed.shown}”?")
        question.setInformativeText("What it brought stays in the library.")
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.addButton("Unsubscribe", QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        self._doomed, self._question = feed, question
        question.buttonClicked.connect(self._on_answer)
        question.open()

    def open_editor(self, feed: Feed | None, dossiers: Sequence[Dossier]) -> None:
        """Open the form of a feed, or of a new one."""
        from briefing_app.ui.feeds.editor import FeedEditor

        editor = FeedEditor(self._context, feed, dossiers, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.saved.connect(self._on_saved)
        editor.open()

    def show_articles(self, ref: str) -> None:
        """Ask for what a feed has brought."""
        self.articles_wanted.emit(ref)

    # --- inside -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        page, presenter = self.page, self.presenter
        page.subscribe_wanted.connect(presenter.subscribe)
        page.files_wanted.connect(presenter.add_files)
        page.form_wanted.connect(presenter.new)
        page.export_wanted.connect(presenter.export)
        page.refresh_wanted.connect(presenter.refresh_all)
        page.cancel_wanted.connect(presenter.cancel)
        page.list.done.connect(presenter.do)
        self.rules.every_set.connect(self._network.set_every)
        self.rules.offline_set.connect(self._network.set_offline)
        self.rules.hosts_set.connect(self._on_hosts)
        self._network.changed.connect(self.rules.refresh)
        self.watch.folder_wanted.connect(self.watching.watch)
        self.watch.stop_wanted.connect(self.watching.stop)
        self.watch.dossier_wanted.connect(self.watching.file_under)
        if self._context.folder_news is not None:
            self._context.folder_news.told.connect(self._on_folder)
        self._context.changes.changed.connect(self._on_changes)
        if self._context.feed_news is not None:
            self._context.feed_news.progressed.connect(self._on_progress)
            self._context.feed_news.ended.connect(self._on_ended)

    def load(self) -> None:
        """Show how things are."""
        self.presenter.load()
        self.watching.load()

    def _on_folder(self, news: WatchNews) -> None:
        self.watching.on_news(news)

    def _on_progress(self, progress: FeedProgress) -> None:
        self.presenter.on_progress(progress)

    def _on_ended(self, look: FeedLook) -> None:
        self.presenter.on_ended(look)

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.SETTING, Kind.DOSSIER):
            self.load()

    def _on_answer(self, button: object) -> None:
        question, doomed = self._question, self._doomed
        if question is None or doomed is None:
            return
        self._question = self._doomed = None
        if button is not question.button(QMessageBox.StandardButton.Cancel):
            self.presenter.remove(doomed)

    def _on_saved(self, feed: Feed, new: bool) -> None:
        self.presenter.saved(feed, new=new)

    def _on_hosts(self, lines: list[str]) -> None:
        problem = self._network.set_hosts(lines)
        self.rules.say(problem or "Saved; it holds from now on.", trouble=bool(problem))
