"""Boxes that somebody forgot to end, and that so swallowed the rest of the text: it is put behind them again."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import is_advert, parts_of
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_TAGS = ("aside", "fieldset", "figure", "figcaption", "form")
_NAMES = words(
    "related promo newsletter signup subscribe subscription share sharing social poll quiz sponsored readmore"
)
_FEWEST, _LEAST = 3, 300
"""Paragraphs, and signs of them, that no box holds behind what is its own."""
_SENTENCE = 60
_MOST_BOXES, _MOST_LOOKS = 60, 400
_STOPS = tuple('.!?…。！？:;”"»’)')
_NO_WORD = re.compile(r"\s+")


def end_open_boxes(tree: HtmlElement) -> None:
    """Move the paragraphs that end a box out of it, where text stands before the box and none behind it."""
    for box in list(islice(_boxes(tree), _MOST_BOXES)):
        first = _swallowed(box)
        around = box.getparent()
        outer = around if around is not None and around.tag == "figure" else box
        parent = outer.getparent()
        if first is None or parent is None or not _is_between(outer):
            continue
        place = parent.index(outer) + 1
        for offset, child in enumerate([first, *first.itersiblings()]):
            parent.insert(place + offset, child)


def _boxes(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("div", "section", *_TAGS):
        names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        named = bool(names) and (is_advert(element) or any(part in _NAMES for part in parts_of(names[:200])))
        if named or element.tag in _TAGS:
            yield element


def _swallowed(box: HtmlElement) -> HtmlElement | None:
    """Return the first of the paragraphs from which on a box holds nothing but text."""
    found: HtmlElement | None = None
    count = size = 0
    for child in list(box)[:_MOST_LOOKS]:
        if _is_prose(child):
            found = child if found is None else found
            count += 1
            size += len(child.text_content())
    return found if count >= _FEWEST and size >= _LEAST else None


def _is_prose(element: HtmlElement) -> bool:
    if element.tag != "p":
        return False
    text = _NO_WORD.sub(" ", str(element.text_content())).strip()
    if len(text) < _SENTENCE or not text.endswith(_STOPS):
        return False
    return sum(len(str(link.text_content())) for link in element.iter("a")) * 4 < len(text)


def _is_between(box: HtmlElement) -> bool:
    """Say whether text stands before a box, beside it or in its neighbours, and none behind it."""
    if any(_is_prose(one) for one in islice(box.itersiblings(), _MOST_LOOKS)):
        return False
    before = islice(box.itersiblings(preceding=True), _MOST_LOOKS)
    return any(_is_prose(one) or sum(map(_is_prose, islice(one.iter("p"), 40))) >= 2 for one in before)
