"""Asking the library for lists: what to show, in which order, and one row of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """The fixed places of the library; ``DOSSIER``, ``TAG`` and ``FEED`` need a ``ref``."""

    INBOX = "inbox"
    REVIEW = "review"
    ANNOTATED = "annotated"
    ALL = "all"
    STARRED = "starred"
    ARCHIVE = "archive"
    TRASH = "trash"
    DOSSIER = "dossier"
    TAG = "tag"
    FEED = "feed"


WITH_REF = frozenset({Scope.DOSSIER, Scope.TAG, Scope.FEED})
"""Scopes that say nothing without a ``ref``."""


class Sort(StrEnum):
    """Orders of the article list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    IMPORTED = "imported"
    TITLE = "title"
    SITE = "source"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which articles, in which order. ``ref`` is the id of a dossier, tag or feed; ``text`` a search, in words of it.

    Filters that are None do not filter.
    """

    scope: Scope = Scope.ALL
    ref: str = ""
    text: str = ""
    sort: Sort = Sort.NEWEST
    unread: bool | None = None
    starred: bool | None = None
    annotated: bool | None = None
    reviewing: bool | None = None
    site: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list."""

    seq: int
    id: str
    title: str
    site: str
    published: str
    words: int
    grade: str
    read: bool
    starred: bool
    archived: bool
    trashed: bool
    annotations: int
    suggestions: int
    tags: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Return the reading time in whole minutes, at 230 words a minute, at least one."""
        return max(1, round(self.words / 230))


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One find: ``start`` and ``end`` are code points of the article's canonical text, or of the note's Markdown.

    ``snippet`` is plain text with the finds between U+0002 and U+0003.
    """

    article: str
    title: str
    kind: str
    start: int
    end: int
    snippet: str
    id: str = ""
