"""Bookmarks as browsers write them (Netscape's format), and Pocket's page of links.

Neither closes its elements, and trees of them grow deep; so they are read tag by tag, each looked at once.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, FeedLink, Item
from briefing_app.ingest.collections.values import address, bounded, labels, moment, prose, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"<(/?)(h[1-6]|a|dl|ul|dd|dt|li)\b([^<>]{0,400000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z_-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))", re.IGNORECASE)
_MOST_FOLDERS = 100


@dataclass(frozen=True, slots=True)
class _Link:
    """A link with its attributes by lower-case name, the folders it lies in, and what is written below it."""

    title: str
    attributes: dict[str, str]
    folders: tuple[str, ...]
    note: str = ""

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


def read_bookmarks(text: str, name: str) -> Collection:
    """Read a browser's bookmarks; the folder a bookmark lies in becomes a tag."""
    links = _links(text, name)
    feeds = tuple(
        FeedLink(one.title, address(one.get("feedurl")), " / ".join(one.folders[1:]))
        for one in links
        if address(one.get("feedurl"))
    )
    items = tuple(_bookmark(one) for one in links if address(one.get("href")) and not one.get("feedurl"))
    return Collection("browser bookmarks", "", items, feeds, _left_out(len(links) - len(items) - len(feeds)))


def read_pocket_page(text: str, name: str) -> Collection:
    """Read Pocket's ril_export.html: a list for what is unread, one for what was read."""
    links = _links(text, name)
    items = tuple(_pocketed(one) for one in links if address(one.get("href")))
    return Collection("Pocket export", "", items, warnings=_left_out(len(links) - len(items)))


def _left_out(count: int) -> tuple[str, ...]:
    if count < 1:
        return ()
    what = "One entry is no web address and was" if count == 1 else f"{count} entries are no web addresses and were"
    return (f"{what} left out.",)


def _bookmark(link: _Link) -> Item:
    return Item(
        title=link.title,
        url=address(link.get("href")),
        saved=moment(link.get("add_date")),
        tags=labels([*link.get("tags").split(","), *link.folders[1:][-1:]]),
        note=link.note,
    )


def _pocketed(link: _Link) -> Item:
    done = "".join(link.folders[-1:]).casefold().startswith("read")
    return Item(
        title=link.title,
        url=address(link.get("href")),
        saved=moment(link.get("time_added")),
        tags=labels(link.get("tags").split(",")),
        read=done,
        archived=done,
    )


def _links(text: str, name: str) -> list[_Link]:
    links: list[_Link] = []
    for one in _walked(text):
        links.append(one)
        bounded(len(links), name)
    return links


def _walked(text: str) -> Iterator[_Link]:
    """Yield the links in order; the outermost list is a folder too, named by the page's heading."""
    folders: list[str] = []
    heading = ""
    link: _Link | None = None
    for token, following in pairwise(chain(_TOKEN.finditer(text), [None])):
        if token is None:
            break
        behind = text[token.end() : following.start() if following else len(text)]
        closing, tag = token.group(1), token.group(2).casefold()
        if tag in ("dl", "ul"):
            if not closing:
                folders.append(heading)
            elif folders:
                folders.pop()
            heading = ""
        elif closing:
            continue
        elif tag.startswith("h"):
            heading = words(behind)
        elif tag == "a":
            if link is not None:
                yield link
            named = tuple(one for one in folders[:_MOST_FOLDERS] if one)
            link = _Link(words(behind), _attributes(token.group(3)), named)
        elif tag == "dd" and link is not None and not heading:
            link = replace(link, note=prose(behind))
    if link is not None:
        yield link


def _attributes(written: str) -> dict[str, str]:
    return {
        match.group(1).casefold(): html.unescape(match.group(2) or match.group(3) or match.group(4) or "")
        for match in _ATTRIBUTE.finditer(written)
    }
