"""Imports: what was asked for, and what became of each input. A record for the reader, not his work: no hashes."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefing_app.store.tables.base import KEEP_NUMBERS, Base, Identified, Numbered


class ImportRunRecord(Identified, Base):
    """One import as it was asked for; `places` and `dossiers` are JSON, `folder` is where relative places start.

    `state` is open, done or cancelled; one that is open and that nobody works on was interrupted.
    """

    __tablename__ = "import_runs"
    places: Mapped[str]
    folder: Mapped[str]
    dossiers: Mapped[str]
    session: Mapped[str]
    started: Mapped[str]
    ended: Mapped[str]
    state: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class ImportItemRecord(Numbered, Base):
    """One input (`part` 0), or the part-th thing in a file of many. `outcome` is empty while it waits.

    The outcome is written in the transaction of the article. `article` is an id, so that what is purged leaves
    nothing to point to; `sha256` is that of the bytes of the input.
    """

    __tablename__ = "import_items"
    run: Mapped[int] = mapped_column(ForeignKey("import_runs.seq"))
    place: Mapped[str]
    part: Mapped[int]
    outcome: Mapped[str]
    article: Mapped[str]
    title: Mapped[str]
    reason: Mapped[str]
    sha256: Mapped[str]
    __table_args__ = (
        UniqueConstraint("run", "place", "part"),
        Index("ix_import_items_run_outcome", "run", "outcome", "seq"),
        KEEP_NUMBERS,
    )
