"""The main text of a page: trafilatura's answer laid upon the page itself, doubted and repaired."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.edges import trim_edges
from briefing_app.ingest.html.entries import take_entries
from briefing_app.ingest.html.layout import TEASER, Layout, is_card_head, letters
from briefing_app.ingest.html.posts import take_posts
from briefing_app.ingest.html.repair import repair
from briefing_app.ingest.html.scoring import article_of, is_doubtful, quality
from briefing_app.ingest.html.state import state_body
from briefing_app.ingest.html.updates import take_updates
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_FOUND = 0.9
"""Share of the extractor's text that must be found again in the page, else it is doubted."""
_KEPT = 0.75
"""Share of it that must be left of it when it was laid upon the page, else it stays as it is."""
_LONG_LINK = 120
_CARDS = 3
_TEASED = 2500
"""Letters from which what a page shows is more than teasers beside an article that a script puts there."""
LEAST_BODY = 300
"""Signs of the shortest body that a description is believed to give."""
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,500}>")
_PARTS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page before its text is looked for.

    ``body`` is what its own description gives as its text, ``data`` what its scripts were sent (not yet
    read), ``particulars`` what is kept elsewhere (names of author and site), ``is_thread`` whether posts
    are its text.
    """

    body: str = ""
    data: Sequence[str] = ()
    particulars: Sequence[str] = ()
    title: str = ""
    is_thread: bool = False


def main_blocks(tree: HtmlElement, known: Known) -> list[RawBlock]:
    """Return the blocks of a page's main text."""
    root = tree.find("body")
    layout = Layout.of(tree if root is None else root)
    first, found = _first(tree, layout, known.is_thread)
    article_of(layout)
    take_posts(layout, is_thread=known.is_thread)
    take_entries(layout, known.title)
    take_updates(layout)
    if (
        found < _FOUND
        and not known.is_thread
        and layout.size() < _KEPT * sum(len(letters(block.text)) for block in first)
    ):
        return _with_body(layout, first, known)
    repair(layout)
    trim_edges(layout, known.particulars)
    return _with_body(layout, layout.blocks(), known) or _last(layout)


def _first(tree: HtmlElement, layout: Layout, comments: bool) -> tuple[list[RawBlock], float]:
    """Take the quick answer of the extractor, or where that is doubtful the better of it and of its slow one."""
    quick = _by_trafilatura(tree, fast=True, comments=comments)
    found = layout.take(quick) if quick else 1.0
    if quick and found >= _FOUND and not is_doubtful(layout):
        return quick, found
    slow = _by_trafilatura(tree, fast=False, comments=comments)
    worth, taken = quality(layout), [piece.taken for piece in layout.pieces]
    layout.clear()
    share = layout.take(slow) if slow else 1.0
    if not quick or quality(layout) >= worth or share >= _FOUND > found:
        return slow, share
    for piece, was in zip(layout.pieces, taken, strict=True):
        piece.taken = was
    return quick, found


def _by_trafilatura(tree: HtmlElement, *, fast: bool, comments: bool) -> list[RawBlock]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:  # it works on a copy of its own
        document = bare_extraction(tree, with_metadata=False, include_comments=comments, fast=fast)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return []
    found = (getattr(document, part, None) for part in ("body", "commentsbody"))
    return [block for part in found if part is not None for block in blocks_of(part)]


def _last(layout: Layout) -> list[RawBlock]:
    """Where nothing was found, return all but links and furniture, or all."""
    for piece in layout.pieces:
        piece.taken = (piece.links < 0.5 or len(piece.block.text) > _LONG_LINK) and piece.furniture is None
    return layout.blocks() or [piece.block for piece in layout.pieces]


def _with_body(layout: Layout, blocks: list[RawBlock], known: Known) -> list[RawBlock]:
    """Prefer the body that the page gives itself, described or in its data, where much of it is missing."""
    have = sum(len(letters(block.text)) for block in blocks)
    if len(known.body) >= LEAST_BODY:
        return _better(layout, blocks, known.body, have, 0.6)
    if not known.data or have >= _TEASED:
        return blocks
    state = state_body(known.data, known.title, own=have >= LEAST_BODY)
    return blocks if len(state) < LEAST_BODY else _better(layout, blocks, state, have, 0.5)


def _better(layout: Layout, blocks: list[RawBlock], body: str, have: int, share: float) -> list[RawBlock]:
    described = _described(body)
    whole = "".join(letters(block.text) for block in described)
    if have >= len(whole) * share and not _is_cards(layout, whole):
        return blocks
    layout.clear()
    layout.take(described)
    if layout.size() >= len(whole) * 0.9:
        repair(layout)
        return layout.blocks()
    return described


def _is_cards(layout: Layout, whole: str) -> bool:
    """Say whether what was taken is teasers of other articles, none of whose text is in ``whole``."""
    taken = [(before, piece) for before, piece in pairwise(layout.pieces) if piece.taken and piece.is_prose()]
    cards = sum(is_card_head(before) and len(piece.block.text) < TEASER for before, piece in taken)
    return cards >= _CARDS and cards * 2 > len(taken) and not any(piece.key in whole for _, piece in taken)


def _described(body: str) -> list[RawBlock]:
    """Return the paragraphs of a description's body, which may hold markup."""
    if "<" in body:
        body = _TAG.sub(" ", _MARKUP.sub("\n", body))
    lines = (" ".join(tidy_text(unescape(line)).split()) for line in _PARTS.split(body))
    return [RawBlock(BlockKind.PARAGRAPH, Traced(line, ())) for line in lines if line]
