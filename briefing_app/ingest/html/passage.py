"""A passage that was selected on a page and copied: all of it is wanted, nothing around it came along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.importing import PASSAGE
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.parse import drop_hidden, parse

if TYPE_CHECKING:
    from briefing_app.ingest.blocks import RawBlock

_SELECTED = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)


def is_passage(media_type: str) -> bool:
    """Say whether what came with this media type is a passage."""
    return media_type == PASSAGE


def read_passage(text: str, source: str) -> list[RawBlock]:
    """Return every block of a passage: no part is taken for the furniture of a page."""
    selected = _SELECTED.search(text)
    tree = parse(selected.group(1) if selected and selected.group(1).strip() else text, source)
    drop_hidden(tree)
    body = tree.find("body")
    return [one for one in blocks_of(body if body is not None else tree) if one.text.strip()]
