"""Statements: what parties said, with the passages that show it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from briefing_app.domain.entity import Status
from briefing_app.errors import UserError
from briefing_app.store.engine import chunks
from briefing_app.store.repositories import statement_rows
from briefing_app.store.repositories.actors import Actors
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import (
    ARTICLES,
    DOSSIER_ARTICLES,
    DOSSIERS,
    STATEMENT_EVIDENCE,
    STATEMENT_PARTIES,
    STATEMENTS,
    VERSIONS,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Select, Table

    from briefing_app.domain.position import Statement
    from briefing_app.domain.who import Who


class Statements(Repository):
    """Reads and writes statements; order is that of their numbers."""

    def get(self, statement_id: str) -> Statement:
        """Return a statement; UserError when there is none."""
        found = self._statements(_STATEMENTS.where(STATEMENTS.c.id == statement_id))
        if not found:
            raise UserError(f"There is no statement “{statement_id}” in this library.")
        return found[0]

    def of_article(self, article_id: str) -> tuple[Statement, ...]:
        """Return all statements of an article, whatever their status."""
        return self._statements(_STATEMENTS.where(ARTICLES.c.id == article_id))

    def of_dossier(self, dossier_id: str, statuses: Collection[Status] = tuple(Status)) -> tuple[Statement, ...]:
        """Return the statements of a dossier's articles (not those in the trash) that have one of `statuses`."""
        members = select(DOSSIER_ARTICLES.c.article).join(DOSSIERS, DOSSIER_ARTICLES.c.dossier == DOSSIERS.c.seq)
        query = _STATEMENTS.where(
            STATEMENTS.c.article.in_(members.where(DOSSIERS.c.id == dossier_id)),
            STATEMENTS.c.status.in_([status.value for status in statuses]),
            ARTICLES.c.trashed_at == "",
        )
        return self._statements(query)

    def decided(self) -> tuple[Statement, ...]:
        """Return the statements that a person confirmed, edited or rejected, in no article of the trash."""
        touched = STATEMENTS.c.status != Status.SUGGESTED.value
        return self._statements(_STATEMENTS.where(touched, ARTICLES.c.trashed_at == ""))

    def decided_articles(self, also: Collection[str] = ()) -> list[str]:
        """Return the ids of the articles with a decided statement, and those of ``also``, oldest first."""
        touched = select(STATEMENTS.c.article).where(STATEMENTS.c.status != Status.SUGGESTED.value)
        wanted = or_(ARTICLES.c.seq.in_(touched), ARTICLES.c.id.in_(list(also)))
        query = select(ARTICLES.c.id).where(wanted, ARTICLES.c.trashed_at == "").order_by(ARTICLES.c.seq)
        return [str(one) for one in self._connection.execute(query).scalars()]

    def add(self, statement: Statement) -> Statement:
        """Add a statement; one without an id gets a new one."""
        article = self._seq_of(ARTICLES, statement.article, "article")
        version = self._seq_of(VERSIONS, statement.version, "version")
        return self._one(statement_rows.insert(self._ledger, statement, article, version))

    def update(self, statement: Statement) -> Statement:
        """Save a statement as it stands in `statement`; its article and version stay."""
        seq = self._seq_of(STATEMENTS, statement.id, "statement")
        statement_rows.update(self._ledger, seq, statement, self._one(seq))
        return self._one(seq)

    def move(self, statement: Statement) -> None:
        """Save a statement as it stands in `statement`, with the version of the article it belongs to now."""
        seq = self._seq_of(STATEMENTS, statement.id, "statement")
        version = self._seq_of(VERSIONS, statement.version, "version")
        shown = self._one(seq)
        self._ledger.update(STATEMENTS, [seq], {"version": version})
        statement_rows.update(self._ledger, seq, statement, shown)

    def delete(self, ids: Iterable[str]) -> int:
        """Delete statements; return how many there were."""
        return statement_rows.delete(self._ledger, list(self._seqs(STATEMENTS, ids).values()))

    def set_status(self, ids: Iterable[str], status: Status) -> int:
        """Say what a person thinks of statements; return how many changed."""
        return self._ledger.update(STATEMENTS, self._seqs(STATEMENTS, ids).values(), {"status": status.value})

    def _one(self, seq: int) -> Statement:
        return self._statements(_STATEMENTS.where(STATEMENTS.c.seq == seq))[0]

    def _statements(self, query: Select[Any]) -> tuple[Statement, ...]:
        rows = self._rows(query.order_by(STATEMENTS.c.seq))
        seqs = [row["seq"] for row in rows]
        parties = self._children(STATEMENT_PARTIES, seqs)
        evidence = self._children(STATEMENT_EVIDENCE, seqs)
        made = [statement_rows.statement(row, parties[row["seq"]], evidence[row["seq"]]) for row in rows]
        who = Actors(self._connection, None).who() if made else None
        return tuple(_of_today(one, who) for one in made) if who else tuple(made)

    def _children(self, table: Table, seqs: Sequence[int]) -> dict[int, list[Mapping[str, Any]]]:
        found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for chunk in chunks(seqs):
            query = select(table).where(table.c.statement.in_(chunk)).order_by(table.c.statement, table.c.ordinal)
            for row in self._rows(query):
                found[row["statement"]].append(row)
        return found


def _of_today(statement: Statement, who: Who) -> Statement:
    """Return a statement with its parties and speaker as the readers' own actors have them."""
    day = statement.reported_on[:10]
    names, keys = who.parties(statement.parties, statement.keys, day)
    speaker = who.party(statement.speaker, "", day)[0] if statement.speaker else ""
    return replace(statement, parties=names, keys=keys, speaker=speaker)


_STATEMENTS: Select[Any] = (
    select(STATEMENTS, ARTICLES.c.id.label("article_id"), VERSIONS.c.id.label("version_id"))
    .join(ARTICLES, STATEMENTS.c.article == ARTICLES.c.seq)
    .join(VERSIONS, STATEMENTS.c.version == VERSIONS.c.seq)
)
