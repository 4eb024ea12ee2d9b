"""The reader's own word on names, laid over what the machine found: it acts at once, on old articles and new."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.entity import Mention, NameRuling, RulingKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.analysis import Analysis

SOURCE = "user"


def apply_rulings(analysis: Analysis, text: str, rulings: Iterable[NameRuling], article: str = "") -> Analysis:
    """Return ``analysis`` of ``text`` with the rulings that hold in ``article`` applied, mentions in text order.

    A ruling for the article wins over one for the library. A name ruled to mean something is also marked where
    the machine had passed it over, but never inside another mention.
    """
    chosen: dict[str, NameRuling] = {}
    for ruling in sorted(rulings, key=lambda one: bool(one.article)):
        if ruling.article in ("", article):
            chosen[ruling.text] = ruling
    if not chosen:
        return analysis
    kept = [ruled for mention in analysis.mentions if (ruled := _ruled(mention, chosen.get(mention.text))) is not None]
    found = sorted([*kept, *_passed_over(text, chosen, kept)], key=lambda mention: mention.start)
    return replace(analysis, mentions=tuple(found))


def _ruled(mention: Mention, ruling: NameRuling | None) -> Mention | None:
    if ruling is None:
        return mention
    if ruling.ruling is RulingKind.NEVER:
        return None
    return _named(ruling, mention.start, mention.end)


def _named(ruling: NameRuling, start: int, end: int) -> Mention:
    return Mention(
        start=start,
        end=end,
        label=ruling.label,
        text=ruling.text,
        canonical=ruling.canonical,
        key=ruling.key,
        source=SOURCE,
        why=f"You said that “{ruling.text}” means {ruling.canonical}"
        + (" in this article." if ruling.article else "."),
        status=Status.CONFIRMED,
    )


def _passed_over(text: str, chosen: dict[str, NameRuling], kept: list[Mention]) -> list[Mention]:
    names = [name for name, ruling in chosen.items() if name and ruling.ruling is RulingKind.MEANS]
    if not names:
        return []
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    taken = {offset for mention in kept for offset in range(mention.start, mention.end)}
    return [
        _named(chosen[match.group()], match.start(), match.end())
        for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text)
        if taken.isdisjoint(range(match.start(), match.end()))
    ]
