"""Closing credits of a newsroom: who reported from where, who contributed, where the text stood first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import LateRule, Page, Span, covered
from briefing_app.ingest.junk.promotion import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REACH = 6
"""Blocks at the end of a page in which credits stand."""

MOST = 320

_NAME = r"[A-Z][\w.’'-]{1,24}(?: [A-Z][\w.’'-]{0,24}){1,3}"
_NAMES = rf"{_NAME}(?:(?:, and|,| and) {_NAME}){{0,5}}"
_PLACES = r"[A-Z][\w.’'-]{1,24}(?:(?:, and|,| and|,? in)? (?:the )?[A-Z][\w.’'-]{1,24}){0,6}"
_SIGNED = re.compile(
    rf"[\[(—–-]{{0,2}} ?(?:{_NAMES},? (?:reported|reports|writes|wrote this (?:article|story|report)) from {_PLACES}"
    rf"(?:,? and {_NAMES},? (?:reported |reports )?from {_PLACES})?\.?[\])]?)"
)
_CONTRIBUTED = re.compile(
    r"[^.!?;:]{2,200}\bcontributed (?:(?:additional |further |to the )?(?:reporting|research)(?: (?:to|for) this "
    r"\w+)?"
    r"|to this (?:report|story|article|piece|dispatch|column))(?: from [^.;]{2,80})?\.?[\])]?"
)
_REPORTING = re.compile(
    r"[\[(—–-]{0,2} ?(?:(?:additional |further |with (?:additional )?)?(?:reporting|research|writing|editing|"
    r"translation) by"
    r"|(?:compiled|edited|translated|written) by) .{3,240}"
)
_FIRST = re.compile(
    r"[\[(—–-]{0,2} ?(?:(?:this|the) (?:article|story|piece|essay|column|op-ed|commentary|interview|post) "
    r"(?:was |is |has been |first |originally )+(?:published|appeared|re-?published|produced|syndicated|"
    r"distributed)\b"
    r".{2,200}|a version of this (?:article|story|column|piece) (?:appears|appeared|was published|ran) (?:also )?in "
    r"(?:print\b|the (?:print|paper)\b).{2,240}"
    r"|.{2,40}\bcopyright \d{4}.{0,80})"
)


def is_credit(text: str, line: str) -> bool:
    """Say whether a sentence, as it stands and in plain words, is a credit and nothing else."""
    if len(text) > MOST:
        return False
    return bool(
        _SIGNED.fullmatch(text) or _CONTRIBUTED.fullmatch(line) or _REPORTING.fullmatch(line) or _FIRST.fullmatch(line)
    )


def _find(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """Credits that close one of the last blocks: its last sentences, from behind."""
    left = [block for block in page.blocks if not covered((block.start, block.end), hidden)]
    for block in left[max(1, len(left) - REACH) :]:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for start, end in reversed(page.sentences(block)):
            if not is_credit(page.text[start:end], page.line(start, end)) or quoted(page.text, block, start):
                break
            yield start, end


_RIGHTS = re.compile(
    r"(?:(?:©|\(c\)|copyright\b).{0,160}\ball rights reserved\b|(?:©|\(c\)|copyright\b|all rights reserved\b)"
    r".{0,600}\b(?:prohibited|forbidden|without (?:the )?(?:prior |express |written )+(?:consent|permission)|"
    r"personal,? (?:and )?non-?commercial use)\b).{0,900}"
)
_LONGEST_NOTICE = 1600


def _find_notice(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """A long notice of the site's rights below the text."""
    left = [block for block in page.blocks if not covered((block.start, block.end), hidden)]
    for block in left[max(1, len(left) - REACH) :]:
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start > _LONGEST_NOTICE:
            continue
        if _RIGHTS.fullmatch(page.line(block.start, block.end)):
            yield block.start, block.end


LATE = (
    LateRule("copyright", "Notice of the site's rights.", _find_notice),
    LateRule("newsroom-credit", "Who reported, wrote or edited for the newsroom.", _find),
)
