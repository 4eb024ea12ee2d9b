"""Passages the reader or the machine marked: annotations with their tags, statements with their evidence."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from briefing_app.store.tables.base import DERIVED, KEEP_NUMBERS, Base, Hashed, Identified, Numbered


class AnchorColumns:
    """The one anchor mechanism, as columns; `tokens` is JSON."""

    start: Mapped[int] = mapped_column(sort_order=50)
    end: Mapped[int] = mapped_column(sort_order=50)
    exact: Mapped[str] = mapped_column(sort_order=50)
    prefix: Mapped[str] = mapped_column(sort_order=50)
    suffix: Mapped[str] = mapped_column(sort_order=50)
    text_hash: Mapped[str] = mapped_column(sort_order=50)
    paragraph: Mapped[int] = mapped_column(sort_order=50)
    block_hash: Mapped[str] = mapped_column(sort_order=50)
    tokens: Mapped[str] = mapped_column(sort_order=50)
    anchor_state: Mapped[str] = mapped_column(sort_order=50)


class StatementRecord(Identified, Hashed, Base):
    """What somebody said on an issue; `quote` is its evidence in one text, for search. Lists are JSON.

    `unsure` says that it is a suggestion too uncertain to be shown and counted in its library.
    """

    __tablename__ = "statements"
    article: Mapped[int] = mapped_column(ForeignKey("articles.seq"))
    version: Mapped[int] = mapped_column(ForeignKey("versions.seq"))
    issue: Mapped[str] = mapped_column(index=True)
    stance: Mapped[str]
    quote: Mapped[str]
    paraphrase: Mapped[str]
    speaker: Mapped[str]
    channel: Mapped[str]
    verb: Mapped[str]
    hedges: Mapped[str]
    attribution_level: Mapped[int]
    said_on: Mapped[str]
    reported_on: Mapped[str]
    marks: Mapped[str]
    status: Mapped[str]
    reliability: Mapped[str]
    credibility: Mapped[int]
    confidence: Mapped[float]
    why: Mapped[str]
    stable_key: Mapped[str]
    unsure: Mapped[int] = mapped_column(server_default=text("0"), info=DERIVED)
    __table_args__ = (
        Index("ix_statements_article_status", "article", "status"),
        Index("ix_statements_version_stable_key", "version", "stable_key"),
        KEEP_NUMBERS,
    )


class StatementPartyRecord(Numbered, Hashed, Base):
    """A party to a statement; a joint communique has many.

    `linked_name` and `linked_key` say who it is since a reader corrected the name in its evidence.
    """

    __tablename__ = "statement_parties"
    statement: Mapped[int] = mapped_column(ForeignKey("statements.seq"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str] = mapped_column(index=True)
    key: Mapped[str]
    linked_name: Mapped[str] = mapped_column(server_default="", info=DERIVED)
    linked_key: Mapped[str] = mapped_column(server_default="", info=DERIVED)
    __table_args__ = (KEEP_NUMBERS,)


class StatementEvidenceRecord(Numbered, AnchorColumns, Hashed, Base):
    """A passage that shows a statement."""

    __tablename__ = "statement_evidence"
    statement: Mapped[int] = mapped_column(ForeignKey("statements.seq"), index=True)
    ordinal: Mapped[int]
    __table_args__ = (KEEP_NUMBERS,)


class AnnotationRecord(Identified, AnchorColumns, Hashed, Base):
    """A highlight; `statement` is the one made with it, if any."""

    __tablename__ = "annotations"
    article: Mapped[int] = mapped_column(ForeignKey("articles.seq"), index=True)
    version: Mapped[int] = mapped_column(ForeignKey("versions.seq"), index=True)
    type: Mapped[str]
    note: Mapped[str]
    created: Mapped[str]
    modified: Mapped[str]
    statement: Mapped[int | None] = mapped_column(ForeignKey("statements.seq"), index=True)
    __table_args__ = (KEEP_NUMBERS,)


class TagRecord(Identified, Hashed, Base):
    """A code of the code book; names differ by more than case."""

    __tablename__ = "tags"
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True, info=DERIVED)
    parent: Mapped[int | None] = mapped_column(ForeignKey("tags.seq"), index=True)
    colour: Mapped[str]
    description: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class AnnotationTagRecord(Numbered, Hashed, Base):
    """A tag on an annotation."""

    __tablename__ = "annotation_tags"
    annotation: Mapped[int] = mapped_column(ForeignKey("annotations.seq"))
    tag: Mapped[int] = mapped_column(ForeignKey("tags.seq"))
    __table_args__ = (
        UniqueConstraint("annotation", "tag"),
        Index("ix_annotation_tags_tag_annotation", "tag", "annotation"),
        KEEP_NUMBERS,
    )
