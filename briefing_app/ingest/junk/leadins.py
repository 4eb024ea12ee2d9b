"""Sentences that announce a list which is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind
from briefing_app.ingest.junk.page import LateRule, Page, Span, covered
from briefing_app.ingest.junk.promotion import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REACH = 60
"""Blocks below an announcement in which its list is looked for."""

_THINGS = (
    r"(?:points?|elements?|takeaways?|things?|factors?|steps?|questions?|issues?|reasons?|ways?|facts?|"
    r"developments?|areas?|items?|lessons?|signals?|indicators?|"
    r"scenarios?|highlights?|tips|examples?|aspects?|details|themes|trends|implications|challenges|options|outcomes|"
    r"topics|dates|names|sources|links|"
    r"articles|stories|resources|insights|milestones|moments|figures|numbers|priorities|considerations|dynamics|"
    r"variables|sticking points)"
)
_ANNOUNCES = re.compile(
    rf"\b(?:here(?:'s| is| are)|these are|below (?:is|are)|what follows|(?:consider|note|watch(?: for)?|remember|"
    rf"keep in mind) (?:the |these )?(?:following|key|main|\w+)?|"
    rf"(?:the )?following|as follows|are (?:listed )?(?:below|these)|let's (?:look at|break down|"
    rf"examine))\b.{{0,80}}?\b{_THINGS}\b"
    rf"|\b{_THINGS}\b.{{0,60}}\b(?:to (?:watch|track|know|consider|remember|follow|note)|are|include|follow|below|"
    rf"as follows|at a glance)\b[^.]{{0,60}}:$"
)
_EVERYTHING = re.compile(
    r"(?:so,? )?(?:here(?:'s| is| are)|below (?:is|are)|this is) (?:all|everything|"
    r"what (?:you|readers|everyone|to) .{0,30}\b(?:know|expect|watch)|(?:a|the|our) "
    r"(?:\w+ )?(?:look|"
    r"list|rundown|timeline|breakdown|guide|summary|recap|round-?up|overview|latest))\b.{0,120}:"
)
_INFORMAL = re.compile(
    r"\b(?:here(?:'s| is| are)|below are|what you need|let's|takeaways?|things? to|to (?:watch|"
    r"track|know|remember)|key \w+ to)\b"
)
_ITEM = re.compile(
    r"(?:[•‣◦▪●·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|one|to "
    r"begin(?: with)?|step \d|"
    r"number \w+|most (?:importantly|obviously)|for one|on the one hand|the first|begin with|start with)\b|"
    r"[^.:!?\n]{2,70}[:–—]\s)",
    re.IGNORECASE,
)
_HAS_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.QUOTE, BlockKind.PREFORMATTED})


def _find(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    blocks = page.blocks
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or not page.of(block).rstrip("* _").endswith(":"):
            continue
        parts = page.sentences(block)
        if not parts:
            continue
        start, end = parts[-1]
        line = page.line(start, end).rstrip("* _")
        if len(line) > 400 or quoted(page.text, block, start):
            continue
        everything = bool(_EVERYTHING.fullmatch(line))
        if not everything and not _ANNOUNCES.search(line):
            continue
        following = [b for b in blocks[index + 1 : index + REACH] if not covered((b.start, b.end), hidden)]
        if not _list_follows(page, following, informal=everything or bool(_INFORMAL.search(line))):
            yield start, end


def _list_follows(page: Page, following: Sequence[Block], *, informal: bool) -> bool:
    """Say whether the blocks below can be the list: marked items, or several paragraphs of a kind."""
    if not following:
        return False
    first = following[0]
    if first.kind in _HAS_ITEMS or first.kind is BlockKind.CAPTION:
        return True
    if first.kind is BlockKind.HEADING:
        return _headings_list(following)
    if _ITEM.match(page.of(first)):
        return True
    section: list[Block] = []
    for block in following:
        if block.kind is BlockKind.HEADING:
            break
        section.append(block)
    if any(block.kind in _HAS_ITEMS for block in section[:2]):
        return True
    if len(section) == 1:
        return not informal and not _ends_document(section, following)
    if not informal:
        return True
    return all(len(page.of(block)) < 260 for block in section[:3]) or len(section) > 2


def _ends_document(section: Sequence[Block], following: Sequence[Block]) -> bool:
    return len(section) == len(following)


def _headings_list(following: Sequence[Block]) -> bool:
    """Headings below may be the items: then there are two or more of one level on end."""
    levels = [block.level for block in following if block.kind is BlockKind.HEADING]
    return len(levels) >= 2


LATE = (LateRule("missing-list", "Announces a list that is missing from this copy.", _find),)
