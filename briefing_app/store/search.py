"""Search over articles, passages and notes, by FTS5: newest first, or the best of the newest.

`newest` walks the index backwards and stops when it has enough. `best` ranks by bm25, but only the newest
`RANKED` finds of each index: ranking all of a broad word costs a hundred times more. The caller says so
("ranked among the newest 1,000").
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final, Literal

from briefing_app.domain.listing import SearchHit
from briefing_app.store import engine, query_sql, snippets, unspaced
from briefing_app.store.query import WORD, Query, Term, parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection
    from sqlcipher3 import dbapi2

RANKED: Final = 1000
"""How many of the newest finds of each index `best` compares."""

SPARE: Final = 5
"""How many finds more than asked for are looked at, for those that turn out to be out of view."""

Rank = Literal["newest", "best"]
_Row = tuple[str, str, str, str, str, int | None]

ARTICLE: Final = "article"
PASSAGE: Final = "passage"
NOTE: Final = "note"


@dataclass(frozen=True, slots=True)
class _Index:
    """One search index: its table, its columns, how much each weighs, what its rows join and tell.

    `share` makes up for short texts scoring higher.
    """

    kind: str
    name: str
    table: str
    columns: tuple[str, str]
    weights: tuple[float, float]
    joins: str
    row: str
    share: float = 1.0


_ARTICLE_INDEX: Final = _Index(
    ARTICLE, "article_fts", "articles", ("title", "text"), (5.0, 1.0), "", "articles.id, articles.id, articles.title, 0"
)
_ANNOTATION_INDEX: Final = _Index(
    PASSAGE,
    "annotation_fts",
    "annotations",
    ("exact", "note"),
    (1.0, 1.5),
    "JOIN articles ON articles.seq = annotations.article",
    "articles.id, annotations.id, articles.title, annotations.start",
    share=0.5,
)
_STATEMENT_INDEX: Final = _Index(
    PASSAGE,
    "statement_fts",
    "statements",
    ("quote", "paraphrase"),
    (1.0, 1.5),
    "JOIN articles ON articles.seq = statements.article",
    "articles.id, statements.id, articles.title, (SELECT start FROM statement_evidence"
    " WHERE statement = statements.seq ORDER BY ordinal LIMIT 1)",
    share=0.5,
)
_NOTE_INDEX: Final = _Index(
    NOTE, "note_fts", "notes", ("title", "body"), (5.0, 1.0), "", "'', notes.id, notes.title, 0"
)


@dataclass(frozen=True, slots=True)
class _Find:
    """A row found: `score` is better when smaller; `moment` is its UUIDv7, which sorts by age."""

    index: _Index
    seq: int
    moment: str
    score: float = 0.0
    row: _Row | None = None


class Search:
    """Searches the library over one reading session."""

    def __init__(self, connection: Connection) -> None:
        self._session = connection

    def search(
        self, query: str, limit: int = 50, rank: Rank = "newest", kinds: Collection[str] | None = None
    ) -> list[SearchHit]:
        """Return at most `limit` finds. Whatever is typed is a query; what means nothing finds nothing.

        Articles and notes whose only finds are out of view are left out, as are what lies in the trash and
        rejected statements.
        """
        asked = parse(query)
        if not asked or limit < 1:
            return []
        asked = unspaced.expanded(asked, self._driver)
        finds: list[_Find] = []
        for index in _indexes(kinds):
            finds += (self._best if rank == "best" else self._newest)(index, asked, limit)
        finds.sort(key=attrgetter("moment"), reverse=True)
        if rank == "best":
            finds.sort(key=attrgetter("score"))
        hits: list[SearchHit] = []
        for find in finds:
            hit = self._hit(find, asked)
            if hit is not None:
                hits.append(hit)
            if len(hits) == limit:
                break
        return hits

    @property
    def _driver(self) -> dbapi2.Connection:
        return engine.raw(self._session)

    def _newest(self, index: _Index, asked: Query, limit: int) -> list[_Find]:
        """Walk one index from its newest row; a third more than asked for, for those out of view."""
        source, condition, order = _source(index, asked)
        told = _told(index, asked)
        sql = f"SELECT {index.table}.seq, {index.table}.id, {told} FROM {source} WHERE {condition.sql}"
        limited = (*condition.values, limit + limit // 3 + SPARE)
        rows = self._driver.execute(f"{sql} ORDER BY {order} DESC LIMIT ?", limited)
        return [_Find(index, seq, moment, row=tuple(row)) for seq, moment, *row in rows.fetchall()]

    def _best(self, index: _Index, asked: Query, limit: int) -> list[_Find]:
        """Rank the newest rows of one index, then look at the best until there are enough.

        Without operators the index is read alone, which costs a third of reading it with what it joins.
        """
        if not query_sql.expression(asked):
            return self._newest(index, asked, limit)
        source, condition, order = _source(index, asked, alone=not query_sql.others(asked))
        score = f"bm25({index.name}, {index.weights[0]}, {index.weights[1]})"
        sql = f"SELECT {order}, {score} FROM {source} WHERE {condition.sql} ORDER BY {order} DESC LIMIT ?"
        rows = self._driver.execute(sql, (*condition.values, RANKED)).fetchall()
        scores = {seq: index.share * value for seq, value in sorted(rows, key=itemgetter(1))}
        best = list(scores)
        finds: list[_Find] = []
        for at in range(0, len(best), limit + SPARE):
            finds += self._kept(index, best[at : at + limit + SPARE], scores)
            if len(finds) >= limit + limit // 3:
                break
        return finds

    def _kept(self, index: _Index, seqs: list[int], scores: dict[int, float]) -> list[_Find]:
        """Make finds of those rows of `seqs` that may be shown."""
        rest = _rest(index, ())
        sql = (
            f"SELECT {index.table}.seq, {index.table}.id FROM {index.table} {index.joins}"
            f" WHERE {index.table}.seq IN (SELECT value FROM json_each(?)) AND {rest.sql}"
        )
        rows = self._driver.execute(sql, (json.dumps(seqs), *rest.values))
        return [_Find(index, seq, moment, scores[seq]) for seq, moment in rows.fetchall()]

    def _hit(self, find: _Find, asked: Query) -> SearchHit | None:
        """Make the answer of a find: where it is in the text, and the piece around it."""
        index = find.index
        first, second, article, one, title, offset = find.row or self._row(find, asked)
        title_finds = snippets.finds(first or "", asked.inside)
        text, spans = snippets.finds(second or "", asked.inside)
        if index.kind == PASSAGE:
            quote, quote_spans = title_finds
            start = (offset or 0) + (quote_spans[0][0] if quote_spans else 0)
            end = (offset or 0) + (quote_spans[0][1] if quote_spans else len(quote))
            shown = (quote, quote_spans) if quote_spans or not spans else (text, spans)
            return SearchHit(article, title, index.kind, start, end, snippets.snippet(*shown), one)
        hidden = self._hidden(find.seq) if index.kind == ARTICLE else []
        visible = snippets.in_view(spans, hidden)
        if spans and not visible and not title_finds[1]:
            return None
        start, end = visible[0] if visible else (0, 0)
        return SearchHit(article, title, index.kind, start, end, snippets.snippet(text, visible, hidden), one)

    def _row(self, find: _Find, asked: Query) -> _Row:
        """Read one row with its finds marked."""
        source, condition, order = _source(find.index, asked)
        sql = f"SELECT {_told(find.index, asked)} FROM {source} WHERE {condition.sql} AND {order} = ?"
        return self._driver.execute(sql, (*condition.values, find.seq)).fetchone()  # type: ignore[no-any-return]  # untyped driver

    def _hidden(self, article: int) -> list[tuple[int, int]]:
        sql = (
            "SELECT start, \"end\" FROM removals WHERE state = 'hidden'"
            " AND version = (SELECT version FROM articles WHERE seq = ?) ORDER BY start"
        )
        return self._driver.execute(sql, (article,)).fetchall()  # type: ignore[no-any-return]  # untyped driver


def _indexes(kinds: Collection[str] | None) -> list[_Index]:
    every = (_ARTICLE_INDEX, _ANNOTATION_INDEX, _STATEMENT_INDEX, _NOTE_INDEX)
    return [index for index in every if kinds is None or index.kind in kinds]


def _source(index: _Index, asked: Query, *, alone: bool = False) -> tuple[str, query_sql.Condition, str]:
    """Return what to read from, what must hold there, and by which number it is ordered."""
    expression = query_sql.expression(asked)
    groups = query_sql.others(asked)
    if not expression:
        return f"{index.table} {index.joins}", _rest(index, groups), f"{index.table}.seq"
    match = query_sql.Condition(f"{index.name} MATCH ?", (expression,))
    if alone:
        return index.name, match, f"{index.name}.rowid"
    source = f"{index.name} JOIN {index.table} ON {index.table}.seq = {index.name}.rowid {index.joins}"
    return source, query_sql.both([match, _rest(index, groups)]), f"{index.name}.rowid"


def _told(index: _Index, asked: Query) -> str:
    """Return the columns of an answer: the two texts (with their finds marked), and what `index.row` says."""
    if query_sql.expression(asked):
        texts = [f"highlight({index.name}, {n}, '{snippets.OPEN}', '{snippets.CLOSE}')" for n in (0, 1)]
    elif index is _ARTICLE_INDEX:
        texts = ["articles.title", "(SELECT text FROM versions WHERE versions.seq = articles.version)"]
    else:
        texts = [f"{index.table}.{column}" for column in index.columns]
    return ", ".join([*texts, index.row])


def _rest(index: _Index, groups: tuple[tuple[Term, ...], ...]) -> query_sql.Condition:
    """Return what a row of an index must be besides holding the words.

    A suggestion is found by `party:`, `issue:` and `said:` only; its words are the article's own.
    """
    in_library = query_sql.Condition("articles.trashed_at = ''")
    if index is _ARTICLE_INDEX:
        return query_sql.both([in_library, query_sql.article_condition(groups)])
    if index is _ANNOTATION_INDEX:
        return query_sql.both([in_library, query_sql.annotation_condition(groups)])
    if index is _STATEMENT_INDEX:
        of_statements = any(term.operator in query_sql.STATEMENT_OPERATORS for group in groups for term in group)
        kept = "statements.status <> 'rejected'" if of_statements else "statements.status IN ('confirmed', 'edited')"
        return query_sql.both([in_library, query_sql.Condition(kept), query_sql.statement_condition(groups)])
    return query_sql.ALWAYS if not groups or _only_excluded_operators(groups) else query_sql.NEVER


def _only_excluded_operators(groups: tuple[tuple[Term, ...], ...]) -> bool:
    """A note belongs to no article, party or tag: an operator finds none, an excluded one keeps it."""
    return all(term.excluded and term.operator != WORD for group in groups for term in group)
