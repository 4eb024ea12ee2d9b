"""Watching a folder behind the window: looks now and then, sooner when the system says that something happened."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError, UserError
from briefing_app.jobs.ticking import Ticker
from briefing_app.services.watching import SETTLE, folders_below

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.jobs.analyst import Analyst
    from briefing_app.jobs.runner import Deliver
    from briefing_app.services.watching import FolderWatch, WatchService
    from briefing_app.settings import Settings

POLL = 30.0
"""Seconds between two looks while nothing is heard."""
RECENT = 50
"""Most outcomes remembered for the dialog."""
AT_ONCE = 200
"""Most files taken before what became of them is told; the rest follows at once."""
SOON = 0.05
FOLDERS = "watch.folders"


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder that is watched (empty: none) and the id of the dossier its files go into."""

    folder: str = ""
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class WatchNews:
    """What became of files of the watched folder, or a sentence why it cannot be looked at."""

    outcomes: tuple[ImportOutcome, ...] = ()
    problem: str = ""


class WatchRunner:
    """Takes in what comes into the folder that the settings name for ``library``.

    ``told`` hears of outcomes, ``failed`` of faults that are ours and ``listen`` of the folders to listen to, all on
    the window's thread; whoever listens calls `poke`. Each new article is analysed.
    """

    def __init__(
        self,
        watching: WatchService,
        settings: Settings,
        library: str,
        analyst: Analyst,
        deliver: Deliver,
        told: Callable[[WatchNews], None],
        failed: Callable[[Exception], None],
        listen: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        self._listen = listen
        self._watching, self._settings, self._library = watching, settings, library
        self._analyst, self._deliver = analyst, deliver
        self._told, self._failed = told, failed
        self._turn = threading.Lock()
        self._watch: FolderWatch | None = None
        self._over = False
        self._problem = ""
        self._heard: list[str] = []
        self.recent: tuple[ImportOutcome, ...] = ()
        self._ticker = Ticker(self.tick, POLL, self._fault)

    def start(self) -> None:
        """Begin to look: at once where a folder is watched, for what came while the window was closed."""
        self._ticker.start()
        if self.watched.folder:
            self.poke()

    def end(self, patience: float = 3.0) -> None:
        """Stop after the file at work; wait for it so many seconds."""
        self._over = True
        self._ticker.end(patience)

    def poke(self) -> None:
        """Look soon: something has happened in the folder."""
        self._ticker.poke()

    @property
    def watched(self) -> Watched:
        """Return what is watched."""
        record = self._settings.record(FOLDERS, self._library)
        return Watched(record.get("folder", ""), record.get("dossier", ""))

    @property
    def problem(self) -> str:
        """Return why the folder cannot be looked at, empty when it can."""
        return self._problem

    def prepare(self, folder: str, *, present: bool = True) -> None:
        """Make ready to watch a folder; without ``present`` only for what comes. To be called off the window's thread.

        InputError when it may not be watched.
        """
        with self._turn:
            self._watching.begin(Path(folder), present=present)
            self._watch = None

    def watch(self, folder: str, dossier: str = "") -> None:
        """Watch a folder that is made ready, or with an empty name none any more; what was taken in stays."""
        record = {"folder": folder, "dossier": dossier} if folder else {}
        self._settings.set_record(FOLDERS, self._library, record)
        self._problem = ""
        self.poke()

    def tick(self) -> float | None:
        """Look once and take what is ready; return after how many seconds to look again where that is soon."""
        with self._turn:
            watched = self.watched
            self._hear(watched.folder)
            if not watched.folder:
                self._watch = None
                return None
            if self._watch is None or str(self._watch.folder) != watched.folder:
                self._watch = self._watching.open(Path(watched.folder))
            return self._look(self._watch, watched.dossier)

    def _look(self, watch: FolderWatch, dossier: str) -> float | None:
        try:
            look = watch.look()
        except InputError as error:
            if self._problem != str(error):
                self._problem = str(error)
                self._tell(WatchNews(problem=self._problem))
            return None
        self._problem = ""
        outcomes = list(look.refused)
        try:
            for outcome in self._watching.take(watch, look.ready[:AT_ONCE], dossier, self._is_over):
                outcomes.append(outcome)
                if outcome.outcome.brings_text:
                    self._analyst.want(outcome.article)
        except UserError as error:
            outcomes.append(ImportOutcome(str(watch.folder), Outcome.FAILED, reason=str(error)))
        if outcomes:
            self.recent = (*reversed(outcomes), *self.recent)[:RECENT]
            self._tell(WatchNews(tuple(outcomes)))
        if len(look.ready) > AT_ONCE:
            return SOON
        return SETTLE + 0.1 if look.settling else None

    def _hear(self, folder: str) -> None:
        """Have the folders listened to that there are now; found here, because it may take long on a slow disk."""
        listen, folders = self._listen, folders_below(folder)
        if listen is not None and folders != self._heard:
            self._heard = folders
            self._deliver(lambda: listen(folders))

    def _is_over(self) -> bool:
        """Say whether the folder is not to be watched any more."""
        return self._over or self._watch is None or self.watched.folder != str(self._watch.folder)

    def _tell(self, news: WatchNews) -> None:
        self._deliver(lambda: self._told(news))

    def _fault(self, error: Exception) -> None:
        self._deliver(lambda: self._failed(error))
