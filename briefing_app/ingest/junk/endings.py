"""What stands below an article: who wrote it, where else to look, lists of other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind
from briefing_app.ingest.junk.page import LateRule, Page, Span, covered
from briefing_app.ingest.shape import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BIO = 600
"""Signs of the longest paragraph about an author."""

_ROLE = (
    r"(?:reporter|correspondent|editor|journalist|writer|columnist|contributor|author|fellow|analyst|professor|"
    r"lecturer|researcher|"
    r"freelancer|bureau chief|producer|blogger|director|commentator|historian|scholar|student|specialist|consultant|"
    r"expert|founder|host)"
)
_BIO = re.compile(
    r"(?:about the authors?\b.{0,400}|[^.]{2,80}? (?:is|are|was|has been|works as|serves as|covers|writes|reports|"
    rf"joined) .{{0,160}}\b{_ROLE}s?\b.{{0,400}}|[^.]{{2,60}}? (?:covers|teaches|lectures|writes (?:about|for|"
    rf"on)|reports "
    r"(?:on|for)|edits|directs) .{0,300})"
)
_STRANGER = re.compile(
    rf"((?:[A-Z][\w.’'-]{{0,30}} ){{1,3}}[A-Z][\w’'-]{{0,30}}) is (?:an?|the) (?:[\w’'-]{{1,30}} "
    rf"){{0,6}}?{_ROLE}\b(?: |\.|,).{{0,240}}"
    r"|((?:[A-Z][\w.’'-]{0,30} ){1,3}[A-Z][\w’'-]{0,30}) (?:teaches|lectures|covers|writes (?:about|on|for)|reports "
    r"(?:on|for)|(?:leads|heads|directs|edits|chairs|runs) (?:[\w’'-]{1,30} ){1,8}?(?:programme|program|project|"
    r"institute|"
    r"centre|center|department|university|school|desk|studies|think tank|review|journal)\b) ?.{2,300}",
    re.S,
)
_OFFICIAL = re.compile(
    r"(?:(?:Deputy|Vice|Prime|Foreign|Acting|Former|Brigadier|Major|Lieutenant|Rear|Chief) )?(?:Ambassador|General|"
    r"Admiral|Colonel|Captain|Minister|President|Chancellor|Secretary|Senator|Governor|Mayor|King|Queen|Prince|Princess|Sheikh|"
    r"Justice|Judge|Bishop|Cardinal|Pope|Commissioner|Premier|Speaker|Envoy)\b"
)
"""Who bears an office is spoken of, and does not write."""
_DISCLAIMER = re.compile(
    r"(?:(?:the|all|any) )?(?:views?|opinions?)(?: and opinions?)?(?: that are)? expressed .{0,240}|"
    r".{0,40}does not necessarily (?:reflect|represent) .{0,160}"
)
_LINKS = re.compile(
    r"(?:view|see|read) (?:all|more) (?:posts|articles|stories|by)\b.{0,80}|(?:all|more) (?:posts|"
    r"articles|stories) by .{2,60}|posts? by .{2,60}|author archive.{0,40}|website\W{0,3}|bio|about "
    r"the authors?:?"
)
_RELATED_HEAD = re.compile(
    r"(?:(?:related|recommended|more|similar|other|latest|recent|popular|trending|further|top)(?: (?:articles?|"
    r"stories|posts?|news|reading|content|coverage|links?|topics?|headlines?|reads?|"
    r"from .{2,40}|on .{2,60}|for you|this week|stories .{0,20}))?|most (?:read|popular|viewed|shared)|you (?:may|"
    r"might) (?:also )?(?:like|enjoy|be interested in)|editor'?s'? picks?|"
    r"also read|read (?:more|also|next)|see also|what to read next|in case you missed it|don'?t miss|keep reading|"
    r"around the web|more like this|up next)[\s:.!…»>]{0,4}"
)


def _last_part(page: Page, hidden: Sequence[Span]) -> list[Block]:
    left = [b for b in page.blocks if not covered((b.start, b.end), hidden)]
    return left[max(2, len(left) - 4) :]


def _find_bio(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """The last blocks that are left, as long as each speaks of its author.

    The note of a known author below a plain text without any furniture was written with it, and stays.
    """
    last = _last_part(page, hidden)
    if (
        page.author
        and not page.marked_up
        and not hidden
        and not any(_LINKS.fullmatch(page.line(block.start, block.end)) for block in last)
    ):
        return
    names = [name for name in re.split(r"[,&]| and ", plain_words(page.author)) if len(name.split()) >= 2]
    for block in reversed(last):
        if block.kind in {BlockKind.TABLE_ROW, BlockKind.QUOTE} or block.end - block.start > MOST_BIO:
            return
        text = page.of(block)
        line = plain_words(text)
        named = any(line.startswith(name.strip()) for name in names)
        if (named and _BIO.fullmatch(line)) or _speaks_of_author(page, block, text, line):
            yield block.start, block.end
        else:
            return


def _speaks_of_author(page: Page, block: Block, text: str, line: str) -> bool:
    if _LINKS.fullmatch(line) or _DISCLAIMER.fullmatch(line) or line.startswith("about the author"):
        return True
    stranger = _STRANGER.fullmatch(text)
    if stranger is None or block.number < 4 or _OFFICIAL.match(text):
        return False
    surname = (stranger.group(1) or stranger.group(2)).rsplit(" ", 1)[-1]
    return surname not in page.text[_head(page) : block.start]


def _head(page: Page) -> int:
    """Where the text begins below bylines: what stands in those is no mention."""
    ends = [b.end for b, hint in zip(page.blocks[:12], page.hints, strict=False) if hint == "byline"]
    return max(ends, default=0)


def _find_related(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """Below a heading such as "Related articles": list items and bare titles, no prose."""
    blocks = page.blocks
    for index, block in enumerate(blocks):
        if block.end - block.start > 80 or not _RELATED_HEAD.fullmatch(page.line(block.start, block.end)):
            continue
        if index < len(blocks) // 4 and block.kind is not BlockKind.HEADING:
            continue
        items: list[Block] = []
        for below in blocks[index + 1 : index + 16]:
            if not _is_title_line(page, below) or (
                items and below.kind is BlockKind.HEADING and items[0].kind is not BlockKind.HEADING
            ):
                break
            items.append(below)
        ends = index + 1 + len(items) == len(blocks)
        if items and (ends or len(items) >= 2 or items[0].kind is BlockKind.LIST_ITEM):
            yield block.start, block.end
            for item in items:
                yield item.start, item.end


def _is_title_line(page: Page, block: Block) -> bool:
    text = page.of(block)
    if len(text) > 170 or "\n" in text or block.kind in {BlockKind.TABLE_ROW, BlockKind.QUOTE}:
        return False
    return not text.rstrip().endswith((".", ";", ":"))


LATE = (
    LateRule("author-box", "About the author, not about the subject.", _find_bio),
    LateRule("related-articles", "Titles of other articles.", _find_related),
)
