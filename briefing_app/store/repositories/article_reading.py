"""Reading articles and what hangs on them."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sqlalchemy import and_, not_, select

from briefing_app.domain.addresses import page_key
from briefing_app.domain.ids import ArticleId, DossierId
from briefing_app.domain.learning import MARK
from briefing_app.errors import UserError
from briefing_app.store import analysis_codec
from briefing_app.store.engine import chunks
from briefing_app.store.repositories import article_rows
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import (
    ANALYSES,
    ARTICLES,
    DOSSIER_ARTICLES,
    DOSSIERS,
    ORIGINALS,
    READING_POSITIONS,
    REMOVALS,
    SITE_RULES,
    VERSIONS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sqlalchemy import ColumnElement, Select

    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.article import Article, Removal, Version

PREFIX_LENGTH = 8
"""Fewest characters of an id that may stand for it."""


class ArticleReading(Repository):
    """Articles, versions, originals, removals, analysis, reading positions."""

    def get(self, article_id: str) -> Article:
        """Return an article, one in the trash too; UserError when there is none."""
        found = self._articles(ARTICLES.c.id == article_id)
        if not found:
            raise UserError(f"There is no article “{article_id}” in this library.")
        return found[0]

    def find(self, ref: str) -> Article:
        """Return the article of an id, an id's first 8 or more characters, a number, or an exact title."""
        ref = ref.strip()
        conditions: list[ColumnElement[bool]] = [ARTICLES.c.id == ref.lower()]
        if len(ref) >= PREFIX_LENGTH:
            conditions.append(ARTICLES.c.id.startswith(ref.lower(), autoescape=True))
        if ref.isascii() and ref.isdigit() and len(ref) < PREFIX_LENGTH * 2:
            conditions.append(ARTICLES.c.seq == int(ref))
        conditions.append(ARTICLES.c.title == ref)
        for condition in conditions:
            found = self._articles(condition)
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(one.id for one in found[:3])
                raise UserError(f"“{ref}” means {len(found)} articles.", hint=f"Name one by its id: {ids} ...")
        raise UserError(f"There is no article “{ref}”.", hint="Name it by its id, its number or its exact title.")

    def by_sha256(self, sha256: str) -> Article | None:
        """Return the article one of whose versions was made from these bytes."""
        seqs = select(VERSIONS.c.article).join(ORIGINALS, VERSIONS.c.original == ORIGINALS.c.seq)
        found = self._articles(ARTICLES.c.seq.in_(seqs.where(ORIGINALS.c.sha256 == sha256.lower())))
        return found[0] if found else None

    def of_bytes(self, hashes: Iterable[str]) -> dict[str, tuple[Article, bool]]:
        """Return by hash what `by_sha256` does, and whether the article's current version was made from the bytes."""
        found: dict[str, tuple[Article, bool]] = {}
        for chunk in chunks(hashes):
            for row in self._rows(_MADE_FROM.where(ORIGINALS.c.sha256.in_(chunk))):
                found[row["sha256"]] = article_rows.article(row), row["made"] == row["version"]
        return found

    def has_bytes(self, sha256: str) -> bool:
        """Say, quickly, whether the library keeps these bytes."""
        row = self._connection.exec_driver_sql("SELECT 1 FROM originals WHERE sha256 = ?", (sha256,)).first()
        return row is not None

    def of_pages(self, keys: Iterable[str]) -> dict[str, Article]:
        """Return by page key what `by_page` does by address."""
        found: dict[str, Article] = {}
        for chunk in chunks([key for key in keys if key]):
            for one in sorted(self._articles(ARTICLES.c.page_key.in_(chunk)), key=_kept_and_last):
                found[page_key(one.url)] = one
        return found

    def by_page(self, url: str) -> Article | None:
        """Return the last article whose address names the same page as `url`; one in the trash only if alone."""
        key = page_key(url)
        if not key:
            return None
        found = self._articles(ARTICLES.c.page_key == key)
        return max(found, key=_kept_and_last) if found else None

    def version(self, version_id: str) -> Version:
        """Return one version; UserError when there is none."""
        found = self._rows(_VERSIONS.where(VERSIONS.c.id == version_id))
        if not found:
            raise UserError(f"There is no version “{version_id}” in this library.")
        return article_rows.version(found[0])

    def current_version(self, article_id: str) -> Version:
        """Return the version an article shows."""
        found = self._rows(_VERSIONS.where(ARTICLES.c.id == article_id, VERSIONS.c.seq == ARTICLES.c.version))
        if not found:
            raise UserError(f"There is no article “{article_id}” in this library.")
        return article_rows.version(found[0])

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Return all versions of an article, oldest first."""
        query = _VERSIONS.where(ARTICLES.c.id == article_id).order_by(VERSIONS.c.seq)
        return tuple(article_rows.version(row) for row in self._rows(query))

    def original(self, version_id: str) -> bytes:
        """Return the bytes a version was made from."""
        query = select(ORIGINALS.c.data).join(VERSIONS, VERSIONS.c.original == ORIGINALS.c.seq)
        data = self._connection.execute(query.where(VERSIONS.c.id == version_id)).scalar()
        if data is None:
            raise UserError(f"There is no version “{version_id}” in this library.")
        return zlib.decompress(data)

    def removals(self, version_id: str) -> tuple[Removal, ...]:
        """Return what is or was out of view in a version, in the order of the text."""
        query = select(REMOVALS).join(VERSIONS, REMOVALS.c.version == VERSIONS.c.seq)
        query = query.where(VERSIONS.c.id == version_id).order_by(REMOVALS.c.start, REMOVALS.c.end, REMOVALS.c.seq)
        return tuple(article_rows.removal(row) for row in self._rows(query))

    def dossiers_of(self, article_id: str) -> tuple[DossierId, ...]:
        """Return the dossiers an article is in, in the order of filing."""
        query = select(DOSSIERS.c.id).join(DOSSIER_ARTICLES, DOSSIER_ARTICLES.c.dossier == DOSSIERS.c.seq)
        query = query.join(ARTICLES, DOSSIER_ARTICLES.c.article == ARTICLES.c.seq)
        query = query.where(ARTICLES.c.id == article_id).order_by(DOSSIER_ARTICLES.c.seq)
        return tuple(DossierId(found) for found in self._connection.execute(query).scalars())

    def in_dossier(self, dossier_id: str) -> tuple[Article, ...]:
        """Return the articles of a dossier that are not in the trash, oldest in the library first."""
        seqs = select(DOSSIER_ARTICLES.c.article).join(DOSSIERS, DOSSIER_ARTICLES.c.dossier == DOSSIERS.c.seq)
        condition = ARTICLES.c.seq.in_(seqs.where(DOSSIERS.c.id == dossier_id))
        return tuple(self._articles(condition, ARTICLES.c.trashed_at == ""))

    def all_ids(self) -> list[str]:
        """Return the ids of all articles that are not in the trash, oldest in the library first."""
        query = select(ARTICLES.c.id).where(ARTICLES.c.trashed_at == "").order_by(ARTICLES.c.seq)
        return [ArticleId(found) for found in self._connection.execute(query).scalars()]

    def text_hashes(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the hash of the current text of each article that exists, without reading the texts."""
        found: dict[str, str] = {}
        query = select(ARTICLES.c.id, VERSIONS.c.text_hash).join(VERSIONS, ARTICLES.c.version == VERSIONS.c.seq)
        for chunk in chunks(ids):
            rows = self._connection.execute(query.where(ARTICLES.c.id.in_(chunk)))
            found.update((row.id, row.text_hash) for row in rows)
        return found

    def recent(self, dossiers: Iterable[str], limit: int) -> list[tuple[str, str]]:
        """Return ids and text hashes of the last articles, newest first: of the dossiers, or of all if none."""
        query = select(ARTICLES.c.id, VERSIONS.c.text_hash).join(VERSIONS, ARTICLES.c.version == VERSIONS.c.seq)
        query = query.where(ARTICLES.c.trashed_at == "")
        wanted = list(dossiers)
        if wanted:
            filed = select(DOSSIER_ARTICLES.c.article).join(DOSSIERS, DOSSIER_ARTICLES.c.dossier == DOSSIERS.c.seq)
            query = query.where(ARTICLES.c.seq.in_(filed.where(DOSSIERS.c.id.in_(wanted))))
        rows = self._connection.execute(query.order_by(ARTICLES.c.seq.desc()).limit(limit))
        return [(row.id, row.text_hash) for row in rows]

    def analysis(self, version_id: str) -> Analysis | None:
        """Return what analysis last found in a version; None until it has run."""
        query = select(ANALYSES).join(VERSIONS, ANALYSES.c.version == VERSIONS.c.seq)
        found = self._rows(query.where(VERSIONS.c.id == version_id))
        return analysis_codec.unpack(found[0]) if found else None

    def unanalysed(self) -> list[str]:
        """Return the ids of the articles, newest first, on whose current version no analysis has run yet."""
        done = select(ANALYSES.c.version)
        query = _ARTICLES.where(ARTICLES.c.trashed_at == "", VERSIONS.c.seq.not_in(done))
        return [str(row["id"]) for row in self._rows(query.order_by(ARTICLES.c.seq.desc()))]

    def analysed_otherwise(self, model: str, mark: str, limit: int) -> list[str]:
        """Return the newest articles that ``model`` has analysed without the lessons that ``mark`` tells.

        Without a mark: those that were analysed with any lessons.
        """
        engine = ANALYSES.c.engine
        taught = engine.contains(MARK, autoescape=True)
        wrong = and_(engine.contains(model, autoescape=True), not_(engine.contains(mark, autoescape=True)))
        made = select(ANALYSES.c.version).where(wrong if mark else taught)
        query = _ARTICLES.where(ARTICLES.c.trashed_at == "", VERSIONS.c.seq.in_(made))
        return [str(row["id"]) for row in self._rows(query.order_by(ARTICLES.c.seq.desc()).limit(limit))]

    def position(self, article_id: str) -> int:
        """Return where the reader was in an article; 0 when he was nowhere yet."""
        query = select(READING_POSITIONS.c.offset).join(ARTICLES, READING_POSITIONS.c.article == ARTICLES.c.seq)
        return int(self._connection.execute(query.where(ARTICLES.c.id == article_id)).scalar() or 0)

    def site_rules(self) -> tuple[tuple[str, str], ...]:
        """Return (site, passage) of everything to hide wherever that site repeats it."""
        query = select(SITE_RULES.c.site, SITE_RULES.c.text).order_by(SITE_RULES.c.seq)
        return tuple((row.site, row.text) for row in self._connection.execute(query))

    def _articles(self, *conditions: ColumnElement[bool]) -> list[Article]:
        query = _ARTICLES.where(*conditions).order_by(ARTICLES.c.seq)
        return [article_rows.article(row) for row in self._rows(query)]


def _kept_and_last(article: Article) -> tuple[bool, int]:
    return not article.trashed_at, article.seq


_ARTICLES: Select[Any] = select(ARTICLES, VERSIONS.c.id.label("version_id")).join(
    VERSIONS, ARTICLES.c.version == VERSIONS.c.seq
)
_MADE = VERSIONS.alias("made")
_MADE_FROM: Select[Any] = (
    select(ARTICLES, VERSIONS.c.id.label("version_id"), ORIGINALS.c.sha256, _MADE.c.seq.label("made"))
    .join(VERSIONS, ARTICLES.c.version == VERSIONS.c.seq)
    .join(_MADE, _MADE.c.article == ARTICLES.c.seq)
    .join(ORIGINALS, _MADE.c.original == ORIGINALS.c.seq)
    .order_by(ARTICLES.c.seq.desc(), _MADE.c.seq)
)
_VERSIONS: Select[Any] = (
    select(VERSIONS, ARTICLES.c.id.label("article_id"), ORIGINALS.c.sha256)
    .join(ARTICLES, VERSIONS.c.article == ARTICLES.c.seq)
    .join(ORIGINALS, VERSIONS.c.original == ORIGINALS.c.seq)
)
