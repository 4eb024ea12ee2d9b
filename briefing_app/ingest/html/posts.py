"""Questions with their answers, and threads of forums: every post is the text, not the longest one alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.hints import is_byline, parts_of
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.html.layout import Layout, Piece

_KINDS = re.compile(r"/(?:Question|Answer|DiscussionForumPosting)$")
_NAMES = words(
    "answer question postbody postmessage messagebody postcontent posttext messagetext post_message replycontent "
    "topicbody cooked threadpost forumpost messagecontent bbp-reply-content commtext bbwrapper"
)
_PAIRS = (
    "post body|post message|message body|post text|message content|message text|reply content|topic body|"
    "crawler post|usertext body|post message|message user content"
).split("|")
_FEWEST = 2
_SHORT = 12
_MOST_CHROME, _PROSE = 0.4, 60
_SOLID = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PREFORMATTED, BlockKind.TABLE_ROW})


def take_posts(layout: Layout, *, is_thread: bool) -> None:
    """Take the text of all posts where one of several was taken; of a thread nothing but its posts."""
    holders: dict[_Element, bool] = {}
    by_piece: list[tuple[Piece, _Element]] = []
    for piece in layout.pieces:
        for element in piece.chain:
            if element not in holders:
                holders[element] = _is_post(element)
            if holders[element]:
                by_piece.append((piece, element))
                break
    posts = {element for piece, element in by_piece if len(piece.key) >= _SHORT and piece.is_prose(20)}
    taken = {element for piece, element in by_piece if piece.taken and piece.is_prose(20)}
    if len(posts) < _FEWEST or not taken:
        return
    for piece, element in by_piece:
        if element in posts and not piece.taken and _is_text(piece, element):
            piece.taken = True
    if is_thread:
        _leave_chrome(layout, {id(piece) for piece, _ in by_piece})


def _leave_chrome(layout: Layout, inside: set[int]) -> None:
    """Leave short lines outside the posts, who posted and when, where the posts are nearly all of what was taken."""
    outside = [piece for piece in layout.pieces if piece.taken and id(piece) not in inside]
    if sum(len(piece.key) for piece in outside) > layout.size() * _MOST_CHROME:
        return
    for piece in outside:
        if not piece.is_prose(_PROSE):
            piece.taken = False


def _is_post(element: _Element) -> bool:
    if _KINDS.search(element.get("itemtype") or ""):
        return True
    if element.tag in {"body", "html", "main", "a", "span"}:
        return False
    names = f"{element.get('class') or ''}"[:200]
    if not names:
        return False
    parts = parts_of(names)
    joined = f" {' '.join(parts)} "
    return any(part in _NAMES for part in parts) or any(f" {pair} " in joined for pair in _PAIRS)


def _is_text(piece: Piece, post: _Element) -> bool:
    inner = piece.chain[: piece.chain.index(post)] if post in piece.chain else ()
    if any(map(is_byline, inner)) or any(map(_is_aside, inner)) or piece.links > 0.5:
        return False
    return piece.is_prose(_SHORT) or piece.block.kind in _SOLID


def _is_aside(element: _Element) -> bool:
    names = parts_of(f"{element.get('class') or ''} {element.get('id') or ''}"[:200])
    return any(
        part in {"comment", "comments", "signature", "sig", "user", "profile", "votes", "taglist", "tags", "menu"}
        for part in names
    )
