"""Entities and issues of the library, and the dossiers that select and order them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from briefing_app.store.tables.base import DERIVED, KEEP_NUMBERS, Base, Hashed, Identified, Numbered


class EntityRecord(Identified, Hashed, Base):
    """A named thing; `key` ties it to the shipped actor base, or is its own id."""

    __tablename__ = "entities"
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class ActorRecord(Identified, Hashed, Base):
    """What readers of the library say of an entity; `merged` is the one it was found to be, `parent` a key."""

    __tablename__ = "actors"
    entity: Mapped[int] = mapped_column(ForeignKey("entities.seq"), unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    parent: Mapped[str]
    merged: Mapped[int | None] = mapped_column(ForeignKey("entities.seq"), index=True)
    __table_args__ = (KEEP_NUMBERS,)


class AliasRecord(Identified, Hashed, Base):
    """Another name of an entity, as the user gave it, with its scope and dates."""

    __tablename__ = "aliases"
    entity: Mapped[int] = mapped_column(ForeignKey("entities.seq"), index=True)
    surface: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    scope: Mapped[str]
    valid_from: Mapped[str]
    valid_to: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class AffiliationRecord(Identified, Hashed, Base):
    """A person who speaks for a party in a role, from a day to a day; `removed` takes a shipped one away."""

    __tablename__ = "affiliations"
    person: Mapped[int] = mapped_column(ForeignKey("entities.seq"), index=True)
    party: Mapped[int] = mapped_column(ForeignKey("entities.seq"), index=True)
    role: Mapped[str]
    valid_from: Mapped[str]
    valid_to: Mapped[str]
    removed: Mapped[int] = mapped_column(server_default=text("0"))
    __table_args__ = (KEEP_NUMBERS,)


class NameRulingRecord(Identified, Hashed, Base):
    """What the reader ruled a name to mean; no article: for the whole library."""

    __tablename__ = "name_rulings"
    text: Mapped[str] = mapped_column(index=True)
    ruling: Mapped[str]
    canonical: Mapped[str]
    label: Mapped[str]
    key: Mapped[str]
    article: Mapped[int | None] = mapped_column(ForeignKey("articles.seq"), index=True)
    __table_args__ = (KEEP_NUMBERS,)


class IssueRecord(Identified, Hashed, Base):
    """An item under negotiation."""

    __tablename__ = "issues"
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True, info=DERIVED)
    __table_args__ = (KEEP_NUMBERS,)


class DossierRecord(Identified, Hashed, Base):
    """One negotiation file."""

    __tablename__ = "dossiers"
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True, info=DERIVED)
    description: Mapped[str]
    marking: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class PartyRecord(Identified, Hashed, Base):
    """An entity in a dossier; `members` is JSON."""

    __tablename__ = "parties"
    dossier: Mapped[int] = mapped_column(ForeignKey("dossiers.seq"))
    entity: Mapped[int] = mapped_column(ForeignKey("entities.seq"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str]
    key: Mapped[str]
    role: Mapped[str]
    colour: Mapped[str]
    members: Mapped[str]
    __table_args__ = (UniqueConstraint("dossier", "entity"), KEEP_NUMBERS)


class DossierIssueRecord(Numbered, Hashed, Base):
    """An issue in a dossier: its place, the words that find it here, the issue above it."""

    __tablename__ = "dossier_issues"
    dossier: Mapped[int] = mapped_column(ForeignKey("dossiers.seq"))
    issue: Mapped[int] = mapped_column(ForeignKey("issues.seq"), index=True)
    ordinal: Mapped[int]
    words: Mapped[str]
    parent: Mapped[str]
    __table_args__ = (UniqueConstraint("dossier", "issue"), KEEP_NUMBERS)


class DossierArticleRecord(Numbered, Hashed, Base):
    """An article filed in a dossier."""

    __tablename__ = "dossier_articles"
    dossier: Mapped[int] = mapped_column(ForeignKey("dossiers.seq"))
    article: Mapped[int] = mapped_column(ForeignKey("articles.seq"))
    __table_args__ = (
        UniqueConstraint("dossier", "article"),
        Index("ix_dossier_articles_article_dossier", "article", "dossier"),
        KEEP_NUMBERS,
    )
