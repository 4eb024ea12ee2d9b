"""What readers hand on: blocks before they are numbered, and their joining to canonical text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind
from briefing_app.ingest.traced import Run, Traced, compact

if TYPE_CHECKING:
    from collections.abc import Sequence

GLUE = "\n\n"
"""What stands between two blocks of canonical text."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One block as a reader found it; ``traced.runs`` are empty where the input is not linear.

    ``hint`` names what the markup says the block is (``byline``, ``date``, ``caption`` ...).
    """

    kind: BlockKind
    traced: Traced
    level: int = 0
    hint: str = ""

    @property
    def text(self) -> str:
        """The block's text."""
        return self.traced.text


@dataclass(frozen=True, slots=True)
class Canonical:
    """Canonical text with its numbered blocks, the hints of the blocks and the offset map."""

    text: str
    blocks: tuple[Block, ...]
    hints: tuple[str, ...]
    offset_map: tuple[Run, ...]


def assemble(raw: Sequence[RawBlock], *, traced: bool) -> Canonical:
    """Number the blocks that hold text and join them by one blank line."""
    parts: list[str] = []
    blocks: list[Block] = []
    hints: list[str] = []
    runs: list[Run] = []
    position = 0
    for one in raw:
        text = one.text
        if not text or text.isspace():
            continue
        if blocks:
            parts.append(GLUE)
            position += len(GLUE)
        end = position + len(text)
        blocks.append(Block(len(blocks) + 1, one.kind, position, end, one.level))
        hints.append(one.hint)
        if traced:
            runs.extend((here + position, there) for here, there in one.traced.runs)
        parts.append(text)
        position = end
    return Canonical("".join(parts), tuple(blocks), tuple(hints), tuple(compact(runs)))
