"""The library's own actors: what its readers say of names, offices and merges."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.actors import AliasKind, AliasScope, OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.entity import EntityKind
from briefing_app.domain.ids import new_id
from briefing_app.domain.who import Who
from briefing_app.store.repositories.entities import Entities
from briefing_app.store.tables.every import ACTORS, AFFILIATIONS, ALIASES, ENTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Table

    Row = Mapping[str, Any]


class Actors(Entities):
    """Reads and writes the actors that readers of the library made or changed."""

    def own(self) -> tuple[OwnActor, ...]:
        """Return all of them, in the order in which they were first touched."""
        query = select(ACTORS, ENTITIES.c.key).join(ENTITIES, ACTORS.c.entity == ENTITIES.c.seq)
        rows = self._rows(query.order_by(ACTORS.c.seq))
        if not rows:
            return ()
        keys = {row.seq: row.key for row in self._connection.execute(select(ENTITIES.c.seq, ENTITIES.c.key))}
        aliases = self._grouped_by(ALIASES, "entity")
        offices = self._grouped_by(AFFILIATIONS, "person")
        return tuple(_own(row, aliases[row["entity"]], offices[row["entity"]], keys) for row in rows)

    def own_one(self, key: str) -> OwnActor | None:
        """Return what the library holds of the actor of that key, or None."""
        return next((one for one in self.own() if one.key == key), None)

    def who(self) -> Who:
        """Return who is who by what readers of the library say."""
        return Who.of(self.own())

    def put(self, actor: OwnActor) -> None:
        """Bring what the library holds of an actor to what ``actor`` says; only differences are written."""
        entity = self._ensure_seq(actor.key, actor.name, actor.kind)
        merged = self._ensure_seq(actor.merged, actor.merged, "") if actor.merged else None
        columns = {"name": actor.name, "kind": actor.kind.value, "parent": actor.parent, "merged": merged}
        known = self._connection.execute(select(ACTORS.c.seq).where(ACTORS.c.entity == entity)).scalar()
        if known is None:
            self._ledger.insert(ACTORS, {"id": new_id(), "entity": entity, **columns})
        else:
            self._ledger.update(ACTORS, [known], columns)
        self._bring_ordered(ALIASES, "entity", entity, [(one.id, _alias_columns(one)) for one in actor.aliases])
        offices = [
            (one.id, {"party": self._ensure_seq(one.actor, one.actor, ""), **_office_columns(one)})
            for one in actor.offices
        ]
        self._bring_ordered(AFFILIATIONS, "person", entity, offices)

    def forget(self, key: str) -> None:
        """Forget all that the library says of an actor; what is shipped of it holds again."""
        entity = self._connection.execute(select(ENTITIES.c.seq).where(ENTITIES.c.key == key)).scalar()
        if entity is None:
            return
        for table, link in ((ALIASES, "entity"), (AFFILIATIONS, "person"), (ACTORS, "entity")):
            self._ledger.delete(table, self._ledger.seqs(table, table.c[link] == entity))

    def _grouped_by(self, table: Table, link: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self._rows(select(table).order_by(table.c.seq)):
            found[row[link]].append(row)
        return found

    def _bring_ordered(
        self, table: Table, link: str, entity: int, wanted: Sequence[tuple[str, dict[str, Any]]]
    ) -> None:
        """Make an actor's rows in `table` those wanted, by their id; one without an id is new."""
        query = select(table.c.id, table.c.seq).where(table.c[link] == entity)
        known = {row.id: row.seq for row in self._connection.execute(query)}
        kept = {known[one]: columns for one, columns in wanted if one in known}
        self._ledger.delete(table, [seq for seq in known.values() if seq not in kept])
        self._ledger.update_each(table, kept)
        fresh = [{"id": one or new_id(), link: entity, **columns} for one, columns in wanted if one not in known]
        self._ledger.insert_many(table, fresh)


def _alias_columns(alias: OwnAlias) -> dict[str, Any]:
    return {
        "surface": alias.text,
        "kind": alias.kind.value,
        "scope": alias.scope.value,
        "valid_from": alias.since,
        "valid_to": alias.until,
    }


def _office_columns(office: OwnOffice) -> dict[str, Any]:
    return {
        "role": office.title,
        "valid_from": office.since,
        "valid_to": office.until,
        "removed": int(office.removed),
    }


def _own(row: Row, aliases: Sequence[Row], offices: Sequence[Row], keys: Mapping[int, str]) -> OwnActor:
    return OwnActor(
        key=row["key"],
        name=row["name"],
        kind=EntityKind(row["kind"]),
        parent=row["parent"],
        merged=keys.get(row["merged"], "") if row["merged"] is not None else "",
        aliases=tuple(
            OwnAlias(
                one["surface"],
                AliasKind(one["kind"]),
                AliasScope(one["scope"]),
                one["valid_from"],
                one["valid_to"],
                one["id"],
            )
            for one in aliases
        ),
        offices=tuple(
            OwnOffice(
                one["role"], keys[one["party"]], one["valid_from"], one["valid_to"], bool(one["removed"]), one["id"]
            )
            for one in offices
        ),
    )
