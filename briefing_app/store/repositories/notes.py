"""Briefing notes and every state in which they were saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.ids import DossierId, NoteId, new_id
from briefing_app.domain.note import Note
from briefing_app.errors import UserError
from briefing_app.store.codec import dump, load, now
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import DOSSIERS, NOTE_REVISIONS, NOTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select


class Notes(Repository):
    """Reads and writes notes; a save is a revision that stays."""

    def get(self, note_id: str) -> Note:
        """Return a note; UserError when there is none."""
        found = self._rows(_NOTES.where(NOTES.c.id == note_id))
        if not found:
            raise UserError(f"There is no note “{note_id}” in this library.")
        return _note(found[0])

    def of_dossier(self, dossier_id: str) -> tuple[Note, ...]:
        """Return the notes of a dossier in the order in which they were made."""
        query = _NOTES.where(DOSSIERS.c.id == dossier_id).order_by(NOTES.c.seq)
        return tuple(_note(row) for row in self._rows(query))

    def all(self) -> tuple[Note, ...]:
        """Return all notes in the order in which they were made."""
        return tuple(_note(row) for row in self._rows(_NOTES.order_by(NOTES.c.seq)))

    def add(self, note: Note) -> Note:
        """Add a note as its revision 1; one without an id gets a new one."""
        moment = now()
        columns = {
            "id": note.id or new_id(),
            "dossier": self._seq_of(DOSSIERS, note.dossier, "dossier"),
            "template": note.template,
            **_saved(note),
            "revision": 1,
            "created": note.created or moment,
            "modified": note.modified or moment,
        }
        seq = self._ledger.insert(NOTES, columns)
        self._keep_revision(seq, 1, note, columns["modified"])
        return self.get(columns["id"])

    def update(self, note: Note) -> Note:
        """Save a note as it stands in `note`; nothing is saved when nothing differs."""
        seq = self._seq_of(NOTES, note.id, "note")
        row = self._ledger.rows(NOTES, [seq])[seq]
        changed = {name: value for name, value in _saved(note).items() if row[name] != value}
        if changed:
            moment, revision = now(), row["revision"] + 1
            self._ledger.update(NOTES, [seq], {**changed, "revision": revision, "modified": moment})
            self._keep_revision(seq, revision, note, moment)
        return self.get(note.id)

    def delete(self, note_id: str) -> None:
        """Delete a note with its history."""
        seq = self._seq_of(NOTES, note_id, "note")
        self._ledger.delete(NOTE_REVISIONS, self._ledger.seqs(NOTE_REVISIONS, NOTE_REVISIONS.c.note == seq))
        self._ledger.delete(NOTES, [seq])

    def history(self, note_id: str) -> tuple[Note, ...]:
        """Return every state in which a note was saved, oldest first; the last is the present one."""
        query = select(
            NOTE_REVISIONS,
            NOTES.c.id,
            NOTES.c.template,
            NOTES.c.created,
            DOSSIERS.c.id.label("dossier_id"),
            NOTE_REVISIONS.c.saved.label("modified"),
        ).join(NOTES, NOTE_REVISIONS.c.note == NOTES.c.seq)
        query = query.join(DOSSIERS, NOTES.c.dossier == DOSSIERS.c.seq).where(NOTES.c.id == note_id)
        return tuple(_note(row) for row in self._rows(query.order_by(NOTE_REVISIONS.c.revision)))

    def _keep_revision(self, note_seq: int, revision: int, note: Note, moment: str) -> None:
        columns = {"note": note_seq, "revision": revision, "saved": moment, **_saved(note)}
        self._ledger.insert(NOTE_REVISIONS, columns)


def _saved(note: Note) -> dict[str, Any]:
    return {
        "title": note.title,
        "fields": dump(note.fields),
        "sections": dump(note.sections),
        "as_of": note.as_of,
        "include": note.include,
    }


def _note(row: Mapping[str, Any]) -> Note:
    return Note(
        id=NoteId(row["id"]),
        dossier=DossierId(row["dossier_id"]),
        template=row["template"],
        title=row["title"],
        fields=load(row["fields"]),
        sections=load(row["sections"]),
        as_of=row["as_of"],
        include=row["include"],
        revision=row["revision"],
        created=row["created"],
        modified=row["modified"],
        seq=row["seq"],
    )


_NOTES: Select[Any] = select(NOTES, DOSSIERS.c.id.label("dossier_id")).join(DOSSIERS, NOTES.c.dossier == DOSSIERS.c.seq)
