"""Which kind of thing a row belongs to, and to which article: how rows become one `Changes` value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from briefing_app.domain.changes import Changes, Kind
from briefing_app.store.engine import chunks
from briefing_app.store.tables.every import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    Row = Mapping[str, object]
    Touched = tuple[str, int, Row]


@dataclass(frozen=True, slots=True)
class Belonging:
    """`owner` is the table a child row is a part of (the column has the owner's name in the singular)."""

    kind: Kind
    owner: str = ""
    link: str = ""


BELONGING: Final[dict[str, Belonging]] = {
    "articles": Belonging(Kind.ARTICLE),
    "versions": Belonging(Kind.VERSION),
    "removals": Belonging(Kind.REMOVAL),
    "site_rules": Belonging(Kind.REMOVAL),
    "analyses": Belonging(Kind.ANALYSIS, "versions", "version"),
    "statements": Belonging(Kind.STATEMENT),
    "statement_parties": Belonging(Kind.STATEMENT, "statements", "statement"),
    "statement_evidence": Belonging(Kind.STATEMENT, "statements", "statement"),
    "annotations": Belonging(Kind.ANNOTATION),
    "annotation_tags": Belonging(Kind.ANNOTATION, "annotations", "annotation"),
    "tags": Belonging(Kind.TAG),
    "entities": Belonging(Kind.ENTITY),
    "actors": Belonging(Kind.ENTITY, "entities", "entity"),
    "aliases": Belonging(Kind.ENTITY, "entities", "entity"),
    "affiliations": Belonging(Kind.ENTITY, "entities", "person"),
    "name_rulings": Belonging(Kind.RULING),
    "dossiers": Belonging(Kind.DOSSIER),
    "parties": Belonging(Kind.DOSSIER, "dossiers", "dossier"),
    "dossier_issues": Belonging(Kind.DOSSIER, "dossiers", "dossier"),
    "dossier_articles": Belonging(Kind.DOSSIER, "dossiers", "dossier"),
    "notes": Belonging(Kind.NOTE),
    "note_revisions": Belonging(Kind.NOTE, "notes", "note"),
    "settings": Belonging(Kind.SETTING),
}
"""Tables not named here (originals, issues, reading positions, undo steps) change nothing that is shown."""


def changes_of(connection: Connection, label: str, origin: str, touched: Iterable[Touched]) -> Changes:
    """Return what rows touched in a unit of work mean to the reader; deleted rows speak through `touched`."""
    by_table: dict[str, list[Row]] = defaultdict(list)
    known = _Known(connection)
    for table, seq, row in touched:
        if table in BELONGING:
            by_table[table].append(row)
            known.rows[table][seq] = row
    known.fetch("versions", _links(chain.from_iterable(by_table.values()), "version"))
    for table, rows in by_table.items():
        if BELONGING[table].owner:
            known.fetch(BELONGING[table].owner, _links(rows, BELONGING[table].link))
    pairs = {table: [(row, known.owner(BELONGING[table], row)) for row in rows] for table, rows in by_table.items()}
    all_rows = {id(row): row for some in pairs.values() for pair in some for row in pair}.values()
    known.fetch("articles", {seq for row in all_rows if (seq := known.article_seq(row))})
    ids: dict[Kind, set[str]] = defaultdict(set)
    articles: set[str] = set()
    for table, some in pairs.items():
        here = {one for row, owner in some for one in known.article_ids(table, row, owner)}
        kind = BELONGING[table].kind
        articles |= here
        ids[kind] |= here if kind is Kind.ANALYSIS else {str(owner["id"]) for _, owner in some if "id" in owner}
    return Changes(
        label=label,
        origin=origin,
        kinds=frozenset(ids),
        ids={kind: frozenset(found) for kind, found in ids.items()},
        articles=frozenset(articles),
    )


def _links(rows: Iterable[Row], column: str) -> set[int]:
    """Return the seqs that rows link to by `column`, those that do."""
    return {value for row in rows if isinstance(value := row.get(column), int)}


class _Known:
    """Rows by table and number: those touched, and the few columns of those looked up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rows: dict[str, dict[int, Row]] = defaultdict(dict)

    def fetch(self, table: str, seqs: set[int]) -> None:
        """Look up what is not known yet."""
        columns = [TABLES[table].c[name] for name in ("seq", "id", "article") if name in TABLES[table].c]
        missing = sorted(seqs - self.rows[table].keys())
        for chunk in chunks(missing):
            query = select(*columns).where(TABLES[table].c.seq.in_(chunk))
            for row in self._connection.execute(query).mappings():
                self.rows[table][row["seq"]] = dict(row)

    def owner(self, belonging: Belonging, row: Row) -> Row:
        """Return the row that `row` is a part of: itself where it stands alone."""
        if not belonging.owner:
            return row
        link = row[belonging.link]
        assert isinstance(link, int)
        return self.rows[belonging.owner].get(link, {})

    def article_seq(self, row: Row) -> int:
        """Return the article a row hangs on, by itself or by its version; 0 where it hangs on none."""
        article = row.get("article")
        if isinstance(article, int):
            return article
        version = row.get("version")
        found = self.rows["versions"].get(version, {}).get("article") if isinstance(version, int) else None
        return found if isinstance(found, int) else 0

    def article_ids(self, table: str, row: Row, owner: Row) -> tuple[str, ...]:
        """Return the ids of the articles that a row and its owner hang on."""
        if table == "articles":
            return (str(row["id"]),)
        seqs = (self.article_seq(row),) if row is owner else (self.article_seq(row), self.article_seq(owner))
        found = self.rows["articles"]
        return tuple(str(found[seq]["id"]) for seq in seqs if "id" in found.get(seq, {}))
