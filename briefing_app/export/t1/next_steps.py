"""Section 9: dates to watch, each with the sentence that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph, Run
from briefing_app.export.citing import quotation
from briefing_app.export.dates import long_date
from briefing_app.export.evidence import cite_passage, source_for

if TYPE_CHECKING:
    from briefing_app.domain.briefing_input import DatedPassage
    from briefing_app.export.t1.desk import Desk

DATES = 4


def next_steps(desk: Desk) -> tuple[Paragraph, ...]:
    """Return at most four dates after ``as_of``, soonest first; confirmed ones are taken before suggestions."""
    given = desk.given
    known: dict[tuple[str, str], DatedPassage] = {}
    for one in sorted(given.dates, key=lambda one: (not one.confirmed, one.date, one.article, one.start)):
        if one.date <= given.as_of[:10] or not (one.confirmed or given.note.include == "all"):
            continue
        if _published_later(desk, one):
            continue
        known.setdefault((one.date, " ".join(one.text.split()).casefold()), one)
    chosen = list(known.values())[:DATES]
    return tuple(_bullet(desk, one) for one in sorted(chosen, key=lambda one: one.date))


def _published_later(desk: Desk, passage: DatedPassage) -> bool:
    published = source_for(passage.article, desk.given.sources).published[:10]
    return bool(published) and published > desk.given.as_of[:10]


def _bullet(desk: Desk, passage: DatedPassage) -> Paragraph:
    mark = desk.mark_citations([cite_passage(passage, desk.given.sources)], confirmed=passage.confirmed)
    said = quotation(passage.text.strip().removesuffix("."))
    return Paragraph((Run(f"{long_date(passage.date)}:", bold=True), Run(f" {said}."), *mark), "bullet")
