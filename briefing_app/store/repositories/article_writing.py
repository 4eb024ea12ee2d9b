"""Articles: importing them, filing them, flags, trash, what is out of view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from briefing_app.domain.ids import new_id
from briefing_app.store import codec
from briefing_app.store.engine import chunks
from briefing_app.store.ledger import Image
from briefing_app.store.originals import Original
from briefing_app.store.repositories import article_rows
from briefing_app.store.repositories.article_reading import ArticleReading
from briefing_app.store.tables.every import (
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
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.article import Article, CleanDocument, Removal, RemovalState


class ArticleWriting(ArticleReading):
    """Adds articles and changes what is known of them."""

    def add(self, document: CleanDocument, original: bytes | Original, dossiers: Iterable[str] = ()) -> Article:
        """Add an article with its first version; undone, it goes to the trash."""
        return self.add_many([(document, original)], dossiers)[0]

    def add_many(
        self, documents: Sequence[tuple[CleanDocument, bytes | Original]], dossiers: Iterable[str] = ()
    ) -> list[Article]:
        """Add many articles at once, each with its bytes: some times faster than one by one."""
        moment = codec.now()
        rows = [{"seq": self._ledger.next_seq("articles"), **_new_article(one, moment)} for one, _ in documents]
        versions = self._add_versions([row["seq"] for row in rows], documents, moment)
        for row, version in zip(rows, versions, strict=True):
            row["version"] = version["seq"]
        self._ledger.insert_many(ARTICLES, rows, imaged=False)
        self._ledger.images += [Image("articles", row["seq"], None, None, imported=True) for row in rows]
        for dossier in dossiers:
            self.put_in_dossier([row["id"] for row in rows], dossier)
        ids = [version["id"] for version in versions]
        return [article_rows.article({**row, "version_id": one}) for row, one in zip(rows, ids, strict=True)]

    def add_version(self, article_id: str, document: CleanDocument, original: bytes | Original) -> Article:
        """Add a newer text to an article and show it; what the user has set himself stays as he set it."""
        known = self.get(article_id)
        moment = codec.now()
        (version,) = self._add_versions([known.seq], [(document, original)], moment)
        found = {name: getattr(document, name) for name in ("title", "author", "site", "published", "url", "language")}
        values = {name: value for name, value in found.items() if value and name not in known.user_fields}
        words = article_rows.words(document)
        self._ledger.update(ARTICLES, [known.seq], {**values, "version": version["seq"], "words": words})
        return self.get(article_id)

    def update(self, article: Article) -> Article:
        """Save an article's fields as they stand in `article`; version and import stay what they are."""
        seq = self._seq_of(ARTICLES, article.id, "article")
        columns = article_rows.article_columns(article)
        for fixed in ("source", "imported_at", "words"):
            del columns[fixed]
        self._ledger.update(ARTICLES, [seq], columns)
        return self.get(article.id)

    def set_flags(
        self,
        ids: Iterable[str],
        read: bool | None = None,
        starred: bool | None = None,
        archived: bool | None = None,
    ) -> int:
        """Set the flags that are not None; return how many articles changed."""
        flags = {"read": read, "starred": starred, "archived": archived}
        values = {name: int(value) for name, value in flags.items() if value is not None}
        return self._ledger.update(ARTICLES, self._seqs(ARTICLES, ids).values(), values)

    def trash(self, ids: Iterable[str]) -> int:
        """Put articles into the trash; return how many were not there yet."""
        seqs = self._seqs(ARTICLES, ids).values()
        fresh = [seq for seq, row in self._ledger.rows(ARTICLES, seqs).items() if not row["trashed_at"]]
        return self._ledger.update(ARTICLES, fresh, {"trashed_at": codec.now()})

    def restore(self, ids: Iterable[str]) -> int:
        """Take articles out of the trash; return how many were there."""
        return self._ledger.update(ARTICLES, self._seqs(ARTICLES, ids).values(), {"trashed_at": ""})

    def put_in_dossier(self, ids: Iterable[str], dossier_id: str) -> int:
        """File articles in a dossier; return how many were not in it yet."""
        dossier = self._seq_of(DOSSIERS, dossier_id, "dossier")
        seqs = list(self._seqs(ARTICLES, ids).values())
        filed = select(DOSSIER_ARTICLES.c.article).where(DOSSIER_ARTICLES.c.dossier == dossier)
        there = set(self._connection.execute(filed).scalars()) if len(seqs) > 1 else self._filed(dossier, seqs)
        rows = [{"dossier": dossier, "article": seq} for seq in seqs if seq not in there]
        return len(self._ledger.insert_many(DOSSIER_ARTICLES, rows))

    def take_from_dossier(self, ids: Iterable[str], dossier_id: str) -> int:
        """Take articles out of a dossier; return how many were in it."""
        dossier = self._seq_of(DOSSIERS, dossier_id, "dossier")
        wanted = set(self._seqs(ARTICLES, ids).values())
        query = select(DOSSIER_ARTICLES.c.seq, DOSSIER_ARTICLES.c.article).where(DOSSIER_ARTICLES.c.dossier == dossier)
        links = [row.seq for row in self._connection.execute(query) if row.article in wanted]
        return self._ledger.delete(DOSSIER_ARTICLES, links)

    def add_removal(self, version_id: str, removal: Removal) -> Removal:
        """Put a passage of a version out of view."""
        version = self._seq_of(VERSIONS, version_id, "version")
        columns = article_rows.removal_columns(removal, version)
        self._ledger.insert(REMOVALS, columns)
        return replace(removal, id=columns["id"])

    def set_removal_state(self, removal_id: str, state: RemovalState) -> None:
        """Show a removed passage again, or hide it again."""
        seq = self._seq_of(REMOVALS, removal_id, "removed passage")
        self._ledger.update(REMOVALS, [seq], {"state": state.value})

    def add_site_rule(self, site: str, text: str) -> None:
        """Hide a passage in whatever comes from `site` from now on."""
        if (site, text) not in self.site_rules():
            self._ledger.insert(SITE_RULES, {"id": new_id(), "site": site, "text": text})

    def remember_position(self, article_id: str, offset: int) -> None:
        """Remember where the reader is; no step of undo, and nobody is told."""
        article = self._seq_of(ARTICLES, article_id, "article")
        known = select(READING_POSITIONS.c.seq).where(READING_POSITIONS.c.article == article)
        seq = self._connection.execute(known).scalar()
        if seq is None:
            self._ledger.insert(READING_POSITIONS, {"article": article, "offset": offset})
        else:
            self._ledger.update(READING_POSITIONS, [seq], {"offset": offset})

    def _filed(self, dossier: int, seqs: Iterable[int]) -> set[int]:
        links = DOSSIER_ARTICLES.c
        query = select(links.article).where(links.dossier == dossier, links.article.in_(list(seqs)))
        return set(self._connection.execute(query).scalars())

    def _add_versions(
        self, articles: Sequence[int], documents: Sequence[tuple[CleanDocument, bytes | Original]], moment: str
    ) -> list[dict[str, Any]]:
        """Store the bytes (once for the whole library) and the texts; return the rows of the versions."""
        originals = self._add_originals([original for _, original in documents])
        rows = [
            {"seq": self._ledger.next_seq("versions"), **article_rows.version_columns(document, article, kept, moment)}
            for article, kept, (document, _) in zip(articles, originals, documents, strict=True)
        ]
        self._ledger.insert_many(VERSIONS, rows, imaged=False)
        removals = [
            article_rows.removal_columns(one, row["seq"])
            for row, (document, _) in zip(rows, documents, strict=True)
            for one in document.removals
        ]
        self._ledger.insert_many(REMOVALS, removals, imaged=False)
        return rows

    def _add_originals(self, originals: Sequence[bytes | Original]) -> list[int]:
        """Return the numbers of the bytes, storing those that are new."""
        packed = [one if isinstance(one, Original) else Original.of(one) for one in originals]
        known: dict[str, int] = {}
        for chunk in chunks([one.sha256 for one in packed]):
            query = select(ORIGINALS.c.sha256, ORIGINALS.c.seq).where(ORIGINALS.c.sha256.in_(chunk))
            known.update((row.sha256, row.seq) for row in self._connection.execute(query))
        rows = []
        for one in packed:
            if one.sha256 not in known:
                known[one.sha256] = self._ledger.next_seq("originals")
                rows.append({"seq": known[one.sha256], "sha256": one.sha256, "size": one.size, "data": one.data})
        self._ledger.insert_many(ORIGINALS, rows)
        return [known[one.sha256] for one in packed]


def _new_article(document: CleanDocument, moment: str) -> dict[str, Any]:
    found = ("title", "author", "site", "published", "language", "url", "source")
    return {
        "id": new_id(),
        "version": 0,
        **{name: getattr(document, name) for name in found},
        "imported_at": moment,
        "words": article_rows.words(document),
        "read": 0,
        "starred": 0,
        "archived": 0,
        "trashed_at": "",
        "reliability": "",
        "marking": "",
        "user_fields": "[]",
    }
