"""What every panel of the window is given: the services, where work runs, and what tells it of changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.domain.changes import Changes
    from briefing_app.jobs.analyst import Analyst
    from briefing_app.jobs.feeding import FeedRunner
    from briefing_app.jobs.importing import Importer
    from briefing_app.jobs.runner import Runs
    from briefing_app.jobs.watching import WatchRunner
    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.relinking import Replay
    from briefing_app.services.services import Services
    from briefing_app.settings import Settings
    from briefing_app.ui.messages import Messages
    from briefing_app.ui.theme import ThemeHolder


class ChangeFeed(QObject):
    """Tells every presenter, on the window's thread, what a unit of work has changed."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.changed, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: Changes) -> None:
        """Take changes from any thread; they are told from the event loop of the window's."""
        if changes:
            self._arrived.emit(changes)


class LinkFeed(QObject):
    """Tells, on the window's thread, how far corrected names have been replayed: articles done, of all."""

    progressed = Signal(int, int)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def publish(self, replay: Replay) -> None:
        """Take progress from any thread."""
        self._arrived.emit(replay)

    def _tell(self, replay: Replay) -> None:
        self.progressed.emit(replay.done, len(replay.articles))


class Courier(QObject):
    """Calls functions on the window's thread, whichever thread gives them."""

    _given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Have ``call`` called from the event loop of the window's thread."""
        self._given.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()


class FeedNews(QObject):
    """Tells how looks for news go, whoever started them: a `FeedProgress`, in the end a `FeedLook`."""

    progressed = Signal(object)
    ended = Signal(object)


class FolderNews(QObject):
    """Tells what became of files of the watched folder: a `WatchNews`."""

    told = Signal(object)


@dataclass(frozen=True, slots=True)
class UiContext:
    """The window's surroundings, handed to every panel's constructor."""

    services: Services
    runner: Runs
    changes: ChangeFeed
    messages: Messages
    theme: ThemeHolder
    settings: Settings
    importer: Importer | None = None
    analyst: Analyst | None = None
    linked: LinkFeed | None = None
    feeder: FeedRunner | None = None
    feed_news: FeedNews | None = None
    fetcher: Fetcher | None = None
    watcher: WatchRunner | None = None
    folder_news: FolderNews | None = None
