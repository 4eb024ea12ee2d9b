"""Where the reader was in a library, kept in the settings."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.listing import WITH_REF, ListQuery, Scope, Sort
from briefing_app.ui.library.source import FirstPage

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.settings import Settings

VIEWS = ("reader", "note")


@dataclass(frozen=True, slots=True)
class Session:
    """Place, order, article and view; searches and filters are not kept."""

    query: ListQuery
    article: str = ""
    view: str = "reader"

    def record(self) -> dict[str, str]:
        """Return the session as texts."""
        query = self.query
        return {
            "scope": query.scope,
            "ref": query.ref,
            "sort": query.sort,
            "article": self.article,
            "view": self.view,
        }

    @classmethod
    def of(cls, record: dict[str, str]) -> Session:
        """Return the session of a record; what makes no sense in it is passed over."""
        scope, sort = Scope.ALL, Sort.NEWEST
        with suppress(ValueError):
            scope = Scope(record.get("scope", ""))
        with suppress(ValueError):
            sort = Sort(record.get("sort", ""))
        ref = record.get("ref", "")
        if scope in WITH_REF and not ref:
            scope = Scope.ALL
        view = record.get("view", "")
        return cls(
            ListQuery(scope, ref if scope in WITH_REF else "", sort=sort),
            record.get("article", ""),
            view if view in VIEWS else "reader",
        )


def session_of(settings: Settings, library: Path) -> Session:
    """Return where the reader was in ``library``."""
    return Session.of(settings.record("sessions", str(library)))


def open_first_page(
    path: Path, key: bytes | None, settings: Settings, *, key_place: str = "", read_only: bool = False
) -> FirstPage:
    """Return the first page of a library where the reader left it; a LibraryError says why it cannot be read."""
    from briefing_app.store.listing import Listing

    def again() -> Listing:
        return Listing(path, key)

    source, session = Listing(path, key), session_of(settings, path)
    query = session.query
    if query.scope is Scope.DOSSIER and query.ref not in {ref for ref, _ in source.dossiers()}:
        query = ListQuery(sort=query.sort)
    if query.scope is Scope.TAG and query.ref not in {ref for ref, _, _ in source.tags()}:
        query = ListQuery(sort=query.sort)
    if query.scope is Scope.FEED and query.ref not in {ref for ref, _ in source.feeds()}:
        query = ListQuery(sort=query.sort)
    return FirstPage(
        path=path,
        source=source,
        query=query,
        article=session.article,
        view=session.view,
        encrypted=key is not None,
        key_place=key_place,
        read_only=read_only,
        again=again,
    )
