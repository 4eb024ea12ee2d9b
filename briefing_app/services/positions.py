"""Positions: what the statements of each party on each issue add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.derive import build_matrix
from briefing_app.domain.entity import Status
from briefing_app.domain.overrides import LABEL, is_of, overridden
from briefing_app.domain.position import Override
from briefing_app.errors import InputError
from briefing_app.services.adopted import certainty_of
from briefing_app.services.clock import today
from briefing_app.services.dossiers import completed
from briefing_app.services.readings import key_of, overrides_of, written
from briefing_app.services.reprints import sources_of_texts

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.domain.derive import SourceOf
    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.position import Matrix, Stance, Statement
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

COUNTED = (Status.CONFIRMED, Status.EDITED)
SHOWN = (*COUNTED, Status.SUGGESTED)


class PositionService:
    """Derives positions on demand; of them only a reader's own readings are stored, each with its reason."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def matrix(self, dossier_id: str, as_of: str = "", since: str = "", include: str = "all") -> Matrix:
        """Return the positions of a dossier as of a date (today when empty).

        ``include`` is ``confirmed`` or ``all`` (with suggestions). A dossier that names no parties or issues
        yet shows the most frequent ones of its statements.
        """
        with self._store.read() as reader:
            dossier, statements, source_of = gathered(reader, dossier_id, include)
            overrides = overrides_of(reader, dossier_id)
        derived = build_matrix(
            dossier,
            statements,
            as_of or today(),
            since=since,
            include=include,
            searched=dossier.articles,
            source_of=source_of,
        )
        return overridden(derived, overrides)

    def override(
        self, dossier_id: str, party: str, issue: str, stance: Stance, reason: str, paraphrase: str = ""
    ) -> Override:
        """Read a position otherwise than its statements add up to, from today on; InputError without a reason."""
        if not reason.strip():
            raise InputError("Say why you read this position otherwise: the reason goes with it into notes.")
        cell = next((one for one in self.matrix(dossier_id).cells.values() if is_of(one, party, issue)), None)
        if cell is None or not cell.evidence:
            raise InputError(f"{party} has no stated position on “{issue}” in this dossier.")
        made = Override(cell.party, cell.issue, stance, reason.strip(), today(), " ".join(paraphrase.split()))
        with self._store.write(LABEL, session=self._session) as work:
            work.settings.set(key_of(dossier_id, party, issue), written(made))
        return made

    def withdraw(self, dossier_id: str, party: str, issue: str) -> bool:
        """Return to what the statements add up to; say whether there was a reading of the reader's own."""
        key = key_of(dossier_id, party, issue)
        with self._store.read() as reader:
            found = bool(reader.settings.get(key))
        if found:
            with self._store.write(LABEL, session=self._session) as work:
                work.settings.delete(key)
        return found


def shown_of(reader: Reader, dossier_id: str, statuses: Collection[Status]) -> tuple[Statement, ...]:
    """Return a dossier's statements of ``statuses``, without suggestions less certain than the reader wants to see."""
    return certainty_of(reader).parted(reader.statements.of_dossier(dossier_id, statuses))[0]


def gathered(reader: Reader, dossier_id: str, include: str) -> tuple[Dossier, tuple[Statement, ...], SourceOf]:
    """Return a dossier (completed), its statements, and what names the text that a statement's article brings."""
    statements = shown_of(reader, dossier_id, COUNTED if include == "confirmed" else SHOWN)
    dossier = completed(reader.dossiers.get(dossier_id), statements)
    texts = sources_of_texts(reader, {statement.article for statement in statements})

    def source_of(statement: Statement) -> str:
        return texts.get(statement.article, statement.article)

    return dossier, statements, source_of
