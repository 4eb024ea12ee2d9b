"""Decides what the page of the watch folder shows and does, without a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_app.errors import UserError
from briefing_app.ui.counted import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.jobs.runner import Runs
    from briefing_app.jobs.watching import WatchNews, WatchRunner
    from briefing_app.services.services import Services


class WatchScreen(Protocol):
    """What the presenter asks of the page."""

    def show_folder(self, folder: str, dossier: str, dossiers: Sequence[Dossier]) -> None:
        """Show what is watched."""

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of the latest files."""

    def show_busy(self, *, busy: bool) -> None:
        """Show that a folder is being looked through."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of something."""


class WatchPresenter:
    """Knows the watcher; ``warn`` hears of faults that are ours."""

    def __init__(
        self,
        screen: WatchScreen,
        services: Services,
        runner: Runs,
        watcher: WatchRunner | None,
        warn: Callable[[Exception], None],
    ) -> None:
        self._screen, self._services, self._runner = screen, services, runner
        self._watcher, self._warn = watcher, warn

    def load(self) -> None:
        """Show what is watched and what came lately."""
        self._runner.read(self._services.dossiers.all, self._show, failed=self._refused, key="watch.dossiers")

    def watch(self, folder: str, present: bool) -> None:
        """Watch a folder."""
        watcher = self._watcher
        if watcher is None:
            return
        self._screen.show_busy(busy=True)

        def ready(_answer: object) -> None:
            self._screen.show_busy(busy=False)
            if self._set(folder, watcher.watched.dossier):
                self._screen.say("It is watched from now on.")

        self._runner.read(lambda: watcher.prepare(folder, present=present), ready, failed=self._refused)

    def stop(self) -> None:
        """Watch no folder any more."""
        if self._set("", ""):
            self._screen.say("No folder is watched any more; what was taken in stays.")

    def file_under(self, dossier: str) -> None:
        """Put what comes into another dossier."""
        if self._watcher is not None and self._watcher.watched.folder:
            self._set(self._watcher.watched.folder, dossier)

    def on_news(self, news: WatchNews) -> None:
        """Show what came, or why nothing can."""
        self._screen.say(news.problem, trouble=bool(news.problem))
        if self._watcher is not None:
            self._screen.show_outcomes(self._watcher.recent)

    def _set(self, folder: str, dossier: str) -> bool:
        if self._watcher is None:
            return False
        try:
            self._watcher.watch(folder, dossier)
        except UserError as error:
            self._screen.say(str(error), trouble=True)
            return False
        self.load()
        return True

    def _show(self, dossiers: tuple[Dossier, ...]) -> None:
        if self._watcher is None:
            return
        watched = self._watcher.watched
        self._screen.show_folder(watched.folder, watched.dossier, dossiers)
        self._screen.show_outcomes(self._watcher.recent)
        if self._watcher.problem:
            self._screen.say(self._watcher.problem, trouble=True)

    def _refused(self, error: Exception) -> None:
        self._screen.show_busy(busy=False)
        if isinstance(error, UserError):
            self._screen.say(str(error), trouble=True)
        else:
            self._warn(error)


def watch_words(news: WatchNews) -> str:
    """Return in a sentence what came of files, for the foot of the window; empty where all was there already."""
    if news.problem:
        return news.problem
    taken = sum(one.outcome.brings_text for one in news.outcomes)
    left = sum(not one.outcome.went_in for one in news.outcomes)
    parts = [f"{counted(taken, 'article')} taken in from the watch folder."] if taken else []
    if left:
        parts.append(f"{counted(left, 'file')} could not be taken in; Watch folder says why.")
    return " ".join(parts)
