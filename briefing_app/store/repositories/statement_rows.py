"""Statements as rows: the statement, its parties, its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, StatementId, VersionId, new_id
from briefing_app.domain.position import Mark, Stance, Statement
from briefing_app.store.codec import dump, names
from briefing_app.store.repositories import anchor_rows
from briefing_app.store.tables.every import ANNOTATIONS, STATEMENT_EVIDENCE, STATEMENT_PARTIES, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Table

    from briefing_app.store.ledger import Ledger

    Row = Mapping[str, Any]

_SAME = (
    "issue",
    "paraphrase",
    "speaker",
    "channel",
    "verb",
    "attribution_level",
    "said_on",
    "reported_on",
    "reliability",
    "credibility",
    "confidence",
    "why",
    "stable_key",
)

UNLINKED = {"linked_name": "", "linked_key": ""}
"""The parties of a statement are who they were written down as."""


def statement(row: Row, parties: Sequence[Row], evidence: Sequence[Row]) -> Statement:
    """Make a statement of its row (with `article_id` and `version_id`) and its children in order."""
    keys = tuple(party["linked_key"] if party["linked_name"] else party["key"] for party in parties)
    return Statement(
        id=StatementId(row["id"]),
        version=VersionId(row["version_id"]),
        article=ArticleId(row["article_id"]),
        parties=tuple(party["linked_name"] or party["name"] for party in parties),
        keys=keys if any(keys) else (),
        stance=Stance(row["stance"]),
        evidence=tuple(anchor_rows.anchor(passage) for passage in evidence),
        hedges=names(row["hedges"]),
        marks=tuple(Mark(mark) for mark in names(row["marks"])),
        status=Status(row["status"]),
        seq=row["seq"],
        **{name: row[name] for name in _SAME},
    )


def columns(value: Statement) -> dict[str, Any]:
    """Give the columns of a statement's own row, but for its identity and its links."""
    return {
        **{name: getattr(value, name) for name in _SAME},
        "stance": value.stance.value,
        "quote": "\n".join(anchor.exact for anchor in value.evidence),
        "hedges": dump(list(value.hedges)),
        "marks": dump([mark.value for mark in value.marks]),
        "status": value.status.value,
    }


def insert(ledger: Ledger, value: Statement, article: int, version: int) -> int:
    """Insert a statement with its parties and evidence; one without an id gets a new one."""
    own = {"id": value.id or new_id(), "article": article, "version": version, **columns(value)}
    seq = ledger.insert(STATEMENTS, own)
    ledger.insert_many(STATEMENT_PARTIES, [{"statement": seq, **row} for row in _parties(value)])
    ledger.insert_many(STATEMENT_EVIDENCE, [{"statement": seq, **row} for row in _evidence(value)])
    return seq


def update(ledger: Ledger, seq: int, value: Statement, shown: Statement | None = None) -> None:
    """Bring a stored statement to what `value` says; only what differs is written.

    Parties and speaker that are as `shown` stay as they were written down: who they are today is the actors' word,
    which may be taken back.
    """
    own = columns(value)
    if shown is not None and shown.speaker == value.speaker:
        del own["speaker"]
    ledger.update(STATEMENTS, [seq], own)
    _bring(ledger, STATEMENT_EVIDENCE, seq, _evidence(value))
    if shown is not None and (shown.parties, shown.keys) == (value.parties, value.keys):
        return
    parties = STATEMENT_PARTIES.c
    linked = ledger.seqs(STATEMENT_PARTIES, parties.statement == seq, parties.linked_name != "")
    ledger.update(STATEMENT_PARTIES, linked, UNLINKED, imaged=False)
    _bring(ledger, STATEMENT_PARTIES, seq, _parties(value))


def delete(ledger: Ledger, seqs: Sequence[int]) -> int:
    """Delete statements with their children; an annotation made with one stays, without it."""
    ledger.update(ANNOTATIONS, ledger.seqs(ANNOTATIONS, ANNOTATIONS.c.statement.in_(seqs)), {"statement": None})
    for table in (STATEMENT_PARTIES, STATEMENT_EVIDENCE):
        ledger.delete(table, ledger.seqs(table, table.c.statement.in_(seqs)))
    return ledger.delete(STATEMENTS, seqs)


def _parties(value: Statement) -> list[dict[str, Any]]:
    keys = [*value.keys, *[""] * len(value.parties)]
    return [{"ordinal": i, "name": name, "key": keys[i]} for i, name in enumerate(value.parties)]


def _evidence(value: Statement) -> list[dict[str, Any]]:
    return [{"ordinal": i, **anchor_rows.columns(anchor)} for i, anchor in enumerate(value.evidence)]


def _bring(ledger: Ledger, table: Table, statement_seq: int, wanted: list[dict[str, Any]]) -> None:
    """Make the children of a statement what is wanted, by their place."""
    query = select(table.c.seq).where(table.c.statement == statement_seq).order_by(table.c.ordinal, table.c.seq)
    seqs = ledger.connection.execute(query).scalars().all()
    ledger.update_each(table, dict(zip(seqs, wanted, strict=False)))
    ledger.delete(table, seqs[len(wanted) :])
    ledger.insert_many(table, [{"statement": statement_seq, **row} for row in wanted[len(seqs) :]])
