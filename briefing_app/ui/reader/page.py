"""The page made of an open article: what is shown of the text, and where removed text is spoken of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind, Removal, RemovalState, visible_spans
from briefing_app.domain.links import links_in
from briefing_app.ui.reader.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefing_app.domain.reading import OpenArticle

CLOSED_ROOM = 44
"""Pixels that a closed strip takes between paragraphs."""
SMALL_ROOM = 20
"""Pixels that a closed strip takes when the text was removed from inside its paragraph."""
ROW_ROOM = 30
"""Pixels that each row of an opened strip takes."""

Key = tuple[int, int, str]
"""What tells removals apart within a version: start, end, rule."""


def key_of(removal: Removal) -> Key:
    """Return what tells ``removal`` from the others of its version."""
    return removal.start, removal.end, removal.rule


@dataclass(frozen=True, slots=True)
class Strip:
    """A marker for removed text below the block of that index (-1: above the first); ``opened`` shows its items."""

    block: int
    removals: tuple[Removal, ...]
    opened: bool
    inside: bool = False
    """Whether all of it was taken out of the paragraph above, of which the rest is shown."""

    @property
    def room(self) -> int:
        """Return the pixels it takes."""
        if self.opened:
            return ROW_ROOM * len(self.removals) + 8
        return SMALL_ROOM if self.inside else CLOSED_ROOM

    @property
    def caption(self) -> str:
        """Return what a closed strip says."""
        place = "here" if self.inside else "from this article"
        return f"{removed_words(self.removals)} removed {place} · show"


@dataclass(frozen=True, slots=True)
class Page:
    """What `ReadingSurface` shows: positions, the strips, and the document ranges of removed text in view.

    ``links`` are document ranges and the addresses they lead to.
    """

    positions: Positions
    strips: tuple[Strip, ...]
    greyed: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int, str], ...] = ()

    @property
    def room_below(self) -> dict[int, int]:
        """Return the extra pixels each block needs below it."""
        room: dict[int, int] = {}
        for strip in self.strips:
            if strip.block >= 0:
                room[strip.block] = room.get(strip.block, 0) + strip.room
        return room

    @property
    def room_above(self) -> int:
        """Return the pixels needed above the first block."""
        return sum(strip.room for strip in self.strips if strip.block < 0)


def make_page(article: OpenArticle, opened: Collection[Key] = ()) -> Page:
    """Return the page of ``article`` with the removals named in ``opened`` shown in place."""
    removed = [one for one in article.removals if one.state is RemovalState.HIDDEN]
    removed.sort(key=lambda one: (one.start, one.end))
    closed = [one for one in removed if key_of(one) not in opened]
    text = article.version.text
    positions = Positions(text, article.version.blocks, visible_spans(len(text), [*closed, *_title(article, closed)]))
    shown = [one for one in removed if key_of(one) in opened]
    greyed = [span for one in shown for span in positions.spans(one.start, one.end)]
    links = [
        (start, end, link.target)
        for link in links_in(article.version.html, text)
        for start, end in positions.spans(link.start, link.end)
    ]
    return Page(positions, tuple(_strips(positions, removed, opened)), tuple(greyed), tuple(links))


def _title(article: OpenArticle, closed: Sequence[Removal]) -> list[Removal]:
    """Return the text's own heading that only repeats the title, which stands above the page already."""
    blocks = [
        one for one in article.version.blocks if not any(r.start <= one.start and one.end <= r.end for r in closed)
    ]
    if len(blocks) < 2 or blocks[0].kind is not BlockKind.HEADING:
        return []
    words = article.version.text[blocks[0].start : blocks[0].end]
    if words.casefold().split() != article.article.title.casefold().split():
        return []
    return [Removal(blocks[0].start, blocks[0].end, "title", "")]


def removed_words(removals: Sequence[Removal]) -> str:
    """Return how many passages of what kind: "2 promotional lines"."""
    kinds = {_kind(one) for one in removals}
    one, many = kinds.pop() if len(kinds) == 1 else ("passage", "passages")
    return f"{len(removals)} {one if len(removals) == 1 else many}"


def _kind(removal: Removal) -> tuple[str, str]:
    rule = removal.rule.casefold()
    for word, names in _KINDS:
        if word in rule:
            return names
    return "passage", "passages"


_KINDS = (
    ("hand", ("passage you hid", "passages you hid")),
    ("promo", ("promotional line", "promotional lines")),
    ("caption", ("caption", "captions")),
    ("form", ("part of a form", "parts of a form")),
    ("thread", ("reader comment", "reader comments")),
    ("comment", ("call for comments", "calls for comments")),
    ("newsletter", ("newsletter line", "newsletter lines")),
    ("share", ("share line", "share lines")),
    ("cookie", ("cookie notice", "cookie notices")),
    ("machine", ("machine note", "machine notes")),
    ("list", ("announcement of a missing list", "announcements of missing lists")),
    ("author", ("author box", "author boxes")),
    ("related", ("list of other articles", "lists of other articles")),
)


def _strips(positions: Positions, removed: Sequence[Removal], opened: Collection[Key]) -> list[Strip]:
    starts = [shown.block.start for shown in positions.blocks]
    strips: list[Strip] = []
    for one in removed:
        block = bisect_right(starts, one.start) - 1
        is_open = key_of(one) in opened
        inside = block >= 0 and one.start < positions.blocks[block].block.end
        last = strips[-1] if strips else None
        if last is not None and (last.block, last.opened, last.inside) == (block, is_open, inside):
            strips[-1] = Strip(block, (*last.removals, one), is_open, inside)
        else:
            strips.append(Strip(block, (one,), is_open, inside))
    return strips
