"""A library that exists only as rows, for tests of the window."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.listing import ArticleRow, ListQuery, Scope, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TITLES = (
    "Envoys leave the lake without a text on the river",
    "Ministers agree a loan, leave frozen reserves aside",
    "Poll: three in four would refuse a deal without guarantees",
    "What “treaty-like” would mean in treaty language",
    "Capital says it would welcome a direct line to the delta",
    "Round closes; guarantees text ‘nine-tenths done’",
)
SITES = ("Wire desk", "Delta bureau", "River institute", "Policy review", "Palace readout", "Wire desk")
TAGS = (("red-line", "river"), ("finance",), (), ("alliance",), (), ())


def some_rows(number: int) -> list[ArticleRow]:
    """Return that many rows, the newest with the highest sequence number."""
    return [
        ArticleRow(
            seq=seq,
            id=f"article-{seq}",
            title=TITLES[seq % 6],
            site=SITES[seq % 6],
            published=f"2025-{seq % 12 + 1:02}-{seq % 28 + 1:02}",
            words=400 + seq % 2000,
            grade=("B2", "A2", "B3", "C3", "A1", "B2")[seq % 6],
            read=seq % 3 == 0,
            starred=seq % 5 == 0,
            archived=False,
            trashed=False,
            annotations=(14, 6, 0, 9, 0, 0)[seq % 6],
            suggestions=(2, 0, 0, 0, 0, 5)[seq % 6],
            tags=TAGS[seq % 6],
        )
        for seq in range(1, number + 1)
    ]


class FakeListing:
    """Answers like the real listing, from a dictionary; ``asked`` keeps the queries, ``fetched`` the row requests."""

    def __init__(self, rows: Iterable[ArticleRow] = ()) -> None:
        self.all = {row.seq: row for row in rows}
        self.by_id = {row.id: row.seq for row in self.all.values()}
        self.asked: list[ListQuery] = []
        self.fetched: list[int] = []
        self.dossier_names = [("d1", "River settlement talks"), ("d2", "Delta ceasefire")]
        self.tag_names = [("t1", "red-line", 0), ("t2", "river", 1), ("t3", "finance", 0)]
        self.feed_names: list[tuple[str, str]] = []
        self.closed = False

    def ids(self, query: ListQuery, limit: int = 0) -> array[int]:
        self.asked.append(query)
        found = [row for row in self.all.values() if self._wanted(row, query)]
        if query.sort is Sort.TITLE:
            found.sort(key=lambda row: row.title)
        else:
            found.sort(key=lambda row: row.seq, reverse=query.sort is not Sort.OLDEST)
        return array("q", [row.seq for row in found][: limit or None])

    def rows(self, seqs: Sequence[int]) -> list[ArticleRow]:
        self.fetched.append(len(seqs))
        return [self.all[seq] for seq in seqs if seq in self.all]

    def row_of(self, article_id: str) -> int | None:
        return self.by_id.get(article_id)

    def counts(self) -> dict[str, int]:
        scopes = {str(scope): len(self.ids(ListQuery(scope))) for scope in Scope}
        return scopes | {"dossier:d1": 318, "dossier:d2": 204, "tag:t1": 41, "tag:t2": 22, "tag:t3": 1}

    def dossiers(self) -> list[tuple[str, str]]:
        return self.dossier_names

    def tags(self) -> list[tuple[str, str, int]]:
        return self.tag_names

    def feeds(self) -> list[tuple[str, str]]:
        return self.feed_names

    def interrupt(self) -> None:
        """Nothing runs long here."""

    def close(self) -> None:
        self.closed = True

    def change(self, seq: int, **values: object) -> None:
        self.all[seq] = replace(self.all[seq], **values)  # type: ignore[arg-type]  # fields by name

    @staticmethod
    def _wanted(row: ArticleRow, query: ListQuery) -> bool:
        if row.trashed != (query.scope is Scope.TRASH):
            return False
        if query.text and query.text.rstrip("*").casefold() not in row.title.casefold():
            return False
        if query.unread and row.read:
            return False
        if query.starred and not row.starred:
            return False
        match query.scope:
            case Scope.INBOX:
                return not row.read and not row.archived
            case Scope.REVIEW:
                return row.suggestions > 0
            case Scope.ANNOTATED:
                return row.annotations > 0
            case Scope.STARRED:
                return row.starred
            case Scope.ARCHIVE:
                return row.archived
        return True
