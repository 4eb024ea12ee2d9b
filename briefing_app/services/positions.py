"""Positions: what the statements of each party on each issue add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.entity import Status
from briefing_app.services.adopted import certainty_of
from briefing_app.services.clock import today
from briefing_app.services.dossiers import completed
from briefing_app.services.reprints import sources_of_texts

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.position import Matrix, Statement
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

COUNTED = (Status.CONFIRMED, Status.EDITED)
SHOWN = (*COUNTED, Status.SUGGESTED)


class PositionService:
    """Derives positions on demand; nothing of them is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def matrix(self, dossier_id: str, as_of: str = "", since: str = "", include: str = "all") -> Matrix:
        """Return the positions of a dossier as of a date (today when empty).

        ``include`` is ``confirmed`` or ``all`` (with suggestions). A dossier that names no parties or issues
        yet shows the most frequent ones of its statements.
        """
        from briefing_app.domain.derive import build_matrix

        with self._store.read() as reader:
            dossier, statements, sources = gathered(reader, dossier_id, include)
        return build_matrix(
            dossier,
            statements,
            as_of or today(),
            since=since,
            include=include,
            searched=dossier.articles,
            source_of=lambda statement: sources.get(statement.article, statement.article),
        )


def shown_of(reader: Reader, dossier_id: str, statuses: Collection[Status]) -> tuple[Statement, ...]:
    """Return a dossier's statements of ``statuses``, without suggestions less certain than the reader wants to see."""
    return certainty_of(reader).parted(reader.statements.of_dossier(dossier_id, statuses))[0]


def gathered(reader: Reader, dossier_id: str, include: str) -> tuple[Dossier, tuple[Statement, ...], dict[str, str]]:
    """Return a dossier (completed), its statements, and for each article the hash of the text it brings."""
    statuses = COUNTED if include == "confirmed" else SHOWN
    statements = shown_of(reader, dossier_id, statuses)
    dossier = completed(reader.dossiers.get(dossier_id), statements)
    return dossier, statements, sources_of_texts(reader, {statement.article for statement in statements})
