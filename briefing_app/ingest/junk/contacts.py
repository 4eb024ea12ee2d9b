"""Contacts below a statement: a heading such as "Media contact", names, telephones, addresses of mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import LateRule, Page, Span, covered
from briefing_app.ingest.shape import is_title_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.article import Block

REACH = 16
"""Blocks at the end of a page among which contacts stand."""

MOST_LINE, MOST_INLINE = 160, 320

_HEAD = re.compile(
    r"(?:for )?(?:(?:media|press|news ?media|general|public|editorial|editors?|further|more|additional)(?: and "
    r"\w{3,12})? )?"
    r"(?:relations )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information|office|queries)"
    r"(?: (?:information|details|us|persons?|points?|for (?:the )?(?:media|press)))?(?:\(s\))?(?:,? (?:please "
    r")?contact)? ?[:–—-]?"
)
_PLAIN_HEADS = re.compile(r"(?:general |further |more |additional |public )?(?:information|office)\b")
_MAIL = re.compile(r"[\w.+-]{1,64}(?:@| ?\[at\] ?)[\w-]{1,64}\.[\w.-]{2,64}")
_PHONE = re.compile(r"(?<![\w.,$€£])(?:\+\d|\(?0\d|\(\d{3}\)|\d{3}[-. ]\d{3}[-. ]\d{4})[\d ()./-]{4,20}\b")
_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|mobile|cell|fax|e-?mail|mail|press (?:office|officer|secretary|service|team)|"
    r"spokes(?:person|"
    r"man|woman)|media (?:office|relations|team)|communications?|web(?:site)?|twitter|address|duty)\b"
)
_INLINE = re.compile(
    r"(?:(?:for )?(?:(?:media|press|news media|general|further|more|additional)(?: and \w{3,12})? )?(?:contacts?|"
    r"enquiries|"
    r"inquiries|information|details|queries|questions)(?: (?:information|details|person|us))?|(?:please "
    r")?contact) ?[:–—-]"
    r".{2,300}"
)
"""A line of contacts behind a label. A sentence ("for more, please contact ...") is the statement's own and stays."""
_TOLD = re.compile(r"\b(?:said|says|told|signed|agreed|met|announced)\b")


def _reaches(text: str) -> bool:
    """Say whether a line gives a telephone or an address of mail."""
    return bool(_MAIL.search(text) or _PHONE.search(text))


def _is_card(page: Page, block: Block) -> bool:
    """Say whether a line below a heading of contacts can be one: a label, a number, a name."""
    text = page.of(block)
    if len(text) > MOST_LINE or block.kind is BlockKind.TABLE_ROW:
        return False
    line = page.line(block.start, block.end)
    if _TOLD.search(line):
        return False
    if _reaches(text) or (_LABEL.search(line) and len(line.split()) <= 10) or line.startswith(("http", "www.")):
        return True
    return len(line.split()) <= 8 and is_title_case(text) and not text.endswith((".", "?", "!", ":"))


def _find(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    left = [block for block in page.blocks if not covered((block.start, block.end), hidden)]
    last = left[max(2, len(left) - REACH) :]
    index = 0
    while index < len(last):
        size = _section(page, last[index:])
        for block in last[index : index + size]:
            yield block.start, block.end
        index += max(size, 1)


def _section(page: Page, blocks: Sequence[Block]) -> int:
    """Return how many of the blocks, from the first on, are one section of contacts."""
    first = blocks[0]
    text = page.of(first)
    line = page.line(first.start, first.end)
    if len(text) <= MOST_INLINE and _INLINE.fullmatch(line) and _reaches(text) and not _TOLD.search(line):
        return 1 + _cards(page, blocks[1:])
    if len(text) > 60 or not _HEAD.fullmatch(line) or (_PLAIN_HEADS.fullmatch(line) and len(blocks) > 6):
        return 0
    size = _cards(page, blocks[1:])
    return 1 + size if any(_reaches(page.of(block)) for block in blocks[1 : 1 + size]) else 0


def _cards(page: Page, blocks: Sequence[Block]) -> int:
    """Count the cards; names behind the last number or address are no part of them."""
    size = 0
    for index, block in enumerate(blocks[:REACH]):
        if not _is_card(page, block):
            break
        if _reaches(page.of(block)) or _LABEL.search(page.line(block.start, block.end)):
            size = index + 1
    return size


LATE = (LateRule("contacts", "How to reach the press office; says nothing of the subject.", _find),)
