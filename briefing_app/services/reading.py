"""Opening articles, and what a reader does with an article as a whole."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefing_app.domain.article import Removal, RemovalState
from briefing_app.domain.backups import BackupReason
from briefing_app.domain.reading import OpenArticle
from briefing_app.domain.rulings import Place, lay_over
from briefing_app.errors import InputError
from briefing_app.services.adopted import certainty_of
from briefing_app.services.proposing import Proposals
from briefing_app.services.versions import count_of, versions_of, visible_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.article import Article
    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.listing import SearchHit
    from briefing_app.domain.word_diff import Change
    from briefing_app.services.backups import BackupService
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

METADATA = ("title", "author", "site", "published", "language", "url")
"""Fields of an article that its reader may set; what he sets wins over every re-extraction."""
JUDGED = ("reliability", "marking")
MANY = 20
"""Articles up to which a deletion for good goes without a backup before it."""


Rank = Literal["newest", "best"]


class ReadingService:
    """What a reader does with articles: open, mark, sort away, correct, hide and restore passages."""

    def __init__(self, store: Store, session: str = "desktop", backups: BackupService | None = None) -> None:
        self._store = store
        self._session = session
        self._backups = backups
        self._proposals = Proposals(store)

    def open_article(self, article_id: str) -> OpenArticle:
        """Return the article with its layers; UserError when the library has no such article."""
        mark = self._proposals.mark()
        with self._store.read() as reader:
            return opened(reader, article_id, partial(self._proposals.of, reader, mark=mark))

    def whats_new(self, article_id: str) -> list[Change]:
        """Return what the current version of an article added, removed and changed; nothing where it is the first.

        Spans are those of the current canonical text; changes in passages that are out of view are left out.
        """
        with self._store.read() as reader:
            versions = versions_of(reader, article_id)
            if len(versions) == 1:
                return []
            removals = [tuple(reader.articles.removals(version.id)) for version in versions[-2:]]
        return visible_changes(versions[-2], versions[-1], *removals)

    def news(self, article_id: str) -> list[Change]:
        """Return what is new in an article, until the reader says that he has seen it."""
        with self._store.read() as reader:
            seen = reader.settings.get(_seen_key(article_id)) == reader.articles.get(article_id).version
        return [] if seen else self.whats_new(article_id)

    def see_news(self, article_id: str) -> None:
        """Have what is new in the current version no longer told; no undo step of its own."""
        with self._store.write("Seen", session=self._session, undoable=False) as work:
            work.settings.set(_seen_key(article_id), work.articles.get(article_id).version)

    def find(self, ref: str) -> Article:
        """Return the article that an id, the beginning of one, a sequence number or an exact title names."""
        with self._store.read() as reader:
            return reader.articles.find(ref)

    def mark_read(self, ids: Sequence[str], read: bool = True) -> None:
        """Mark articles as read or unread."""
        with self._store.write("Mark as read" if read else "Mark as unread", session=self._session) as work:
            work.articles.set_flags(ids, read=read)

    def note_opened(self, article_id: str) -> None:
        """Mark an article as read because it was opened; no undo step of its own."""
        with self._store.write("Open", session=self._session, undoable=False) as work:
            work.articles.set_flags([article_id], read=True)

    def star(self, ids: Sequence[str], starred: bool = True) -> None:
        """Put a star on articles, or take it off."""
        with self._store.write("Star" if starred else "Remove star", session=self._session) as work:
            work.articles.set_flags(ids, starred=starred)

    def archive(self, ids: Sequence[str], archived: bool = True) -> None:
        """Put articles into the archive, or take them out."""
        with self._store.write("Archive" if archived else "Take out of archive", session=self._session) as work:
            work.articles.set_flags(ids, archived=archived)

    def trash(self, ids: Sequence[str]) -> None:
        """Move articles to the trash, where they stay for 30 days."""
        with self._store.write("Move to trash", session=self._session) as work:
            work.articles.trash(ids)

    def restore(self, ids: Sequence[str]) -> None:
        """Take articles out of the trash."""
        with self._store.write("Restore", session=self._session) as work:
            work.articles.restore(ids)

    def purge(self, ids: Sequence[str]) -> None:
        """Delete articles in the trash for good, with all that hangs on them; cannot be undone.

        Before many at once the library is backed up; LibraryError where that cannot be, and nothing is deleted.
        """
        if len(ids) > MANY and self._backups is not None:
            self._backups.make(BackupReason.DELETION)
        with self._store.write("Delete for good", session=self._session, undoable=False) as work:
            work.articles.purge(ids)

    def set_metadata(self, article_id: str, values: dict[str, str]) -> None:
        """Set the named fields of an article; those the extractor also gives are the user's from now on."""
        unknown = set(values).difference(METADATA, JUDGED)
        if unknown:
            raise InputError(f"An article has no field “{sorted(unknown)[0]}”.")
        with self._store.write("Edit details", session=self._session) as work:
            article = work.articles.get(article_id)
            changed = {name: value for name, value in values.items() if getattr(article, name) != value}
            owned = article.user_fields.union(changed).intersection(METADATA)
            work.articles.update(replace(article, **changed, user_fields=owned))  # type: ignore[arg-type]

    def hide_passage(self, article_id: str, start: int, end: int, *, always: bool = False) -> Removal:
        """Hide a passage by hand; with ``always`` the same words are hidden in this site's articles to come."""
        with self._store.write("Hide passage", session=self._session) as work:
            version = work.articles.current_version(article_id)
            article = work.articles.get(article_id)
            removal = Removal(start, end, "by-hand", "Hidden by you.", origin="user")
            if always and article.site:
                work.articles.add_site_rule(article.site, version.text[start:end])
            return work.articles.add_removal(version.id, removal)

    def set_removal(self, removal_id: str, hidden: bool) -> None:
        """Hide a removed passage again, or put it back."""
        label = "Hide again" if hidden else "Put back"
        with self._store.write(label, session=self._session) as work:
            work.articles.set_removal_state(removal_id, RemovalState.HIDDEN if hidden else RemovalState.RESTORED)

    def restore_all(self, article_id: str) -> None:
        """Put back everything that cleaning removed from an article."""
        with self._store.write("Put all back", session=self._session) as work:
            version = work.articles.current_version(article_id)
            for removal in work.articles.removals(version.id):
                if removal.state is RemovalState.HIDDEN:
                    work.articles.set_removal_state(removal.id, RemovalState.RESTORED)

    def remember_position(self, article_id: str, offset: int) -> None:
        """Keep where the reader was (code points of the canonical text)."""
        with self._store.write("", session=self._session, undoable=False) as work:
            work.articles.remember_position(article_id, offset)

    def search(self, query: str, limit: int = 50, rank: Rank = "newest") -> list[SearchHit]:
        """Return finds in articles, passages and notes; the query language is that of the search field."""
        with self._store.read() as reader:
            return list(reader.search.search(query, limit=limit, rank=rank))


def _seen_key(article_id: str) -> str:
    return f"seen-version:{article_id}"


def opened(reader: Reader, article_id: str, dossier_of: Callable[[str], Dossier]) -> OpenArticle:
    """Return the article with its layers, the library's own actors and the user's rulings on names applied."""
    articles = reader.articles
    article = articles.get(article_id)
    version = articles.current_version(article_id)
    analysis = articles.analysis(version.id)
    if analysis is not None:
        place = Place(article_id, article.published[:10])
        analysis = lay_over(analysis, version.text, reader.actors.who(), reader.entities.rulings(), place)
    shown, unsure = certainty_of(reader).parted(reader.statements.of_article(article_id))
    return OpenArticle(
        article=article,
        version=version,
        removals=tuple(articles.removals(version.id)),
        analysis=analysis,
        annotations=tuple(reader.annotations.of_article(article_id)),
        statements=shown,
        unsure=unsure,
        dossiers=tuple(dossier_of(one) for one in articles.dossiers_of(article_id)),
        position=min(articles.position(article_id), len(version.text)),
        versions=count_of(reader, article_id),
    )
