"""What undo leaves behind of a version that is not shown any more: suggestions nobody has touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.entity import Status
from briefing_app.store.repositories import statement_rows
from briefing_app.store.tables.every import ANALYSES, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.store.ledger import Image, Ledger


def drop_stale(ledger: Ledger, images: Iterable[Image]) -> None:
    """Drop the suggestions, and the analysis they came from, of the versions that the undone step had brought.

    Analysis writes them outside of any step; they come again when the version does.
    """
    for image in images:
        if image.table != "articles" or not image.after or "version" not in image.after:
            continue
        gone = image.after["version"]
        suggested = STATEMENTS.c.status == Status.SUGGESTED.value
        statement_rows.delete(ledger, ledger.seqs(STATEMENTS, STATEMENTS.c.version == gone, suggested))
        ledger.delete(ANALYSES, ledger.seqs(ANALYSES, ANALYSES.c.version == gone))
