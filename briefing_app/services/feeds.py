"""Subscriptions: kept in the library, fetched only when asked or by the user's schedule, each item taken in once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing_app.domain.collection import Feed, FeedLink
from briefing_app.errors import InputError
from briefing_app.services import opml, subscriptions
from briefing_app.services.files import read_input
from briefing_app.services.hosts import host_of, origin
from briefing_app.services.looking import FEEDS, LONGEST_TITLE, Looker, Refreshed, never
from briefing_app.services.refreshing import Refresher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.importing import ImportService
    from briefing_app.services.logins import Logins
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.store import Store

MOST_FEEDS = 2000
"""Most feeds of a library."""
NO_KEYRING = "There is no system keyring that works here, so the password cannot be kept; nothing was changed."


@dataclass(frozen=True, slots=True)
class FeedEdit:
    """What the user decides of a feed, new or known, in one form; ``dossier`` is an id.

    ``user`` and ``password`` are kept in the keyring where they are given; ``forget`` takes them out of it.
    """

    url: str
    name: str = ""
    folder: str = ""
    dossier: str = ""
    full: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    forget: bool = False


class FeedService:
    """Subscribes, unsubscribes, finds and refreshes; the net is touched by `find` and `refresh` alone."""

    def __init__(
        self,
        store: Store,
        importing: ImportService,
        thinker: Thinker,
        fetcher: Fetcher,
        session: str = "desktop",
        logins: Callable[[], Logins] | None = None,
    ) -> None:
        self._store = store
        self._importing = importing
        self._thinker = thinker
        self._fetcher = fetcher
        self._session = session
        self._logins = logins
        self._refresher = Refresher(store, Looker(store, importing, fetcher, logins), fetcher, session)

    def all(self) -> tuple[Feed, ...]:
        """Return the subscriptions in the order they were made."""
        with self._store.read() as reader:
            return tuple(subscriptions.kept(reader).values())

    def get(self, url: str) -> Feed:
        """Return the subscription to an address; InputError when there is none."""
        with self._store.read() as reader:
            return subscriptions.named(reader, url)

    def add(self, place: str, dossier: str = "", *, login: bool = False) -> tuple[Feed, ...]:
        """Subscribe to the feed at an address, or to all that an OPML file lists; return them.

        A feed that is there already keeps what it knows; it is filed under ``dossier`` (an id) if one is given.
        """
        if "://" in place:
            return self.add_links([FeedLink("", place)], dossier, login=login)
        return self.add_links(self._listed(place), dossier, login=login)

    def add_links(self, links: Sequence[FeedLink], dossier: str = "", *, login: bool = False) -> tuple[Feed, ...]:
        """Subscribe to feeds that a page or a list named; InputError when one is at no address, and none is added."""
        wanted = [Feed(checked(one.url), one.title[:LONGEST_TITLE], one.folder[:LONGEST_TITLE]) for one in links]
        with self._store.write("Subscribe", session=self._session, undoable=False) as work:
            kept = subscriptions.kept(work)
            if len(kept.keys() | {one.url for one in wanted}) > MOST_FEEDS:
                raise InputError(f"A library keeps at most {MOST_FEEDS:,} feeds; subscribe to fewer.")
            done = []
            for one in wanted:
                known = kept.get(one.url, one)
                done.append(replace(known, dossier=dossier or known.dossier, login=login or known.login))
                subscriptions.put(work, done[-1])
        return tuple(done)

    def change(
        self,
        url: str,
        *,
        name: str | None = None,
        folder: str | None = None,
        dossier: str | None = None,
        full: bool | None = None,
    ) -> Feed:
        """Change what the user decides of a subscription; what is None stays. A dossier is given by its id."""
        with self._store.write("Edit feed", session=self._session, undoable=False) as work:
            feed = subscriptions.named(work, url)
            changed = replace(
                feed,
                name=feed.name if name is None else " ".join(name.split()),
                folder=feed.folder if folder is None else " ".join(folder.split()),
                dossier=feed.dossier if dossier is None else dossier,
                full=feed.full if full is None else full,
            )
            if changed.full and not feed.full:  # what gave only an address is to be looked at once more
                changed = replace(changed, etag="", modified="")
            subscriptions.put(work, changed)
        return changed

    def save(self, edit: FeedEdit) -> Feed:
        """Subscribe, or change a subscription, as a form says; nothing is changed where the password finds no keyring.

        InputError says what is wrong.
        """
        url = checked(edit.url)
        new = all(feed.url != url for feed in self.all())
        if edit.user and not edit.password:
            raise InputError("A name needs a password; type it, or leave both empty.")
        if new:
            self.add_links([FeedLink("", url)])
        try:
            if edit.user:
                self.protect(url, edit.user, edit.password)
        except InputError:
            if new:
                self.remove(url)
            raise
        if edit.forget and not edit.user:
            self.unprotect(url)
        return self.change(url, name=edit.name, folder=edit.folder, dossier=edit.dossier, full=edit.full)

    def remove(self, url: str) -> Feed:
        """End a subscription; what it brought stays. InputError when there is none of that address."""
        with self._store.write("Unsubscribe", session=self._session, undoable=False) as work:
            found = subscriptions.named(work, url)
            subscriptions.drop(work, url)
        if found.login:
            self._forget_login(url)
        return found

    def protect(self, url: str, name: str, password: str) -> Feed:
        """Keep name and password for a feed's site in the system keyring; InputError where none works."""
        with self._store.read() as reader:
            subscriptions.named(reader, url)
        if self._logins is None or not self._logins().put(url, name, password):
            raise InputError(NO_KEYRING, hint="A keyring is part of most desktops; unlock or install one.")
        return self._set_login(url, login=True)

    def unprotect(self, url: str) -> Feed:
        """Give no name and password for a feed any more."""
        feed = self._set_login(url, login=False)
        self._forget_login(url)
        return feed

    def export(self) -> str:
        """Return all subscriptions as an OPML file."""
        return opml.written(self.all())

    def find(self, address: str) -> tuple[FeedLink, ...]:
        """Fetch an address and return the feeds there: it is one itself, or a page that names some.

        InputError when it cannot be fetched or names none.
        """
        place = checked(completed(address))
        page = self._fetcher.fetch(place, accept=f"{FEEDS},text/html;q=0.9")
        held = self._importing.collections.expand(page.body, place)
        if held is not None and (held.items or not held.feeds):
            return (FeedLink(held.title, place),)
        found = held or self._thinker.discover(page.body, page.url, page.charset)
        if not found.feeds:
            raise InputError(f"{host_of(place)} names no feed on this page; look there for a link called RSS or Feed.")
        return found.feeds

    def due(self, every: timedelta, moment: datetime | None = None) -> tuple[str, ...]:
        """Return the addresses of the feeds whose last look is so long before ``moment``, or lies behind it."""
        moment = moment or datetime.now(UTC)
        return tuple(
            feed.url
            for feed in self.all()
            if not feed.gone
            and not subscriptions.rest_of(feed, moment)
            and not _within(feed.tried or feed.refreshed, moment, every)
        )

    def refresh(
        self,
        url: str = "",
        *,
        full: bool = False,
        only: Collection[str] | None = None,
        stop: Callable[[], bool] = never,
        begun: Callable[[Feed], None] | None = None,
    ) -> Iterator[Refreshed]:
        """Look for news in one feed, in those of ``only``, or in all; a fault of one does not stop the others.

        Several hosts are asked at once; what came of each feed is told in the order of the feeds. With ``full`` the
        page of each new item is fetched too, instead of what the feed gives of it. ``stop`` is asked before each
        request; ``begun`` hears, on any thread, of each feed before it is fetched.
        """
        feeds = [self.get(url)] if url else [one for one in self.all() if only is None or one.url in only]
        alone = bool(url) or (only is not None and len(only) == 1)
        return self._refresher.refresh(feeds, full=full, alone=alone, stop=stop, begun=begun)

    def move_back(self, url: str) -> Feed:
        """Give a feed the address it had before it moved, and follow it no more; InputError where it never moved."""
        with self._store.write("Address of feed", session=self._session, undoable=False) as work:
            feed = subscriptions.named(work, url)
            if not feed.earlier:
                raise InputError(f"{feed.shown} has not moved; it has no other address.")
            if subscriptions.one(work, feed.earlier) is not None:
                raise InputError(f"You are subscribed to {feed.earlier} besides; unsubscribe from one of the two.")
            back = replace(feed, url=feed.earlier, earlier="", stays=True, etag="", modified="")
            subscriptions.drop(work, url)
            subscriptions.put(work, back)
        return back

    def _listed(self, place: str) -> tuple[FeedLink, ...]:
        held = self._importing.collections.expand(read_input(place), place)
        if held is None or not held.feeds:
            raise InputError(f"{place} lists no feeds.", hint="Give the address of a feed, or an OPML file.")
        return held.feeds

    def _set_login(self, url: str, *, login: bool) -> Feed:
        with self._store.write("Edit feed", session=self._session, undoable=False) as work:
            feed = replace(subscriptions.named(work, url), login=login)
            subscriptions.put(work, feed)
        return feed

    def _forget_login(self, url: str) -> None:
        """Delete a site's login from the keyring, unless another feed of that site needs it."""
        if self._logins is not None and not any(one.login and origin(one.url) == origin(url) for one in self.all()):
            self._logins().forget(url)


def completed(address: str) -> str:
    """Return what was typed as a web address: with a scheme, and without the one that some sites put before it."""
    plain = address.strip()
    if plain.casefold().startswith("feed:"):
        plain = plain[5:].removeprefix("//")
    return plain if "://" in plain else f"https://{plain}"


def checked(url: str) -> str:
    """Return an address that a feed may be at; InputError says what is wrong with any other."""
    try:
        parts = urlsplit(url.strip())
        whole = parts.scheme.casefold() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or any(one.isspace() for one in url.strip()):
        raise InputError("A feed is at an http or https address; check it.")
    if parts.username or parts.password:
        raise InputError("The address holds a user name or password; take it out and give both apart (--user).")
    return url.strip()


def _within(tried: str, moment: datetime, every: timedelta) -> bool:
    """Say whether a look at ``tried`` (ISO, or empty) is not older than ``every``."""
    try:
        ago = moment - datetime.fromisoformat(tried)
    except (ValueError, TypeError):
        return False
    return timedelta(0) <= ago < every
