"""Where subscriptions lie: two settings of the library for each, so that one is changed without touching others.

``feed:<ref>`` says what it is and stays small, because the window reads it before its first paint; what it has
brought, ``feed-items:<ref>``, may be long.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.collection import Feed, feed_ref
from briefing_app.errors import InputError, UserError

if TYPE_CHECKING:
    from briefing_app.store.session import Reader, Work

ABOUT, ITEMS = "feed:", "feed-items:"
EARLIER = "feeds"
"""The setting that held all of them in one list."""


def kept(reader: Reader) -> dict[str, Feed]:
    """Return the subscriptions by address, in the order in which they were made."""
    try:
        feeds = [from_plain(Feed, row) for row in json.loads(reader.settings.get(EARLIER) or "[]")]
        items = reader.settings.under(ITEMS)
        for key, text in reader.settings.under(ABOUT).items():
            brought = json.loads(items.get(ITEMS + key.removeprefix(ABOUT), "{}"))
            feeds.append(from_plain(Feed, {**json.loads(text), **brought}))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("The list of feeds in this library is damaged; restore a backup.") from error
    return {feed.url: feed for feed in feeds}


def named(reader: Reader, url: str) -> Feed:
    """Return the subscription to an address; InputError when there is none."""
    feeds = kept(reader)
    if url not in feeds:
        known = ", ".join(feeds) or "none yet"
        raise InputError(f"There is no feed {url}.", hint=f"There are: {known}.")
    return feeds[url]


def put(work: Work, feed: Feed) -> None:
    """Keep a subscription as it is now."""
    _split(work)
    _put(work, feed)


def drop(work: Work, url: str) -> None:
    """Keep a subscription no more."""
    _split(work)
    for kind in (ABOUT, ITEMS):
        work.settings.delete(kind + feed_ref(url))


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
