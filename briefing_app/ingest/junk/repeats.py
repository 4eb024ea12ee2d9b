"""Text that stands twice: a standfirst given again, a pull quote lifted from the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import Page, Rule, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 40
"""Signs below which a repetition is no accident: "No." may be said twice."""

MOST_PULLED = 320
TOP = 3
"""Among so many first blocks a standfirst stands."""


def _find_standfirst(page: Page) -> Iterator[Span]:
    """A later block with the very words of one of the first, close to it."""
    first = {page.line(b.start, b.end): b.number for b in page.blocks[:TOP] if b.end - b.start >= FEWEST}
    for block in page.blocks[1 : TOP * 4]:
        if (
            block.end - block.start >= FEWEST
            and first.get(page.line(block.start, block.end), block.number) < block.number
        ):
            yield block.start, block.end


def _find_pulled(page: Page) -> Iterator[Span]:
    """A short quotation set apart whose words a paragraph holds as well."""
    quotes = [b for b in page.blocks if b.kind is BlockKind.QUOTE and FEWEST <= b.end - b.start <= MOST_PULLED]
    if not quotes or len(quotes) > 40:
        return
    prose = "\n".join(_bare(page.of(b)) for b in page.blocks if b.kind is BlockKind.PARAGRAPH)
    for block in quotes:
        if _bare(page.of(block)) in prose:
            yield block.start, block.end


def _bare(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


RULES = (
    Rule("repeated-standfirst", "Stands above already, word for word.", _find_standfirst),
    Rule("pull-quote", "Lifted from the article, where it stands in its place.", _find_pulled),
)
