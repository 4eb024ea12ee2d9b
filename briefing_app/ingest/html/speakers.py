"""Records of what was said: who speaks stands in an element of its own above each speech, and belongs to the text.

And text that a stray end tag put behind its holder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.dates import find_date
from briefing_app.ingest.html.vocabulary import AGO, REPLY
from briefing_app.ingest.shape import is_title_case

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_MOST_NAME = 80
_FEWEST, _MOST_KINDS = 4, 60
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_STRAY = 80
_STRAYS = 200
"""Letters that paragraphs behind their holder must have together to be taken for its own."""


def take_speakers(layout: Layout) -> None:
    """Take the names above speeches, where the same kind of element stands above many and names return."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for index, piece in enumerate(layout.pieces[:-1]):
        if not piece.taken and layout.pieces[index + 1].taken and _may_name(piece):
            kinds.setdefault(_kind(piece.segment.element), []).append(index)
    for places in list(kinds.values())[:_MOST_KINDS]:
        names = [layout.pieces[index].key for index in places]
        if len(names) < _FEWEST or not 2 <= len(set(names)) < len(names):
            continue
        if any(_is_stamped(layout.pieces[index].chain[:3]) for index in places[:3]):
            continue
        for index in places:
            layout.pieces[index].taken = True


def _may_name(piece: Piece) -> bool:
    text = piece.block.text
    if not 3 <= len(text) <= _MOST_NAME or piece.furniture is not None or piece.block.kind is BlockKind.TABLE_ROW:
        return False
    if text.rstrip()[-1:] in ".!?…;" or len(text.split()) > 8 or REPLY.fullmatch(text.casefold()):
        return False
    return is_title_case(text.partition("(")[0]) and not (find_date(text) or AGO.search(text) or _CLOCK.search(text))


def _kind(element: _Element) -> tuple[str, str]:
    around = element.getparent()
    return f"{getattr(around, 'tag', '')}>{element.tag}", re.sub(r"\d+", "", element.get("class") or "")


def _is_stamped(chain: tuple[_Element, ...]) -> bool:
    """Say whether a time stands beside a name: then it is who posts, not who speaks."""
    return any(
        element.find(".//time") is not None and len("".join(map(str, element.itertext()))) < 4 * _MOST_NAME
        for element in chain
    )


def take_strays(layout: Layout, home: _Element | None) -> None:
    """Take the paragraphs that follow the article's home as its brothers: an end tag too many put them there."""
    around = home.getparent() if home is not None else None
    if around is None or home is None or home.tag == "body":
        return
    fewest = 3 if home.tag in {"main", "article"} else 2
    last = max((index for index, piece in enumerate(layout.pieces) if home in piece.chain), default=-1)
    found: list[Piece] = []
    for piece in layout.pieces[last + 1 :] if last >= 0 else ():
        if piece.segment.element.tag != "p" or len(piece.chain) < 2 or piece.chain[1] is not around:
            break
        if piece.furniture is None and piece.is_prose(_STRAY) and piece.links < 0.1:
            found.append(piece)
    if len(found) >= fewest and sum(len(piece.key) for piece in found) >= _STRAYS:
        for piece in found:
            piece.taken = True
