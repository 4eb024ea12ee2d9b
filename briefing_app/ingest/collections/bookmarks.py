"""Bookmarks as browsers write them (Netscape's format), and Pocket's page of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, FeedLink, Item
from briefing_app.ingest.collections.values import address, bounded, labels, moment, prose, words
from briefing_app.ingest.html.parse import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_bookmarks(text: str, name: str) -> Collection:
    """Read a browser's bookmarks; the folder a bookmark lies in becomes a tag."""
    links = _links(text, name)
    feeds = tuple(
        FeedLink(_name(one), url, " / ".join(_folders(one))) for one in links if (url := address(one.get("feedurl")))
    )
    items = tuple(_bookmark(one) for one in links if address(one.get("href")) and not one.get("feedurl"))
    return Collection("browser bookmarks", "", items, feeds, _left_out(len(links) - len(items) - len(feeds)))


def read_pocket_page(text: str, name: str) -> Collection:
    """Read Pocket's ril_export.html."""
    links = _links(text, name)
    items = tuple(
        Item(
            title=_name(one),
            url=address(one.get("href")),
            saved=moment(one.get("time_added")),
            tags=labels((one.get("tags") or "").split(",")),
            archived=_section(one).startswith("read"),
            read=_section(one).startswith("read"),
        )
        for one in links
        if address(one.get("href"))
    )
    return Collection("Pocket export", "", items, warnings=_left_out(len(links) - len(items)))


def _links(text: str, name: str) -> list[HtmlElement]:
    links = [one for one in parse(text, name).iter("a") if one.get("href") or one.get("feedurl")]
    bounded(len(links), name)
    return links


def _left_out(count: int) -> tuple[str, ...]:
    return (f"{count} entries are no web addresses and were left out.",) if count > 0 else ()


def _bookmark(link: HtmlElement) -> Item:
    return Item(
        title=_name(link),
        url=address(link.get("href")),
        saved=moment(link.get("add_date")),
        tags=labels([*(link.get("tags") or "").split(","), *_folders(link)[-1:]]),
        note=_description(link),
    )


def _name(link: HtmlElement) -> str:
    return words("".join(link.itertext()))


def _folders(link: HtmlElement) -> list[str]:
    """Return the names of the folders around a bookmark, the outermost first."""
    found = []
    for above in link.iterancestors("dl"):
        before = above.getprevious()
        while before is not None and before.tag in ("p", "dd"):
            before = before.getprevious()
        heading = before if before is not None and before.tag == "h3" else None
        if heading is None and before is not None and before.tag == "dt":
            heading = before.find("h3")
        if heading is not None:
            found.append(words("".join(heading.itertext())))
    return [one for one in reversed(found) if one]


def _description(link: HtmlElement) -> str:
    holder = link.getparent()
    behind = holder.getnext() if holder is not None else None
    if behind is None or behind.tag != "dd":
        return ""
    return prose(behind.text or "")


def _section(link: HtmlElement) -> str:
    """Return the heading that stands before a link's list, in lower case."""
    for above in link.iterancestors("ul"):
        before = above.getprevious()
        if before is not None and before.tag in ("h1", "h2", "h3"):
            return words("".join(before.itertext())).casefold()
    return ""
