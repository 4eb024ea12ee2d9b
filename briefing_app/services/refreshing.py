"""A round of looks for news, and what is remembered of each feed: that it moved, ended, or wants to be left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing_app.errors import UserError
from briefing_app.services import subscriptions
from briefing_app.services.clock import now
from briefing_app.services.hosts import host_of, origin
from briefing_app.services.looking import Refreshed
from briefing_app.services.patience import GONE, Answered
from briefing_app.services.rounds import Round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing_app.domain.collection import Feed
    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.looking import Looker
    from briefing_app.store.session import Work
    from briefing_app.store.store import Store

DECIDED = ("name", "folder", "dossier", "full", "login", "stays")
"""What the user decides of a feed; a look changes none of it."""


class Refresher:
    """Looks into feeds, several hosts at once, and keeps what each look found out."""

    def __init__(self, store: Store, looker: Looker, fetcher: Fetcher, session: str) -> None:
        self._store, self._looker, self._fetcher, self._session = store, looker, fetcher, session

    def refresh(
        self,
        feeds: Sequence[Feed],
        *,
        full: bool,
        alone: bool,
        stop: Callable[[], bool],
        begun: Callable[[Feed], None] | None,
    ) -> Iterator[Refreshed]:
        """Yield what came of each feed, in their order. ``alone`` asks a feed that has ended once more."""

        def look(feed: Feed) -> Refreshed:
            skipped = _skipped(feed, alone=alone)
            if skipped:
                return Refreshed(feed, unchanged=True, skipped=skipped)
            if begun is not None:
                begun(feed)
            return self._looked(feed, full, stop)

        try:
            yield from Round(feeds, look, stop).run()
        except KeyboardInterrupt:
            self._fetcher.call_off()
            raise

    def _looked(self, feed: Feed, full: bool, stop: Callable[[], bool]) -> Refreshed:
        """Look into a feed and remember what came of it."""
        try:
            done = self._looker.look(feed, full=full, stop=stop)
            fresh = replace(done.feed, gone=False, waits="", tried=now())
        except UserError as error:
            fresh = replace(_after(feed, error), news=0, tried=now())
            done = Refreshed(fresh, problem=fresh.problem)
        kept, note = self._remember(feed.url, fresh)
        return replace(done, feed=replace(done.feed, url=kept.url, earlier=kept.earlier), note=note)

    def _remember(self, url: str, feed: Feed) -> tuple[Feed, str]:
        """Keep what a look found out; what the user decided meanwhile stands, and an ended subscription stays so.

        A feed that has moved gets its new address. Returns the feed as it is kept, and a sentence on its move.
        """
        with self._store.write("Refresh feed", session=self._session, undoable=False) as work:
            current = subscriptions.one(work, url)
            if current is None:
                return feed, ""
            fresh = replace(feed, **{name: getattr(current, name) for name in DECIDED})
            fresh, note = _housed(work, current, fresh)
            if fresh.url != url:
                subscriptions.drop(work, url)
            subscriptions.put(work, fresh)
        return fresh, note


def _housed(work: Work, current: Feed, fresh: Feed) -> tuple[Feed, str]:
    """Return a feed at the address that it is to have, and a sentence where that is news."""
    if fresh.url == current.url:
        return fresh, ""
    here = replace(fresh, url=current.url, earlier=current.earlier)
    if current.stays or (current.login and origin(fresh.url) != origin(current.url)):
        return here, ""
    if subscriptions.one(work, fresh.url) is not None:
        also = f"{fresh.shown} has moved to {fresh.url}, which you are subscribed to besides; unsubscribe from one."
        return here, also
    return fresh, f"{fresh.shown} has moved for good; its new address {fresh.url} is kept."


def _after(feed: Feed, error: UserError) -> Feed:
    """Return a feed after a look that brought nothing, with what its server said of the time to come."""
    if isinstance(error, Answered) and error.status == GONE:
        return replace(feed, gone=True, problem=ended_words(feed))
    waits = _later(error.wait) if isinstance(error, Answered) and error.wait else feed.waits
    return replace(feed, waits=waits, problem=str(error))


def _skipped(feed: Feed, *, alone: bool) -> str:
    """Return why a feed is not asked; one that is no more is, where it alone is wanted."""
    if feed.gone and not alone:
        return f"{ended_words(feed)} Refresh it alone to ask once more."
    return subscriptions.rest_of(feed)


def ended_words(feed: Feed) -> str:
    """Return that a feed is no more."""
    return f"{host_of(feed.url)} says that this feed has ended for good; it is not asked any more."


def _later(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")
