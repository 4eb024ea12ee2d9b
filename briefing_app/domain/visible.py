"""The text a reader sees: canonical text without what is hidden, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.domain.article import Block, Removal, RemovalState, visible_spans

_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class VisibleParagraph:
    """What is left of a block, as one line or, preformatted, as several."""

    block: Block
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A hidden span; ``before_paragraph`` is the number, from 1, of the visible paragraph behind or around it."""

    text: str
    rule: str
    before_paragraph: int


def visible_paragraphs(
    text: str, blocks: Sequence[Block], removals: Sequence[Removal], title: str = ""
) -> tuple[VisibleParagraph, ...]:
    """Return the blocks of which anything is in view, in order, without the one that only repeats ``title``."""
    spans = visible_spans(len(text), removals)
    shown: list[VisibleParagraph] = []
    place = 0
    for block in blocks:
        while place < len(spans) and spans[place][1] <= block.start:
            place += 1
        parts = []
        for start, end in spans[place:]:
            if start >= block.end:
                break
            parts.append(text[max(start, block.start) : min(end, block.end)])
        left = _SPACES.sub(" ", "".join(parts)).strip()
        if left and not (not shown and title and _folded(left) == _folded(title)):
            shown.append(VisibleParagraph(block, left))
    return tuple(shown)


def removed_passages(
    text: str, paragraphs: Sequence[VisibleParagraph], removals: Sequence[Removal]
) -> tuple[Removed, ...]:
    """Return what is hidden of ``text``, in order, each placed by the one of ``paragraphs`` it stood before or in."""
    found: list[Removed] = []
    for removal in sorted(removals, key=lambda one: one.start):
        if removal.state is not RemovalState.HIDDEN:
            continue
        number = next(
            (place for place, paragraph in enumerate(paragraphs, 1) if paragraph.block.end > removal.start),
            len(paragraphs) + 1,
        )
        found.append(Removed(text[removal.start : removal.end], removal.rule, number))
    return tuple(found)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
