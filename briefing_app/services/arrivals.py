"""What has been read and waits for its unit of work: a document, or one thing of a file of many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.domain.article import CleanDocument
    from briefing_app.domain.collection import Item
    from briefing_app.ingest.duplicates import Signature
    from briefing_app.store.originals import Original

REPEATED = "The library has this very text already."
VANISHED = "It was deleted from the library while it was being imported; import it again."


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing read. ``document`` is None where the library had the bytes, or the item's page, at the first look.

    ``item`` is what a file of many says of it, ``signature`` what reprints are known by.
    """

    source: str
    original: Original
    document: CleanDocument | None = None
    signature: Signature | None = None
    item: Item | None = None
