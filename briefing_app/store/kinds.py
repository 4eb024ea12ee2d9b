"""Which kind of thing a row belongs to, and to which article: how rows become one `Changes` value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from briefing_app.domain.changes import Changes, Kind
from briefing_app.store.tables.every import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    Row = Mapping[str, object]
    Touched = tuple[str, int, Row]

CHUNK: Final = 500


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
    mine = [one for one in touched if one[0] in BELONGING]
    known = _Known(connection, mine)
    known.fetch("versions", {seq for _, _, row in mine for seq in _links(row, "version")})
    for name in {BELONGING[table].owner for table, _, _ in mine} - {""}:
        known.fetch(name, {_owner_seq(table, row) for table, _, row in mine if BELONGING[table].owner == name})
    pairs = [(table, row, known.owner(table, row)) for table, _, row in mine]
    known.fetch("articles", {seq for pair in pairs for row in pair[1:] for seq in known.article_seqs(row)})
    ids: dict[Kind, set[str]] = defaultdict(set)
    articles: set[str] = set()
    for table, row, owner in pairs:
        kind = BELONGING[table].kind
        here = {str(row["id"])} if table == "articles" else known.article_ids(row, owner)
        articles |= here
        ids[kind] |= here if kind is Kind.ANALYSIS else {str(owner["id"])} if "id" in owner else set()
    return Changes(
        label=label,
        origin=origin,
        kinds=frozenset(ids),
        ids={kind: frozenset(found) for kind, found in ids.items()},
        articles=frozenset(articles),
    )


def _links(row: Row, column: str) -> set[int]:
    """Return the seq a row links to by `column`, if it does."""
    value = row.get(column)
    return {value} if isinstance(value, int) else set()


def _owner_seq(table: str, row: Row) -> int:
    value = row[BELONGING[table].link]
    assert isinstance(value, int)
    return value


class _Known:
    """Rows by table and number: those touched, and the few columns of those looked up."""

    def __init__(self, connection: Connection, touched: list[Touched]) -> None:
        self._connection = connection
        self._rows: dict[str, dict[int, Row]] = defaultdict(dict)
        for table, seq, row in touched:
            self._rows[table][seq] = row

    def fetch(self, table: str, seqs: set[int]) -> None:
        """Look up what is not known yet."""
        columns = [TABLES[table].c[name] for name in ("seq", "id", "article") if name in TABLES[table].c]
        missing = sorted(seqs - self._rows[table].keys())
        for start in range(0, len(missing), CHUNK):
            query = select(*columns).where(TABLES[table].c.seq.in_(missing[start : start + CHUNK]))
            for row in self._connection.execute(query).mappings():
                self._rows[table][row["seq"]] = dict(row)

    def owner(self, table: str, row: Row) -> Row:
        """Return the row that `row` is a part of: itself where it stands alone."""
        belonging = BELONGING[table]
        return self._rows[belonging.owner].get(_owner_seq(table, row), {}) if belonging.owner else row

    def article_seqs(self, row: Row) -> set[int]:
        """Return the article a row hangs on, by itself or by its version."""
        versions = (self._rows["versions"].get(seq, {}) for seq in _links(row, "version"))
        return _links(row, "article") or {seq for version in versions for seq in _links(version, "article")}

    def article_ids(self, *rows: Row) -> set[str]:
        """Return the ids of the articles that `rows` hang on."""
        found = (self._rows["articles"].get(seq, {}) for row in rows for seq in self.article_seqs(row))
        return {str(row["id"]) for row in found if "id" in row}
