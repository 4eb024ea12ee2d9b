"""Entities of the library, and the reader's own rulings on names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.entity import Entity, EntityKind, NameRuling, RulingKind
from briefing_app.domain.ids import EntityId, new_id
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import ARTICLES, ENTITIES, NAME_RULINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {"country": EntityKind.GPE, "city": EntityKind.GPE, "person": EntityKind.PERSON}


class Entities(Repository):
    """Reads and writes entities and rulings."""

    def rulings(self) -> tuple[NameRuling, ...]:
        """Return all rulings on names, oldest first."""
        query = select(NAME_RULINGS, ARTICLES.c.id.label("article_id"))
        query = query.outerjoin(ARTICLES, NAME_RULINGS.c.article == ARTICLES.c.seq).order_by(NAME_RULINGS.c.seq)
        return tuple(_ruling(row) for row in self._rows(query))

    def add_ruling(self, ruling: NameRuling) -> NameRuling:
        """Keep a ruling; an earlier one on the same name in the same place gives way."""
        article = self._seq_of(ARTICLES, ruling.article, "article") if ruling.article else None
        same = (NAME_RULINGS.c.text == ruling.text, NAME_RULINGS.c.article == article)
        self._ledger.delete(NAME_RULINGS, self._ledger.seqs(NAME_RULINGS, *same))
        columns = {
            "id": ruling.id or new_id(),
            "text": ruling.text,
            "ruling": ruling.ruling.value,
            "canonical": ruling.canonical,
            "label": ruling.label.value,
            "key": ruling.key,
            "article": article,
        }
        self._ledger.insert(NAME_RULINGS, columns)
        return next(one for one in self.rulings() if one.id == columns["id"])

    def delete_ruling(self, ruling_id: str) -> None:
        """Forget a ruling."""
        self._ledger.delete(NAME_RULINGS, [self._seq_of(NAME_RULINGS, ruling_id, "ruling")])

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities of the library by name."""
        return tuple(_entity(row) for row in self._rows(select(ENTITIES).order_by(ENTITIES.c.name, ENTITIES.c.seq)))

    def _ensure_seq(self, key: str, name: str, kind: EntityKind | str) -> int:
        condition = ENTITIES.c.key == key if key else ENTITIES.c.name == name
        found = self._connection.execute(select(ENTITIES.c.seq).where(condition).order_by(ENTITIES.c.seq)).scalar()
        if found is not None:
            return int(found)
        known = EntityKind(kind) if kind else _KINDS.get(key.partition(":")[0], EntityKind.ORG)
        identifier = new_id()
        columns = {"id": identifier, "key": key or identifier, "name": name, "kind": known.value}
        return self._ledger.insert(ENTITIES, columns)


def _entity(row: Mapping[str, Any]) -> Entity:
    return Entity(id=EntityId(row["id"]), key=row["key"], name=row["name"], kind=EntityKind(row["kind"]))


def _ruling(row: Mapping[str, Any]) -> NameRuling:
    return NameRuling(
        text=row["text"],
        ruling=RulingKind(row["ruling"]),
        canonical=row["canonical"],
        label=EntityKind(row["label"]),
        key=row["key"],
        article=row["article_id"] or "",
        id=row["id"],
    )
