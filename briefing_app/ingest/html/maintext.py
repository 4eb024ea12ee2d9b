"""The main text of a page: trafilatura, and our own reckoning where its answer is doubtful."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.scoring import best_container

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing_app.ingest.blocks import RawBlock

DOUBTFUL = 500
"""Signs of main text below which the second extractor is asked."""

_SPACE = re.compile(r"\s+")


def main_blocks(tree: HtmlElement) -> list[RawBlock]:
    """Return the blocks of a page's main text (the tree may be spent)."""
    first = _by_trafilatura(tree)
    size = _size(first)
    if size < DOUBTFUL:
        container = best_container(tree)
        second = blocks_of(container) if container is not None else []
        if _size(second) > size * 2:
            return second
    return first or blocks_of(tree)


def _size(blocks: list[RawBlock]) -> int:
    return sum(len(block.text) for block in blocks)


def _by_trafilatura(tree: HtmlElement) -> list[RawBlock]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    kinds = _known_kinds(tree)
    try:
        document = bare_extraction(deepcopy(tree), with_metadata=False, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    return [_retyped(block, kinds) for block in blocks_of(body)]


def _known_kinds(tree: HtmlElement) -> dict[str, RawBlock]:
    """Remember captions and preformatted text, whose kind trafilatura does not hand on."""
    kinds: dict[str, RawBlock] = {}
    for tag, kind in (("figcaption", BlockKind.CAPTION), ("pre", BlockKind.PREFORMATTED)):
        for element in tree.iter(tag):
            for block in blocks_of(element):
                kinds[_SPACE.sub(" ", block.text)] = replace(block, kind=kind, level=0)
    return kinds


def _retyped(block: RawBlock, kinds: dict[str, RawBlock]) -> RawBlock:
    return kinds.get(_SPACE.sub(" ", block.text), block)
