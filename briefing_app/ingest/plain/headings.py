"""Which short blocks of a plain text are headings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.shape import WORD, is_title_case, looks_like_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.blocks import RawBlock

_NUMBERED = re.compile(r"(?:(?:\d{1,2}\.){1,4}|[IVX]{1,5}\.|(?:Chapter|Part|Section|Annex|Article) [\dIVX]{1,5}\b)")


def with_headings(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks with headings told from paragraphs by their shape and surroundings."""
    found = list(blocks)
    for index, block in enumerate(found):
        if block.kind is not BlockKind.PARAGRAPH and not _numbered(block):
            continue
        if looks_like_heading(block.text) and _stands_over(found, index, block.text):
            found[index] = replace(block, kind=BlockKind.HEADING, level=_level(block.text))
    return found


def _numbered(block: RawBlock) -> bool:
    return block.kind is BlockKind.LIST_ITEM and bool(_NUMBERED.match(block.text)) and is_title_case(block.text)


def _stands_over(blocks: Sequence[RawBlock], index: int, text: str) -> bool:
    """A heading has something below it, and it is in capitals, or short above a long paragraph."""
    if index + 1 >= len(blocks):
        return False
    below = blocks[index + 1]
    if index and blocks[index].kind is BlockKind.LIST_ITEM:
        return len(below.text) > 120 and below.kind is BlockKind.PARAGRAPH
    long_below = any(len(one.text) > 80 for one in blocks[index + 1 : index + 3])
    if not long_below:
        return False
    if _NUMBERED.match(text) or text.isupper():
        return True
    if is_title_case(text):
        return len(WORD.findall(text)) >= 2 or len(below.text) > 80
    words = len(WORD.findall(text))
    return words <= 9 and len(below.text) > 120 and not _runs_on(blocks, index)


def _runs_on(blocks: Sequence[RawBlock], index: int) -> bool:
    """A line that the paragraph before or after carries on is no heading."""
    below = blocks[index + 1].text
    return below[:1].islower() or (index > 0 and blocks[index - 1].text[-1:] in ",;")


def _level(text: str) -> int:
    numbered = re.match(r"(?:\d{1,2}\.){1,4}", text)
    if numbered:
        return min(1 + numbered.group().count("."), 6)
    return 2
