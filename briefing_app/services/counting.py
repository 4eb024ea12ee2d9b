"""Keeping what lists count in step with what is shown: which suggestions are too uncertain, as a derived column."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefing_app.domain.codec import to_plain
from briefing_app.services.adopted import certainty_of

if TYPE_CHECKING:
    from briefing_app.domain.certainty import Certainty
    from briefing_app.store.session import Work
    from briefing_app.store.store import Store

COUNTED = "suggestions.counted"
"""The library's setting that tells by which certainty its suggestions were last counted; empty: by none."""
SLICE = 2000
"""Suggestions of one unit of work."""
LABEL = "Count suggestions"


def settle(store: Store) -> int:
    """Have lists count what is shown by the certainty that holds now; return how many suggestions changed.

    It costs nothing where the last count was by the same certainty.
    """
    with store.read() as reader:
        holds = certainty_of(reader)
        wanted = _mark(holds)
        if reader.settings.get(COUNTED) == wanted:
            return 0
        found = reader.suggestions.all(reader.actors.who())
        changed = [(seq, not unsure) for seq, unsure, draft in found if holds.hides(draft) != unsure]
    for at in range(0, len(changed), SLICE):
        with store.write(LABEL, origin="machine", undoable=False) as work:
            work.suggestions.hide(dict(changed[at : at + SLICE]))
    with store.write(LABEL, origin="machine", undoable=False) as work:
        work.settings.set(COUNTED, wanted)
    return len(changed)


def settle_article(work: Work, article_id: str) -> None:
    """Have lists count what is shown of one article, whose suggestions are new."""
    holds = certainty_of(work)
    if holds.from_on <= 0:
        return
    found = work.suggestions.of_article(article_id, work.actors.who())
    work.suggestions.hide({seq: not unsure for seq, unsure, draft in found if holds.hides(draft) != unsure})


def _mark(holds: Certainty) -> str:
    """Return what tells one certainty from another; empty for one that hides nothing."""
    if holds.from_on <= 0:
        return ""
    plain = json.dumps(to_plain(holds), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]
