"""What menu, palette and library column do with feeds, and what a look for news tells outside of the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.tricks import visible
from briefing_app.ui.feeds.model import REFRESH
from briefing_app.ui.feeds.watching import watch_words
from briefing_app.ui.feeds.words import look_words, note_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.collection import Feed
    from briefing_app.jobs.feeding import FeedLook, FeedProgress
    from briefing_app.jobs.watching import WatchNews
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.feeds.network import Network
    from briefing_app.ui.feeds.view import FeedsDialog

OFFLINE = "The program is offline; switch offline mode off to look for news."


class FeedDeeds(QObject):
    """Opens the dialog and starts looks; ``articles_wanted`` gives the ref of a feed whose articles are wanted."""

    ACTIONS = frozenset({"feeds", "refresh_feeds", "watch_folder"})
    articles_wanted = Signal(str)

    def __init__(self, context: UiContext, network: Network, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._network, self._window = context, network, window
        self.dialog: FeedsDialog | None = None
        if context.feed_news is not None:
            context.feed_news.progressed.connect(self._on_progress)
            context.feed_news.ended.connect(self._on_ended)
        if context.folder_news is not None:
            context.folder_news.told.connect(self._on_folder)

    def perform(self, action: str) -> None:
        """Show the dialog on the page that is meant, or look into all feeds."""
        if action == "refresh_feeds":
            self._refresh()
            return
        dialog = self.open()
        dialog.tabs.setCurrentWidget(dialog.watch if action == "watch_folder" else dialog.page)

    def open(self) -> FeedsDialog:
        """Show the dialog, the one that is open already if there is one."""
        from briefing_app.ui.feeds.view import FeedsDialog

        if self.dialog is None:
            self.dialog = FeedsDialog(self._context, self._network, self._window)
            self.dialog.articles_wanted.connect(self.articles_wanted)
        self.dialog.load()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def do(self, verb: str, ref: str) -> None:
        """Do with a feed what the menu of the library column names."""
        if verb == REFRESH:
            self._refresh(ref)
        else:
            self.open().presenter.by_ref(ref, verb)

    def end(self) -> None:
        """Take the dialog down; it lives as long as its library, since answers may come to it while it is closed."""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _refresh(self, ref: str = "") -> None:
        """Look into the feed of a short name, or into all."""
        if self._network.is_offline():
            self._context.messages.tell(OFFLINE)
            return

        def found(feeds: tuple[Feed, ...]) -> None:
            self._start(feeds, [feed.url for feed in feeds if feed.ref == ref] if ref else None)

        self._context.runner.read(self._context.services.feeds.all, found)

    def _start(self, feeds: tuple[Feed, ...], urls: list[str] | None) -> None:
        looks = self._context.feeder
        if not feeds:
            self._context.messages.tell("There is no feed yet; subscribe to one first.")
            self.open()
        elif looks is not None and urls != [] and (urls is not None or not looks.busy):
            looks.start(urls)

    def _on_progress(self, progress: FeedProgress) -> None:
        self._network.show_feed(visible(progress.current.shown) if progress.current is not None else "")

    def _on_folder(self, news: WatchNews) -> None:
        words = watch_words(news)
        if words:
            self._context.messages.tell(words)

    def _on_ended(self, look: FeedLook) -> None:
        self._network.show_feed("")
        if look.asked and not (self.dialog is not None and self.dialog.isVisible()):
            self._context.messages.tell(look_words(look))
        elif not look.asked and note_words(look):
            self._context.messages.tell(note_words(look))
