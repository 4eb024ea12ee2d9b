"""When feeds are looked into by themselves: as often as the user set, never while offline, never two looks at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefing_app.settings import FEED_TIMES

if TYPE_CHECKING:
    from briefing_app.jobs.feeding import FeedRunner
    from briefing_app.services.feeds import FeedService
    from briefing_app.settings import Settings

LOOKS = 60.0
"""Seconds between two looks at the clock."""


class FeedSchedule:
    """Asks at every tick which feeds are due by the setting, and starts a look into those."""

    def __init__(self, feeds: FeedService, runner: FeedRunner, settings: Settings) -> None:
        self._feeds = feeds
        self._runner = runner
        self._settings = settings

    def tick(self) -> None:
        """Look into what is due now, if it may be."""
        minutes = FEED_TIMES[self._settings.text("feeds.every")]
        if not minutes or self._settings.flag("network.offline") or self._runner.busy:
            return
        due = self._feeds.due(timedelta(minutes=minutes))
        if due:
            self._runner.start(due, asked=False)
