"""Live blogs: updates one below the other, each with its own hour, are one text, though one alone was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.hints import is_byline, is_furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_FEWEST = 3
_CLIMB = 6
_TIMED = 0.7
"""Share of the brothers that begin with their hour; cards and comments of other pages hold it here and there."""
_SOLID = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PREFORMATTED, BlockKind.TABLE_ROW})


def take_updates(layout: Layout) -> None:
    """Take the brothers of the update that was taken: boxes of one kind with an hour and words of their own."""
    inside: dict[_Element, list[Piece]] = {}
    for piece in layout.pieces:
        for element in piece.chain:
            inside.setdefault(element, []).append(piece)
    updates = _updates(layout, inside)
    if len(updates) < _FEWEST:
        return
    for one in updates:
        for piece in inside[one]:
            inner = piece.chain[: piece.chain.index(one)]
            said = piece.is_prose() or piece.block.kind in _SOLID or piece.block.kind is BlockKind.HEADING
            if said and piece.links < 0.5 and not any(is_byline(held) or is_furniture(held) for held in inner):
                piece.taken = True


def _updates(layout: Layout, inside: dict[_Element, list[Piece]]) -> list[_Element]:
    """Return the updates beside that of the first paragraph that was taken, itself among them; none if it has none."""
    first = next((piece for piece in layout.pieces if piece.taken and piece.is_prose()), None)
    for element in first.chain[:_CLIMB] if first is not None else ():
        around = element.getparent()
        if around is None or element.tag in {"body", "main", "html"}:
            return []
        if not _has_hour(element):
            continue
        brothers = [one for one in around if _kind(one) == _kind(element) and _tells(inside.get(one, []))]
        timed = [one for one in brothers if _has_hour(one)]
        if len(timed) >= _FEWEST and len(timed) >= _TIMED * len(brothers):
            return brothers
    return []


def _has_hour(element: _Element) -> bool:
    """Say whether one time, and not several, stands in a box: a list of updates has one for each."""
    return len(list(element.iter("time"))) == 1


def _tells(pieces: list[Piece]) -> bool:
    """Say whether a box holds words that are no card: no furniture, and no heading that leads elsewhere."""
    linked = any(piece.block.kind is BlockKind.HEADING and piece.links > 0.5 for piece in pieces)
    return not linked and any(piece.furniture is None and piece.is_prose() for piece in pieces)


def _kind(element: _Element) -> tuple[str, str]:
    return str(element.tag), (element.get("class") or "").split(" ")[0]
