"""OPML: lists of subscriptions, in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, FeedLink
from briefing_app.ingest.collections.values import address, bounded, words
from briefing_app.ingest.collections.xml import attribute, first, local, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read_opml(root: Element, name: str) -> Collection:
    """Read the feeds of an OPML file; a feed that stands twice counts once."""
    head = first(root, "head")
    feeds: dict[str, FeedLink] = {}
    for outline in root.iter():
        if local(outline) != "outline":
            continue
        url = address(attribute(outline, "xmlurl"))
        if url:
            title = words(attribute(outline, "title") or attribute(outline, "text"))
            feeds.setdefault(url, FeedLink(title, url, _folder(outline)))
    bounded(len(feeds), name)
    title = words(text_of(head, "title")) if head is not None else ""
    return Collection("list of feeds (OPML)", title, feeds=tuple(feeds.values()))


def _folder(outline: Element) -> str:
    path = []
    for above in outline.iterancestors():
        if local(above) != "outline":
            break
        path.append(words(attribute(above, "title") or attribute(above, "text")))
    return " / ".join(one for one in reversed(path) if one)
