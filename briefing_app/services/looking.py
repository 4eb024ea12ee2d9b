"""Looking into one feed: fetch what is new, take each item in once, and say what came of it."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.services.clock import now
from briefing_app.services.hosts import host_of, origin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.collection import Feed, Item
    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.services.arrivals import Arrival
    from briefing_app.services.fetching import Fetcher, Page
    from briefing_app.services.importing import ImportService
    from briefing_app.services.logins import Logins
    from briefing_app.store.store import Store

MOST_SEEN = 5000
"""Most items of a feed that are looked at, and remembered as taken in; an honest feed lists far fewer."""
MOST_LISTED = 2000
"""Most articles of a feed that its list in the library column shows, the latest."""
BATCH = 16
"""Items of a feed that are put into the library at once; each unit of work has the window look at its lists again."""
FEEDS = "application/rss+xml,application/atom+xml,application/feed+json,application/xml,text/xml;q=0.9,*/*;q=0.5"
LONGEST_TITLE, LONGEST_ADDRESS = 200, 2000


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a look at one feed brought; ``problem`` is a sentence when it brought nothing because of a fault.

    ``skipped`` says why it was not asked at all, ``note`` what its reader should know besides.
    """

    feed: Feed
    outcomes: tuple[ImportOutcome, ...] = ()
    unchanged: bool = False
    problem: str = ""
    skipped: str = ""
    note: str = ""


def never() -> bool:
    """Say that nobody wants it stopped."""
    return False


class Looker:
    """Looks into feeds, on any threads; the net is touched here."""

    def __init__(
        self, store: Store, importing: ImportService, fetcher: Fetcher, logins: Callable[[], Logins] | None
    ) -> None:
        self._store, self._importing = store, importing
        self._fetcher, self._logins = fetcher, logins
        self._keyring = threading.Lock()

    def look(self, feed: Feed, *, full: bool, stop: Callable[[], bool]) -> Refreshed:
        """Return what a feed brought; UserError when it could not be read.

        With ``full`` the page of each new item is fetched too. ``stop`` is asked before each item.
        """
        page = self._fetched(feed, full)
        feed = moved(feed, page.moved)
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
        login = None
        if feed.login and self._logins is not None:
            with self._keyring:
                login = self._logins().get(feed.url)
        return self._fetcher.fetch(feed.url, accept=FEEDS, headers=headers, login=login)

    def _taken(
        self, feed: Feed, items: Sequence[Item], full: bool, stop: Callable[[], bool]
    ) -> tuple[tuple[ImportOutcome, ...], set[str]]:
        """Import what is new, the oldest first; return the outcomes and what went in."""
        known = set(feed.seen)
        new: dict[str, Item] = {}
        for item in reversed(items):
            new.setdefault(identity(item), item)
        for key in known & new.keys():
            del new[key]
        outcomes: list[ImportOutcome] = []
        read: list[Arrival | ImportOutcome] = []
        for item in new.values():
            if stop():
                break
            whole = full and bool(item.url)
            if not whole:
                read.append(self._part(item, feed))
            if whole or len(read) == BATCH:
                outcomes += self._kept(read, feed)
                read = []
            if whole:
                outcomes.append(self._whole(item, feed))
        outcomes += self._kept(read, feed)
        settled = zip(new, outcomes, strict=False)  # what was stopped has no outcome
        return tuple(outcomes), {key for key, outcome in settled if outcome.outcome.went_in}

    def _whole(self, item: Item, feed: Feed) -> ImportOutcome:
        """Import the page of an item; where it cannot be had, what the feed gives of it."""
        whole = self._importing.import_any(item.url, self._dossiers(feed))
        if whole.outcome.went_in or not item.has_body:
            return whole
        (part,) = self._kept([self._part(item, feed)], feed)
        return replace(part, reason=f"{part.reason} The page itself was not fetched: {whole.reason}".strip())

    def _part(self, item: Item, feed: Feed) -> Arrival | ImportOutcome:
        return self._importing.collections.read_item(item, item.url or f"{feed.url}#{identity(item)}")

    def _kept(self, read: Sequence[Arrival | ImportOutcome], feed: Feed) -> list[ImportOutcome]:
        """Put what a feed gives of items into the library, in one unit of work."""
        return self._importing.keep_each(read, self._dossiers(feed)) if read else []

    def _dossiers(self, feed: Feed) -> Sequence[str]:
        """Return the feed's dossier, unless it is no more."""
        with self._store.read() as reader:
            return reader.dossiers.known([feed.dossier])


def moved(feed: Feed, to: str) -> Feed:
    """Return a feed at the address to which it has moved for good, with the one it had in ``earlier``.

    It stays where it is when its reader went back to the old address, and when its password would not go along.
    """
    if not to or feed.stays or len(to) > LONGEST_ADDRESS or (feed.login and origin(to) != origin(feed.url)):
        return feed
    return replace(feed, url=to, earlier=feed.url)


def identity(item: Item) -> str:
    """Return what an item is remembered by: its source's own name for it, else its address, else its words."""
    name = item.identity or item.url or f"{item.title}\n{item.html}\n{item.text}"
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
