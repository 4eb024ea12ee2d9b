"""Making anchors: a passage with its quote, context, block and the names and numbers it holds."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from briefing_app.domain.anchor import CONTEXT, Anchor
from briefing_app.domain.article import Block, Version, block_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|\b[^\W\d_]+\b")


def sha256(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as lower-case hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def names_and_numbers(quote: str) -> tuple[str, ...]:
    """Return the capitalised words and the numbers of ``quote``, in order."""
    found = (match.group() for match in _TOKEN.finditer(quote))
    return tuple(token for token in found if token[0].isupper() or token[0].isdigit())


def make_anchor(text: str, start: int, end: int, blocks: Sequence[Block] = (), text_hash: str = "") -> Anchor:
    """Return the anchor of ``text[start:end]``; context is cut at the edges of the blocks it starts and ends in.

    Raises ValueError for an empty span or one outside ``text``. ``text_hash`` spares hashing a long text again.
    """
    if not 0 <= start < end <= len(text):
        message = f"no passage at {start}-{end} of {len(text)} characters"
        raise ValueError(message)
    first, last = block_at(blocks, start), block_at(blocks, end - 1)
    left = max(first.start if first else 0, start - CONTEXT, 0)
    right = min(max(last.end, end) if last else len(text), end + CONTEXT)
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[min(left, start) : start],
        suffix=text[end:right],
        text_hash=text_hash or sha256(text),
        paragraph=first.number if first else 0,
        block_hash=sha256(text[first.start : first.end]) if first else "",
        tokens=names_and_numbers(text[start:end]),
    )


def anchor_in(version: Version, start: int, end: int) -> Anchor:
    """Return the anchor of a passage of a version; ValueError for an empty span or one outside its text."""
    return make_anchor(version.text, start, end, version.blocks, version.text_hash)
