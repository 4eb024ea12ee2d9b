"""Our blocks as HTML: the sanitised body is made of them, never of the page's own markup."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind, Removal, visible_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.links import LinkSpan

_TAGS = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.LIST_ITEM: "li",
    BlockKind.QUOTE: "p",
    BlockKind.CAPTION: "figcaption",
    BlockKind.PREFORMATTED: "pre",
}
_AROUND = {
    BlockKind.LIST_ITEM: "ul",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CAPTION: "figure",
    BlockKind.TABLE_ROW: "table",
}


def body_html(
    text: str, blocks: Sequence[Block], removals: Sequence[Removal] = (), links: Sequence[LinkSpan] = ()
) -> str:
    """Return what is in view of the blocks as HTML, everything escaped, blocks of a kind together."""
    return "\n".join(_lines(text, blocks, visible_spans(len(text), removals), links))


def _lines(
    text: str, blocks: Sequence[Block], spans: Sequence[tuple[int, int]], links: Sequence[LinkSpan]
) -> Iterator[str]:
    around = ""
    first = 0
    for block in blocks:
        while first < len(spans) and spans[first][1] <= block.start:
            first += 1
        pieces = _seen(block, spans, first)
        if not "".join(text[start:end] for start, end in pieces).strip():
            continue
        wanted = _AROUND.get(block.kind, "")
        if wanted != around:
            if around:
                yield f"</{around}>"
            if wanted:
                yield f"<{wanted}>"
            around = wanted
        yield _one(block, "".join(_linked(text, start, end, links) for start, end in pieces))
    if around:
        yield f"</{around}>"


def _seen(block: Block, spans: Sequence[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for index in range(first, len(spans)):
        start, end = spans[index]
        if start >= block.end:
            break
        pieces.append((max(start, block.start), min(end, block.end)))
    return pieces


def _linked(text: str, start: int, end: int, links: Sequence[LinkSpan]) -> str:
    """Return a piece of text escaped, with the links that lie whole in it."""
    parts: list[str] = []
    for one in links[bisect_left(links, start, key=attrgetter("start")) :]:
        if one.end > end:
            break
        words = escape(text[one.start : one.end], quote=False)
        parts += (escape(text[start : one.start], quote=False), f'<a href="{escape(one.target)}">{words}</a>')
        start = one.end
    return "".join([*parts, escape(text[start:end], quote=False)])


def _one(block: Block, text: str) -> str:
    if block.kind is BlockKind.TABLE_ROW:
        cells = "".join(f"<td>{cell}</td>" for cell in text.split(" | "))
        return f"<tr>{cells}</tr>"
    tag = f"h{min(max(block.level, 1), 6)}" if block.kind is BlockKind.HEADING else _TAGS[block.kind]
    return f"<{tag}>{text}</{tag}>"
