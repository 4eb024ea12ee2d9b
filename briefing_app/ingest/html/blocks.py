"""An element tree to blocks: from HTML and from trafilatura's own vocabulary alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "list", "menu", "dir"})
_ITEMS = frozenset({"li", "item", "dt", "dd"})
_QUOTES = frozenset({"blockquote", "quote"})
_TABLES = frozenset({"table"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_PREFORMATTED = frozenset({"pre"})
_CAPTIONS = frozenset({"figcaption", "caption"})
_BREAKS = frozenset({"br", "lb", "hr"})
_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "body", "header", "footer", "aside", "figure"),
        *("address", "center", "details", "summary", "dl", "fieldset", "html", "nav", "hgroup", "tbody"),
        *("thead", "tfoot", "ab", "doc", "post", "quote", "comments", "search", "figcaption"),
    }
)
_PARTING = frozenset({"head", *_HEADINGS, *_LISTS, *_ITEMS, *_TABLES, *_PREFORMATTED, *_CAPTIONS, *_QUOTES, *_BLOCKS})
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_MARK = "\ue000"  # stands for a line break while the text of a block is put together
_BREAKS_RUN = re.compile(f" ?{_MARK}(?: ?{_MARK})* ?")
_MOST_LINKED = 700
"""Signs from which what several paragraphs of an anchor hold is no link's text."""
_TABLE_PROSE = 220
"""A cell with more signs than this is a column of the page's layout, not of a table."""


@dataclass(slots=True)
class _Context:
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A block with the element that holds it and how many of its signs stand in links."""

    block: RawBlock
    element: _Element
    linked: int


def blocks_of(root: _Element) -> list[RawBlock]:
    """Return the blocks below ``root`` in document order."""
    return list(_Walker().walk(root, _Context()))


def segments_of(root: _Element) -> list[Segment]:
    """Return the blocks below ``root`` with the elements that hold them."""
    walker = _Walker()
    blocks = list(walker.walk(root, _Context()))
    return [Segment(block, *owner) for block, owner in zip(blocks, walker.owners, strict=True)]


class _Walker:
    """Goes through a tree once; inline text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._links = 0
        self._linked = 0
        self.owners: list[tuple[_Element, int]] = []

    def walk(self, element: _Element, context: _Context) -> Iterator[RawBlock]:
        """Yield the blocks of one element (libxml2 bounds the depth at 256)."""
        self._add(element.text)
        for child in element:
            yield from self._child(child, context)
            self._add(child.tail)
        yield from self._flush(context, element)

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            if self._links:
                self._linked += len(text)

    def _child(self, child: _Element, context: _Context) -> Iterator[RawBlock]:
        tag = str(child.tag)
        if tag in _BREAKS:
            self._text.append(_MARK)
            return
        if tag not in _PARTING:
            yield from self._inline(child, context)
            return
        parent = child.getparent()
        yield from self._flush(context, child if parent is None else parent)
        yield from self._block(child, tag, context)

    def _block(self, child: _Element, tag: str, context: _Context) -> Iterator[RawBlock]:
        if tag == "head" or tag in _HEADINGS:
            name = child.get("rend", "h2") if tag == "head" else tag
            yield from self.walk(child, _Context(BlockKind.HEADING, _HEADINGS.get(name, 2)))
        elif tag in _LISTS or tag in _ITEMS:
            level = context.level if context.kind is BlockKind.LIST_ITEM else 0
            level = min(level + 1, 6) if tag in _LISTS else max(level, 1)
            yield from self.walk(child, _Context(BlockKind.LIST_ITEM, level))
        elif tag in _TABLES:
            yield from self._table(child, context)
        elif tag in _PREFORMATTED:
            for block in _preformatted(child):
                self.owners.append((child, 0))
                yield block
        elif tag in _CAPTIONS:
            yield from self.walk(child, _Context(BlockKind.CAPTION))
        elif tag in _QUOTES:
            yield from self.walk(child, _Context(BlockKind.QUOTE))
        else:
            yield from self.walk(child, context)

    def _inline(self, element: _Element, context: _Context) -> Iterator[RawBlock]:
        link = element.tag == "a" and _leads(element)
        self._links += link
        self._add(element.text)
        for child in element:
            yield from self._child(child, context)
            self._add(child.tail)
        self._links -= link

    def _table(self, table: _Element, context: _Context) -> Iterator[RawBlock]:
        rows = [row for row in table.iter(*_ROWS) if _table_of(row) is table]
        cells = [cell for row in rows for cell in row if cell.tag in _CELLS]
        widest = max((sum(cell.tag in _CELLS for cell in row) for row in rows), default=0)
        layout = widest < 2 or any(
            len(_text_of(cell)) > _TABLE_PROSE and (len(cell) > 1 or widest == 1) for cell in cells
        )
        if layout or any(cell.find(".//table") is not None for cell in cells):
            for caption in table.iter("caption"):
                yield from self.walk(caption, _Context(BlockKind.CAPTION))
            for cell in cells:
                yield from self.walk(cell, context)
            return
        for caption in table.findall("caption"):
            yield from self.walk(caption, _Context(BlockKind.HEADING, 4))
        for row in rows:
            values = [_line(_text_of(cell)) for cell in row if cell.tag in _CELLS]
            if any(values):
                self.owners.append((row, sum(len(_text_of(link)) for link in row.iter("a"))))
                yield _raw(BlockKind.TABLE_ROW, " | ".join(values).strip(), 0)

    def _flush(self, context: _Context, element: _Element) -> Iterator[RawBlock]:
        if not self._text:
            return
        text = "".join(self._text)
        linked, self._linked = self._linked, 0
        self._text.clear()
        if not text or text.isspace():
            return
        text = _SPACE.sub(" ", text)
        if _MARK not in text:
            pieces = [text]
        else:
            pieces = _broken(text)
        bare = _bare(text)
        for piece in pieces:
            line = _line(piece)
            if line:
                self.owners.append((element, linked if len(pieces) == 1 else linked * len(line) // bare))
                yield _raw(context.kind, line, context.level)


def _leads(anchor: _Element) -> bool:
    """Say whether an anchor is a link: not a mere mark, and not one left open with paragraphs behind it."""
    if anchor.get("href") is None and (anchor.get("name") or anchor.get("id")):
        return False
    if len(anchor) == 0 or next(islice(anchor.iter("p", "br"), 2, None), None) is None:
        return True
    return len(_text_of(anchor)) < _MOST_LINKED


def _bare(text: str) -> int:
    return max(len(text.replace(_MARK, "").strip()), 1)


def _text_of(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _table_of(row: _Element) -> _Element | None:
    return next(row.iterancestors("table"), None)


def _broken(text: str) -> list[str]:
    """Part text at its line breaks where a sentence ends or a blank line is made of them."""
    pieces: list[str] = []
    position = 0
    for match in _BREAKS_RUN.finditer(text):
        piece = text[position : match.start()]
        double = match.group().count(_MARK) > 1
        if double or piece.rstrip()[-1:] in '.!?:;”"' or len(piece) < 60:
            pieces.append(piece)
            position = match.end()
    pieces.append(text[position:])
    return [piece.replace(_MARK, " ") for piece in pieces]


def _line(text: str) -> str:
    if "  " not in text and text.isprintable():
        return text.strip()
    return _SPACE.sub(" ", tidy_text(text)).strip()


def _preformatted(element: _Element) -> Iterator[RawBlock]:
    lines = [line.rstrip() for line in tidy_text(_text_of(element)).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    if text:
        yield _raw(BlockKind.PREFORMATTED, text, 0)


def _raw(kind: BlockKind, text: str, level: int) -> RawBlock:
    return RawBlock(kind, Traced(text, ()), level if kind is not BlockKind.PARAGRAPH else 0)
