"""Articles, their versions and originals, what cleaning removed, what the machine found."""

from __future__ import annotations

from sqlalchemy import Computed, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from briefing_app.store.tables.base import DERIVED, HASHED_APART, KEEP_NUMBERS, Base, Hashed, Identified, Numbered

STATE = (
    "(read <> 0) | ((starred <> 0) << 1) | ((archived <> 0) << 2) | ((trashed_at <> '') << 3)"
    " | ((annotation_count > 0) << 4) | ((open_count > 0) << 5)"
)
"""All that the list filters on, in one small number: see listing.py for the bits."""


class ArticleRecord(Identified, Hashed, Base):
    """One article; `version` is the seq of its current version, 0 only while it is being made.

    `title_key`, `site_key` and `dated` are what lists sort by, `page_key` is what addresses of one page share; the
    counts are kept by triggers.
    """

    __tablename__ = "articles"
    title: Mapped[str]
    version: Mapped[int]
    author: Mapped[str]
    site: Mapped[str]
    published: Mapped[str]
    language: Mapped[str]
    url: Mapped[str]
    source: Mapped[str]
    imported_at: Mapped[str]
    words: Mapped[int]
    read: Mapped[int]
    starred: Mapped[int]
    archived: Mapped[int]
    trashed_at: Mapped[str]
    reliability: Mapped[str]
    marking: Mapped[str]
    user_fields: Mapped[str]
    title_key: Mapped[str] = mapped_column(info=DERIVED)
    site_key: Mapped[str] = mapped_column(info=DERIVED)
    dated: Mapped[str] = mapped_column(info=DERIVED)
    page_key: Mapped[str] = mapped_column(info=DERIVED, server_default=text("''"))
    annotation_count: Mapped[int] = mapped_column(info=DERIVED, server_default=text("0"))
    open_count: Mapped[int] = mapped_column(info=DERIVED, server_default=text("0"))
    state: Mapped[int] = mapped_column(Computed(STATE, persisted=True), info=DERIVED)
    __table_args__ = (
        Index("ix_articles_imported", "seq", "dated", "state"),
        Index("ix_articles_newest", "dated", "seq", "state"),
        Index("ix_articles_title", "title_key", "seq", "dated", "state"),
        Index("ix_articles_site", "site_key", text("dated DESC"), text("seq DESC"), "state"),
        Index("ix_articles_url", "url"),
        Index("ix_articles_page", "page_key"),
        Index("ix_articles_exact_title", "title"),
        KEEP_NUMBERS,
    )


class OriginalRecord(Numbered, Hashed, Base):
    """The bytes as they came, compressed with zlib; `size` counts them before compression."""

    __tablename__ = "originals"
    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, info=HASHED_APART)
    __table_args__ = (KEEP_NUMBERS,)


class VersionRecord(Identified, Hashed, Base):
    """One text of an article. `blocks` and `found` are JSON, `html` and `offset_map` compressed.

    `found` keeps the metadata as extraction gave it, for the day the user takes back his own. A text is written
    before its article, so that the article comes into the search index whole: that link is checked at the end
    of the transaction.
    """

    __tablename__ = "versions"
    article: Mapped[int] = mapped_column(ForeignKey("articles.seq", deferrable=True, initially="DEFERRED"), index=True)
    original: Mapped[int] = mapped_column(ForeignKey("originals.seq"), index=True)
    text: Mapped[str] = mapped_column(info=HASHED_APART)
    text_hash: Mapped[str]
    blocks: Mapped[str]
    media_type: Mapped[str]
    encoding: Mapped[str]
    imported_at: Mapped[str]
    language: Mapped[str]
    found: Mapped[str]
    warnings: Mapped[str]
    html: Mapped[bytes] = mapped_column(LargeBinary)
    offset_map: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (KEEP_NUMBERS,)


class RemovalRecord(Identified, Hashed, Base):
    """A span out of view, or put back; `end` is exclusive."""

    __tablename__ = "removals"
    version: Mapped[int] = mapped_column(ForeignKey("versions.seq"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    rule: Mapped[str]
    reason: Mapped[str]
    state: Mapped[str]
    origin: Mapped[str]
    __table_args__ = (KEEP_NUMBERS,)


class SiteRuleRecord(Identified, Hashed, Base):
    """A passage the reader wants hidden in every article of a site."""

    __tablename__ = "site_rules"
    site: Mapped[str]
    text: Mapped[str]
    __table_args__ = (UniqueConstraint("site", "text"), KEEP_NUMBERS)


class AnalysisRecord(Numbered, Base):
    """What analysis found in a version: derived, so one compressed JSON value and no million rows."""

    __tablename__ = "analyses"
    version: Mapped[int] = mapped_column(ForeignKey("versions.seq"), unique=True)
    text_hash: Mapped[str]
    engine: Mapped[str]
    language: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (KEEP_NUMBERS,)


class ReadingPositionRecord(Numbered, Base):
    """Where the reader was, as a code point of the current version."""

    __tablename__ = "reading_positions"
    article: Mapped[int] = mapped_column(ForeignKey("articles.seq"), unique=True)
    offset: Mapped[int]
    __table_args__ = (KEEP_NUMBERS,)
