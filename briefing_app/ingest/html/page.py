"""A whole HTML page to blocks and metadata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.banners import drop_banners
from briefing_app.ingest.html.forums import is_thread, open_posts
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.maintext import Known, main_blocks
from briefing_app.ingest.html.metadata import Metadata, read_metadata
from briefing_app.ingest.html.opened import open_closed
from briefing_app.ingest.html.parse import drop_hidden, parse
from briefing_app.ingest.html.state import data_of
from briefing_app.ingest.html.threads import drop_threads
from briefing_app.ingest.html.unclosed import end_open_boxes

if TYPE_CHECKING:
    from briefing_app.ingest.blocks import RawBlock

NEAR_TOP = 4
"""Among so many first blocks a repetition of the title is dropped."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What was read of a page."""

    blocks: tuple[RawBlock, ...]
    metadata: Metadata


def read_html(text: str, source: str, url: str = "") -> HtmlPage:
    """Read a decoded page."""
    tree = parse(text, source)
    alive = list(tree.iter())  # elements made once for all who go through the tree, not by each of them anew
    metadata = read_metadata(tree, text, url)
    data = data_of(tree)
    open_closed(tree)
    end_open_boxes(tree)
    drop_banners(tree)
    thread = is_thread(tree, metadata.url)
    if thread:
        open_posts(tree)
    else:
        drop_threads(tree)
    drop_hidden(tree)
    blocks = main_blocks(
        tree, Known(metadata.body, data, (metadata.author, metadata.site), metadata.title, is_thread=thread)
    )
    alive.clear()
    return HtmlPage(tuple(_without_title(blocks, metadata.title)), metadata)


def _without_title(blocks: list[RawBlock], title: str) -> list[RawBlock]:
    wanted = letters(title)
    if not wanted:
        return blocks
    return [
        block
        for index, block in enumerate(blocks)
        if not (
            (index < NEAR_TOP or (block.kind is BlockKind.HEADING and block.level == 1))
            and letters(block.text) == wanted
        )
    ]
