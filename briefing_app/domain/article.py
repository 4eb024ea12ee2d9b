"""Articles, their versions, and the layers over a version's canonical text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing_app.domain.ids import ArticleId, VersionId

if TYPE_CHECKING:
    from collections.abc import Sequence


class BlockKind(StrEnum):
    """What a block of canonical text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"


@dataclass(frozen=True, slots=True)
class Block:
    """One numbered block of a version; ``start`` and ``end`` are code points of the canonical text.

    ``number`` counts from 1 over all blocks, hidden ones too, so that a footnote's "para. 14" never moves.
    ``level`` is 1-6 for a heading, the nesting depth for a list item, else 0.
    """

    number: int
    kind: BlockKind
    start: int
    end: int
    level: int = 0


class RemovalState(StrEnum):
    """Whether a removed span is out of view or was put back by the reader."""

    HIDDEN = "hidden"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Removal:
    """A span of canonical text kept out of view: ``rule`` names what took it out, ``reason`` says so to the reader.

    ``origin`` is ``machine`` or ``user``; ``id`` is empty until the library stores it.
    """

    start: int
    end: int
    rule: str
    reason: str
    state: RemovalState = RemovalState.HIDDEN
    origin: str = "machine"
    id: str = ""


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """What ingest makes of one input: plain data that crosses from the worker process.

    ``text`` is canonical: blocks joined by one blank line, line ends LF, no NUL, lone surrogate, U+FDD0/1 or
    U+2028/9; it includes what ``removals`` hide. ``offset_map`` holds rising pairs (canonical offset, offset in
    the decoded input) that step one by one until the next pair; it is empty where the input has no linear text
    (HTML). ``html`` is the sanitised body. ``published`` is ISO (YYYY, YYYY-MM, YYYY-MM-DD or with a time).
    """

    source: str
    media_type: str
    encoding: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...] = ()
    author: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    html: str = ""
    offset_map: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def decoded_offset(self, offset: int) -> int:
        """Return where canonical ``offset`` stood in the decoded input (itself where there is no map)."""
        if not self.offset_map:
            return offset
        index = bisect.bisect_right(self.offset_map, (offset, 2**62)) - 1
        if index < 0:
            return offset
        here, there = self.offset_map[index]
        return there + (offset - here)


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article ever imported. It never changes once stored."""

    id: VersionId
    article: ArticleId
    text: str
    blocks: tuple[Block, ...]
    text_hash: str
    media_type: str
    encoding: str
    original_sha256: str
    imported_at: str
    language: str = ""
    html: str = ""

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds ``offset``, or the last one before it; None in an empty text."""
        return block_at(self.blocks, offset)


def block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """Return the block of ``blocks`` (in order) that holds ``offset``, or the last one that starts before it."""
    index = bisect.bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[index] if index >= 0 else (blocks[0] if blocks else None)


@dataclass(frozen=True, slots=True)
class Article:
    """A source document in the library.

    ``user_fields`` names the fields (title, author, site, published, url, language) that the user has set
    and that win over every re-extraction. ``reliability`` is the NATO Admiralty letter A-F or empty.
    ``trashed_at`` is empty unless the article lies in the trash.
    """

    id: ArticleId
    title: str
    version: VersionId
    author: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    source: str = ""
    imported_at: str = ""
    words: int = 0
    read: bool = False
    starred: bool = False
    archived: bool = False
    trashed_at: str = ""
    reliability: str = ""
    marking: str = ""
    user_fields: frozenset[str] = field(default_factory=frozenset)
    seq: int = 0


def visible_spans(length: int, removals: Sequence[Removal]) -> list[tuple[int, int]]:
    """Return the half-open spans of ``range(length)`` that no hidden removal covers, in order."""
    spans: list[tuple[int, int]] = []
    position = 0
    for removal in sorted(removals, key=lambda one: (one.start, one.end)):
        if removal.state is not RemovalState.HIDDEN:
            continue
        if removal.start > position:
            spans.append((position, removal.start))
        position = max(position, removal.end)
    if position < length:
        spans.append((position, length))
    return spans


def is_hidden(start: int, end: int, removals: Sequence[Removal]) -> bool:
    """Say whether any character of ``start``-``end`` lies in a hidden removal."""
    return any(r.state is RemovalState.HIDDEN and r.start < end and start < r.end for r in removals)
