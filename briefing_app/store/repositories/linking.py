"""Where names stand in the library's texts, and the parties of statements that follow them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import select

from briefing_app.store import engine
from briefing_app.store.analysis_codec import told
from briefing_app.store.engine import chunks
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import ANALYSES, ARTICLES, STATEMENT_EVIDENCE, STATEMENT_PARTIES, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.domain.linking import Told

AT_ONCE = 40
"""Names asked for in one question to the index."""


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party of a statement as written down, and as linked since (empty: not)."""

    seq: int
    written: tuple[str, str]
    linked: tuple[str, str]


@dataclass(frozen=True, slots=True)
class LinkedStatement:
    """What linking needs of a statement that analysis found."""

    article: str
    day: str
    version: int
    parties: tuple[LinkedParty, ...]
    evidence: tuple[tuple[int, int], ...]


class Linking(Repository):
    """Finds articles by the names in them; reads and writes who the parties of their statements are."""

    def naming(self, names: Iterable[str]) -> list[int]:
        """Return the numbers of the articles, newest first, in whose words one of ``names`` stands."""
        wanted = [name for name in dict.fromkeys(names) if any(char.isalnum() for char in name)]
        found: set[int] = set()
        raw = engine.raw(self._connection)
        for at in range(0, len(wanted), AT_ONCE):
            rows = raw.execute(
                "SELECT rowid FROM article_fts WHERE article_fts MATCH ?", (_any(wanted[at : at + AT_ONCE]),)
            )
            found.update(row[0] for row in rows.fetchall())
        return sorted(found, reverse=True)

    def count_naming(self, names: Iterable[str]) -> int:
        """Return how many articles have one of ``names`` in their words."""
        return len(self.naming(names))

    def latest_naming(self, names: Iterable[str], limit: int) -> list[tuple[str, str, str]]:
        """Return (id, title, date) of the articles taken in last that have one of ``names``, the youngest date first.

        None lies in the trash.
        """
        seqs = self.naming(names)[: limit * 2]
        query = select(ARTICLES.c.seq, ARTICLES.c.id, ARTICLES.c.title, ARTICLES.c.published)
        query = query.where(ARTICLES.c.seq.in_(seqs), ARTICLES.c.trashed_at == "").order_by(ARTICLES.c.seq.desc())
        rows = [(row.id, row.title, row.published) for row in self._connection.execute(query.limit(limit))]
        return sorted(rows, key=itemgetter(2), reverse=True)

    def ids(self, articles: Sequence[int]) -> list[str]:
        """Return the ids of articles by their numbers."""
        query = select(ARTICLES.c.seq, ARTICLES.c.id).where(ARTICLES.c.seq.in_(articles))
        known = {row.seq: str(row.id) for row in self._connection.execute(query)}
        return [known[seq] for seq in articles if seq in known]

    def statements(self, articles: Sequence[int]) -> list[LinkedStatement]:
        """Return the statements of articles whose parties analysis named and no person has edited."""
        raw, listed = engine.raw(self._connection), json.dumps(list(articles))
        heads = raw.execute(_HEADS, (listed,)).fetchall()
        seqs = json.dumps([row[0] for row in heads])
        parties: dict[int, list[LinkedParty]] = defaultdict(list)
        for statement, seq, *names in raw.execute(_PARTIES, (seqs,)):
            parties[statement].append(LinkedParty(seq, (names[0], names[1]), (names[2], names[3])))
        evidence: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for statement, start, end in raw.execute(_EVIDENCE, (seqs,)):
            evidence[statement].append((start, end))
        return [
            LinkedStatement(article, day[:10], version, tuple(parties[seq]), tuple(evidence[seq]))
            for seq, article, day, version in heads
        ]

    def mentions(self, versions: Iterable[int]) -> dict[int, list[Told]]:
        """Return the names that analysis found in versions."""
        query = select(ANALYSES.c.version, ANALYSES.c.data).where(ANALYSES.c.version.in_(list(versions)))
        return {row.version: told(row.data) for row in self._connection.execute(query)}

    def link(self, links: Mapping[int, tuple[str, str]], written: Mapping[int, tuple[str, str]]) -> int:
        """Say who parties are now, by their number; ("", "") for as written down. No step of undo: it is derived.

        A party that is no more ``written`` down as when it was read was changed by somebody meanwhile, and stays.
        """
        columns = STATEMENT_PARTIES.c
        same: set[int] = set()
        for part in chunks(links):
            query = select(columns.seq, columns.name, columns.key).where(columns.seq.in_(part))
            same.update(row.seq for row in self._connection.execute(query) if (row.name, row.key) == written[row.seq])
        changes = {seq: {"linked_name": name, "linked_key": key} for seq, (name, key) in links.items() if seq in same}
        return self._ledger.update_each(STATEMENT_PARTIES, changes, imaged=False)

    def statements_of(self, keys: Sequence[str], names: Sequence[str]) -> int:
        """Return how many statements (not the rejected ones) are of an actor, by one of its keys or its names."""
        known, named = json.dumps(list(keys)), json.dumps(list(names))
        sql = (
            "SELECT count(DISTINCT statement) FROM statement_parties JOIN statements ON statements.seq = statement"
            " WHERE statements.status <> 'rejected' AND (statement_parties.key IN (SELECT value FROM json_each(?1))"
            " OR linked_key IN (SELECT value FROM json_each(?1))"
            " OR (statement_parties.key = '' AND name IN (SELECT value FROM json_each(?2))))"
        )
        row = engine.raw(self._connection).execute(sql, (known, named)).fetchone()
        return int(row[0])

    def dossiers_of(self, key: str, names: Sequence[str]) -> list[str]:
        """Return the names of the dossiers in which an actor is a party."""
        sql = (
            "SELECT DISTINCT dossiers.name FROM parties JOIN dossiers ON dossiers.seq = parties.dossier"
            " WHERE parties.key = ? OR (parties.key = '' AND parties.name IN (SELECT value FROM json_each(?)))"
            " ORDER BY dossiers.seq"
        )
        rows = engine.raw(self._connection).execute(sql, (key, json.dumps(list(names))))
        return [str(row[0]) for row in rows.fetchall()]


def _any(names: Sequence[str]) -> str:
    return " OR ".join('"' + name.replace('"', '""') + '"' for name in names)


_HEADS = (
    f"SELECT {STATEMENTS.name}.seq, articles.id, reported_on, {STATEMENTS.name}.version FROM {STATEMENTS.name}"
    f" JOIN articles ON articles.seq = {STATEMENTS.name}.article"
    f" WHERE {STATEMENTS.name}.article IN (SELECT value FROM json_each(?)) AND why <> '' AND status <> 'edited'"
)
_PARTIES = (
    f"SELECT statement, seq, name, key, linked_name, linked_key FROM {STATEMENT_PARTIES.name}"
    " WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, ordinal"
)
_EVIDENCE = (
    f'SELECT statement, "start", "end" FROM {STATEMENT_EVIDENCE.name}'
    " WHERE statement IN (SELECT value FROM json_each(?))"
)
