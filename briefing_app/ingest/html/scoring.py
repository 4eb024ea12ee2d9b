"""Our own reckoning of where a page's article stands: prose gives weight to what holds it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import is_teaser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_GOOD = re.compile(r"article|body|content|entry|main|story|post|text|hentry|prose|copy", re.I)
_BAD = re.compile(r"comment|teaser|card|promo|list|widget|foot|meta|side", re.I)
_TAGS = {"article": 1.5, "main": 1.3, "header": 0.5, "aside": 0.1, "footer": 0.1}
_CLIMB = 1.2
"""The holder of the best element is the article if it has so many times its prose."""
_DOUBTFUL = 0.5
"""An answer with less than this share of our reckoning's prose is doubted."""
_MUCH = 0.6
"""An answer with less than this share of the page's prose is doubted."""
_MOST_LINKED = 0.25
_SHORT = 250
_STRANGE = 0.6
"""An answer that stands so much in furniture, and nowhere in our article, is misled."""
_LEAST = 100
_LITTLE = 600
"""Letters below which an answer must hold nearly all of our own."""
_SURE, _SURER = 0.8, 0.95


def quality(layout: Layout) -> float:
    """Return how much prose is taken, less what reads like links and furniture."""
    worth = 0.0
    for piece in layout.pieces:
        if not piece.taken:
            continue
        size = len(piece.key)
        if piece.furniture is not None:
            worth -= size * 0.5
        elif piece.links > 0.5:
            worth -= size
        else:
            worth += size * (1.0 if piece.is_prose() else 0.3)
    return worth


def is_doubtful(layout: Layout) -> bool:
    """Say whether what is taken is little, or misses much of the page's prose, or is no prose."""
    taken = [piece for piece in layout.pieces if piece.taken]
    size = sum(len(piece.key) for piece in taken)
    prose = sum(len(piece.key) for piece in taken if piece.is_prose())
    if not prose or prose * 2 < size:
        return True
    if prose < sum(len(piece.key) for piece in _prose(layout)) * _MUCH:
        return True
    _, ours = _article(layout)
    whole = sum(len(piece.key) for piece in ours)
    inside = sum(len(piece.key) for piece in ours if piece.taken)
    sure = _SURE if size >= _LITTLE else _SURER
    return inside < whole * sure or inside < size * _DOUBTFUL


def article_of(layout: Layout) -> None:
    """Take the article by our own reckoning, where what is taken is doubtful."""
    best, ours = _article(layout)
    if best is None:
        return
    size = sum(len(piece.key) for piece in ours)
    taken = layout.size()
    inside = sum(len(piece.key) for piece in ours if piece.taken)
    strange = sum(len(piece.key) for piece in layout.pieces if piece.taken and piece.furniture is not None)
    misled = strange > taken * _STRANGE and not inside and size > _LEAST
    if not misled:
        if taken >= size * _DOUBTFUL:
            return
        if taken > _SHORT and inside < taken * _DOUBTFUL:
            return
    if not inside:
        for piece in layout.pieces:
            piece.taken = False
    for piece in ours:
        piece.taken = True


def _article(layout: Layout) -> tuple[_Element | None, list[Piece]]:
    """Return what holds the article by our own reckoning, and the prose in it."""
    prose = _prose(layout)
    best = _best(layout, prose)
    return best, [] if best is None else [piece for piece in prose if best in piece.chain]


def _prose(layout: Layout) -> list[Piece]:
    """Return the paragraphs of a page that are no furniture and no teasers."""
    return [
        piece
        for before, piece in pairwise((*layout.pieces[:1], *layout.pieces))
        if piece.furniture is None and piece.links < 0.33 and piece.is_prose(60) and not is_teaser(before, piece)
    ]


def _best(layout: Layout, prose: Iterable[Piece]) -> _Element | None:
    scores: dict[_Element, float] = {}
    sizes: dict[_Element, int] = {}
    for piece in prose:
        text = piece.block.text
        weight = 1 + min(len(text) / 100, 4) + text.count(",") * 0.2
        shares = (0.3, 1.0, 0.5, 0.25) if piece.chain[0].tag in {"p", "li"} else (1.0, 0.5, 0.25, 0.1)
        for element, share in zip(piece.chain, shares, strict=False):
            scores[element] = scores.get(element, 0.0) + weight * share
        for element in piece.chain:
            sizes[element] = sizes.get(element, 0) + len(piece.key)
    if not scores:
        return None
    best = max(scores, key=lambda one: scores[one] * _weight(one))
    for _ in range(4):
        parent = best.getparent()
        if parent is None or parent.tag in {"body", "html"} or sizes[parent] < sizes[best] * _CLIMB:
            break
        if _linked(layout, parent) > _MOST_LINKED:
            break
        best = parent
    return best


def _linked(layout: Layout, element: _Element) -> float:
    """Return the share of linked text of what stands in an element and is no furniture."""
    inside = [piece for piece in layout.pieces if piece.furniture is None and element in piece.chain]
    return sum(piece.segment.linked for piece in inside) / max(sum(len(piece.block.text) for piece in inside), 1)


def _weight(element: _Element) -> float:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    weight = _TAGS.get(str(element.tag), 1.0)
    if _GOOD.search(names):
        weight *= 1.25
    if _BAD.search(names):
        weight *= 0.6
    return weight
