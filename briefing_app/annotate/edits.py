"""Following a passage through the edits between an old text and a new one, where both are at hand."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from briefing_app.annotate.evidence import swapped
from briefing_app.annotate.figures import figure_corrected
from briefing_app.annotate.normal import normalised
from briefing_app.domain.anchor import AnchorState, Resolution

_PIECE = re.compile(r"\w+|[^\w\s]|\s+")
_LARGEST = 400_000_000
"""Most cells of an alignment; beyond it the edits are not followed."""

_Edit = tuple[int, int, int, int]


def carried(old: str, new: str, start: int, end: int) -> Resolution | None:
    """Return what became of ``old[start:end]`` in ``new``, or None when the edits do not tell.

    All of it kept in one piece: anchored. Most of it kept in place, or one figure corrected in a sentence that is
    else the same: changed. Cut out: None, so that a search may
    still find that it was moved.
    """
    kept = _kept_runs(old, new)
    if kept is None:
        return None
    pieces = [
        (max(start, old_start) - old_start + new_start, min(end, old_end) - old_start + new_start)
        for old_start, old_end, new_start, _ in kept
        if old_start < end and start < old_end
    ]
    if not pieces:
        return None
    begin, finish = _edges(kept, start, end, pieces)
    quote, found = old[start:end], new[begin:finish]
    if found == quote or normalised(found).text.strip() == normalised(quote).text.strip():
        return Resolution(AnchorState.ANCHORED, begin, finish, 1.0)
    likeness = Levenshtein.normalized_similarity(quote, found)
    if likeness < 0.5:
        return None
    if swapped(quote, found) and not figure_corrected(old, new, (start, end), (begin, finish)):
        return None
    return Resolution(AnchorState.CHANGED, begin, finish, round(likeness, 4))


def _edges(kept: tuple[_Edit, ...], start: int, end: int, pieces: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the span in the new text, with words that replace the passage's first or last ones taken in."""
    begin, finish = pieces[0][0], pieces[-1][1]
    first_kept = any(old_start <= start < old_end for old_start, old_end, _, _ in kept)
    last_kept = any(old_start < end <= old_end for old_start, old_end, _, _ in kept)
    for old_start, old_end, new_start, new_end in kept:
        if old_end == start and not first_kept:
            begin = min(begin, new_end)
        if old_start == end and not last_kept:
            finish = max(finish, new_start)
    return begin, finish


@lru_cache(maxsize=8)
def _kept_runs(old: str, new: str) -> tuple[_Edit, ...] | None:
    """Return (old start, old end, new start, new end) of runs that both texts share, in order."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) * len(after) > _LARGEST:
        return None
    numbers: dict[str, int] = {}
    old_codes = [numbers.setdefault(piece, len(numbers)) for piece in before]
    new_codes = [numbers.setdefault(piece, len(numbers)) for piece in after]
    old_at, new_at = _offsets(before), _offsets(after)
    return tuple(
        (old_at[code.src_start], old_at[code.src_end], new_at[code.dest_start], new_at[code.dest_end])
        for code in Levenshtein.opcodes(old_codes, new_codes)
        if code.tag == "equal"
    )


def _offsets(pieces: list[str]) -> list[int]:
    total, offsets = 0, [0]
    for piece in pieces:
        total += len(piece)
        offsets.append(total)
    return offsets
