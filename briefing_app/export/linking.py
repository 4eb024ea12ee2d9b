"""Which parts of a footnote are links: the addresses of its sources, nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.export.prose import is_safe_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.note import Footnote


def linked(text: str, urls: Iterable[str]) -> list[tuple[str, str]]:
    """Return ``text`` in pieces, each with the address it leads to (empty for plain text)."""
    known = sorted({url for url in urls if is_safe_link(url)}, key=len, reverse=True)
    if not known:
        return [(text, "")] if text else []
    pieces = re.split("(" + "|".join(re.escape(url) for url in known) + ")", text)
    return [(piece, piece if piece in known else "") for piece in pieces if piece]


def footnote_pieces(footnote: Footnote) -> list[tuple[str, str]]:
    """Return a footnote's text in pieces, each with the address it leads to (empty for plain text)."""
    return linked(footnote.text, [one.url for one in footnote.citations])
