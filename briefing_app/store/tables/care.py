"""Notes and their history, settings of the library, and the steps that can be undone."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefing_app.store.tables.base import DERIVED, KEEP_NUMBERS, Base, Hashed, Identified, Numbered


class NoteRecord(Identified, Hashed, Base):
    """A briefing note; `fields` and `sections` are JSON, `body` is the sections' text for search."""

    __tablename__ = "notes"
    dossier: Mapped[int] = mapped_column(ForeignKey("dossiers.seq"), index=True)
    template: Mapped[str]
    title: Mapped[str]
    fields: Mapped[str]
    sections: Mapped[str]
    body: Mapped[str] = mapped_column(info=DERIVED)
    as_of: Mapped[str]
    include: Mapped[str]
    revision: Mapped[int]
    created: Mapped[str]
    modified: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class NoteRevisionRecord(Numbered, Hashed, Base):
    """A note as it was saved once; the latest one too."""

    __tablename__ = "note_revisions"
    note: Mapped[int] = mapped_column(ForeignKey("notes.seq"))
    revision: Mapped[int]
    title: Mapped[str]
    fields: Mapped[str]
    sections: Mapped[str]
    as_of: Mapped[str]
    include: Mapped[str]
    saved: Mapped[str]
    __table_args__ = (UniqueConstraint("note", "revision"), KEEP_NUMBERS)


class SettingRecord(Identified, Hashed, Base):
    """A setting of this library."""

    __tablename__ = "settings"
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class UndoStepRecord(Identified, Base):
    """One action of the user as row images (compressed JSON); `undone` is 1 where redo can bring it back."""

    __tablename__ = "undo_steps"
    session: Mapped[str]
    label: Mapped[str]
    undone: Mapped[int]
    at: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (Index("ix_undo_steps_session_undone", "session", "undone", "seq"), KEEP_NUMBERS)
