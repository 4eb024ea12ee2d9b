"""Pages that show several whole articles one below the other, as the front pages of blogs do: all are the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.hints import is_byline, is_furniture
from briefing_app.ingest.html.layout import letters

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_LEAST = 200
"""Letters of prose from which an entry is no teaser."""
_FEWEST, _FEWEST_PARTS = 2, 2
_CLIMB = 5
_NEARLY = 0.9
"""Share of what was taken that stands in the entries, or the page is none of several entries."""
_SOLID = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PREFORMATTED, BlockKind.TABLE_ROW})


def take_entries(layout: Layout, title: str) -> None:
    """Take the brothers of the entry that was taken: each below a linked heading, none of them the page's title."""
    inside: dict[_Element, list[Piece]] = {}
    for piece in layout.pieces:
        for element in piece.chain:
            inside.setdefault(element, []).append(piece)
    entry = _entry(layout, inside)
    around = entry.getparent() if entry is not None else None
    if entry is None or around is None:
        return
    entries = [one for one in around if _kind(one) == _kind(entry) and _is_entry(inside.get(one, ()))]
    headed = [_head(inside[one]) for one in entries]
    if len(entries) < _FEWEST or any(head is None or head.key == letters(title) for head in headed):
        return
    whole = layout.size()
    if sum(len(piece.key) for one in entries for piece in inside[one] if piece.taken) < whole * _NEARLY:
        return
    for one in entries:
        _take(inside[one], one)


def _entry(layout: Layout, inside: dict[_Element, list[Piece]]) -> _Element | None:
    """Return the innermost element with a linked heading of its own around the first paragraph that was taken."""
    first = next((piece for piece in layout.pieces if piece.taken and piece.is_prose()), None)
    for element in first.chain[:_CLIMB] if first is not None else ():
        if element.tag in {"body", "main", "html"}:
            return None
        if _is_entry(inside[element]):
            return element
    return None


def _is_entry(pieces: list[Piece] | tuple[()]) -> bool:
    prose = [piece for piece in pieces if piece.furniture is None and piece.is_prose(60)]
    return (
        len(prose) >= _FEWEST_PARTS and sum(len(piece.key) for piece in prose) >= _LEAST and _head(pieces) is not None
    )


def _head(pieces: list[Piece] | tuple[()]) -> Piece | None:
    """Return the heading that an entry begins with, if it is a link as a whole."""
    for piece in pieces[:3]:
        if piece.block.kind is BlockKind.HEADING:
            return piece if piece.links > 0.9 else None
    return None


def _take(pieces: list[Piece], entry: _Element) -> None:
    head = _head(pieces)
    for piece in pieces:
        inner = piece.chain[: piece.chain.index(entry)]
        if any(map(is_byline, inner)) or any(map(is_furniture, inner)) or (piece.links > 0.5 and piece is not head):
            continue
        if piece is head or piece.is_prose() or piece.block.kind in _SOLID:
            piece.taken = True


def _kind(element: _Element) -> tuple[str, str]:
    return str(element.tag), (element.get("class") or "").split(" ")[0]
