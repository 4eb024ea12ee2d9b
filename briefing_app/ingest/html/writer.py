"""Our blocks as HTML: the sanitised body is made of them, never of the page's own markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind, Removal, visible_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def body_html(text: str, blocks: Sequence[Block], removals: Sequence[Removal] = ()) -> str:
    """Return what is in view of the blocks as HTML, everything escaped, blocks of a kind together."""
    return "\n".join(_lines(text, blocks, visible_spans(len(text), removals)))


def _lines(text: str, blocks: Sequence[Block], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    around = ""
    first = 0
    for block in blocks:
        while first < len(spans) and spans[first][1] <= block.start:
            first += 1
        seen = _seen(text, block, spans, first)
        if not seen.strip():
            continue
        wanted = _AROUND.get(block.kind, "")
        if wanted != around:
            if around:
                yield f"</{around}>"
            if wanted:
                yield f"<{wanted}>"
            around = wanted
        yield _one(block, escape(seen, quote=False))
    if around:
        yield f"</{around}>"


def _seen(text: str, block: Block, spans: Sequence[tuple[int, int]], first: int) -> str:
    parts: list[str] = []
    for index in range(first, len(spans)):
        start, end = spans[index]
        if start >= block.end:
            break
        parts.append(text[max(start, block.start) : min(end, block.end)])
    return "".join(parts)


def _one(block: Block, text: str) -> str:
    if block.kind is BlockKind.TABLE_ROW:
        cells = "".join(f"<td>{cell}</td>" for cell in text.split(" | "))
        return f"<tr>{cells}</tr>"
    tag = f"h{min(max(block.level, 1), 6)}" if block.kind is BlockKind.HEADING else _TAGS[block.kind]
    return f"<{tag}>{text}</{tag}>"
