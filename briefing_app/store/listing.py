"""The article list's own way to the library: tiny, read-only, on its own connection.

It is all the window needs before its first paint, so nothing heavy may be imported here. A list is an array
of sequence numbers; the rows of the visible part are read when they are wanted.
"""

from __future__ import annotations

import json
import threading
from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final

from briefing_app.domain.addresses import host_of
from briefing_app.domain.listing import WITH_REF, ArticleRow, ListQuery, Scope, Sort
from briefing_app.errors import LibraryError
from briefing_app.store import failures, files, query_sql, unspaced
from briefing_app.store.connect import SCHEMA, connect
from briefing_app.store.keys import sort_key
from briefing_app.store.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlcipher3 import dbapi2

    from briefing_app.store.query import Query

READ, STARRED, ARCHIVED, TRASHED, ANNOTATED, REVIEWING = (1 << bit for bit in range(6))
"""Bits of the column `articles.state`."""

FEW: Final = 10_000
"""Up to so many members a list is looked up one by one; beyond, the whole order is run through."""

_SCOPES: Final[dict[Scope, tuple[int, int]]] = {
    Scope.INBOX: (READ | ARCHIVED | TRASHED, 0),
    Scope.REVIEW: (REVIEWING | TRASHED, REVIEWING),
    Scope.ANNOTATED: (ANNOTATED | TRASHED, ANNOTATED),
    Scope.ALL: (TRASHED, 0),
    Scope.STARRED: (STARRED | TRASHED, STARRED),
    Scope.ARCHIVE: (ARCHIVED | TRASHED, ARCHIVED),
    Scope.TRASH: (TRASHED, TRASHED),
    Scope.DOSSIER: (TRASHED, 0),
    Scope.TAG: (TRASHED, 0),
    Scope.FEED: (TRASHED, 0),
}
"""A scope is a mask and the value the state has under it."""

_ORDERS: Final[dict[Sort, tuple[str, str]]] = {
    Sort.NEWEST: ("dated DESC, seq DESC", "ix_articles_newest"),
    Sort.OLDEST: ("dated, seq", "ix_articles_newest"),
    Sort.IMPORTED: ("seq DESC", "ix_articles_imported"),
    Sort.TITLE: ("title_key, seq", "ix_articles_title"),
    Sort.SITE: ("site_key, dated DESC, seq DESC", "ix_articles_site"),
}
"""An order, and the index that holds it together with all that is filtered on."""

_BELOW: Final = (
    "WITH RECURSIVE below(seq) AS (SELECT seq FROM tags WHERE id = ?"
    " UNION SELECT tags.seq FROM tags JOIN below ON tags.parent = below.seq)"
    " SELECT DISTINCT annotations.article FROM annotation_tags JOIN annotations"
    " ON annotations.seq = annotation_tags.annotation WHERE annotation_tags.tag IN below"
)


class Interrupted(Exception):
    """A question was called off by `Listing.interrupt` before its answer was complete."""


class Listing:
    """Lists of articles. One question at a time is answered; `interrupt` may come from any thread."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        """Open the library at `path`; LibraryError where it cannot be listed as it is."""
        self._path = path
        self._lock = threading.Lock()
        files.look(path)
        try:
            self._connection = _opened(path, key)
            schema = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except failures.DriverError as error:
            raise failures.told(error, path) or error from error
        if schema != SCHEMA:
            self._connection.close()
            raise LibraryError(f"The library {path} must be brought up to date first.", hint="Open it with the window.")

    def ids(self, query: ListQuery, limit: int = 0) -> array[int]:
        """Return the numbers of the articles of a list in its order; with `limit` only so many from its top."""
        mask, value = _state_of(query)
        conditions = [query_sql.Condition("state & ? = ?", (mask, value)), *_filters(query)]
        with self._lock:
            members = self._members(query)
            few = members is not None and len(members) <= FEW
            if few:
                listed = "seq IN (SELECT value FROM json_each(?))"
                conditions.append(query_sql.Condition(listed, (json.dumps(list(members or ())),)))
            where = query_sql.both(conditions)
            order, index = _ORDERS[query.sort]
            through = "" if few or query.site else f"INDEXED BY {index}"
            sql = f"SELECT seq FROM articles {through} WHERE {where.sql} ORDER BY {order}"
            if limit and (members is None or few):
                sql += f" LIMIT {limit:d}"
            found = self._column(sql, where.values)
        if members is None or few:
            return found
        return array("q", filter(members.__contains__, found))[: limit or None]

    def rows(self, seqs: Sequence[int]) -> list[ArticleRow]:
        """Return the lines of `seqs` in their order; numbers that are gone are left out."""
        wanted = (json.dumps(list(seqs)),)
        with self._lock:
            tags: dict[int, list[str]] = {}
            for article, name in self._all(_ROW_TAGS, wanted):
                tags.setdefault(article, []).append(name)
            rows = {row[0]: row for row in self._all(_ROWS, wanted)}
        return [_row(rows[seq], tags.get(seq, ())) for seq in seqs if seq in rows]

    def row_of(self, article_id: str) -> int | None:
        """Return the number of an article; None when there is none."""
        with self._lock:
            found = self._all("SELECT seq FROM articles WHERE id = ?", (article_id,))
        return found[0][0] if found else None

    def counts(self) -> dict[str, int]:
        """Return how long each list is: by scope, `dossier:<id>`, `tag:<id>` (tags below included).

        Of a feed the unread articles count: `feed:<ref>`, where there are any.
        """
        with self._lock:
            states = self._all(
                "SELECT state, count(*) FROM articles INDEXED BY ix_articles_imported GROUP BY state", ()
            )
            dossiers = dict(self._all(_DOSSIERS, ()))
            tags = self._all(_TAGS, ())
            uses = self._all(_TAG_USES, ())
            feeds = self._all(_FEED_UNREAD, ())
        counts = {
            scope.value: sum(count for state, count in states if state & mask == value)
            for scope, (mask, value) in _SCOPES.items()
            if scope not in WITH_REF
        }
        counts.update({f"dossier:{one}": count for one, count in dossiers.items()})
        counts.update(_tag_counts(tags, uses))
        counts.update(feeds)
        return counts

    def dossiers(self) -> list[tuple[str, str]]:
        """Return (id, name) of all dossiers by name."""
        with self._lock:
            return [(one, name) for one, name in self._all("SELECT id, name FROM dossiers ORDER BY name_key", ())]

    def feeds(self) -> list[tuple[str, str]]:
        """Return (ref, name) of all feeds, by folder and name."""
        with self._lock:
            rows = self._all(_FEEDS, ())
        named = [(folder or "", name or title or host_of(url or ""), key) for key, folder, name, title, url in rows]
        return [(key.removeprefix("feed:"), name) for _, name, key in sorted(named, key=_by_folder)]

    def tags(self) -> list[tuple[str, str, int]]:
        """Return (id, name, depth) of all tags, each below its parent, by name."""
        with self._lock:
            rows = self._all("SELECT seq, id, name, parent FROM tags ORDER BY name_key", ())
        below: dict[int | None, list[tuple[int, str, str]]] = {}
        for seq, one, name, parent in rows:
            below.setdefault(parent, []).append((seq, one, name))
        return list(_tree(below, None, 0))

    def data_version(self) -> int:
        """Return a number that changes whenever anybody else has written to the library."""
        with self._lock:
            return int(self._all("PRAGMA data_version", ())[0][0])

    def interrupt(self) -> None:
        """Call off the question under way, if any: it raises Interrupted."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()

    def _members(self, query: ListQuery) -> set[int] | None:
        """Return the articles that a dossier, a tag or words leave, in no order; None where all are left."""
        found: list[set[int]] = []
        if query.scope is Scope.DOSSIER:
            sql = "SELECT article FROM dossier_articles WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?)"
            found.append(self._set(sql, (query.ref,)))
        elif query.scope is Scope.TAG:
            found.append(self._set(_BELOW, (query.ref,)))
        elif query.scope is Scope.FEED:
            found.append(self._set(_OF_FEED, (f"feed-items:{query.ref}",)))
        asked = self._expanded(parse(query.text))
        expression = query_sql.expression(asked)
        if expression:
            found.append(set().union(*(self._set(sql, (expression,)) for sql in query_sql.MATCHING)))
        rest = query_sql.others(asked)
        if rest:
            condition = query_sql.article_condition(rest)
            found.append(self._set(f"SELECT seq FROM articles WHERE {condition.sql}", condition.values))
        return set.intersection(*found) if found else None

    def _expanded(self, asked: Query) -> Query:
        try:
            return unspaced.expanded(asked, self._connection)
        except failures.DriverError as error:
            raise self._told(error) from error

    def _set(self, sql: str, values: Iterable[str | int]) -> set[int]:
        return set(chain.from_iterable(self._all(sql, tuple(values))))

    def _column(self, sql: str, values: Iterable[str | int]) -> array[int]:
        return array("q", chain.from_iterable(self._all(sql, tuple(values))))

    def _all(self, sql: str, values: tuple[str | int, ...]) -> list[tuple]:  # type: ignore[type-arg]  # rows of any shape
        try:
            return self._connection.execute(sql, values).fetchall()  # type: ignore[no-any-return]  # untyped driver
        except failures.DriverError as error:
            raise self._told(error) from error

    def _told(self, error: failures.DriverError) -> Exception:
        if failures.code_of(error) == failures.INTERRUPTED:
            return Interrupted()
        return failures.told(error, self._path) or error


def _opened(path: Path, key: bytes | None) -> dbapi2.Connection:
    """Open for reading; a folder that takes no log is opened as if nobody else were there."""
    try:
        connection = connect(path, key, mode="ro", writing=False)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except failures.DriverError as error:
        if failures.code_of(error) not in (failures.CANNOT_OPEN, failures.READ_ONLY) or files.waiting_log(path):
            raise
        connection = connect(path, key, mode="immutable", writing=False)
    return connection


def _state_of(query: ListQuery) -> tuple[int, int]:
    """Return the mask and the value that scope and flags ask for; a flag against the scope finds nothing."""
    mask, value = _SCOPES[query.scope]
    flags = (
        (READ, None if query.unread is None else not query.unread),
        (STARRED, query.starred),
        (ANNOTATED, query.annotated),
        (REVIEWING, query.reviewing),
    )
    for bit, wanted in flags:
        if wanted is None:
            continue
        bits = bit if wanted else 0
        if mask & bit and value & bit != bits:
            return 0, 1
        mask, value = mask | bit, value | bits
    return mask, value


def _filters(query: ListQuery) -> Iterable[query_sql.Condition]:
    if query.site:
        yield query_sql.Condition("site_key = ?", (sort_key(query.site),))
    if query.since:
        yield query_sql.Condition("dated >= ?", (query.since,))
    if query.until:
        yield query_sql.Condition("dated <= ?", (query.until + query_sql.AFTER_ALL_DATES,))


def _row(row: tuple, tags: Sequence[str]) -> ArticleRow:  # type: ignore[type-arg]  # the columns of _ROWS
    seq, one, title, site, published, words, grade, read, starred, archived, trashed, annotations, suggestions = row
    flags = (bool(read), bool(starred), bool(archived), bool(trashed))
    return ArticleRow(seq, one, title, site, published, words, grade, *flags, annotations, suggestions, tuple(tags))


def _by_folder(feed: tuple[str, str, str]) -> tuple[str, str]:
    return sort_key(feed[0]), sort_key(feed[1])


def _tag_counts(tags: Iterable[tuple[int, str, int | None]], uses: Iterable[tuple[int, int]]) -> dict[str, int]:
    """Count the articles of each tag, with those of the tags below it."""
    above = {seq: parent for seq, _, parent in tags}
    articles: dict[int, set[int]] = {seq: set() for seq in above}
    for tag, article in uses:
        here: int | None = tag
        while here is not None and article not in articles[here]:
            articles[here].add(article)
            here = above[here]
    return {f"tag:{one}": len(articles[seq]) for seq, one, _ in tags}


def _tree(
    below: dict[int | None, list[tuple[int, str, str]]], parent: int | None, depth: int
) -> Iterable[tuple[str, str, int]]:
    for seq, one, name in below.get(parent, ()):
        yield one, name, depth
        yield from _tree(below, seq, depth + 1)


_ROWS: Final = (
    "SELECT seq, id, title, site, published, words, reliability, read, starred, archived, trashed_at <> '',"
    " annotation_count, open_count FROM articles WHERE seq IN (SELECT value FROM json_each(?))"
)
_ROW_TAGS: Final = (
    "SELECT DISTINCT annotations.article, tags.name FROM annotations"
    " JOIN annotation_tags ON annotation_tags.annotation = annotations.seq JOIN tags ON tags.seq = annotation_tags.tag"
    " WHERE annotations.article IN (SELECT value FROM json_each(?)) ORDER BY annotations.article, tags.name_key"
)
_DOSSIERS: Final = (
    "WITH filed(dossier, n) AS (SELECT dossier, count(*) FROM dossier_articles GROUP BY dossier),"
    " gone(dossier, n) AS (SELECT dossier, count(*) FROM articles CROSS JOIN dossier_articles ON article = articles.seq"
    f" WHERE state & {TRASHED} = {TRASHED} GROUP BY dossier)"
    " SELECT dossiers.id, coalesce(filed.n, 0) - coalesce(gone.n, 0) FROM dossiers"
    " LEFT JOIN filed ON filed.dossier = dossiers.seq LEFT JOIN gone ON gone.dossier = dossiers.seq"
)
_TAGS: Final = "SELECT seq, id, parent FROM tags"
_TAG_USES: Final = (
    "SELECT DISTINCT annotation_tags.tag, annotations.article FROM annotation_tags"
    " JOIN annotations ON annotations.seq = annotation_tags.annotation"
    " JOIN articles ON articles.seq = annotations.article WHERE articles.trashed_at = ''"
)
_SOUND: Final = "CASE WHEN json_valid(settings.value) THEN settings.value ELSE '{}' END"
"""A setting that is no JSON holds nothing; whoever reads the feeds themselves says that it is damaged."""
_FEEDS: Final = "SELECT key, {} FROM settings WHERE key >= 'feed:' AND key < 'feed;' ORDER BY seq".format(
    ", ".join(f"json_extract({_SOUND}, '$.{name}')" for name in ("folder", "name", "title", "url"))
)
_FEED_ARTICLES: Final = f"settings JOIN json_each({_SOUND}, '$.articles') AS brought"
_OF_FEED: Final = (
    f"SELECT articles.seq FROM {_FEED_ARTICLES} CROSS JOIN articles ON articles.id = brought.value"
    " WHERE settings.key = ?"
)
_FEED_UNREAD: Final = (
    f"SELECT 'feed:' || substr(settings.key, 12), count(*) FROM {_FEED_ARTICLES}"
    " CROSS JOIN articles ON articles.id = brought.value"
    " WHERE settings.key >= 'feed-items:' AND settings.key < 'feed-items;'"
    f" AND articles.state & {READ | ARCHIVED | TRASHED} = 0 GROUP BY settings.key"
)
