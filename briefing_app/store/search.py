"""Search over articles, passages and notes, by FTS5: newest first, or the best of the newest.

`newest` walks the index backwards and stops when it has enough. `best` ranks by bm25, but only the newest
`RANKED` finds of each index: ranking all of a broad word costs a hundred times more. The caller says so
("ranked among the newest 1,000").
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Literal

from briefing_app.domain.listing import SearchHit
from briefing_app.store import engine, query_sql, snippets
from briefing_app.store.query import WORD, Query, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection
    from sqlcipher3 import dbapi2

RANKED: Final = 1000
"""How many of the newest finds of each index `best` compares."""

Rank = Literal["newest", "best"]

ARTICLE: Final = "article"
PASSAGE: Final = "passage"
NOTE: Final = "note"
KINDS: Final = (ARTICLE, PASSAGE, NOTE)


@dataclass(frozen=True, slots=True)
class _Index:
    """One search index: its table, its columns in SQL, what its rows join, and how much each column weighs."""

    kind: str
    name: str
    table: str
    columns: tuple[str, str]
    weights: tuple[float, float]
    joins: str
    row: str


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
    score: float


class Search:
    """Searches the library over one reading session."""

    def __init__(self, connection: Connection) -> None:
        self._session = connection

    def __call__(self, query: str, **options: Any) -> list[SearchHit]:  # noqa: ANN401  # the same as `search`
        """Search; see `search`."""
        return self.search(query, **options)

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
        finds: list[_Find] = []
        for index in _indexes(kinds):
            finds += self._finds(index, asked, limit, rank)
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

    def _finds(self, index: _Index, asked: Query, limit: int, rank: Rank) -> Iterator[_Find]:
        """Walk one index from its newest row; a third more than asked for, for those out of view."""
        expression = query_sql.expression(asked)
        condition = _condition(index, asked)
        values: list[str | int] = []
        source, where, score = f"{index.table} {index.joins}", condition.sql, "0.0"
        if expression:
            weights = ", ".join(str(weight) for weight in index.weights)
            score = f"bm25({index.name}, {weights})" if rank == "best" else "0.0"
            source = f"{index.name} JOIN {index.table} ON {index.table}.seq = {index.name}.rowid {index.joins}"
            where = f"{index.name} MATCH ? AND {where}"
            values.append(expression)
        order = f"{index.name}.rowid" if expression else f"{index.table}.seq"
        most = RANKED if rank == "best" and expression else limit + limit // 3 + 5
        sql = (
            f"SELECT {index.table}.seq, {index.table}.id, {score} FROM {source}"
            f" WHERE {where} ORDER BY {order} DESC LIMIT ?"
        )
        rows = self._driver.execute(sql, (*values, *condition.values, most))
        return (_Find(index, seq, moment, float(score)) for seq, moment, score in rows.fetchall())

    def _hit(self, find: _Find, asked: Query) -> SearchHit | None:
        """Make the answer of a find: where it is in the text, and the piece around it."""
        index = find.index
        first, second, article, one, title, offset = self._marked(find, query_sql.expression(asked))
        title_finds = snippets.finds(first or "")
        text, spans = snippets.finds(second or "")
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

    def _marked(self, find: _Find, expression: str) -> tuple[str, str, str, str, str, int | None]:
        """Read one row with its finds marked; without words, as it is."""
        index = find.index
        if not expression:
            columns = [f"content.{column}" for column in index.columns]
            content = "article_texts" if index.kind == ARTICLE else index.table
            sql = f"FROM {index.table} JOIN {content} AS content ON content.seq = {index.table}.seq {index.joins}"
            where, values = f"{index.table}.seq = ?", (find.seq,)
        else:
            columns = [f"highlight({index.name}, {n}, '{snippets.OPEN}', '{snippets.CLOSE}')" for n in (0, 1)]
            sql = f"FROM {index.name} JOIN {index.table} ON {index.table}.seq = {index.name}.rowid {index.joins}"
            where, values = f"{index.name} MATCH ? AND {index.name}.rowid = ?", (expression, find.seq)
        row = self._driver.execute(f"SELECT {columns[0]}, {columns[1]}, {index.row} {sql} WHERE {where}", values)
        return row.fetchone()  # type: ignore[no-any-return]  # untyped driver

    def _hidden(self, article: int) -> list[tuple[int, int]]:
        sql = (
            "SELECT start, \"end\" FROM removals WHERE state = 'hidden'"
            " AND version = (SELECT version FROM articles WHERE seq = ?) ORDER BY start"
        )
        return self._driver.execute(sql, (article,)).fetchall()  # type: ignore[no-any-return]  # untyped driver


def _indexes(kinds: Collection[str] | None) -> list[_Index]:
    every = (_ARTICLE_INDEX, _ANNOTATION_INDEX, _STATEMENT_INDEX, _NOTE_INDEX)
    return [index for index in every if kinds is None or index.kind in kinds]


def _condition(index: _Index, asked: Query) -> query_sql.Condition:
    """Return what a row of an index must be besides holding the words."""
    groups = query_sql.others(asked)
    in_library = query_sql.Condition("articles.trashed_at = ''")
    if index is _ARTICLE_INDEX:
        return query_sql.both([in_library, query_sql.article_condition(groups)])
    if index is _ANNOTATION_INDEX:
        return query_sql.both([in_library, query_sql.annotation_condition(groups)])
    if index is _STATEMENT_INDEX:
        kept = query_sql.Condition("statements.status <> 'rejected'")
        return query_sql.both([in_library, kept, query_sql.statement_condition(groups)])
    return query_sql.ALWAYS if not groups or _only_excluded_operators(groups) else query_sql.NEVER


def _only_excluded_operators(groups: tuple[tuple[Any, ...], ...]) -> bool:
    """A note belongs to no article, party or tag: an operator finds none, an excluded one keeps it."""
    return all(term.excluded and term.operator != WORD for group in groups for term in group)
