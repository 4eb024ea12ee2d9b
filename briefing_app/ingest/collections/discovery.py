"""The feeds that an ordinary page names."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from briefing_app.domain.collection import Collection, FeedLink
from briefing_app.errors import InputError
from briefing_app.ingest.collections.values import address, joined, words
from briefing_app.ingest.encoding.decoding import decode

MOST = 50
"""Most feeds of one page; a reader has to choose among them."""
LONGEST = 2 << 20
"""So many characters of a page are looked at."""
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LOOKS = re.compile(
    r"(?:^|[/?&=._-])(?:feed|feeds|rss|rss2|atom|index\.rdf)(?:\.xml|\.php|\.json|\.rss)?/?(?:[?#]|\Z)", re.I
)


def feeds_of_page(data: bytes, url: str, charset: str = "") -> Collection:
    """Return what the page at ``url`` says of feeds: those it declares, else those its links look like.

    InputError where the bytes are no text.
    """
    decoded = decode(data, html=True, charset=charset)
    if decoded is None or "\0" in decoded.text[:4096]:
        raise InputError("The address leads to a file that is neither a feed nor a page.")
    page = _Page(url)
    page.feed(decoded.text[:LONGEST])
    page.close()
    found = page.declared or page.linked
    title = words(page.title)
    links = tuple(FeedLink(words(name) or title, place) for place, name in list(found.items())[:MOST])
    return Collection("web page", title, feeds=links)


class _Page(HTMLParser):
    """Gathers links; nothing is run and nothing is fetched."""

    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self._base = url
        self._in_title, self._link = False, ""
        self.title = ""
        self.declared: dict[str, str] = {}
        self.linked: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what may name a feed."""
        told = {name: value or "" for name, value in reversed(attrs)}
        self._in_title = tag == "title" and not self.title
        if tag == "base" and told.get("href"):
            self._base = joined(self._base, told["href"])
        elif tag == "link":
            self._declare(told)
        elif tag == "a" and told.get("href"):
            place = address(joined(self._base, told["href"]))
            self._link = place if place and _LOOKS.search(place) else ""
            if self._link and len(self.linked) < MOST:
                self.linked.setdefault(self._link, told.get("title", ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave what a link says."""
        if tag in ("a", "title"):
            self._in_title, self._link = False, ""

    def handle_data(self, data: str) -> None:
        """Take the words of the title, and of a link without any."""
        if self._in_title:
            self.title += data[:500]
        elif self._link and not self.linked.get(self._link, "x"):
            self.linked[self._link] = data.strip()[:200]

    def _declare(self, told: dict[str, str]) -> None:
        if not told.get("href"):
            return
        kinds = told.get("rel", "").casefold().split()
        form = told.get("type", "").casefold().partition(";")[0].strip()
        if "alternate" not in kinds and "feed" not in kinds:
            return
        if form not in _TYPES and not ("feed" in kinds and not form):
            return
        place = address(joined(self._base, told["href"]))
        if place and len(self.declared) < MOST:
            self.declared.setdefault(place, told.get("title", ""))
