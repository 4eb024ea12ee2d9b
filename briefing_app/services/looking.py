"""Looking into one feed: fetch what is new, take each item in once, and say what came of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.services.clock import now
from briefing_app.services.hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.collection import Feed, Item
    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.services.fetching import Fetcher, Page
    from briefing_app.services.importing import ImportService
    from briefing_app.services.logins import Logins
    from briefing_app.store.store import Store

MOST_SEEN = 5000
"""Most items of a feed that are looked at, and remembered as taken in; an honest feed lists far fewer."""
MOST_LISTED = 2000
"""Most articles of a feed that its list in the library column shows, the latest."""
FEEDS = "application/rss+xml,application/atom+xml,application/feed+json,application/xml,text/xml;q=0.9,*/*;q=0.5"
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a look at one feed brought; ``problem`` is a sentence when it brought nothing because of a fault."""

    feed: Feed
    outcomes: tuple[ImportOutcome, ...] = ()
    unchanged: bool = False
    problem: str = ""


def never() -> bool:
    """Say that nobody wants it stopped."""
    return False


class Looker:
    """Looks into feeds, one at a time; the net is touched here."""

    def __init__(
        self, store: Store, importing: ImportService, fetcher: Fetcher, logins: Callable[[], Logins] | None
    ) -> None:
        self._store, self._importing = store, importing
        self._fetcher, self._logins = fetcher, logins

    def look(self, feed: Feed, *, full: bool, stop: Callable[[], bool]) -> Refreshed:
        """Return what a feed brought; UserError when it could not be read.

        With ``full`` the page of each new item is fetched too. ``stop`` is asked before each item.
        """
        page = self._fetched(feed, full)
        if page.unchanged:
            return Refreshed(replace(feed, refreshed=now(), problem="", news=0), unchanged=True)
        held = self._importing.collections.expand(page.body, feed.url)
        if held is None or (held.feeds and not held.items):
            raise InputError(f"{host_of(feed.url)} answered with something that is no feed; check the address.")
        items, known = held.items[:MOST_SEEN], set(feed.seen)
        outcomes, taken = self._taken(feed, items, full or feed.full, stop)
        here = [identity(item) for item in items]
        seen = dict.fromkeys([one for one in here if one in taken or one in known] + list(feed.seen))
        brought = [one.article for one in reversed(outcomes) if one.outcome.went_in]
        whole = not stop()  # what was cut short is asked for again as a whole
        fresh = replace(
            feed,
            title=(held.title or feed.title)[:LONGEST_TITLE],
            etag=page.etag if whole else "",
            modified=page.modified if whole else "",
            refreshed=now(),
            problem="",
            seen=tuple(seen)[:MOST_SEEN],
            articles=tuple(dict.fromkeys([*brought, *feed.articles]))[:MOST_LISTED],
            news=sum(one.outcome.brings_text for one in outcomes),
            left=sum(not one.outcome.went_in for one in outcomes),
        )
        return Refreshed(fresh, outcomes)

    def _fetched(self, feed: Feed, full: bool) -> Page:
        asked = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        headers = {} if full else {name: value for name, value in asked.items() if value}
        login = self._logins().get(feed.url) if feed.login and self._logins is not None else None
        return self._fetcher.fetch(feed.url, accept=FEEDS, headers=headers, login=login)

    def _taken(
        self, feed: Feed, items: Sequence[Item], full: bool, stop: Callable[[], bool]
    ) -> tuple[tuple[ImportOutcome, ...], set[str]]:
        """Import what is new, the oldest first; return the outcomes and what went in."""
        known = set(feed.seen)
        outcomes = []
        taken: set[str] = set()
        for item in reversed(items):
            key = identity(item)
            if key in known:
                continue
            if stop():
                break
            known.add(key)
            outcome = self._import(item, feed, full)
            outcomes.append(outcome)
            if outcome.outcome.went_in:
                taken.add(key)
        return tuple(outcomes), taken

    def _import(self, item: Item, feed: Feed, full: bool) -> ImportOutcome:
        source = item.url or f"{feed.url}#{identity(item)}"
        dossiers = self._dossiers(feed)
        if full and item.url:
            whole = self._importing.import_any(item.url, dossiers)
            if whole.outcome.went_in or not item.has_body:
                return whole
            part = self._importing.collections.import_item(item, source, dossiers)
            return replace(part, reason=f"{part.reason} The page itself was not fetched: {whole.reason}".strip())
        return self._importing.collections.import_item(item, source, dossiers)

    def _dossiers(self, feed: Feed) -> Sequence[str]:
        """Return the feed's dossier, unless it is no more."""
        with self._store.read() as reader:
            return [one.id for one in reader.dossiers.all() if one.id == feed.dossier]


def identity(item: Item) -> str:
    """Return what an item is remembered by: its source's own name for it, else its address, else its words."""
    name = item.identity or item.url or f"{item.title}\n{item.html}\n{item.text}"
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
