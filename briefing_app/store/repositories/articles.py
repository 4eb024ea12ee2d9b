"""Articles, whole: reading, writing, what analysis leaves with them, and purging for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from briefing_app.domain.entity import Status
from briefing_app.store import analysis_codec, undo
from briefing_app.store.repositories import statement_rows
from briefing_app.store.repositories.article_writing import ArticleWriting
from briefing_app.store.repositories.imports import Imports
from briefing_app.store.tables.every import (
    ANALYSES,
    ANNOTATION_TAGS,
    ANNOTATIONS,
    ARTICLES,
    DOSSIER_ARTICLES,
    NAME_RULINGS,
    ORIGINALS,
    READING_POSITIONS,
    REMOVALS,
    STATEMENT_EVIDENCE,
    STATEMENT_PARTIES,
    STATEMENTS,
    VERSIONS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.position import Statement


class Articles(ArticleWriting):
    """All that a unit of work can do with articles."""

    def put_analysis(self, version_id: str, analysis: Analysis, statements: Sequence[Statement]) -> None:
        """Keep what analysis found. Of the statements only untouched suggestions give way, by stable key.

        A suggestion found again keeps its row and its id; a key that somebody confirmed, edited or rejected
        stays his, and does not come back as a suggestion.
        """
        version = self._seq_of(VERSIONS, version_id, "version")
        self._ledger.delete(ANALYSES, self._ledger.seqs(ANALYSES, ANALYSES.c.version == version))
        self._ledger.insert(ANALYSES, {"version": version, **analysis_codec.pack(analysis)})
        known = self._rows(select(STATEMENTS).where(STATEMENTS.c.version == version))
        open_rows = {row["stable_key"]: row for row in known if row["status"] == Status.SUGGESTED}
        ruled = {row["stable_key"] for row in known if row["status"] != Status.SUGGESTED}
        wanted = {one.stable_key: one for one in statements if one.stable_key not in ruled}
        kept = {row["seq"] for key, row in open_rows.items() if key in wanted}
        untouched = [row["seq"] for row in known if row["status"] == Status.SUGGESTED]
        statement_rows.delete(self._ledger, [seq for seq in untouched if seq not in kept])
        article = self._connection.execute(select(VERSIONS.c.article).where(VERSIONS.c.seq == version)).scalar_one()
        for key, statement in wanted.items():
            if key in open_rows:
                statement_rows.update(self._ledger, open_rows[key]["seq"], statement)
            else:
                statement_rows.insert(self._ledger, statement, article, version)

    def purge(self, ids: Iterable[str]) -> int:
        """Delete articles with all that hangs on them, for ever; steps of undo that hold them are forgotten."""
        ids = list(ids)
        articles = list(self._seqs(ARTICLES, ids).values())
        versions = self._ledger.seqs(VERSIONS, VERSIONS.c.article.in_(articles))
        annotations = self._ledger.seqs(ANNOTATIONS, ANNOTATIONS.c.article.in_(articles))
        statements = self._ledger.seqs(STATEMENTS, STATEMENTS.c.article.in_(articles))
        query = select(VERSIONS.c.original).where(VERSIONS.c.seq.in_(versions))
        originals = set(self._connection.execute(query).scalars())
        for table, column, parents in (
            (ANNOTATION_TAGS, ANNOTATION_TAGS.c.annotation, annotations),
            (ANNOTATIONS, ANNOTATIONS.c.article, articles),
            (STATEMENT_PARTIES, STATEMENT_PARTIES.c.statement, statements),
            (STATEMENT_EVIDENCE, STATEMENT_EVIDENCE.c.statement, statements),
            (STATEMENTS, STATEMENTS.c.article, articles),
            (NAME_RULINGS, NAME_RULINGS.c.article, articles),
            (DOSSIER_ARTICLES, DOSSIER_ARTICLES.c.article, articles),
            (READING_POSITIONS, READING_POSITIONS.c.article, articles),
            (ANALYSES, ANALYSES.c.version, versions),
            (REMOVALS, REMOVALS.c.version, versions),
        ):
            self._ledger.delete(table, self._ledger.seqs(table, column.in_(parents)), imaged=False)
        # Without its version an article leaves the search index, which must still see the text to forget it.
        self._ledger.update(ARTICLES, articles, {"version": 0}, imaged=False)
        self._ledger.delete(VERSIONS, versions, imaged=False)
        self._ledger.delete(ARTICLES, articles, imaged=False)
        used = select(VERSIONS.c.original)
        self._connection.execute(delete(ORIGINALS).where(ORIGINALS.c.seq.in_(originals), ORIGINALS.c.seq.not_in(used)))
        Imports(self._connection, self._ledger).forget_articles(ids)
        undo.forget(self._connection, {(table, seq) for table, seq, _ in self._ledger.touched})
        return len(articles)
