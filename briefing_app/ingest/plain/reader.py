"""Plain text to blocks: paragraphs, headings, lists, quotes and tables, traced to the input."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.plain.characters import tidy
from briefing_app.ingest.plain.headings import with_headings
from briefing_app.ingest.plain.lines import (
    BULLET,
    QUOTED,
    RULER,
    Line,
    continues,
    groups_of,
    wrap_width,
)
from briefing_app.ingest.traced import Edit, Traced

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABS = re.compile(r"[ ]{0,8}\t[ \t]{0,40}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,30}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{2,30}")


def read_plain(text: Traced) -> list[RawBlock]:
    """Return the blocks of a decoded plain text (mojibake repaired, byte order mark removed)."""
    clean = tidy(text)
    groups = list(groups_of(clean.text))
    width = wrap_width(groups)
    reader = _Reader(clean, width)
    blocks: list[RawBlock] = []
    for group in groups:
        blocks.extend(reader.blocks(group))
    return with_headings(blocks)


class _Reader:
    def __init__(self, text: Traced, width: int) -> None:
        self._text = text
        self._width = width
        self._words: frozenset[str] | None = None

    def blocks(self, group: Sequence[Line]) -> list[RawBlock]:
        """Part one group of lines into blocks."""
        rows = self._rows(group)
        if rows:
            return rows
        found: list[RawBlock] = []
        piece: list[Line] = []
        for line in group:
            if RULER.match(line.text) and not any(map(str.isalnum, line.text)):
                if len(piece) == 1 and line.text[0] in "=-~":
                    found.append(self._block(piece, underlined=True))
                elif piece:
                    found.append(self._block(piece))
                piece = []
                continue
            if piece and not continues(piece[-1], line, self._width):
                found.append(self._block(piece))
                piece = []
            piece.append(line)
        if piece:
            found.append(self._block(piece))
        return found

    def _block(self, lines: Sequence[Line], *, underlined: bool = False) -> RawBlock:
        first = lines[0]
        quote = QUOTED.match(first.text)
        if quote:
            return RawBlock(BlockKind.QUOTE, self._join(lines, quoted=True))
        whole = self._join(lines)
        bullet = BULLET.match(first.text)
        if bullet:
            level = 1 + min(first.indent // 4, 5)
            return RawBlock(BlockKind.LIST_ITEM, whole.cut(bullet.end(), len(whole)), level)
        if first.opens_item():
            return RawBlock(BlockKind.LIST_ITEM, whole, 1 + min(first.indent // 4, 5))
        if underlined:
            return RawBlock(BlockKind.HEADING, whole, 2)
        return RawBlock(BlockKind.PARAGRAPH, whole)

    def _join(self, lines: Sequence[Line], *, quoted: bool = False) -> Traced:
        """Join wrapped lines by blanks; a hyphen that only parts a known word goes."""
        base = lines[0].start
        edits: list[Edit] = []
        if quoted and (mark := QUOTED.match(lines[0].text)):
            edits.append(Edit(0, mark.end()))
        for before, after in itertools.pairwise(lines):
            begin = after.start
            if quoted and (mark := QUOTED.match(after.text)):
                begin += mark.end()
            drop, glue = self._seam(before.text, self._text.text[begin : after.end])
            edits.append(Edit(before.end - drop - base, begin - base, glue))
        piece = self._text.cut(base, lines[-1].end)
        edits = [edit for edit in edits if edit.start <= edit.end]
        return _without_overlap(piece, edits).strip()

    def _seam(self, before: str, after: str) -> tuple[int, str]:
        """Say how many signs of ``before`` go and what stands between it and ``after``."""
        if before.endswith(("-", "‐")) and len(before) > 2 and after[:1].islower():
            left = _WORD_BEFORE.search(before[-32:-1])
            right = _WORD_AFTER.match(after)
            if left and right:
                known = (left.group() + right.group()).lower() in self._vocabulary()
                return (1, "") if known or before.endswith("‐") else (0, "")
        return 0, " "

    def _vocabulary(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(re.findall(r"[^\W\d_]+", self._text.text.lower()))
        return self._words

    def _rows(self, group: Sequence[Line]) -> list[RawBlock]:
        """Read lines that all hold tabs as the rows of a table."""
        if len(group) < 2 or not all("\t" in line.text for line in group):
            return []
        found = []
        for line in group:
            piece = self._text.cut(line.start, line.end)
            cells = [Edit(m.start(), m.end(), " | ") for m in _TABS.finditer(piece.text)]
            found.append(RawBlock(BlockKind.TABLE_ROW, piece.edit(cells)))
        return found


def _without_overlap(piece: Traced, edits: Sequence[Edit]) -> Traced:
    kept: list[Edit] = []
    position = 0
    for edit in edits:
        start = max(edit.start, position)
        if start <= edit.end:
            kept.append(Edit(start, edit.end, edit.text))
            position = edit.end
    return piece.edit(kept)
