"""Dossiers with their parties and issues in the user's order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from briefing_app.domain.dossier import Dossier, Issue, Party, PartyRole
from briefing_app.domain.ids import DossierId, new_id
from briefing_app.errors import UserError
from briefing_app.store.codec import dump, names
from briefing_app.store.keys import name_key
from briefing_app.store.repositories.actors import Actors
from briefing_app.store.repositories.entities import Entities
from briefing_app.store.tables.every import (
    ARTICLES,
    DOSSIER_ARTICLES,
    DOSSIER_ISSUES,
    DOSSIERS,
    ISSUES,
    NOTE_REVISIONS,
    NOTES,
    PARTIES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Select, Table


class Dossiers(Entities):
    """Reads and writes dossiers; entities and issues they name join the library."""

    def get(self, dossier_id: str) -> Dossier:
        """Return a dossier; UserError when there is none."""
        found = self._dossiers(DOSSIERS.c.id == dossier_id)
        if not found:
            raise UserError(f"There is no dossier “{dossier_id}” in this library.")
        return found[0]

    def by_name(self, name: str) -> Dossier | None:
        """Return the dossier of that name, whatever its case."""
        found = self._dossiers(DOSSIERS.c.name_key == name_key(name))
        return found[0] if found else None

    def all(self) -> tuple[Dossier, ...]:
        """Return all dossiers in the order in which they were made."""
        return tuple(self._dossiers())

    def known(self, ids: Iterable[str]) -> list[str]:
        """Return those of ``ids`` that are a dossier's, in their order."""
        wanted = list(ids)
        there = self._seqs(DOSSIERS, wanted)
        return [one for one in wanted if one in there]

    def count_shown(self, dossier_id: str) -> int:
        """Return how many articles of a dossier lie outside the trash."""
        members = select(func.count()).select_from(DOSSIER_ARTICLES).join(DOSSIERS).join(ARTICLES)
        query = members.where(DOSSIERS.c.id == dossier_id, ARTICLES.c.trashed_at == "")
        return int(self._connection.execute(query).scalar_one())

    def add(self, dossier: Dossier) -> Dossier:
        """Add a dossier; UserError when the name is taken. One without an id gets a new one."""
        self._refuse_taken(dossier)
        seq = self._ledger.insert(DOSSIERS, {"id": dossier.id or new_id(), **_own(dossier)})
        self._bring_all(seq, dossier)
        return self._dossiers(DOSSIERS.c.seq == seq)[0]

    def update(self, dossier: Dossier) -> Dossier:
        """Save a dossier as it stands in `dossier`; its articles stay filed."""
        seq = self._seq_of(DOSSIERS, dossier.id, "dossier")
        self._refuse_taken(dossier)
        self._ledger.update(DOSSIERS, [seq], _own(dossier))
        self._bring_all(seq, dossier)
        return self._dossiers(DOSSIERS.c.seq == seq)[0]

    def delete(self, dossier_id: str) -> None:
        """Delete a dossier with its notes; its articles and their statements stay in the library."""
        seq = self._seq_of(DOSSIERS, dossier_id, "dossier")
        notes = self._ledger.seqs(NOTES, NOTES.c.dossier == seq)
        self._ledger.delete(NOTE_REVISIONS, self._ledger.seqs(NOTE_REVISIONS, NOTE_REVISIONS.c.note.in_(notes)))
        for table in (NOTES, DOSSIER_ARTICLES, PARTIES, DOSSIER_ISSUES):
            self._ledger.delete(table, self._ledger.seqs(table, table.c.dossier == seq))
        self._ledger.delete(DOSSIERS, [seq])

    def _dossiers(self, *conditions: ColumnElement[bool]) -> list[Dossier]:
        rows = self._rows(select(DOSSIERS).where(*conditions).order_by(DOSSIERS.c.seq))
        seqs = [row["seq"] for row in rows]
        links = DOSSIER_ARTICLES.c
        counts = select(links.dossier, func.count()).join(ARTICLES, links.article == ARTICLES.c.seq)
        counts = counts.where(links.dossier.in_(seqs), ARTICLES.c.trashed_at == "").group_by(links.dossier)
        articles = {row[0]: row[1] for row in self._connection.execute(counts)}
        parties = self._grouped(select(PARTIES).where(PARTIES.c.dossier.in_(seqs)).order_by(PARTIES.c.ordinal))
        issues = select(DOSSIER_ISSUES, ISSUES.c.name).join(ISSUES, DOSSIER_ISSUES.c.issue == ISSUES.c.seq)
        ordered = self._grouped(issues.where(DOSSIER_ISSUES.c.dossier.in_(seqs)).order_by(DOSSIER_ISSUES.c.ordinal))
        found = [_dossier(row, parties[row["seq"]], ordered[row["seq"]], articles.get(row["seq"], 0)) for row in rows]
        who = Actors(self._connection, None).who() if found else None
        return [replace(one, parties=who.of_dossier(one.parties)) for one in found] if who else found

    def _grouped(self, query: Select[Any]) -> dict[int, list[Mapping[str, Any]]]:
        found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for row in self._rows(query):
            found[row["dossier"]].append(row)
        return found

    def _refuse_taken(self, dossier: Dossier) -> None:
        if not dossier.name.strip():
            raise UserError("A dossier needs a name.")
        taken = self.by_name(dossier.name)
        if taken is not None and taken.id != dossier.id:
            raise UserError(f"There is already a dossier “{taken.name}”.")

    def _bring_all(self, seq: int, dossier: Dossier) -> None:
        parties: dict[int, dict[str, Any]] = {}
        for ordinal, party in enumerate(dossier.parties):
            entity = self._ensure_seq(party.key, party.name, "")
            parties.setdefault(entity, {"entity": entity, "ordinal": ordinal, **_party_columns(party)})
        issues: dict[int, dict[str, Any]] = {}
        for ordinal, issue in enumerate(dossier.issues):
            found = self._ensure_issue(issue.name)
            columns = {"issue": found, "ordinal": ordinal, "words": dump(list(issue.words)), "parent": issue.parent}
            issues.setdefault(found, columns)
        self._bring(PARTIES, "entity", seq, parties)
        self._bring(DOSSIER_ISSUES, "issue", seq, issues)

    def _bring(self, table: Table, link: str, dossier: int, wanted: Mapping[int, dict[str, Any]]) -> None:
        """Make a dossier's rows in `table` those wanted, by what they link to; only differences are written."""
        query = select(table.c.seq, table.c[link]).where(table.c.dossier == dossier)
        known = {target: seq for seq, target in self._connection.execute(query)}
        self._ledger.delete(table, [seq for target, seq in known.items() if target not in wanted])
        self._ledger.update_each(table, {known[target]: row for target, row in wanted.items() if target in known})
        fresh = [{"dossier": dossier, **row} for target, row in wanted.items() if target not in known]
        identified = [{**row, "id": new_id()} for row in fresh] if "id" in table.c else fresh
        self._ledger.insert_many(table, identified)

    def _ensure_issue(self, name: str) -> int:
        query = select(ISSUES.c.seq).where(ISSUES.c.name_key == name_key(name))
        found = self._connection.execute(query).scalar()
        if found is not None:
            return int(found)
        return self._ledger.insert(ISSUES, {"id": new_id(), "name": name})


def _own(dossier: Dossier) -> dict[str, Any]:
    return {"name": dossier.name.strip(), "description": dossier.description, "marking": dossier.marking}


def _party_columns(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "key": party.key,
        "role": party.role.value,
        "colour": party.colour,
        "members": dump(list(party.members)),
    }


def _dossier(
    row: Mapping[str, Any], parties: Sequence[Mapping[str, Any]], issues: Sequence[Mapping[str, Any]], articles: int
) -> Dossier:
    return Dossier(
        id=DossierId(row["id"]),
        name=row["name"],
        parties=tuple(
            Party(
                name=party["name"],
                key=party["key"],
                role=PartyRole(party["role"]),
                colour=party["colour"],
                members=names(party["members"]),
            )
            for party in parties
        ),
        issues=tuple(Issue(issue["name"], names(issue["words"]), issue["parent"]) for issue in issues),
        description=row["description"],
        marking=row["marking"],
        articles=articles,
        seq=row["seq"],
    )
