"""Small furniture inside what was taken: told by build first, by a word only beside that."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.dates import find_date, locate_date
from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.vocabulary import OF_ITSELF, READ_ALSO
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_BARS = re.compile(r"[\s|·•/,;–—‹›«»\xa0-]+")
_MOST_LINE = 160
_MOST_CAPTION = 200
_STAMP_ROOM = 24
_TOP, _TAIL = 8, 4
_NOTICE = re.compile(r"^\W{0,3}(?:\(c\)|©|copyright)[\s\d,–-]{0,14}", re.IGNORECASE)
_REACH = re.compile(r"(?:you can |to )?(?:reach|contact|e-?mail|write to|follow|call|message)\b", re.IGNORECASE)
_FEWEST = 3
_SHARED = 8
"""Pieces of one element from which none of them is looked at alone."""
_SMALL_PART = 0.25
_SPEAKS = 2
"""Times from which a short line is who speaks."""
_MOST_META, _MOST_BOX = 480, 300
_BOXES = words("audio player listen podcast newsletter subscribe follow promo signup alert notify poll quiz")
_OFFER = re.compile(
    r"\bnewsletters?\b.{0,200}\b(?:sign ?up|subscribe|every (?:day|week|morning|weekday)|inbox|abonnieren|anmelden|"
    r"s['’]inscrire|s['’]abonner|suscr[ií]b\w{1,4}|iscriviti|inscreva-se|подпи\w{2,6})|"
    r"\b(?:sign ?up|subscribe|abonnieren|anmelden|suscr[ií]b\w{1,4}|iscriviti|inscreva-se|подпи\w{2,6})\b.{0,200}"
    r"\b(?:newsletters?|inbox|рассылк\w)",
    re.IGNORECASE | re.DOTALL,
)
"""What a small box of several parts says that offers a letter by mail."""
_HEADS = ("h2", "h3", "h4", "h5", "h6")
_TEASER = 220
_SECTION = 0.35
"""A trailing section of cards is less than this share of what was taken."""
_CENTRED = re.compile(
    r"text-align\s{0,3}:\s{0,3}center|font-size\s{0,3}:\s{0,3}(?:small|x-small|\d\d%|\.[5-9]\d?e)|italic"
)
_SMALL = frozenset({"small", "i", "em", "font", "center"})
_FORUM = words("post postbit posts thread showthread viewtopic topic forum phpbb vbulletin reply bigusername smallfont")
_AS_IS = frozenset({BlockKind.TABLE_ROW, BlockKind.PREFORMATTED})
_PAGE = re.compile(
    r"(?:page|seite|página|pagina|strona|стр(?:аница)?|sayfa|第)\.?\s?\d{1,4}(?:\s?(?:of|/|von|de|"
    r"di)\s?\d{1,4})?",
    re.I,
)


def trim_edges(layout: Layout, known: Sequence[str]) -> None:
    """Leave small furniture out; ``known`` are the page's author and dates, which are kept elsewhere."""
    taken = [piece for piece in layout.pieces if piece.taken]
    if not any(piece.is_prose() for piece in taken):
        return
    keys = {letters(one) for one in known if one}
    _leave_top(taken, keys)
    _leave_cards(layout, [piece for piece in taken if piece.taken])
    taken = [piece for piece in taken if piece.taken]
    _leave_small(taken)
    _leave_repeated(taken)
    _leave_bottom([piece for piece in taken if piece.taken], keys)


def _leave_top(taken: Sequence[Piece], keys: set[str]) -> None:
    """Leave the dates and names that stand between the headline and the first paragraph."""
    for piece in taken[:_TOP]:
        text = piece.block.text
        if piece.is_prose() or piece.block.kind is BlockKind.PREFORMATTED or _is_row(piece):
            return
        if piece.block.kind is BlockKind.HEADING:
            continue
        rest, dated = text, locate_date(text) if len(text) < _MOST_LINE else None
        if dated:
            rest = text[: dated[1]] + text[dated[2] :]
        left = letters(rest)
        for key in sorted(keys, key=len, reverse=True):
            left = left.replace(key, "") if len(key) > 2 else left
        named = left != letters(rest)
        if (dated or named) and len(left) <= (_STAMP_ROOM if dated else 4) and not text.rstrip().endswith((":", "?")):
            piece.taken = False


def _leave_bottom(taken: Sequence[Piece], keys: set[str]) -> None:
    """Leave last lines that only name the site or its rights, or tell how to reach the author."""
    for piece in reversed(taken[-_TAIL:]):
        text = piece.block.text
        bare = _NOTICE.sub("", text)
        reached = (
            len(text) <= _MOST_LINE and _REACH.match(text) and any(len(key) > 5 and key in piece.key for key in keys)
        )
        foot = len(text) <= _MOST_LINE and "," in text and not piece.is_prose() and not find_date(text)
        foot = foot and any(map(str.isdigit, text)) and any(len(key) > 5 and piece.key.startswith(key) for key in keys)
        if reached or foot or (bare != text and letters(bare) in keys):
            piece.taken = False


def _leave_small(taken: Sequence[Piece]) -> None:
    """Leave rows of links, pointers and captions; where they are a good part of what was taken, they are the text."""
    for piece in taken:
        if _is_line(piece):
            piece.taken = False
    taken = [piece for piece in taken if piece.taken]
    shared = Counter(piece.segment.element for piece in taken)
    again = Counter(piece.key for piece in taken)
    small = [
        piece
        for piece in taken
        if shared[piece.segment.element] <= _SHARED
        and again[piece.key] < _SPEAKS
        and (_is_link_row(piece) or _is_pointer(piece) or _is_picture_line(piece) or _is_box(piece))
    ]
    if sum(len(piece.key) for piece in small) <= _SMALL_PART * sum(len(piece.key) for piece in taken):
        for piece in small:
            piece.taken = False


def _is_row(piece: Piece) -> bool:
    """Say whether a piece is a row of several cells."""
    return piece.block.kind is BlockKind.TABLE_ROW and " | " in piece.block.text


def _is_line(piece: Piece) -> bool:
    """A line in which a page speaks of itself: where it is filed, its address, how many answers it has."""
    text = piece.block.text
    return len(text) <= _MOST_META and OF_ITSELF.fullmatch(text.casefold().strip()) is not None


def _is_box(piece: Piece) -> bool:
    """A small box that its name or its build tells: a player, an offer, a card with a linked picture and a teaser."""
    for depth, element in enumerate(piece.chain[:3]):
        if element.tag in {"body", "main", "article"}:
            return False
        parts = [str(part).strip() for part in islice(element.itertext(), 40)]
        if sum(map(len, parts)) > _MOST_BOX:
            return False
        if depth and len(element) > 1 and _OFFER.search(" ".join(parts)):
            return True
        names = parts_of(f"{element.get('class') or ''} {element.get('id') or ''}"[:200])
        if any(part in _BOXES for part in names) and not piece.is_prose(_MOST_LINE):
            return True
        if len(element) >= 2 and _is_picture_link(element[0]) and next(element.iter(*_HEADS), None) is not None:
            return True
    return False


def _is_picture_link(element: _Element) -> bool:
    return (
        element.tag == "a" and element.find(".//img") is not None and not "".join(map(str, element.itertext())).strip()
    )


def _links(piece: Piece) -> int:
    return sum(1 for _ in piece.segment.element.iter("a"))


def _is_link_row(piece: Piece) -> bool:
    """A row of links with marks between them, in whatever language."""
    if len(piece.block.text) > 2 * _MOST_LINE or piece.links < 0.7 or _is_row(piece):
        return False
    links = ["".join(map(str, link.itertext())).strip() for link in piece.segment.element.iter("a")]
    if len(links) < 2 or max(map(len, links)) > 60:
        return False
    left = piece.block.text
    for text in links:
        left = left.replace(" ".join(text.split()), "", 1)
    return not _BARS.sub("", left)


def _is_pointer(piece: Piece) -> bool:
    """One link, alone in its paragraph or behind a label: a pointer to another page."""
    text = piece.block.text
    if len(text) > _MOST_LINE or piece.block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE}:
        return False
    also = READ_ALSO.match(text.casefold())
    if also and (piece.links > 0.3 or also.end() >= len(text.rstrip()) > 0):
        return True
    if piece.links < 0.95 or piece.block.kind is not BlockKind.PARAGRAPH or len(text.split()) < 3:
        return False
    return _links(piece) == 1 and text.rstrip()[-1:] not in '.!?…。:;”"’»)'


def _is_picture_line(piece: Piece) -> bool:
    """A short line that shares its holder with a picture, or stands small or centred right below one."""
    text, element = piece.block.text, piece.segment.element
    if len(text) > _MOST_CAPTION or piece.block.kind not in {BlockKind.PARAGRAPH, BlockKind.TABLE_ROW}:
        return False
    if element.tag in {"td", "tr", "div", "p", "center", "span"} and element.find(".//img") is not None:
        own = "".join(map(str, element.itertext()))
        return len(own) < _MOST_CAPTION * 1.5 and not (piece.is_prose() and element.tag == "p" and len(text) > 100)
    if any(map(_is_picture_table, piece.chain[:6])):
        return True
    before = element.getprevious()
    if before is None or not _is_picture(before):
        return False
    style = f"{element.get('style') or ''} {element.get('align') or ''}".lower()
    if (
        "center" in style
        or _CENTRED.search(style)
        or any(part in _CAPTION for part in parts_of(element.get("class") or ""))
    ):
        return True
    return len(element) == 1 and element[0].tag in _SMALL and not (element.text or "").strip()


def _is_picture_table(element: _Element) -> bool:
    """Say whether a table is set into the text beside it, and holds a picture and a line on it, nothing else."""
    if element.tag != "table" or not (element.get("align") or "float" in (element.get("style") or "")):
        return False
    if element.find(".//img") is None:
        return False
    return sum(len(str(part).strip()) for part in islice(element.itertext(), 40)) < _MOST_CAPTION * 1.5


_CAPTION = words("caption pic pictext picture photo img image legend legende foto bild bildtext credit quelle")


def _is_picture(element: _Element) -> bool:
    if element.tag == "img":
        return True
    return element.find(".//img") is not None and not "".join(map(str, element.itertext())).strip()


def _leave_repeated(taken: Sequence[Piece]) -> None:
    """Leave short lines with figures that stand again and again: heads of pages, particulars of who posts."""
    short = [piece for piece in taken if len(piece.block.text) <= 60 and piece.block.kind not in _AS_IS]
    same = Counter(piece.key for piece in short)
    forum = sum(any(map(_is_forum, piece.chain[:4])) for piece in taken) * 2 > len(taken)
    masked = Counter(_masked(piece) for piece in short) if forum else Counter()
    for piece in short:
        text = piece.block.text
        if not piece.key or (piece.is_prose() and not forum):
            continue
        figures = any(map(str.isdigit, text))
        again = figures and same[piece.key] >= _FEWEST and len(piece.key) > 4
        if again or _PAGE.fullmatch(text.strip()) or masked[_masked(piece)] >= _FEWEST:
            piece.taken = False


def _masked(piece: Piece) -> str:
    return re.sub(r"\d+", "", piece.key)


def _is_forum(element: _Element) -> bool:
    return any(part in _FORUM for part in parts_of(f"{element.get('class') or ''} {element.get('id') or ''}"[:200]))


def _leave_cards(layout: Layout, taken: Sequence[Piece]) -> None:
    """Leave a last section of cards: below a heading, linked titles with a teaser each, and nothing else."""
    heads = [index for index, piece in enumerate(taken) if piece.block.kind is BlockKind.HEADING and piece.links < 0.5]
    if not heads:
        return
    section = taken[heads[-1] :]
    inner = section[1:]
    if not inner:
        return
    places = [index for index, piece in enumerate(layout.pieces) if piece is section[0] or piece is inner[-1]]
    start, end = places[0], places[-1]
    if layout.pieces[start + 1].links <= 0.9:
        return  # a section that begins with a text of its own, below which other headings are links
    titles = sum(piece.links > 0.9 and len(piece.block.text) <= _MOST_LINE for piece in layout.pieces[start : end + 1])
    if titles < 2 or any(len(piece.block.text) > _TEASER for piece in inner):
        return
    plain = [piece for piece in inner if piece.links <= 0.9]
    if len(plain) > titles + 1 or sum(len(p.key) for p in section) > _SECTION * sum(len(p.key) for p in taken):
        return
    if all(piece.block.kind is BlockKind.LIST_ITEM for piece in inner) and not any(map(_has_picture, inner)):
        return  # a list of sources
    for piece in section:
        piece.taken = False


def _has_picture(piece: Piece) -> bool:
    return any(element.find(".//img") is not None for element in piece.chain[:2])
