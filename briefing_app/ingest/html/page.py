"""A whole HTML page to blocks and metadata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.banners import drop_banners
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.maintext import main_blocks
from briefing_app.ingest.html.metadata import Metadata, read_metadata
from briefing_app.ingest.html.opened import has_prose, open_closed
from briefing_app.ingest.html.parse import drop_hidden, parse
from briefing_app.ingest.html.state import state_body
from briefing_app.ingest.html.threads import drop_threads

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
    state = "" if has_prose(tree) else state_body(tree)
    open_closed(tree)
    drop_banners(tree)
    drop_threads(tree)
    drop_hidden(tree)
    blocks = main_blocks(tree, metadata.body, state, (metadata.author, metadata.site))
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
