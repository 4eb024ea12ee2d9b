"""Anchors: how a passage of a version is held so that it never lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 64
"""Most code points of prefix and of suffix kept with a quote; cut at block edges."""


class AnchorState(StrEnum):
    """What became of a stored passage in another text."""

    ANCHORED = "anchored"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: offsets for the version named, and the quote with its context for every other.

    ``start`` and ``end`` are code points of the canonical text whose SHA-256 is ``text_hash``; ``paragraph``
    is the number of the block it starts in, ``block_hash`` that block's SHA-256, ``tokens`` the names and
    numbers of the quote in order.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    text_hash: str = ""
    paragraph: int = 0
    block_hash: str = ""
    tokens: tuple[str, ...] = ()
    state: AnchorState = AnchorState.ANCHORED

    @property
    def placed(self) -> bool:
        """Say whether the passage lies somewhere in the current text; else its offsets are those of an older one."""
        return self.state in (AnchorState.ANCHORED, AnchorState.CHANGED)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an anchor lies in a text: ``start`` and ``end`` are None when it is ambiguous or an orphan."""

    state: AnchorState
    start: int | None
    end: int | None
    score: float
    candidates: tuple[tuple[int, int], ...] = ()
