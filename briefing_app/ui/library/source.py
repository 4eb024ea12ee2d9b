"""What the library panel is fed from before any service exists: a tiny read-only listing of the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from briefing_app.domain.listing import ListQuery

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing_app.domain.listing import ArticleRow


Places: TypeAlias = "tuple[dict[str, int], list[tuple[str, str]], list[tuple[str, str, int]], list[tuple[str, str]]]"
"""Counts, dossiers, tags and feeds, as a `ListSource` tells them."""


class ListSource(Protocol):
    """Answers the panel's questions; `briefing_app.store.listing.Listing` is one."""

    def ids(self, query: ListQuery, limit: int = 0) -> array[int]:
        """Return the sequence numbers of the articles asked for, in order; with ``limit`` the first so many."""
        ...

    def rows(self, seqs: Sequence[int]) -> list[ArticleRow]:
        """Return the rows of these articles, in the same order; those deleted meanwhile are left out."""
        ...

    def row_of(self, article_id: str) -> int | None:
        """Return an article's sequence number, or None."""
        ...

    def counts(self) -> dict[str, int]:
        """Return how many articles each place holds: by scope, ``dossier:<id>``, ``tag:<id>``, ``feed:<ref>``."""
        ...

    def dossiers(self) -> list[tuple[str, str]]:
        """Return dossiers as (id, name) in their order."""
        ...

    def tags(self) -> list[tuple[str, str, int]]:
        """Return the code book as (id, name, depth), parents before their children."""
        ...

    def feeds(self) -> list[tuple[str, str]]:
        """Return feeds as (ref, name) in their order."""
        ...

    def interrupt(self) -> None:
        """Break off the question under way in another thread; it fails there."""
        ...

    def close(self) -> None:
        """Let go of the library."""
        ...


def places_of(source: ListSource) -> Places:
    """Return all that the library column shows."""
    return source.counts(), source.dossiers(), source.tags(), source.feeds()


@dataclass(frozen=True)
class FirstPage:
    """What the window paints first: a library by its listing, and where the reader was.

    ``article`` is the id of the article to open, ``view`` is ``reader`` or ``note``, ``key_place`` says in
    words where the key of an encrypted library is kept (“key in system keyring”). ``again`` opens a second
    listing for the background; without it all questions are asked in the window's thread.
    """

    path: Path
    source: ListSource
    query: ListQuery = field(default_factory=ListQuery)
    article: str = ""
    view: str = "reader"
    encrypted: bool = False
    key_place: str = ""
    read_only: bool = False
    again: Callable[[], ListSource] | None = None
