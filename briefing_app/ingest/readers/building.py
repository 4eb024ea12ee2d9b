"""A plain element tree that office readers fill and the block walker of HTML reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from lxml.etree import _Element

_ILL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ue000\ufffe\uffff\ud800-\udfff]")
BREAK = "\n"
"""Stands for a line break in the text that is given to `paragraph`."""


def body() -> _Element:
    """Return an empty tree."""
    from lxml import etree

    return etree.Element("body")


def paragraph(parent: _Element, text: str, tag: str = "p", depth: int = 0) -> None:
    """Add a paragraph (or heading, or item) with its line breaks; ``depth`` nests it in lists."""
    from lxml import etree

    for _ in range(depth):
        parent = etree.SubElement(parent, "ul")
    element = etree.SubElement(parent, tag)
    lines = [_sound(line) for line in text.split(BREAK)]
    element.text = lines[0]
    for line in lines[1:]:
        mark = etree.SubElement(element, "br")
        mark.tail = line


def container(parent: _Element, tag: str) -> _Element:
    """Add an element to be filled (table, tr, td, blockquote)."""
    from lxml import etree

    return etree.SubElement(parent, tag)


def blocks_and_notes(tree: _Element, notes: list[str], titles: frozenset[str] = frozenset()) -> list[RawBlock]:
    """Return the tree's blocks, the title marked, and the footnotes as paragraphs behind them."""
    found: list[RawBlock] = []
    marked = False
    for block in blocks_of(tree):
        if not marked and titles and " ".join(block.text.split()) in titles:
            found.append(RawBlock(BlockKind.HEADING, block.traced, 1, "title"))
            marked = True
            continue
        found.append(block)
    for number, note in enumerate(notes, 1):
        line = " ".join(tidy_text(note).split())
        if line:
            found.append(RawBlock(BlockKind.PARAGRAPH, Traced(f"[{number}] {line}", ())))
    return found


def _sound(text: str) -> str:
    """Take out what XML may not hold, and the sign that the block walker keeps for itself."""
    return _ILL.sub("", text)
