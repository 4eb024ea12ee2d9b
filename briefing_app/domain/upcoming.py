"""Dates to watch: sentences of an article that name a day to come for a meeting or a deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, Removal, block_at, is_hidden
from briefing_app.domain.briefing_input import DatedPassage
from briefing_app.domain.entity import EntityKind, Mention, Status
from briefing_app.domain.sentences import sentence_spans

if TYPE_CHECKING:
    from briefing_app.domain.annotation import Annotation

_EVENT = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|talks|summits?|sessions?|rounds?|deadlines?|expir(?:e|es|ing|y)|due|votes?|voting"
    r"|elections?|referendum|conferences?|visits?|sign(?:s|ed|ing)?|resum(?:e|es|ing)|conven(?:e|es|ing)|host(?:s|ed|ing)?"
    r"|hearings?|negotiations?|calls?|scheduled|take place|takes place|takes? effect|enters? into force|ultimatum"
    r"|renew(?:al|ed)?|review|begin|begins|start|starts|end|ends|lapse[sd]?|present(?:s|ed)?|decid(?:e|es)|decision)\b",
    re.IGNORECASE,
)


def upcoming(
    article: str,
    text: str,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    as_of: str,
    *,
    annotations: Sequence[Annotation] = (),
    removals: Sequence[Removal] = (),
) -> tuple[DatedPassage, ...]:
    """Return the sentences that name a date after ``as_of`` and speak of a meeting, a vote or a deadline.

    Dates come from DATE mentions (canonical ISO, or a range whose first day counts); rejected ones and hidden
    passages are passed over. A passage is confirmed when its date is, or when a highlight touches its sentence.
    """
    found: dict[tuple[int, str], DatedPassage] = {}
    for mention in mentions:
        date = mention.canonical.partition("/")[0][:10]
        if mention.label is not EntityKind.DATE or mention.status is Status.REJECTED or not _is_after(date, as_of):
            continue
        block = block_at(blocks, mention.start)
        if block is None or is_hidden(mention.start, mention.end, removals):
            continue
        start, end = _sentence(text, block, mention)
        if not _EVENT.search(text, start, end) or is_hidden(start, end, removals):
            continue
        marked = any(one.anchor.start < end and start < one.anchor.end for one in annotations)
        confirmed = mention.status.counts or marked
        passage = DatedPassage(date, text[start:end], article, block.number, start, end, confirmed)
        if (start, date) not in found or confirmed:
            found[start, date] = passage
    return tuple(sorted(found.values(), key=lambda one: (one.date, one.start)))


def _is_after(date: str, as_of: str) -> bool:
    return date[:4].isdigit() and date > as_of[:10]


def _sentence(text: str, block: Block, mention: Mention) -> tuple[int, int]:
    for start, end in sentence_spans(text, block.start, block.end):
        if start <= mention.start < end:
            return start, end
    return block.start, block.end
