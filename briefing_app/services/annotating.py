"""Highlights, notes and tags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.annotation import Annotation, Tag, annotation_type
from briefing_app.domain.ids import AnnotationId, TagId, new_id
from briefing_app.errors import InputError
from briefing_app.services.clock import now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.anchor import Anchor
    from briefing_app.domain.article import Version
    from briefing_app.store.store import Store


class AnnotationService:
    """What a reader does with passages: highlight, note, tag, and take it all back."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def highlight(
        self, article_id: str, start: int, end: int, type: str = "Claim", note: str = "", tags: Sequence[str] = ()
    ) -> Annotation:
        """Highlight a passage of the article's current version; InputError for an empty one."""
        with self._store.write("Highlight", session=self._session) as work:
            version = work.articles.current_version(article_id)
            moment = now()
            annotation = Annotation(
                id=AnnotationId(new_id()),
                version=version.id,
                article=version.article,
                anchor=_anchor(version, start, end),
                type=annotation_type(type).name,
                note=note,
                tags=clean_tags(tags),
                created=moment,
                modified=moment,
            )
            work.annotations.add(annotation)
        return annotation

    def edit(
        self,
        annotation_id: str,
        *,
        type: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
    ) -> Annotation:
        """Change an annotation's type, note or tags; what is None stays."""
        with self._store.write(_edit_label(type, note), session=self._session) as work:
            before = work.annotations.get(annotation_id)
            after = replace(
                before,
                type=before.type if type is None else annotation_type(type).name,
                note=before.note if note is None else note,
                tags=before.tags if tags is None else clean_tags(tags),
                modified=now(),
            )
            work.annotations.update(after)
        return after

    def delete(self, ids: Sequence[str]) -> None:
        """Delete annotations; undo brings them back."""
        with self._store.write("Delete highlight", session=self._session) as work:
            work.annotations.delete(ids)

    def confirm_anchor(self, annotation_id: str) -> Annotation:
        """Say that a passage that changed is still the one meant; InputError where it has no place."""
        with self._store.write("Keep highlight here", session=self._session) as work:
            before = work.annotations.get(annotation_id)
            if not before.anchor.placed:
                raise InputError("This highlight has no place in the text now.", hint="Select its passage anew.")
            after = replace(before, anchor=replace(before.anchor, state=AnchorState.ANCHORED), modified=now())
            work.annotations.update(after)
        return after

    def reanchor(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Move an annotation to a passage of its article's current version."""
        with self._store.write("Re-anchor highlight", session=self._session) as work:
            before = work.annotations.get(annotation_id)
            version = work.articles.current_version(before.article)
            after = replace(before, version=version.id, anchor=_anchor(version, start, end), modified=now())
            work.annotations.move([after])
            work.annotations.update(after)
        return after

    def get(self, annotation_id: str) -> Annotation:
        """Return one annotation; UserError when there is none of that id."""
        with self._store.read() as reader:
            return reader.annotations.get(annotation_id)

    def of_dossier(self, dossier_id: str | None) -> tuple[Annotation, ...]:
        """Return the annotations of a dossier's articles, or of the whole library for None."""
        with self._store.read() as reader:
            return tuple(reader.annotations.of_dossier(dossier_id))

    def tags(self) -> tuple[Tag, ...]:
        """Return the code book with the number of annotations a tag is on."""
        with self._store.read() as reader:
            return tuple(reader.annotations.tags())

    def add_tag(self, ids: Sequence[str], name: str) -> None:
        """Put a tag on annotations, making it if the code book lacks it."""
        with self._store.write("Tag", session=self._session) as work:
            (wanted,) = clean_tags([name]) or ("",)
            if not wanted:
                raise InputError("A tag needs a name.")
            for annotation in map(work.annotations.get, ids):
                if wanted not in annotation.tags:
                    work.annotations.update(replace(annotation, tags=(*annotation.tags, wanted), modified=now()))

    def remove_tag(self, ids: Sequence[str], name: str) -> None:
        """Take a tag off annotations; the code book keeps it."""
        with self._store.write("Remove tag", session=self._session) as work:
            for annotation in map(work.annotations.get, ids):
                if name in annotation.tags:
                    left = tuple(tag for tag in annotation.tags if tag != name)
                    work.annotations.update(replace(annotation, tags=left, modified=now()))

    def save_tag(self, tag: Tag, old_name: str = "") -> None:
        """Add a tag to the code book, or change the one called ``old_name``."""
        with self._store.write("Edit tag" if old_name else "New tag", session=self._session) as work:
            if old_name:
                work.annotations.update_tag(tag, old_name)
            else:
                work.annotations.add_tag(replace(tag, id=TagId(tag.id or new_id())))

    def delete_tag(self, name: str) -> None:
        """Take a tag out of the code book and off every annotation."""
        with self._store.write("Delete tag", session=self._session) as work:
            work.annotations.delete_tag(name)


def _anchor(version: Version, start: int, end: int) -> Anchor:
    if not 0 <= start < end <= len(version.text):
        raise InputError("There is no text between these two places to highlight.")
    return anchor_in(version, start, end)


def clean_tags(names: Iterable[str]) -> tuple[str, ...]:
    """Return tag names without outer white space, leading # and repeats, in order."""
    cleaned = (" ".join(name.strip().lstrip("#").split()) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _edit_label(type: str | None, note: str | None) -> str:
    if type is not None:
        return "Change highlight type"
    return "Edit note" if note is not None else "Tag"
