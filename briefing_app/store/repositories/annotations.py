"""Annotations: highlights with their notes and tags."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.annotation import Annotation
from briefing_app.domain.ids import AnnotationId, ArticleId, VersionId, new_id
from briefing_app.errors import UserError
from briefing_app.store import codec
from briefing_app.store.engine import chunks
from briefing_app.store.repositories import anchor_rows
from briefing_app.store.repositories.tags import TagBook
from briefing_app.store.tables.every import (
    ANNOTATION_TAGS,
    ANNOTATIONS,
    ARTICLES,
    DOSSIER_ARTICLES,
    DOSSIERS,
    STATEMENTS,
    TAGS,
    VERSIONS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Select


class Annotations(TagBook):
    """Reads and writes annotations and the code book; order is that of their numbers."""

    def get(self, annotation_id: str) -> Annotation:
        """Return an annotation; UserError when there is none."""
        found = self._annotations(_ANNOTATIONS.where(ANNOTATIONS.c.id == annotation_id))
        if not found:
            raise UserError(f"There is no annotation “{annotation_id}” in this library.")
        return found[0]

    def of_article(self, article_id: str) -> tuple[Annotation, ...]:
        """Return the annotations of an article."""
        return self._annotations(_ANNOTATIONS.where(ARTICLES.c.id == article_id))

    def of_dossier(self, dossier_id: str | None) -> tuple[Annotation, ...]:
        """Return the annotations of a dossier's articles, or of all articles; not those in the trash."""
        query = _ANNOTATIONS.where(ARTICLES.c.trashed_at == "")
        if dossier_id is not None:
            members = select(DOSSIER_ARTICLES.c.article).join(DOSSIERS, DOSSIER_ARTICLES.c.dossier == DOSSIERS.c.seq)
            query = query.where(ANNOTATIONS.c.article.in_(members.where(DOSSIERS.c.id == dossier_id)))
        return self._annotations(query)

    def add(self, annotation: Annotation) -> Annotation:
        """Add an annotation; an empty id, time or unknown tag is made."""
        moment = codec.now()
        full = replace(
            annotation,
            id=AnnotationId(annotation.id or new_id()),
            created=annotation.created or moment,
            modified=annotation.modified or moment,
        )
        links = {
            "article": self._seq_of(ARTICLES, full.article, "article"),
            "version": self._seq_of(VERSIONS, full.version, "version"),
        }
        seq = self._ledger.insert(ANNOTATIONS, {"id": full.id, **links, **self._columns(full)})
        self._set_tags(seq, full.tags)
        return self.get(full.id)

    def update(self, annotation: Annotation) -> Annotation:
        """Save an annotation as it stands in `annotation`; the time of change is now unless a newer one is given."""
        known = self.get(annotation.id)
        if replace(annotation, modified=known.modified, seq=known.seq) == known:
            return known
        moment = annotation.modified if annotation.modified > known.modified else codec.now()
        seq = self._seq_of(ANNOTATIONS, annotation.id, "annotation")
        self._ledger.update(ANNOTATIONS, [seq], self._columns(replace(annotation, modified=moment)))
        self._set_tags(seq, annotation.tags)
        return self.get(annotation.id)

    def move(self, annotations: Iterable[Annotation]) -> int:
        """Save version and anchor of annotations, and nothing else of them; their time of change stays."""
        wanted = {one.id: one for one in annotations}
        versions = self._seqs(VERSIONS, {one.version for one in wanted.values()})
        rows = {
            seq: {"version": versions[wanted[AnnotationId(ident)].version]}
            | anchor_rows.columns(wanted[AnnotationId(ident)].anchor)
            for ident, seq in self._seqs(ANNOTATIONS, wanted).items()
        }
        return self._ledger.update_each(ANNOTATIONS, rows)

    def delete(self, ids: Iterable[str]) -> int:
        """Delete annotations; return how many there were."""
        seqs = list(self._seqs(ANNOTATIONS, ids).values())
        self._ledger.delete(ANNOTATION_TAGS, self._ledger.seqs(ANNOTATION_TAGS, ANNOTATION_TAGS.c.annotation.in_(seqs)))
        return self._ledger.delete(ANNOTATIONS, seqs)

    def _columns(self, value: Annotation) -> dict[str, Any]:
        statement = self._seq_of(STATEMENTS, value.statement, "statement") if value.statement else None
        return {
            "type": value.type,
            "note": value.note,
            "created": value.created,
            "modified": value.modified,
            "statement": statement,
            **anchor_rows.columns(value.anchor),
        }

    def _set_tags(self, annotation: int, names: Sequence[str]) -> None:
        """Make the tags of an annotation exactly `names`; unknown ones join the code book."""
        wanted = list(dict.fromkeys(self._ensure_tag(name) for name in names))
        links = select(ANNOTATION_TAGS.c.seq, ANNOTATION_TAGS.c.tag).where(ANNOTATION_TAGS.c.annotation == annotation)
        known = {row.tag: row.seq for row in self._connection.execute(links)}
        self._ledger.delete(ANNOTATION_TAGS, [seq for tag, seq in known.items() if tag not in wanted])
        fresh = [{"annotation": annotation, "tag": tag} for tag in wanted if tag not in known]
        self._ledger.insert_many(ANNOTATION_TAGS, fresh)

    def _annotations(self, query: Select[Any]) -> tuple[Annotation, ...]:
        rows = self._rows(query.order_by(ANNOTATIONS.c.seq))
        tags = self._tags_of([row["seq"] for row in rows])
        return tuple(_annotation(row, tags[row["seq"]]) for row in rows)

    def _tags_of(self, seqs: Sequence[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        links = select(ANNOTATION_TAGS.c.annotation, TAGS.c.name).join(TAGS, ANNOTATION_TAGS.c.tag == TAGS.c.seq)
        for chunk in chunks(seqs):
            query = links.where(ANNOTATION_TAGS.c.annotation.in_(chunk)).order_by(ANNOTATION_TAGS.c.seq)
            for row in self._connection.execute(query):
                found[row.annotation].append(row.name)
        return found


def _annotation(row: Mapping[str, Any], tags: Sequence[str]) -> Annotation:
    return Annotation(
        id=AnnotationId(row["id"]),
        version=VersionId(row["version_id"]),
        article=ArticleId(row["article_id"]),
        anchor=anchor_rows.anchor(row),
        type=row["type"],
        note=row["note"],
        tags=tuple(tags),
        created=row["created"],
        modified=row["modified"],
        statement=row["statement_id"] or "",
        seq=row["seq"],
    )


_ANNOTATIONS: Select[Any] = (
    select(
        ANNOTATIONS,
        ARTICLES.c.id.label("article_id"),
        VERSIONS.c.id.label("version_id"),
        STATEMENTS.c.id.label("statement_id"),
    )
    .join(ARTICLES, ANNOTATIONS.c.article == ARTICLES.c.seq)
    .join(VERSIONS, ANNOTATIONS.c.version == VERSIONS.c.seq)
    .outerjoin(STATEMENTS, ANNOTATIONS.c.statement == STATEMENTS.c.seq)
)
