"""Suggestions nobody has touched, as light as they can be read: how sure each is, and whether it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.domain.position import Stance, StatementDraft
from briefing_app.store import engine
from briefing_app.store.codec import names
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from briefing_app.domain.who import Who

BREAK: Final = "\x1f"
"""Parts names in one column of an answer."""
_OPEN: Final = (
    "SELECT s.seq, s.unsure, s.issue, s.stance, s.confidence, s.why, s.verb, s.speaker, s.hedges, s.reported_on,"
    " (SELECT group_concat(CASE WHEN linked_name = '' THEN name ELSE linked_name END, char(31)) FROM"
    " (SELECT * FROM statement_parties WHERE statement = s.seq ORDER BY ordinal)),"
    " (SELECT group_concat(CASE WHEN linked_name = '' THEN key ELSE linked_key END, char(31)) FROM"
    " (SELECT * FROM statement_parties WHERE statement = s.seq ORDER BY ordinal)),"
    ' coalesce((SELECT "start" FROM statement_evidence WHERE statement = s.seq AND ordinal = 0), 0),'
    ' coalesce((SELECT "end" FROM statement_evidence WHERE statement = s.seq AND ordinal = 0), 0)'
    " FROM statements AS s JOIN articles ON articles.seq = s.article WHERE s.status = 'suggested'"
)


class Suggestions(Repository):
    """Reads open suggestions as drafts, and says which of them are too uncertain to be shown and counted."""

    def all(self, who: Who, *, trashed: bool = True) -> Iterator[tuple[int, bool, StatementDraft]]:
        """Give (number, whether it is hidden, draft) of each; without ``trashed`` none of an article in the trash."""
        return self._found(_OPEN + ("" if trashed else " AND articles.trashed_at = ''"), (), who)

    def of_article(self, article_id: str, who: Who) -> Iterator[tuple[int, bool, StatementDraft]]:
        """Give the same of one article."""
        return self._found(f"{_OPEN} AND articles.id = ?", (article_id,), who)

    def hide(self, hidden: Mapping[int, bool]) -> int:
        """Say which suggestions, by number, are too uncertain to be shown. No step of undo: it is derived."""
        changes = {seq: {"unsure": int(one)} for seq, one in hidden.items()}
        return self._ledger.update_each(STATEMENTS, changes, imaged=False)

    def _found(self, sql: str, values: tuple[str, ...], who: Who) -> Iterator[tuple[int, bool, StatementDraft]]:
        for row in engine.raw(self._connection).execute(sql, values).fetchall():
            seq, unsure, issue, stance, confidence, why, verb, speaker, hedges, day, parties, keys, start, end = row
            named: Collection[str] = tuple((parties or "").split(BREAK))
            keyed = tuple((keys or "").split(BREAK))
            if who:
                named, keyed = who.parties(tuple(named), keyed, day[:10])
            yield (
                seq,
                bool(unsure),
                StatementDraft(
                    tuple(named), issue, Stance(stance), start, end, speaker=speaker, verb=verb, hedges=names(hedges),
                    confidence=confidence, why=why, keys=tuple(keyed),
                ),
            )  # fmt: skip
