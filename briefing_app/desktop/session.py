"""One open library behind the window: its services, threads and worker, put together and taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.context import ChangeFeed, Courier, FeedNews, FolderNews, LinkFeed, UiContext

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from briefing_app.desktop.eyes import FolderEyes
    from briefing_app.jobs.feeding import FeedRunner
    from briefing_app.jobs.importing import Importer
    from briefing_app.jobs.linking import Linker
    from briefing_app.jobs.pool import WorkerPool
    from briefing_app.jobs.ticking import Ticker
    from briefing_app.jobs.watching import WatchRunner
    from briefing_app.services.services import Services
    from briefing_app.settings import Settings
    from briefing_app.store.store import Store
    from briefing_app.ui.messages import Messages
    from briefing_app.ui.theme import ThemeHolder


STEPS_BACK = 5
"""By how much (as of `nice`) the workers let the window go first where both want a processor."""


class Session:
    """Everything that runs over one open library. Made on the window's thread once the store is open."""

    def __init__(
        self, store: Store, settings: Settings, messages: Messages, theme: ThemeHolder, parent: QObject
    ) -> None:
        from briefing_app.desktop.eyes import FolderEyes
        from briefing_app.jobs.analyst import Analyst
        from briefing_app.jobs.pool import WorkerPool, worker_count
        from briefing_app.jobs.runner import Runner
        from briefing_app.jobs.safekeeping import EVERY, BackupSchedule
        from briefing_app.jobs.ticking import Ticker
        from briefing_app.services.fetching import Fetcher
        from briefing_app.services.logins import Logins
        from briefing_app.services.secrets import Keyring
        from briefing_app.services.services import Services

        self.store = store
        self._courier = Courier(parent)
        self._changes = ChangeFeed(parent)
        self._messages = messages
        self._quiet = store.subscribe(self._changes.publish)
        self._pool: WorkerPool = WorkerPool(
            worker_count() + 1, pipeline=settings.text("analysis.pipeline"), steps_back=STEPS_BACK
        )
        self._runner = Runner(self._courier.deliver, messages.warn)
        fetcher = Fetcher(settings.texts("network.allowed_hosts"), offline=lambda: settings.flag("network.offline"))
        self._fetcher = fetcher
        services = Services.over(store, self._pool, fetcher=fetcher, logins=lambda: Logins(Keyring()))
        self._analyst = Analyst(services.importing, self._analysis_failed, at_once=worker_count())
        self._importer = self._importer_of(services)
        self._backup_schedule = BackupSchedule(services.backups, self._analysis_failed)
        self._backup_ticker = Ticker(self._backup_schedule.tick, EVERY, self._analysis_failed)
        news = FeedNews(parent)
        self._feeder = self._feeder_of(services, news)
        self._ticker = self._ticker_of(services, settings)
        folder_news, eyes = FolderNews(parent), FolderEyes(parent)
        self._watcher = self._watcher_of(services, settings, folder_news, eyes)
        self._linked = LinkFeed(parent)
        self._linker = None if store.read_only else self._linker_of(services)
        self.context = UiContext(
            services=services,
            runner=self._runner,
            changes=self._changes,
            messages=messages,
            theme=theme,
            settings=settings,
            importer=self._importer,
            analyst=self._analyst,
            linked=self._linked,
            feeder=self._feeder,
            feed_news=news,
            fetcher=fetcher,
            watcher=self._watcher,
            folder_news=folder_news,
        )

    @property
    def path(self) -> Path:
        """Return the library's file."""
        return self.store.path

    @property
    def busy(self) -> bool:
        """Say whether work is under way or articles wait for their analysis."""
        return self._runner.busy or bool(self._analyst.waiting)

    def warm(self) -> None:
        """Load in the background what the first import and the first note will need, and catch up on analysis."""
        self._runner.read(self._pool.warm)
        if not self.store.read_only:
            self._runner.read(self._analyst.want_waiting)
            self._runner.write(self.context.services.certainty.settle)
            self._ticker.start()
            self._backup_ticker.start()
            self._watcher.start()

    def end(self) -> None:
        """Finish the writes, stop the rest, and close the library."""
        self._analyst.leave()
        self._importer.end()
        self._feeder.end()
        self._fetcher.call_off()
        self._watcher.end(0)
        self._backup_schedule.end()
        self._backup_ticker.end()
        self._pool.end()
        self._ticker.end()
        self._watcher.end()
        self._feeder.wait()
        self._importer.wait()
        self._analyst.end()
        if self._linker is not None:
            self._changes.changed.disconnect(self._linker.hear)
            self._linker.end()
        self._runner.end()
        self._quiet()
        self.store.close()

    def _importer_of(self, services: Services) -> Importer:
        from briefing_app.jobs.importing import Importer

        return Importer(
            services.importing,
            self._analyst,
            self._courier.deliver,
            rest=self._pool.rest,
            backups=services.backups,
            told=self._messages.tell,
        )

    def _feeder_of(self, services: Services, news: FeedNews) -> FeedRunner:
        from briefing_app.jobs.feeding import FeedRunner

        told, ended, failed = news.progressed.emit, news.ended.emit, self._messages.warn
        return FeedRunner(services.feeds, self._analyst, self._courier.deliver, told, ended, failed)

    def _ticker_of(self, services: Services, settings: Settings) -> Ticker:
        """Return what looks into feeds by itself, as often as the settings say."""
        from briefing_app.jobs.schedule import LOOKS, FeedSchedule
        from briefing_app.jobs.ticking import Ticker

        return Ticker(FeedSchedule(services.feeds, self._feeder, settings).tick, LOOKS, self._analysis_failed)

    def _watcher_of(self, services: Services, settings: Settings, news: FolderNews, eyes: FolderEyes) -> WatchRunner:
        from briefing_app.jobs.watching import WatchRunner
        from briefing_app.services.watching import WatchService

        watcher = WatchRunner(
            WatchService(self.store, services.background),
            settings,
            str(self.store.path),
            self._analyst,
            self._courier.deliver,
            news.told.emit,
            self._messages.warn,
            eyes.listen,
        )
        eyes.heard.connect(watcher.poke)
        return watcher

    def _linker_of(self, services: Services) -> Linker:
        from briefing_app.jobs.linking import Linker

        linker = Linker(services.relinking, self._linked.publish, self._analyst.want, self._analysis_failed)
        self._changes.changed.connect(linker.hear)
        return linker

    def _analysis_failed(self, error: Exception) -> None:
        self._courier.deliver(lambda: self._messages.warn(error))
