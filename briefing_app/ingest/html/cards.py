"""Cards of other articles that stand apart from the one below the headline: alike, each with a title and a link."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import TEASER, is_card_head

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_HEADS = ("h2", "h3", "h4", "h5", "h6")
_FEWEST = 3
_MOST_CARD = 600
_MOSTLY = 0.7
_LEAST_OWN = 100
"""Letters of prose that the headline's own holder must have for what stands elsewhere to be apart from it."""


def drop_apart(layout: Layout) -> None:
    """Drop what was taken of rows of cards outside the element that holds the page's headline and its text."""
    home = _home(layout)
    if home is None:
        return
    outside = [piece for piece in layout.pieces if piece.taken and home not in piece.chain]
    cards = {id(piece): card for piece in outside if (card := _card(piece)) is not None}
    rows = Counter((card.getparent(), card.tag, card.get("class")) for card in set(cards.values()))
    for piece in outside:
        card = cards.get(id(piece))
        if card is not None and rows[card.getparent(), card.tag, card.get("class")] >= _FEWEST:
            piece.taken = False


def take_heads(layout: Layout) -> None:
    """Take the linked titles of a page that is a list of teasers: they belong to them where nothing else is read."""
    pairs = [
        (before, piece)
        for before, piece in pairwise(layout.pieces)
        if piece.taken and is_card_head(before) and len(piece.block.text) < TEASER
    ]
    if len(pairs) < _FEWEST or sum(len(piece.key) for _, piece in pairs) < layout.size() * _MOSTLY:
        return
    for before, _ in pairs:
        before.taken = True


def _home(layout: Layout) -> _Element | None:
    """Return the innermost element around the headline that holds prose of its own; None where that is the page."""
    head = next((piece for piece in layout.pieces if piece.segment.element.tag == "h1"), None)
    if head is None or head.furniture is not None:
        return None
    sizes: Counter[_Element] = Counter()
    for piece in layout.pieces:
        if piece.taken and piece.is_prose(60) and _card(piece) is None:
            for element in piece.chain:
                sizes[element] += len(piece.key)
    for element in head.chain[1:]:
        if element.tag in {"body", "html"}:
            return None
        if sizes[element] >= _LEAST_OWN:
            return element
    return None


def _card(piece: Piece) -> _Element | None:
    """Return the small element around a piece that has a title of its own and a link."""
    for element in piece.chain[1:3] if piece.chain[0].tag not in _HEADS else piece.chain[1:2]:
        if element.tag in {"body", "main", "article", "section"} and element.find(".//h1") is not None:
            return None
        if next(element.iter(*_HEADS), None) is None or element.find(".//a") is None:
            continue
        return element if sum(map(len, map(str, element.itertext()))) <= _MOST_CARD else None
    return None
