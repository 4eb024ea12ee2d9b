"""What an extractor left out of an article is put back, what it took of the furniture goes.

All of it is measured against what was taken already, so where nothing is certain nothing changes.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.cards import drop_apart, take_heads
from briefing_app.ingest.html.hints import is_advert, is_byline, is_caption, is_lead
from briefing_app.ingest.html.layout import TEASER, is_card_head, is_teaser
from briefing_app.ingest.html.speakers import take_speakers, take_strays
from briefing_app.ingest.html.vocabulary import READ_ALSO

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_MOST_FURNITURE = 0.3
"""An element that holds more than this share of the article is no furniture, whatever its name."""
_ENOUGH = 300
_LEAST = 100
_MANY = 6
"""Teasers of one kind from which they are a list of other articles wherever they stand."""
_FIGURES = re.compile(r"\d+")
_LEAST_LINE = 25
_CARDS = 0.2
"""Furniture with more linked text than this is dropped whatever its share, where anything else was taken."""
_HOME = 0.8
"""The article's home is the innermost element that holds this share of it."""
_FURNITURE_HEAD = re.compile(
    r"\W{0,3}(?:(?:more|read|also|see|you)\s(?:also|more|next|on|from|about|stories|news|articles|posts|may|might)\b.{0,60}"
    r"|related(?:\s(?:articles?|stor(?:y|ies)|posts?|content|news|topics|links|reading))?|recommended.{0,30}"
    r"|most (?:read|popular|viewed).{0,20}|trending.{0,20}|up next|keep reading|latest (?:news|stories|posts|articles)"
    r"|leave a (?:reply|comment).{0,20}|(?:\d{1,4} )?(?:comments|responses|thoughts|replies).{0,30}|share this.{0,30}"
    r"|about the author|newsletter|subscribe.{0,40}|tags|topics|explore the topic|is this page useful.{0,3}"
    r"|media contacts?|press contacts?|follow us.{0,30}|lesen sie auch.{0,60}|mehr zum thema|das könnte sie.{0,40}"
    r"|à lire aussi.{0,60}|lire aussi.{0,60}|sur le même sujet|le(?:e|a) también.{0,60}|te puede interesar.{0,40}"
    r"|leggi anche.{0,60}|leia (?:também|mais).{0,60}|читайте также.{0,60}|اقرأ أيضا.{0,60})\W{0,3}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:words|text|story|report|posted|written|published)\s)?(?:by|von|par|por)\s\S.{2,50}|\d{1,3}\s?min(?:ute)?s?\sread",
    re.IGNORECASE,
)
_SOLID = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.QUOTE, BlockKind.PREFORMATTED})


def repair(layout: Layout) -> None:
    """Change what is taken of a laid out page."""
    _drop_furniture(layout)
    _drop_teasers(layout)
    drop_apart(layout)
    weights = layout.weights()
    total = layout.size()
    if not total:
        return
    home = _home(layout, weights, total)
    _drop_strays(layout, home)
    _fill(layout, home, weights, total)
    _grow(layout, weights, total)
    take_strays(layout, home)
    _add_lead(layout)
    _trim_top(layout)
    take_speakers(layout)
    _take_sources(layout, home)
    _trim_end(layout)
    _drop_cards(layout)
    take_heads(layout)
    _take_first_heading(layout, home)


def _is_furniture(piece: Piece, weights: dict[_Element, int], total: int) -> bool:
    around = piece.furniture
    return around is not None and weights.get(around, 0) <= total * _MOST_FURNITURE


def _drop_furniture(layout: Layout) -> None:
    weights, total = layout.weights(), layout.size()
    outside = sum(len(piece.key) for piece in layout.pieces if piece.taken and piece.furniture is None)
    linked = layout.densities() if outside >= _LEAST else {}
    strange = [piece for piece in layout.pieces if piece.taken and piece.furniture is not None]
    few = outside * 2 >= total >= _ENOUGH
    for piece in strange:
        around = piece.furniture
        if around is None:
            continue
        named = outside >= _LEAST and is_advert(around)
        if ((few or named) and _is_furniture(piece, weights, total)) or linked.get(around, 0) > _CARDS:
            piece.taken = False


def _drop_teasers(layout: Layout) -> None:
    """Drop teasers, short texts below linked headings, that stand outside the home of all the rest."""
    teasers = [piece for before, piece in pairwise(layout.pieces) if piece.taken and is_teaser(before, piece)]
    rest = layout.size() - sum(len(piece.key) for piece in teasers)
    if len(teasers) < 3 or rest < _LEAST:
        return
    for piece in teasers:
        piece.taken = False
    home = _home(layout, layout.weights(), rest)
    kinds = Counter(_kind(piece) for piece in teasers)
    for piece in teasers:
        many = kinds[_kind(piece)] >= _MANY and rest >= _ENOUGH
        piece.taken = not many and (home is None or home in piece.chain)


def _kind(piece: Piece) -> str:
    """Return what the holders of a row of cards have in common."""
    return _FIGURES.sub("", "/".join(f"{one.tag}.{one.get('class') or ''}" for one in piece.chain[:2]))


def _drop_strays(layout: Layout, home: _Element | None) -> None:
    """Drop what stands outside the article's home below a linked heading: a teaser of another article."""
    before: Piece | None = None
    for piece in layout.pieces:
        stray = piece.taken and home not in piece.chain and before is not None and not before.taken
        if stray and before is not None and before.links > 0.9 and before.block.kind is BlockKind.HEADING:
            piece.taken = False
        before = piece


def _home(layout: Layout, weights: dict[_Element, int], total: int) -> _Element | None:
    """Return the innermost element that holds nearly all of what is taken."""
    best, deepest = None, -1
    for piece in layout.pieces:
        if not piece.taken:
            continue
        for index, element in enumerate(piece.chain):
            if weights[element] >= total * _HOME:
                if len(piece.chain) - index > deepest:
                    best, deepest = element, len(piece.chain) - index
                break
    return best


def _span(layout: Layout) -> tuple[int, int]:
    taken = [index for index, piece in enumerate(layout.pieces) if piece.taken]
    return (taken[0], taken[-1]) if taken else (0, 0)


def _fill(layout: Layout, home: _Element | None, weights: dict[_Element, int], total: int) -> None:
    """Take what stands in the article's home between its first and its last block."""
    first, last = _span(layout)
    pieces = layout.pieces
    lists = _list_links(layout)
    announced: _Element | None = None
    for index in range(first + 1, last):
        piece = pieces[index]
        if _announces(pieces[index - 1]):
            announced = piece.parent
        if piece.taken or home not in piece.chain or _is_furniture(piece, weights, total) or _is_figure(piece):
            continue
        if piece.block.kind in _SOLID:
            listed = piece.block.kind is BlockKind.LIST_ITEM and piece.parent is announced
            piece.taken = listed or (lists.get(piece.parent, 0.0) < 0.5 and piece.links < 0.9)
        elif piece.block.kind is not BlockKind.HEADING:
            before = pieces[index - 1]
            piece.taken = (
                not is_teaser(before, piece)
                and (piece.is_prose() or _is_line_of(before, piece) or _is_line_of(pieces[index + 1], piece))
                and not _FURNITURE_HEAD.match(piece.block.text[:60])
            )
    _take_headings(layout, home, first, last, weights, total)


def _is_line_of(before: Piece, piece: Piece) -> bool:
    """Say whether a piece is a line of the very element of which the line beside it was taken."""
    return before.taken and before.segment.element is piece.segment.element and piece.links < 0.5


def _announces(piece: Piece) -> bool:
    """Say whether a paragraph of the text announces the list below it."""
    text = piece.block.text.rstrip()
    return (
        piece.taken and text.endswith((":", "：")) and len(text) > _LEAST_LINE and not READ_ALSO.match(text.casefold())
    )


def _is_figure(piece: Piece) -> bool:
    return (
        piece.block.kind is BlockKind.CAPTION
        or any(map(is_caption, piece.chain[:3]))
        or any(
            element.tag in {"figure", "figcaption"}
            and element.find(".//table") is None
            and element.find(".//blockquote") is None
            for element in piece.chain[:4]
        )
    )


def _list_links(layout: Layout) -> dict[_Element, float]:
    """Return the share of linked text of each list and table."""
    linked: dict[_Element, int] = {}
    whole: dict[_Element, int] = {}
    for piece in layout.pieces:
        if piece.block.kind in _SOLID:
            linked[piece.parent] = linked.get(piece.parent, 0) + piece.segment.linked
            whole[piece.parent] = whole.get(piece.parent, 0) + len(piece.block.text)
    return {element: linked[element] / max(whole[element], 1) for element in whole}


def _take_headings(
    layout: Layout, home: _Element | None, first: int, last: int, weights: dict[_Element, int], total: int
) -> None:
    pieces = layout.pieces
    for index in range(last - 1, first - 1, -1):
        piece = pieces[index]
        if piece.taken or home not in piece.chain or _is_furniture(piece, weights, total) or piece.links > 0.8:
            continue
        is_heading = piece.block.kind is BlockKind.HEADING or _is_bold(piece)
        if is_heading and pieces[index + 1].taken and not _FURNITURE_HEAD.fullmatch(piece.block.text[:90]):
            piece.taken = True


def _is_bold(piece: Piece) -> bool:
    element = piece.segment.element
    if element.tag != "p" or len(element) != 1 or len(piece.block.text) > 160:
        return False
    child = element[0]
    return child.tag in {"b", "strong"} and not (element.text or "").strip() and not (child.tail or "").strip()


def _grow(layout: Layout, weights: dict[_Element, int], total: int) -> None:
    """Take paragraphs that stand beside taken ones, before the first and behind the last."""
    parents = {piece.parent for piece in layout.pieces if piece.taken and piece.is_prose()}
    lists = _list_links(layout)
    first, last = _span(layout)
    for start, stop, step in ((last + 1, len(layout.pieces), 1), (first - 1, -1, -1)):
        for index in range(start, stop, step):
            piece = layout.pieces[index]
            if _FURNITURE_HEAD.fullmatch(piece.block.text[:90]):
                break
            if not parents.intersection(piece.chain[:4]):
                if step > 0 and piece.block.kind is BlockKind.HEADING:
                    break
                continue
            if _is_furniture(piece, weights, total) or _is_figure(piece):
                continue
            if piece.block.kind in _SOLID:
                piece.taken = lists.get(piece.parent, 0.0) < 0.3 and piece.is_prose(30)
            elif piece.block.kind is BlockKind.PARAGRAPH:
                piece.taken = piece.is_prose(50) and piece.links < 0.3 and bool(parents.intersection(piece.chain[:2]))
    _grow_lines(layout)


def _grow_lines(layout: Layout) -> None:
    """Take up to two lines above the first, or below the last, of the very element that holds the text."""
    first, last = _span(layout)
    for index in range(first - 1, max(first - 3, -1), -1):
        below, piece = layout.pieces[index + 1], layout.pieces[index]
        if not _is_line_of(below, piece) or piece.furniture is not None or piece.segment.element.tag == "body":
            break
        piece.taken = True
    if sum(piece.taken and piece.segment.element is layout.pieces[last].segment.element for piece in layout.pieces) < 3:
        return
    for above, piece in pairwise(layout.pieces[last : last + 3]):
        if not _is_line_of(above, piece) or piece.furniture is not None or piece.links > 0:
            break
        piece.taken = True


def _add_lead(layout: Layout) -> None:
    """Take a standfirst that stands above the article."""
    first, _ = _span(layout)
    for piece in layout.pieces[max(first - 12, 0) : first]:
        if piece.furniture is None and piece.is_prose(30) and piece.links < 0.3 and _is_lead(piece):
            piece.taken = True


def _is_lead(piece: Piece) -> bool:
    """Say whether a paragraph calls itself a standfirst, or stands right below the headline."""
    before = piece.segment.element.getprevious()
    return any(map(is_lead, piece.chain[:2])) or (
        before is not None and before.tag == "h1" and before.find(".//a") is None
    )


def _trim_top(layout: Layout) -> None:
    """Leave links, bylines and dates above the first paragraph."""
    for piece in layout.pieces:
        if not piece.taken:
            continue
        text = piece.block.text
        if piece.is_prose() or piece.block.kind in {BlockKind.TABLE_ROW, BlockKind.PREFORMATTED}:
            break
        if piece.block.kind is BlockKind.HEADING:
            continue
        if (
            piece.links > 0.9
            or (piece.links > 0.7 and len(text) < _LEAST_LINE)
            or (len(text) < 90 and any(map(is_byline, piece.chain[:3])))
            or _BYLINE.fullmatch(text)
        ):
            piece.taken = False


def _take_sources(layout: Layout, home: _Element | None) -> None:
    """Take the list below a trailing heading that speaks of no furniture: sources, documents, notes."""
    last = _span(layout)[1]
    heading = layout.pieces[last]
    if heading.block.kind is not BlockKind.HEADING or _FURNITURE_HEAD.fullmatch(heading.block.text[:90]):
        return
    for piece in layout.pieces[last + 1 : last + 40]:
        if piece.block.kind is not BlockKind.LIST_ITEM or piece.furniture is not None or home not in piece.chain:
            break
        piece.taken = True


def _take_first_heading(layout: Layout, home: _Element | None) -> None:
    """Take the heading between the page's title and the first paragraph."""
    first, _ = _span(layout)
    above = layout.pieces[first - 1] if first else None
    if above is None or above.block.kind is not BlockKind.HEADING or above.furniture is not None or above.links > 0.5:
        return
    if above.segment.element.tag == "h1" or home not in above.chain or _FURNITURE_HEAD.fullmatch(above.block.text[:90]):
        return
    if layout.pieces[first].is_prose() and any(
        piece.segment.element.tag == "h1" for piece in layout.pieces[: first - 1]
    ):
        above.taken = True


def _trim_end(layout: Layout) -> None:
    """Leave the trailing headings that have nothing behind them, but where all the text stands in headings."""
    bare = all(piece.block.kind is BlockKind.HEADING for piece in layout.pieces if piece.taken)
    for piece in reversed(layout.pieces):
        if not piece.taken:
            continue
        if piece.block.kind is not BlockKind.HEADING or (bare and piece.is_prose()):
            break
        piece.taken = False


def _drop_cards(layout: Layout) -> None:
    """Drop rows of linked headings and teasers at the end of what was taken; a list of sources stays."""
    run: list[Piece] = []
    cards, before = 0, ""
    pieces = layout.pieces
    for index in range(len(pieces) - 1, 0, -1):
        piece = pieces[index]
        if not piece.taken:
            continue
        before = pieces[index].block.text
        below = is_card_head(pieces[index - 1]) and not pieces[index - 1].taken and len(before) < TEASER
        if not below and (piece.links < 0.8 or piece.block.kind is BlockKind.TABLE_ROW):
            break
        cards += below or is_card_head(piece)
        run.append(piece)
    named = any(_FURNITURE_HEAD.fullmatch(piece.block.text[:90]) for piece in pieces if not piece.taken) or bool(
        _FURNITURE_HEAD.fullmatch(before[:90])
    )
    size, whole = sum(len(piece.key) for piece in run), layout.size()
    if len(run) < 3 or cards < 3 or whole - size < _LEAST:
        return
    if named or size < whole * 0.4:
        for piece in run:
            piece.taken = False
        _trim_end(layout)
