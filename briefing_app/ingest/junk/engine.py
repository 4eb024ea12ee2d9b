"""Runs the junk rules over a canonical text and makes removals of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, Removal
from briefing_app.ingest.junk import (
    adverts,
    artefacts,
    captions,
    comments,
    contacts,
    endings,
    furniture,
    leadins,
    newsroom,
    particulars,
    promotion,
    repeats,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.ingest.junk.page import Page

EARLY = (
    *furniture.RULES,
    *particulars.RULES,
    *captions.RULES,
    *promotion.RULES,
    *adverts.RULES,
    *comments.RULES,
    *artefacts.RULES,
    *repeats.RULES,
)
LATE = (*particulars.LATE, *contacts.LATE, *newsroom.LATE, *endings.LATE, *comments.LATE, *leadins.LATE)


def find_removals(page: Page, site_rules: Sequence[tuple[str, str]] = ()) -> tuple[Removal, ...]:
    """Return what is out of view in ``page``: in order, without overlaps, white space included.

    ``site_rules`` are (site, passage) pairs of the reader's own; those of the page's site apply.
    """
    found: list[Removal] = []
    for rule in EARLY:
        found.extend(Removal(start, end, rule.name, rule.reason) for start, end in rule.find(page))
    found.extend(_of_site(page, site_rules))
    found = _merged(page, found)
    for late in LATE:
        hidden = [(one.start, one.end) for one in found]
        more = [Removal(s, e, late.name, late.reason) for s, e in late.find(page, hidden)]
        if more:
            found = _merged(page, [*found, *more])
    if _hides_all(page, found):
        return ()
    return tuple(found)


def _of_site(page: Page, site_rules: Sequence[tuple[str, str]]) -> Iterator[Removal]:
    for site, passage in site_rules:
        if not passage or site not in {page.site, ""}:
            continue
        position = page.text.find(passage)
        while position >= 0:
            yield Removal(
                position,
                position + len(passage),
                "your-rule",
                f"You chose to hide this passage on {site or 'every site'}.",
                origin="user",
            )
            position = page.text.find(passage, position + len(passage))


def _merged(page: Page, found: Iterable[Removal]) -> list[Removal]:
    """Order removals, cut overlaps, grow those that leave nothing of a block to the whole block."""
    ordered = sorted(found, key=lambda one: (one.start, -one.end))
    apart: list[Removal] = []
    for one in ordered:
        start = max(one.start, apart[-1].end) if apart else one.start
        if start < one.end:
            apart.append(_with(one, start, one.end))
    return _fitted(page, apart)


def _with(one: Removal, start: int, end: int) -> Removal:
    return Removal(start, end, one.rule, one.reason, one.state, one.origin)


def _fitted(page: Page, apart: Sequence[Removal]) -> list[Removal]:
    """Fit removals to blocks: white space beside a hidden sentence goes with it."""
    by_block: dict[int, list[Removal]] = {}
    loose: list[Removal] = []
    index = 0
    for one in apart:
        while index < len(page.blocks) - 1 and page.blocks[index].end <= one.start:
            index += 1
        block = page.blocks[index]
        if block.start <= one.start and one.end <= block.end:
            by_block.setdefault(index, []).append(one)
        else:
            loose.append(one)
    for number, inside in by_block.items():
        loose.extend(_in_block(page.text, page.blocks[number], inside))
    return sorted(loose, key=lambda one: one.start)


def _in_block(text: str, block: Block, inside: Sequence[Removal]) -> list[Removal]:
    if not _remains(text, block, inside) and len({one.origin for one in inside}) == 1:
        return [_with(inside[0], block.start, block.end)]
    fitted: list[Removal] = []
    for one in inside:
        start, end = one.start, one.end
        while end < block.end and text[end].isspace():
            end += 1
        if end == block.end or not text[end].isalnum():
            while start > block.start and text[start - 1].isspace() and (not fitted or start > fitted[-1].end):
                start -= 1
        if end > one.end and end < block.end and start < one.start:
            end = one.end
        fitted.append(_with(one, start, end))
    return fitted


def _remains(text: str, block: Block, inside: Sequence[Removal]) -> bool:
    """Say whether anything to read is left of a block."""
    position = block.start
    for one in inside:
        if any(map(str.isalnum, text[position : one.start])):
            return True
        position = max(position, one.end)
    return any(map(str.isalnum, text[position : block.end]))


def _hides_all(page: Page, found: Sequence[Removal]) -> bool:
    """Rules that would leave nothing were wrong about the page."""
    if not page.blocks:
        return False
    return len(found) >= len(page.blocks) and sum(r.end - r.start for r in found) >= sum(
        b.end - b.start for b in page.blocks
    )
