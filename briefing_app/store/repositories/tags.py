"""The code book: the tree of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from briefing_app.domain.annotation import Tag
from briefing_app.domain.ids import TagId, new_id
from briefing_app.errors import UserError
from briefing_app.store.keys import name_key
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import ANNOTATION_TAGS, TAGS

if TYPE_CHECKING:
    from collections.abc import Mapping


class TagBook(Repository):
    """Reads and writes the code book; names that differ by case only are one name."""

    def tags(self) -> tuple[Tag, ...]:
        """Return all tags by name, each with the number of annotations that carry it."""
        parents = TAGS.alias("parents")
        uses = select(ANNOTATION_TAGS.c.tag, func.count().label("uses")).group_by(ANNOTATION_TAGS.c.tag).subquery()
        query = select(TAGS, parents.c.name.label("parent_name"), uses.c.uses)
        query = query.outerjoin(parents, TAGS.c.parent == parents.c.seq).outerjoin(uses, uses.c.tag == TAGS.c.seq)
        return tuple(_tag(row) for row in self._rows(query.order_by(TAGS.c.name_key)))

    def add_tag(self, tag: Tag) -> Tag:
        """Add a tag; UserError when the name is taken."""
        self._refuse_taken(tag.name, 0)
        self._ledger.insert(TAGS, {"id": tag.id or new_id(), **self._tag_columns(tag, 0)})
        return self._tag_named(tag.name)

    def update_tag(self, tag: Tag, old_name: str = "") -> Tag:
        """Save the tag that is called `old_name` (or as in `tag`) as it stands in `tag`."""
        seq = self._tag_seq(old_name or tag.name)
        self._refuse_taken(tag.name, seq)
        self._ledger.update(TAGS, [seq], self._tag_columns(tag, seq))
        return self._tag_named(tag.name)

    def delete_tag(self, name: str) -> None:
        """Take a tag off everything and out of the code book; the tags below it move up one step."""
        seq = self._tag_seq(name)
        row = self._ledger.rows(TAGS, [seq])[seq]
        self._ledger.update(TAGS, self._ledger.seqs(TAGS, TAGS.c.parent == seq), {"parent": row["parent"]})
        self._ledger.delete(ANNOTATION_TAGS, self._ledger.seqs(ANNOTATION_TAGS, ANNOTATION_TAGS.c.tag == seq))
        self._ledger.delete(TAGS, [seq])

    def _ensure_tag(self, name: str) -> int:
        """Return the seq of a tag, making it if it is not in the code book."""
        found = self._find_tag(name)
        if found is not None:
            return found
        columns = {"id": new_id(), "name": name.strip(), "parent": None, "colour": "", "description": ""}
        if not columns["name"]:
            raise UserError("A tag needs a name.")
        return self._ledger.insert(TAGS, columns)

    def _tag_columns(self, tag: Tag, seq: int) -> dict[str, Any]:
        parent = self._tag_seq(tag.parent) if tag.parent else None
        if seq and parent is not None and seq in self._path(parent):
            raise UserError(f"“{tag.name}” cannot stand below “{tag.parent}”, which stands below it.")
        return {"name": tag.name.strip(), "parent": parent, "colour": tag.colour, "description": tag.description}

    def _path(self, seq: int) -> list[int]:
        """Return a tag and all above it."""
        path: list[int] = []
        above: int | None = seq
        while above is not None and above not in path:
            path.append(above)
            above = self._connection.execute(select(TAGS.c.parent).where(TAGS.c.seq == above)).scalar()
        return path

    def _refuse_taken(self, name: str, seq: int) -> None:
        if not name.strip():
            raise UserError("A tag needs a name.")
        if self._find_tag(name) not in (None, seq):
            raise UserError(f"There is already a tag “{name}”.")

    def _find_tag(self, name: str) -> int | None:
        return self._connection.execute(select(TAGS.c.seq).where(TAGS.c.name_key == name_key(name))).scalar()

    def _tag_seq(self, name: str) -> int:
        found = self._find_tag(name)
        if found is None:
            raise UserError(f"There is no tag “{name}”.")
        return found

    def _tag_named(self, name: str) -> Tag:
        return next(tag for tag in self.tags() if name_key(tag.name) == name_key(name))


def _tag(row: Mapping[str, Any]) -> Tag:
    return Tag(
        id=TagId(row["id"]),
        name=row["name"],
        parent=row["parent_name"] or "",
        colour=row["colour"],
        description=row["description"],
        count=row["uses"] or 0,
    )
