"""What junk rules look at: a canonical text with its blocks, sentences and hints."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind
from briefing_app.ingest.shape import plain_words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Span = tuple[int, int]

_END = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,3}(?=[\s\xa0])|[。！？]|\n")
_SHORTENED = words(
    "mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep st jr sr no vs etc inc ltd co corp "
    "fig al ed eds pp vol art para cf approx dept est jan feb mar apr jun jul aug sep sept oct nov "
    "dec e.g i.e u.s u.k u.n e.u a.m p.m amb rev hon messrs"
)
_LAST_WORD = re.compile(r"[\w.]{1,12}$")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Part a stretch of text into sentences, without the white space between them."""
    end = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match.group()[0] == "." and not _is_stop(text, match.start(), stop, end):
            continue
        _add(found, text, begin, stop)
        begin = stop
    _add(found, text, begin, end)
    return found


def _is_stop(text: str, dot: int, after: int, end: int) -> bool:
    """A full stop ends a sentence unless it ends a short form, an initial or comes before a small letter."""
    follows = text[after : after + 12].lstrip()
    if after < end and follows[:1].islower():
        return False
    word = _LAST_WORD.search(text, max(0, dot - 12), dot)
    if word is None:
        return True
    last = word.group().lower().strip(".")
    if last in _SHORTENED and not (
        last in {"a.m", "p.m", "etc", "u.s", "u.k", "inc", "co", "no"} and follows[:1].isupper()
    ):
        return False
    return not (len(last) == 1 and last.isalpha() and text[dot - 1].isupper())


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


@dataclass(frozen=True, slots=True)
class Page:
    """A canonical text as junk rules see it; ``marked_up`` where the markup says itself what a caption is."""

    text: str
    blocks: tuple[Block, ...]
    hints: Sequence[str]
    title: str = ""
    site: str = ""
    url: str = ""
    author: str = ""
    marked_up: bool = False
    memo: dict[str, dict[int, int]] = field(default_factory=dict)
    promising: list[tuple[Block, Span, str]] = field(default_factory=list)
    _parts: dict[int, list[Span]] = field(default_factory=dict)
    _lines: dict[Span, str] = field(default_factory=dict)

    def of(self, block: Block) -> str:
        """Return a block's text."""
        return self.text[block.start : block.end]

    def line(self, start: int, end: int) -> str:
        """Return a stretch of text in plain words (kept, since many rules look at it)."""
        found = self._lines.get((start, end))
        if found is None:
            found = self._lines[start, end] = plain_words(self.text[start:end])
        return found

    def sentences(self, block: Block) -> list[Span]:
        """Return the spans of a block's sentences."""
        if block.number not in self._parts:
            self._parts[block.number] = sentences(self.text, block.start, block.end)
        return self._parts[block.number]

    def prose(self) -> Iterable[Block]:
        """Yield the blocks that may hold sentences: all but rows of tables and preformatted text."""
        for block in self.blocks:
            if block.kind not in {BlockKind.TABLE_ROW, BlockKind.PREFORMATTED}:
                yield block


@dataclass(frozen=True, slots=True)
class Rule:
    """A junk rule: its name, why it hides what it finds (a sentence for the reader), and how it finds it.

    Rules that look at what other rules left (``after`` true) are given the spans found so far.
    """

    name: str
    reason: str
    find: Callable[[Page], Iterable[Span]]


@dataclass(frozen=True, slots=True)
class LateRule:
    """A rule that needs to know what the others hid already."""

    name: str
    reason: str
    find: Callable[[Page, Sequence[Span]], Iterable[Span]]


def covered(span: Span, hidden: Sequence[Span]) -> bool:
    """Say whether one of ``hidden`` (in order, apart) covers the whole of ``span``."""
    index = bisect.bisect_right(hidden, (span[0], 2**62)) - 1
    return index >= 0 and span[1] <= hidden[index][1]
