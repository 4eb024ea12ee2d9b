"""From lines in reading order to paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.ingest.readers.pdf_layout import Line, Region

_BULLET = re.compile(r"(?:[•‣◦▪●∙\uf0b7\uf0a7\uf0d8]|[–—*-](?= ))\s{0,4}")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.)\s(?=\S)")
_STOP = re.compile(r"[.!?:;…。][\"'”’»)\]]{0,3}(?:\[?\d{1,3}\]?)?\Z")
_HYPHEN = re.compile(r"([^\W\d_]{2,40})[-‐\xad]\Z")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_COMPOUND = re.compile(r"[^\W\d_]{2,40}-[^\W\d_]{2,40}")
_LARGER = 1.12
MOST_HEADING = 200


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    row: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the running text, the distance of its lines by that size, and the words known."""

    size: float
    leading: float
    words: Counter[str]
    compounds: frozenset[str]


def measured(regions: Sequence[Region]) -> Measures:
    """Take the measures of a whole document."""
    sizes: Counter[float] = Counter()
    gaps: list[float] = []
    words: Counter[str] = Counter()
    compounds: set[str] = set()
    for region in regions:
        for line, below in zip(region, [*region[1:], None], strict=True):
            text = line.text
            sizes[round(line.size, 1)] += len(text)
            words.update(word.lower() for word in _WORD.findall(text))
            compounds.update(word.lower() for word in _COMPOUND.findall(text))
            if below is not None and 0 < line.low - below.low < line.size * 3:
                gaps.append((line.low - below.low) / line.size)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return Measures(size, median(gaps) if gaps else 1.2, words, frozenset(compounds))


def blocks_of_regions(regions: Sequence[Region], measures: Measures) -> list[RawBlock]:
    """Return the blocks of a document's regions, paragraphs joined across columns and pages."""
    return [_block(one, measures) for one in _Flow(measures).paragraphs(regions) if one.text]


class _Flow:
    def __init__(self, measures: Measures) -> None:
        self._measures = measures

    def paragraphs(self, regions: Sequence[Region]) -> Iterator[_Paragraph]:
        """Yield the paragraphs in order."""
        current = _Paragraph()
        for region in regions:
            left, right = _edges(region)
            rows = _rows(region)
            for index, line in enumerate(region):
                if current.lines and (index in rows or not self._continues(current, line, left, right, index > 0)):
                    yield current
                    current = _Paragraph()
                self._append(current, line, row=index in rows)
        yield current

    def _append(self, paragraph: _Paragraph, line: Line, *, row: bool) -> None:
        if row:
            paragraph.row = True
            paragraph.text = " | ".join(piece.text for piece in line.pieces)
        elif paragraph.text:
            paragraph.text = self._joined(paragraph.text, line.text)
        else:
            paragraph.text = line.text
        paragraph.lines.append(line)

    def _continues(self, paragraph: _Paragraph, line: Line, left: float, right: float, near: bool) -> bool:
        above = paragraph.lines[-1]
        if paragraph.row or _starts_item(line.text):
            return False
        if max(above.size, line.size) > min(above.size, line.size) * _LARGER and not _is_odd(line, above):
            return False
        if above.bold != line.bold and (_is_heading_like(paragraph, above, self._measures) or near):
            if above.bold and len(paragraph.lines) == 1 and len(above.text) < 100 and not _STOP.search(above.text):
                return False
            if line.bold and _STOP.search(above.text):
                return False
        if not near:
            return self._carries_on(paragraph, line, left)
        return self._is_next(paragraph, line, left, right)

    def _is_next(self, paragraph: _Paragraph, line: Line, left: float, right: float) -> bool:
        """Say whether the line below belongs to the paragraph, by gap, indent and the end of the line above."""
        above = paragraph.lines[-1]
        gap = above.low - line.low
        if gap > self._measures.leading * above.size * 1.3 or gap < -above.size:
            return False
        if _HYPHEN.search(above.text) and line.text[:1].islower():
            return True
        indent = above.size * 0.7
        item = _starts_item(paragraph.lines[0].text)
        if line.left > left + indent and above.left < left + indent and not item and _STOP.search(above.text):
            return False
        fits = right - above.right > line.pieces[0].first + above.size * 0.5
        if fits and _STOP.search(above.text) and not line.text[:1].islower():
            return False
        return not (above.right < left + (right - left) * 0.5 and not line.text[:1].islower() and len(above.text) < 80)

    def _carries_on(self, paragraph: _Paragraph, line: Line, left: float) -> bool:
        """Say whether a paragraph goes on in the next column or page."""
        text = paragraph.text
        if abs(line.size - self._measures.size) > self._measures.size * 0.12:
            return False
        if _HYPHEN.search(text) or line.text[:1].islower():
            return not _STOP.search(text) or line.text[:1].islower()
        return not _STOP.search(text) and len(paragraph.lines) > 1 and line.left < left + line.size * 0.7

    def _joined(self, text: str, following: str) -> str:
        """Join two lines; a hyphen that only broke a word goes, that of a compound stays."""
        broken = _HYPHEN.search(text)
        if broken is None or not following[:1].isalpha():
            return f"{text} {following}" if not text.endswith(("—", "–\u200b")) else text + following
        rest = _WORD.match(following)
        if rest is None or not following[:1].islower():
            return text + following
        whole = f"{broken.group(1)}-{rest.group()}".lower()
        one = whole.replace("-", "")
        if whole in self._measures.compounds and not self._measures.words[one]:
            return text + following
        return text[:-1] + following


def _is_odd(line: Line, above: Line) -> bool:
    """A line of few signs (a raised number, a symbol) has no size of its own."""
    return min(len(line.text), len(above.text)) < 4


def _is_heading_like(paragraph: _Paragraph, above: Line, measures: Measures) -> bool:
    return above.size > measures.size * _LARGER or (above.bold and len(paragraph.text) < MOST_HEADING)


def _starts_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def _edges(region: Region) -> tuple[float, float]:
    """Return where most lines of a column begin, and where its longest end."""
    if not region:
        return 0.0, 0.0
    starts = Counter(round(line.left) for line in region)
    often = [start for start, count in starts.items() if count * 4 >= starts.most_common(1)[0][1]]
    ends = sorted(line.right for line in region)
    return float(min(often)), ends[min(len(ends) - 1, len(ends) * 95 // 100)]


def _rows(region: Region) -> frozenset[int]:
    """Return the lines that are rows of a table: neighbours of several cells."""
    found: set[int] = set()
    for index in range(len(region) - 1):
        here, below = region[index], region[index + 1]
        if min(here.cells, below.cells) >= 2 and here.low - below.low < here.size * 4:
            found |= {index, index + 1}
    return frozenset(found)


def _block(paragraph: _Paragraph, measures: Measures) -> RawBlock:
    text = " ".join(tidy_text(paragraph.text).split())
    size = median(line.size for line in paragraph.lines)
    if paragraph.row:
        return RawBlock(BlockKind.TABLE_ROW, Traced(" | ".join(map(str.strip, text.split("|"))), ()))
    bullet = _BULLET.match(text)
    if bullet and len(text) > bullet.end():
        return RawBlock(BlockKind.LIST_ITEM, Traced(text[bullet.end() :], ()), 1)
    ratio = size / measures.size
    if ratio > _LARGER and len(text) <= MOST_HEADING and any(map(str.isalpha, text)):
        return RawBlock(BlockKind.HEADING, Traced(text, ()), 1 if ratio > 1.5 else 2)
    bold = all(line.bold for line in paragraph.lines)
    if bold and len(text) <= 120 and not text.endswith((".", ",", ";")) and any(map(str.isalpha, text)):
        return RawBlock(BlockKind.HEADING, Traced(text, ()), 3)
    if _NUMBERED.match(text):
        return RawBlock(BlockKind.LIST_ITEM, Traced(text, ()), 1)
    return RawBlock(BlockKind.PARAGRAPH, Traced(text, ()))
