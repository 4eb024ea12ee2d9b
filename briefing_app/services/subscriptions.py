"""Where subscriptions lie: two settings of the library for each, so that one is changed without touching others.

``feed:<ref>`` says what it is and stays small, because the window reads it before its first paint; what it has
brought, ``feed-items:<ref>``, may be long.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing_app.domain.addresses import feed_ref
from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.collection import Feed
from briefing_app.errors import InputError, UserError
from briefing_app.services.hosts import host_of
from briefing_app.services.patience import LONGEST, rest_words

if TYPE_CHECKING:
    from briefing_app.store.session import Reader, Work

ABOUT, ITEMS = "feed:", "feed-items:"
EARLIER = "feeds"
"""The setting that held all of them in one list."""
NAMED = 20
"""Most feeds named in a sentence."""
DAMAGED = "The list of feeds in this library is damaged; restore a backup."


def kept(reader: Reader) -> dict[str, Feed]:
    """Return the subscriptions by address, in the order in which they were made."""
    try:
        feeds = [from_plain(Feed, row) for row in json.loads(reader.settings.get(EARLIER) or "[]")]
        items = reader.settings.under(ITEMS)
        for key, text in reader.settings.under(ABOUT).items():
            feeds.append(_read(text, items.get(ITEMS + key.removeprefix(ABOUT), "")))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(DAMAGED) from error
    return {feed.url: feed for feed in feeds}


def one(reader: Reader, url: str) -> Feed | None:
    """Return the subscription to an address, or None; the others are not read."""
    about = reader.settings.get(ABOUT + feed_ref(url))
    if not about:
        return kept(reader).get(url) if reader.settings.get(EARLIER) else None
    try:
        return _read(about, reader.settings.get(ITEMS + feed_ref(url)))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(DAMAGED) from error


def named(reader: Reader, url: str) -> Feed:
    """Return the subscription to an address; InputError when there is none."""
    found = one(reader, url)
    if found is None:
        known = list(kept(reader))
        more = " and others" if len(known) > NAMED else ""
        there = f"{', '.join(known[:NAMED])}{more}" if known else "none yet"
        raise InputError(f"There is no feed {url}.", hint=f"There are: {there}.")
    return found


def rest_of(feed: Feed, moment: datetime | None = None) -> str:
    """Return that a feed's server wants to be left alone for now; empty when it may be asked.

    A time further off than any server is granted is a clock's mistake and does not count.
    """
    moment = moment or datetime.now(UTC)
    try:
        left = (datetime.fromisoformat(feed.waits) - moment).total_seconds()
    except (ValueError, TypeError):
        return ""
    return rest_words(host_of(feed.url), left, moment) if 0 < left <= LONGEST else ""


def put(work: Work, feed: Feed) -> None:
    """Keep a subscription as it is now."""
    _split(work)
    _put(work, feed)


def drop(work: Work, url: str) -> None:
    """Keep a subscription no more."""
    _split(work)
    for kind in (ABOUT, ITEMS):
        work.settings.delete(kind + feed_ref(url))


def _read(about: str, items: str) -> Feed:
    return from_plain(Feed, {**json.loads(about), **json.loads(items or "{}")})


def _put(work: Work, feed: Feed) -> None:
    about = replace(feed, seen=(), articles=())
    brought = {"seen": list(feed.seen), "articles": list(feed.articles)}
    for key, value in ((ABOUT, to_plain(about)), (ITEMS, to_plain(brought))):
        text = json.dumps(value, ensure_ascii=False)
        if work.settings.get(key + feed.ref) != text:
            work.settings.set(key + feed.ref, text)


def _split(work: Work) -> None:
    """Give each feed of the one list settings of its own."""
    if (work.settings.get(EARLIER) or "[]") == "[]":
        return
    feeds = kept(work)
    work.settings.set(EARLIER, "[]")
    for feed in feeds.values():
        _put(work, feed)
