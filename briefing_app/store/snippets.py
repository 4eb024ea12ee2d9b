"""Where the finds of a search lie in a text, and the piece of it that is shown.

FTS5 marks its finds with two noncharacters that no canonical text holds (import drops them), so taking the
marks out again gives offsets into the text as it is, in code points.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    Span = tuple[int, int]

OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"
SHOWN_OPEN: Final = "\x02"
SHOWN_CLOSE: Final = "\x03"

BEFORE: Final = 60
LENGTH: Final = 200
ELLIPSIS: Final = "…"


def finds(marked: str, inside: Sequence[str] = ()) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the spans that were marked, in order.

    Of a span that holds one of ``inside`` only those places are told.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    position = 0
    for index, piece in enumerate(marked.split(OPEN)):
        found, closed, rest = piece.partition(CLOSE)
        if index and closed:
            spans.append((position, position + len(found)))
        else:
            found, rest = piece.replace(CLOSE, ""), ""
        pieces += (found, rest)
        position += len(found) + len(rest)
    text = "".join(pieces)
    return text, [part for span in spans for part in _narrowed(text, span, inside)] if inside else spans


def _narrowed(text: str, span: Span, inside: Sequence[str]) -> list[Span]:
    start, end = span
    found = text[start:end].lower()
    places = {
        (start + at, start + at + len(word))
        for word in inside
        for at in range(len(found) - len(word) + 1)
        if found.startswith(word, at)
    }
    return sorted(places) if places and len(found) == end - start else [span]


def in_view(spans: Sequence[Span], hidden: Sequence[Span]) -> list[Span]:
    """Return the spans that no hidden passage touches."""
    return [(start, end) for start, end in spans if not any(a < end and start < b for a, b in hidden)]


def snippet(text: str, spans: Sequence[Span], hidden: Sequence[Span] = ()) -> str:
    """Return one line around the first of `spans`, without what is hidden, the finds between U+0002 and U+0003."""
    first = spans[0][0] if spans else 0
    start = _word_start(text, max(0, first - BEFORE))
    end = _word_end(text, min(len(text), max(start + LENGTH, spans[0][1] if spans else 0)))
    gaps = sorted((max(a, start), min(b, end)) for a, b in hidden if a < end and start < b)
    pieces: list[str] = []
    position = start
    for gap_start, gap_end in [*gaps, (end, end)]:
        if gap_start > position or gap_start == gap_end:
            pieces.append(_marked(text, position, gap_start, spans))
        position = max(position, gap_end)
    line = " ".join(f" {ELLIPSIS} ".join(piece for piece in pieces if piece.strip()).split())
    return f"{ELLIPSIS if start else ''}{line}{ELLIPSIS if end < len(text) else ''}"


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """Return a piece of the text with its finds marked; what the text itself has of our marks is dropped."""
    parts: list[str] = []
    position = start
    for a, b in spans[max(0, bisect_right(spans, (start, start)) - 1) :]:
        if a >= end:
            break
        if a < position:
            continue
        parts += (_bare(text[position:a]), SHOWN_OPEN, _bare(text[a : min(b, end)]), SHOWN_CLOSE)
        position = min(b, end)
    return "".join([*parts, _bare(text[position:end])])


def _bare(text: str) -> str:
    return text.replace(SHOWN_OPEN, "").replace(SHOWN_CLOSE, "")


def _word_start(text: str, at: int) -> int:
    """Return the beginning of the word that `at` stands in, unless it is far."""
    if at == 0:
        return 0
    here = max(text.rfind(" ", at - 30 if at > 30 else 0, at), text.rfind("\n", at - 30 if at > 30 else 0, at))
    return here + 1 if here >= 0 else at


def _word_end(text: str, at: int) -> int:
    """Return the end of the word that `at` stands in, unless it is far."""
    ends = [place for place in (text.find(" ", at, at + 30), text.find("\n", at, at + 30)) if place >= 0]
    return min(ends) if ends else min(at, len(text))
