"""The main text of a page: trafilatura's answer laid upon the page itself, doubted and repaired."""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.edges import trim_edges
from briefing_app.ingest.html.layout import Layout, letters
from briefing_app.ingest.html.posts import take_posts
from briefing_app.ingest.html.repair import repair
from briefing_app.ingest.html.scoring import article_of, is_doubtful, quality
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_FOUND = 0.9
"""Share of the extractor's text that must be found again in the page, else it stays as it is."""
_LEAST_BODY = 300
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,500}>")
_PARTS = re.compile(r"[\r\n]+")


def main_blocks(tree: HtmlElement, body: str = "", state: str = "", known: Sequence[str] = ()) -> list[RawBlock]:
    """Return the blocks of a page's main text.

    ``body`` is what its JSON-LD gives as such, ``state`` what the data of its scripts holds,
    ``known`` what of its particulars is kept elsewhere.
    """
    body = body if len(body) >= _LEAST_BODY else state
    root = tree.find("body")
    layout = Layout.of(tree if root is None else root)
    first, found = _first(tree, layout)
    article_of(layout)
    take_posts(layout)
    if found < _FOUND and layout.size() < 2 * sum(len(letters(block.text)) for block in first):
        return _with_body(layout, first, body)
    repair(layout)
    trim_edges(layout, known)
    return _with_body(layout, layout.blocks(), body) or blocks_of(tree)


def _first(tree: HtmlElement, layout: Layout) -> tuple[list[RawBlock], float]:
    """Take the quick answer of the extractor, or where that is doubtful the better of it and of its slow one."""
    quick = _by_trafilatura(tree, fast=True)
    found = layout.take(quick) if quick else 1.0
    if quick and not is_doubtful(layout):
        return quick, found
    slow = _by_trafilatura(tree, fast=False)
    worth, taken = quality(layout), [piece.taken for piece in layout.pieces]
    layout.clear()
    share = layout.take(slow) if slow else 1.0
    if not quick or quality(layout) >= worth:
        return slow, share
    for piece, was in zip(layout.pieces, taken, strict=True):
        piece.taken = was
    return quick, found


def _by_trafilatura(tree: HtmlElement, *, fast: bool) -> list[RawBlock]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:  # it works on a copy of its own
        document = bare_extraction(tree, with_metadata=False, include_comments=False, fast=fast)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return []
    body = getattr(document, "body", None)
    return [] if body is None else blocks_of(body)


def _with_body(layout: Layout, blocks: list[RawBlock], body: str) -> list[RawBlock]:
    """Prefer the body that the page describes itself by where much of it is missing."""
    if len(body) < _LEAST_BODY:
        return blocks
    described = _described(body)
    whole = "".join(letters(block.text) for block in described)
    have = sum(len(letters(block.text)) for block in blocks)
    if have >= len(whole) * 0.6:
        return blocks
    layout.clear()
    layout.take(described)
    if layout.size() >= len(whole) * 0.9:
        repair(layout)
        return layout.blocks()
    return described


def _described(body: str) -> list[RawBlock]:
    """Return the paragraphs of a description's body, which may hold markup."""
    if "<" in body:
        body = _TAG.sub(" ", _MARKUP.sub("\n", body))
    lines = (" ".join(tidy_text(unescape(line)).split()) for line in _PARTS.split(body))
    return [RawBlock(BlockKind.PARAGRAPH, Traced(line, ())) for line in lines if line]
