"""What a key or the menu does to articles: one service call, one sentence, one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.counted import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.listing import ArticleRow
    from briefing_app.jobs.runner import Runs
    from briefing_app.services.services import Services
    from briefing_app.ui.messages import Messages

MOVES_AWAY = frozenset({"archive", "trash", "restore", "purge", "take_from_dossier"})
"""Actions after which the article usually leaves the list."""


class ArticleActs:
    """Runs actions on articles in the write lane and says what was done."""

    def __init__(self, services: Services, runner: Runs, messages: Messages) -> None:
        self._services = services
        self._runner = runner
        self._messages = messages

    def run(self, action: str, rows: Sequence[ArticleRow], dossier: str = "") -> None:
        """Do ``action`` to the articles; what is on for all of them is taken off, else put on."""
        if not rows:
            return
        ids = [row.id for row in rows]
        reading, number = self._services.reading, counted(len(rows), "article")
        match action:
            case "toggle_read":
                read = not all(row.read for row in rows)
                self._do(lambda: reading.mark_read(ids, read), "")
            case "toggle_star":
                star = not all(row.starred for row in rows)
                self._do(lambda: reading.star(ids, star), "")
            case "archive":
                away = not all(row.archived for row in rows)
                said = f"{number} archived." if away else f"{number} taken out of the archive."
                self._do(lambda: reading.archive(ids, away), said)
            case "trash":
                self._do(lambda: reading.trash(ids), f"{number} moved to the trash.")
            case "restore":
                self._do(lambda: reading.restore(ids), f"{number} restored.")
            case "purge":
                self._do(lambda: reading.purge(ids), f"{number} deleted for good.", undo=False)
            case "take_from_dossier":
                self._do(lambda: self._services.dossiers.take(ids, dossier), f"{number} taken out of the dossier.")
            case _:
                raise KeyError(action)

    def put(self, ids: Sequence[str], dossier: str, name: str) -> None:
        """Put articles into a dossier."""
        said = f"{counted(len(ids), 'article')} put into “{name}”."
        self._do(lambda: self._services.dossiers.put(ids, dossier), said)

    def _do(self, work: Callable[[], object], said: str, *, undo: bool = True) -> None:
        def told(answer: object) -> None:
            del answer
            if said:
                (self._messages.offer_undo if undo else self._messages.tell)(said)

        self._runner.write(work, told)
