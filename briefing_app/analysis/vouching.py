"""Statements for which only unnamed people vouch: "two diplomats said", "according to officials", "is said to"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.hedges import UNNAMED
from briefing_app.domain.attribution import Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Page
    from briefing_app.domain.attribution import Attribution
    from briefing_app.domain.position import StatementDraft

_UNNAMED, _REPORTED = 4, 5


def vouched(
    page: Page, statements: Sequence[StatementDraft], attributions: Sequence[Attribution]
) -> list[StatementDraft]:
    """Return the statements, hedged where the text gives an unnamed source for all that shows them."""
    unsure = [one for one in attributions if one.level in (_UNNAMED, _REPORTED) and one.tier is Tier.CORE]
    return [_hedged(page, one, unsure) for one in statements]


def _hedged(page: Page, one: StatementDraft, unsure: Sequence[Attribution]) -> StatementDraft:
    if one.hedged or one.speaker.istitle():
        return one
    for source in unsure:
        core = one.start <= source.content_end and source.content_start < one.end
        inside = min(one.end, source.content_end) - max(one.start, source.content_start)
        if core and 2 * inside > one.end - one.start:
            words = page.masked[source.source_start : source.source_end].lower().split()
            word = next((word for word in words if word in UNNAMED), words[-1] if words else "")
            return replace(one, hedges=(word,), attribution_level=max(one.attribution_level, source.level))
    return one
