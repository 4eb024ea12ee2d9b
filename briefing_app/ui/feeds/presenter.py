"""Decides what the list of subscriptions shows and does, without a widget."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.collection import FeedLink
from briefing_app.errors import UserError
from briefing_app.services.feeds import completed
from briefing_app.services.files import write_whole
from briefing_app.ui.feeds.model import ARTICLES, BACK, EDIT, REFRESH, REMOVE, feed_rows
from briefing_app.ui.feeds.words import look_words, progress_words, subscribed_words
from briefing_app.ui.panels.cards.pieces import CHOOSE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.collection import Feed
    from briefing_app.domain.dossier import Dossier
    from briefing_app.jobs.feeding import FeedLook, FeedProgress, FeedRunner
    from briefing_app.jobs.runner import Runs
    from briefing_app.services.services import Services
    from briefing_app.ui.feeds.model import FeedRow

LATER = "It will be looked into when the program is online again."


class FeedScreen(Protocol):
    """What the presenter asks of the dialog."""

    def show_feeds(self, rows: Sequence[FeedRow]) -> None:
        """Show subscriptions, or how to make the first."""

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far a look is; without words there is none under way."""

    def show_busy(self, *, busy: bool) -> None:
        """Show that an address is being looked at."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of something."""

    def clear_address(self) -> None:
        """Empty the field of the address."""

    def ask_which(self, links: Sequence[FeedLink]) -> None:
        """Have the reader choose among the feeds of a page."""

    def ask_removal(self, feed: Feed) -> None:
        """Have the reader confirm that he wants a feed no more."""

    def open_editor(self, feed: Feed | None, dossiers: Sequence[Dossier]) -> None:
        """Open the form of a feed, or of a new one."""

    def show_articles(self, ref: str) -> None:
        """Show what a feed has brought."""


class FeedsPresenter:
    """Knows the subscriptions.

    ``looks`` runs the looks for news, ``offline`` says whether nothing may be fetched, ``warn`` hears of our faults.
    """

    def __init__(
        self,
        screen: FeedScreen,
        services: Services,
        runner: Runs,
        looks: FeedRunner | None,
        offline: Callable[[], bool],
        warn: Callable[[Exception], None],
    ) -> None:
        self._screen, self._services, self._runner = screen, services, runner
        self._looks, self._offline, self._warn = looks, offline, warn
        self._feeds: tuple[Feed, ...] = ()
        self._dossiers: tuple[Dossier, ...] = ()
        self._looking = ""

    def load(self) -> None:
        """Read the subscriptions and show them."""
        services = self._services
        self._runner.read(
            lambda: (services.feeds.all(), services.dossiers.all()), self._show, failed=self._refused, key="feeds.list"
        )

    def subscribe(self, place: str) -> None:
        """Subscribe to the feed at an address, or to one that the page there names."""
        address = place.strip()
        if not address:
            self._screen.say("Type the address of a feed, or of a page that has one.", trouble=True)
            return
        if self._offline():
            self._add([FeedLink("", completed(address))], look=False)
            return
        self._screen.show_busy(busy=True)
        self._screen.say("")
        self._runner.read(
            lambda: self._services.feeds.find(address), self._found, failed=self._refused, key="feeds.find"
        )

    def choose(self, links: Sequence[FeedLink]) -> None:
        """Subscribe to those that the reader chose of a page."""
        if links:
            self._add(links, look=True)

    def add_files(self, places: Sequence[str]) -> None:
        """Subscribe to what lists (OPML) name."""
        feeds = self._services.feeds

        def add() -> list[Feed]:
            return [feed for place in places for feed in feeds.add(place)]

        self._runner.write(add, self._added_quietly, failed=self._refused)

    def new(self) -> None:
        """Open the form of a new feed."""
        self._screen.open_editor(None, self._dossiers)

    def saved(self, feed: Feed, *, new: bool) -> None:
        """Show what a form has saved; look into a new feed."""
        self.load()
        if new:
            self._screen.say(subscribed_words([feed]))
            self._look([feed.url])

    def do(self, url: str, deed: str) -> None:
        """Do something with a feed of the list."""
        feed = next((one for one in self._feeds if one.url == url), None)
        if feed is None:
            return
        match deed:
            case _ if deed == REFRESH:
                self._look([url])
            case _ if deed == REMOVE:
                self._screen.ask_removal(feed)
            case _ if deed == ARTICLES:
                self._screen.show_articles(feed.ref)
            case _ if deed == BACK:
                back = partial(self._services.feeds.move_back, feed.url)
                self._runner.write(back, self._moved_back, failed=self._refused)
            case _ if deed in (EDIT, CHOOSE):
                self._screen.open_editor(feed, self._dossiers)

    def by_ref(self, ref: str, deed: str) -> None:
        """Do something with the feed of a short name, once the list is there."""
        feeds = self._services.feeds

        def found(known: tuple[Feed, ...]) -> None:
            self._feeds = known
            self.do(next((one.url for one in known if one.ref == ref), ""), deed)

        self._runner.read(feeds.all, found, failed=self._refused)

    def remove(self, feed: Feed) -> None:
        """End a subscription."""
        self._runner.read(lambda: self._services.feeds.remove(feed.url), self._removed, failed=self._refused)

    def export(self, place: str) -> None:
        """Write the list to a file."""
        feeds = self._services.feeds

        def write() -> None:
            write_whole(Path(place), feeds.export())

        def told(_answer: object) -> None:
            self._screen.say(f"The list was written to {Path(place).name}.")

        self._runner.read(write, told, failed=self._refused)

    def refresh_all(self) -> None:
        """Look into all feeds."""
        if not self._feeds:
            self._screen.say("There is no feed yet to look into.", trouble=True)
            return
        self._look(None)

    def cancel(self) -> None:
        """Stop the look under way."""
        if self._looks is not None:
            self._looks.end()

    def on_progress(self, progress: FeedProgress) -> None:
        """Show how far a look is."""
        looking = progress.current.url if progress.current is not None else ""
        self._screen.show_progress(progress_words(progress), progress.done, progress.total)
        if looking != self._looking:
            self._looking = looking
            self._show_rows()

    def on_ended(self, look: FeedLook) -> None:
        """Show what came of a look; one that nobody asked for is told in the list alone."""
        self._looking = ""
        self._screen.show_progress("", 0, 0)
        if look.asked:
            self._screen.say(look_words(look), trouble=all(one.problem for one in look.feeds) and bool(look.feeds))
        self.load()

    def _look(self, urls: Sequence[str] | None) -> None:
        if self._looks is None:
            return
        if self._offline():
            self._screen.say("The program is offline; switch offline mode off to look for news.", trouble=True)
            return
        self._looks.start(urls)

    def _show(self, answer: tuple[tuple[Feed, ...], tuple[Dossier, ...]]) -> None:
        self._feeds, self._dossiers = answer
        self._show_rows()

    def _show_rows(self) -> None:
        names: dict[str, str] = {one.id: one.name for one in self._dossiers}
        self._screen.show_feeds(feed_rows(self._feeds, names, self._looking))

    def _found(self, links: tuple[FeedLink, ...]) -> None:
        self._screen.show_busy(busy=False)
        if len(links) == 1:
            self._add(links, look=True)
        else:
            self._screen.ask_which(links)

    def _add(self, links: Sequence[FeedLink], *, look: bool) -> None:
        self._runner.write(
            lambda: self._services.feeds.add_links(links),
            self._added if look else self._added_quietly,
            failed=self._refused,
        )

    def _added(self, feeds: Sequence[Feed]) -> None:
        self._added_quietly(feeds)
        self._look([feed.url for feed in feeds])

    def _added_quietly(self, feeds: Sequence[Feed]) -> None:
        self._screen.clear_address()
        words = subscribed_words(feeds)
        self._screen.say(f"{words} {LATER}" if self._offline() and len(feeds) == 1 else words)
        self.load()

    def _moved_back(self, feed: Feed) -> None:
        self._screen.say(f"“{feed.shown}” is at {feed.url} again and stays there.")
        self.load()

    def _removed(self, feed: Feed) -> None:
        self._screen.say(f"Unsubscribed from “{feed.shown}”; its articles stay.")
        self.load()

    def _refused(self, error: Exception) -> None:
        self._screen.show_busy(busy=False)
        if isinstance(error, UserError):
            self._screen.say(str(error), trouble=True)
        else:
            self._warn(error)
