"""Files that hold many things to read: feeds, exports of other readers, bibliographies, annotation sets."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.addresses import feed_ref, host_of


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that somebody marked elsewhere; ``type`` is a highlight type, ``created`` ISO 8601 or empty."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    type: str = "Quote"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a collection, as its source gives it; ``html`` and ``text`` are untrusted and may both be empty.

    ``published`` is an ISO day (or month, or year), ``saved`` ISO 8601; ``identity`` is what the source knows it by.
    """

    title: str = ""
    url: str = ""
    author: str = ""
    site: str = ""
    published: str = ""
    saved: str = ""
    tags: tuple[str, ...] = ()
    html: str = ""
    text: str = ""
    note: str = ""
    highlights: tuple[Quoted, ...] = ()
    read: bool = False
    starred: bool = False
    archived: bool = False
    identity: str = ""

    @property
    def has_body(self) -> bool:
        """Say whether there is something to read in it."""
        return bool(self.html.strip() or self.text.strip())


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a subscription list names."""

    title: str
    url: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """What one file holds; ``kind`` names its format for a sentence ("RSS feed", "Pocket export")."""

    kind: str
    title: str = ""
    items: tuple[Item, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription: ``dossier`` is the id of the one its articles go to, ``seen`` what was taken in already.

    ``etag`` and ``modified`` make the next request conditional; ``refreshed`` is when it was looked at last,
    ``problem`` the sentence of its last fault; ``login`` says that the keyring has a name and password for it.
    ``name`` is what the user calls it; ``full`` has the page of every item fetched; ``tried`` is the last look,
    also a vain one, which brought ``news`` items and left ``left`` outside; ``articles`` are the ids it brought.
    ``waits`` is until when its server asks to be left alone, ``gone`` that it said the feed is no more; ``earlier`` is
    the address it had before it moved, ``stays`` that the user went back to it.
    """

    url: str
    title: str = ""
    folder: str = ""
    dossier: str = ""
    etag: str = ""
    modified: str = ""
    refreshed: str = ""
    problem: str = ""
    login: bool = False
    seen: tuple[str, ...] = ()
    name: str = ""
    full: bool = False
    tried: str = ""
    news: int = 0
    left: int = 0
    articles: tuple[str, ...] = ()
    waits: str = ""
    gone: bool = False
    earlier: str = ""
    stays: bool = False

    @property
    def shown(self) -> str:
        """Return what the feed is called in a list."""
        return self.name or self.title or host_of(self.url)

    @property
    def ref(self) -> str:
        """Return the short name by which lists refer to the feed."""
        return feed_ref(self.url)
