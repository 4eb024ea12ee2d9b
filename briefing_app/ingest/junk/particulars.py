"""Who wrote it and when: lines whose news is kept with the article's particulars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.dates import locate_date
from briefing_app.ingest.junk.page import LateRule, Page, Rule, Span
from briefing_app.ingest.shape import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.article import Block

MOST = 200
"""Signs of the longest line of particulars."""

TOP, TAIL = 12, 8
"""Blocks at either end of a page among which such lines stand."""

_APART = re.compile(r"\s?[|·•]\s?|\s[–—-]\s|\n")
_BY = re.compile(
    r"(?:story |words |text |analysis |opinion |comment )?"
    r"(?:(?:written |posted |reported |published |edited )?by|authors?:|von|par|por|di|door|af|av)[:\s]\s{0,3}"
    r"(?!the |an? |our )\S.{0,110}"
)
_DATED = re.compile(
    r"(?:(?:first |last |originally |page |date |content |this page was |article )?(?:last )?"
    r"(?:updated?|published|posted|modified|reviewed|revised|changed)|publication date|date (?:published|modified|"
    r"updated|posted))(?: on| at)?[:\s]\s{0,3}"
)
_READ = re.compile(
    r"(?:reading time:? )?\d{1,3}[ -]?min(?:ute)?s?\.?(?: read(?:ing)?(?: time)?)?|\d{1,5} (?:comments?|shares?|"
    r"views?)|"
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,4})?"
)
_ROOM = 28
"""Signs a dated part may hold beside its date: the hour, a zone of time."""


def is_dated(part: str) -> bool:
    """Say whether a line in plain words is a date behind a label such as "Updated"."""
    label = _DATED.match(part)
    where = locate_date(part) if label else None
    return bool(label and where and len(part) - label.end() - (where[2] - where[1]) <= _ROOM)


def _is_bare_date(part: str) -> bool:
    where = locate_date(part)
    return bool(where and len(part) - (where[2] - where[1]) <= _ROOM and part[-1] not in "?!;:")


def _parts(line: str) -> list[str]:
    return [part for part in (one.strip(" ,") for one in _APART.split(line)) if part]


def is_particulars(line: str, author: str = "") -> bool:
    """Say whether all parts of a line in plain words tell author, date or reading time.

    A byline alone counts only if it names ``author``: else what it says would be kept nowhere.
    """
    if not 4 < len(line) <= MOST or line[-1] in "?!:;":
        return False
    kinds = [_kind(part) for part in _parts(line)]
    if not kinds or "" in kinds:
        return False
    if "by" in kinds:
        return _names_author(line, author)
    return "label" in kinds or ("read" in kinds and "date" in kinds)


def _kind(part: str) -> str:
    if is_dated(part):
        return "label"
    if _READ.fullmatch(part):
        return "read"
    if _BY.fullmatch(part) and len(part.split()) <= 16 and not part.endswith("."):
        return "by"
    return "date" if _is_bare_date(part) else ""


def _names_author(line: str, author: str) -> bool:
    names = [name.strip() for name in re.split(r"[,&|]|\band\b", plain_words(author))]
    return any(len(name) > 2 and name in line for name in names)


def _find(page: Page) -> Iterator[Span]:
    for block in _particulars(page):
        if page.marked_up or not _is_bare(page, block):
            yield block.start, block.end


def _find_bare(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """Bylines of a plain text that was copied from a page; a text without any furniture is as its author sent it."""
    if hidden and not page.marked_up:
        for block in _particulars(page):
            if _is_bare(page, block):
                yield block.start, block.end


def _is_bare(page: Page, block: Block) -> bool:
    """Say whether a line of particulars tells who wrote and when, and nothing that only pages say."""
    return not {"label", "read"} & set(map(_kind, _parts(page.line(block.start, block.end))))


def _particulars(page: Page) -> Iterator[Block]:
    for block in _ends(page):
        if (
            block.end - block.start <= MOST
            and block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM}
            and page.hints[block.number - 1] != "title"
            and is_particulars(page.line(block.start, block.end), page.author)
        ):
            yield block


def _ends(page: Page) -> Sequence[Block]:
    if len(page.blocks) <= TOP + TAIL:
        return page.blocks
    return (*page.blocks[:TOP], *page.blocks[-TAIL:])


def _find_site(page: Page) -> Iterator[Span]:
    """The name of the site above the title, as the reader of first lines told it."""
    for block in page.blocks[:TOP]:
        if page.hints[block.number - 1] == "site":
            yield block.start, block.end


_BYLINE = "Who wrote it and when; kept with the article's particulars."

RULES = (
    Rule("byline", _BYLINE, _find),
    Rule("site-name", "The name of the site; kept with the article's particulars.", _find_site),
)

LATE = (LateRule("byline", _BYLINE, _find_bare),)
