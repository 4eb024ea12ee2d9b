"""What a document's reader hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.ingest.plain.about import About

if TYPE_CHECKING:
    from briefing_app.ingest.blocks import RawBlock


QUOTED_REPLY = "quoted-reply"
"""The hint of blocks that repeat an earlier letter."""

LETTER_FURNITURE = "letter-furniture"
"""The hint of blocks about the sending of a letter: view it in a browser, leave the list."""

HIDDEN = {
    QUOTED_REPLY: "Repeats the letter that this one answers.",
    LETTER_FURNITURE: "Speaks of how the letter is sent, not of its subject.",
}
"""The hints that keep a block out of view, each with what the reader is told."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document read to its end: its blocks without the title, and what it says about itself."""

    blocks: tuple[RawBlock, ...]
    about: About = field(default_factory=About)
    language: str = ""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inner:
    """A page or text that was wrapped in another file, with what the wrapping says of it.

    ``media_type`` and ``charset`` are those of its head, ``url`` is where it was saved from.
    """

    data: bytes
    media_type: str = ""
    charset: str = ""
    url: str = ""
