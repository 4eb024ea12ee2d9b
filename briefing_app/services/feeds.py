"""Subscriptions: kept in the library, fetched only when asked, each new item taken in once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.collection import Feed
from briefing_app.errors import InputError, UserError
from briefing_app.services.clock import now
from briefing_app.services.files import read_input
from briefing_app.services.hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing_app.domain.collection import Collection, FeedLink, Item
    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.services.fetching import Fetcher, Page
    from briefing_app.services.importing import ImportService
    from briefing_app.services.logins import Logins
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

SETTING = "feeds"
MOST_SEEN = 5000
"""Most items of a feed that are remembered as taken in; no feed lists as many."""
FEEDS = "application/rss+xml,application/atom+xml,application/feed+json,application/xml,text/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a look at one feed brought; ``problem`` is a sentence when it brought nothing because of a fault."""

    feed: Feed
    outcomes: tuple[ImportOutcome, ...] = ()
    unchanged: bool = False
    problem: str = ""


class FeedService:
    """Subscribes, unsubscribes, and refreshes; the net is touched by `refresh` alone."""

    def __init__(
        self,
        store: Store,
        importing: ImportService,
        fetcher: Fetcher,
        session: str = "desktop",
        logins: Callable[[], Logins] | None = None,
    ) -> None:
        self._store = store
        self._importing = importing
        self._fetcher = fetcher
        self._session = session
        self._logins = logins

    def all(self) -> tuple[Feed, ...]:
        """Return the subscriptions in the order they were made."""
        with self._store.read() as reader:
            return _kept(reader)

    def add(self, place: str, dossier: str = "", *, login: bool = False) -> tuple[Feed, ...]:
        """Subscribe to the feed at an address, or to all that an OPML file lists; return them.

        A feed that is there already keeps what it knows; it is filed under ``dossier`` (an id) if one is given.
        """
        if "://" in place:
            wanted = [Feed(_checked(place))]
        else:
            wanted = [Feed(_checked(one.url), one.title, one.folder) for one in self._listed(place)]
        with self._store.write("Subscribe", session=self._session, undoable=False) as work:
            kept = {feed.url: feed for feed in _kept(work)}
            for one in wanted:
                known = kept.get(one.url, one)
                kept[one.url] = replace(known, dossier=dossier or known.dossier, login=login or known.login)
            work.settings.set(SETTING, _text(kept.values()))
        return tuple(kept[one.url] for one in wanted)

    def remove(self, url: str) -> Feed:
        """End a subscription; what it brought stays. InputError when there is none of that address."""
        with self._store.write("Unsubscribe", session=self._session, undoable=False) as work:
            kept = {feed.url: feed for feed in _kept(work)}
            found = kept.pop(_named(kept, url).url)
            work.settings.set(SETTING, _text(kept.values()))
        return found

    def refresh(self, url: str = "", *, full: bool = False) -> Iterator[Refreshed]:
        """Look for news in one feed or in all of them; a fault of one feed is told and does not stop the others.

        With ``full`` the page of each new item is fetched too, instead of what the feed gives of it.
        """
        kept = {feed.url: feed for feed in self.all()}
        for feed in [_named(kept, url)] if url else kept.values():
            try:
                done = self._refresh(feed, full)
            except UserError as error:
                done = Refreshed(replace(feed, problem=str(error)), problem=str(error))
            self._remember(done.feed)
            yield done

    def _refresh(self, feed: Feed, full: bool) -> Refreshed:
        page = self._fetched(feed, full)
        if page.unchanged:
            return Refreshed(replace(feed, refreshed=now(), problem=""), unchanged=True)
        held = self._importing.collections.expand(page.body, feed.url)
        if held is None or (held.feeds and not held.items):
            raise InputError(f"{host_of(feed.url)} answered with something that is no feed; check the address.")
        outcomes, taken = self._taken(feed, held, full)
        here = [identity(item) for item in held.items]
        seen = dict.fromkeys([one for one in here if one in taken or one in feed.seen] + list(feed.seen))
        fresh = replace(
            feed,
            title=held.title or feed.title,
            etag=page.etag,
            modified=page.modified,
            refreshed=now(),
            problem="",
            seen=tuple(seen)[:MOST_SEEN],
        )
        return Refreshed(fresh, outcomes)

    def _fetched(self, feed: Feed, full: bool) -> Page:
        asked = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        headers = {} if full else {name: value for name, value in asked.items() if value}
        login = self._logins().get(feed.url) if feed.login and self._logins is not None else None
        return self._fetcher.fetch(feed.url, accept=FEEDS, headers=headers, login=login)

    def _taken(self, feed: Feed, held: Collection, full: bool) -> tuple[tuple[ImportOutcome, ...], set[str]]:
        """Import what is new, the oldest first; return the outcomes and what went in."""
        known = set(feed.seen)
        outcomes = []
        taken: set[str] = set()
        for item in reversed(held.items):
            key = identity(item)
            if key in known:
                continue
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

    def _listed(self, place: str) -> tuple[FeedLink, ...]:
        held = self._importing.collections.expand(read_input(place), place)
        if held is None or not held.feeds:
            raise InputError(f"{place} lists no feeds.", hint="Give the address of a feed, or an OPML file.")
        return held.feeds

    def _remember(self, feed: Feed) -> None:
        with self._store.write("Refresh feed", session=self._session, undoable=False) as work:
            kept = [feed if one.url == feed.url else one for one in _kept(work)]
            work.settings.set(SETTING, _text(kept))


def identity(item: Item) -> str:
    """Return what an item is remembered by: its source's own name for it, else its address, else its words."""
    name = item.identity or item.url or f"{item.title}\n{item.html}\n{item.text}"
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]


def _kept(reader: Reader) -> tuple[Feed, ...]:
    try:
        rows = json.loads(reader.settings.get(SETTING) or "[]")
        return tuple(from_plain(Feed, row) for row in rows)
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("The list of feeds in this library is damaged; restore a backup.") from error


def _text(feeds: Iterable[Feed]) -> str:
    return json.dumps([to_plain(feed) for feed in feeds], ensure_ascii=False)


def _named(kept: dict[str, Feed], url: str) -> Feed:
    if url not in kept:
        known = ", ".join(kept) or "none yet"
        raise InputError(f"There is no feed {url}.", hint=f"There are: {known}.")
    return kept[url]


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        whole = parts.scheme.casefold() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole:
        raise InputError("A feed is at an http or https address; check it.")
    if parts.username or parts.password:
        raise InputError("The address holds a user name or password; take it out and give the name with --user.")
    return url
