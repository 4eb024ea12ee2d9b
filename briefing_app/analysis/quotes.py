"""Quotations that run over several sentences: who speaks may be told only behind the last of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefing_app.analysis.attribution import SentenceReader
from briefing_app.analysis.holder import NOBODY, Holder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Sentence

# No quotation goes on for longer before its speaker is named.
_AHEAD = 6


def speaker_ahead(reader: SentenceReader, following: Sequence[Sentence], discourse: Discourse) -> Holder:
    """Return who is named behind a quotation that a sentence opens and does not close; NOBODY where nobody is."""
    if reader.tokens[0].text not in '“"«' or not reader.ends_open:
        return NOBODY
    still_open = True
    for sentence in itertools.islice(following, _AHEAD):
        if sentence.passage != reader.sentence.passage:
            return NOBODY
        ahead = SentenceReader(sentence, discourse, still_open)
        if not ahead.ends_open or any(not inside for inside in ahead.quoted):
            before = discourse.point()
            sources = ahead.sources()
            discourse.return_to(before)
            return next((one.holder for one in sources if one.holder.known and one.first < one.cue), NOBODY)
        still_open = ahead.ends_open
    return NOBODY
