"""How often a passage is found again, by kind of edit and length of quote. Run: python tests/bench/bench_anchors.py"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from briefing_app.annotate.resolve import resolve_quote
from briefing_app.domain.anchor import AnchorState
from tests.annotate import farm

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTHS = (1, 2, 3, 5, 8, 0)
CASES = 60


def tally(kind: Callable[[int, int], farm.Case], *, with_old: bool) -> dict[str, int]:
    """Return how many of the cases came out right, wrong, with no place, and by state."""
    counts: dict[str, int] = {"right": 0, "wrong": 0, "none": 0, "anchored": 0, "changed": 0, "ambiguous": 0}
    for length in LENGTHS:
        for seed in range(CASES):
            case = kind(seed * 7 + length, length)
            old = case.old if with_old else None
            found = resolve_quote(case.new, case.quote, case.prefix, case.suffix, case.start, case.end, old)
            if found.state in (AnchorState.ANCHORED, AnchorState.CHANGED, AnchorState.AMBIGUOUS):
                counts[found.state.value] += 1
            if found.start is None or found.end is None:
                counts["right" if case.expected is None else "none"] += 1
            elif case.expected is None:
                counts["wrong"] += 1
            else:
                off = abs(found.start - case.expected[0]) + abs(found.end - case.expected[1])
                counts["right" if off <= 3 else "wrong"] += 1
    return counts


def main() -> None:
    """Print a table of kinds of edit."""
    kinds: dict[str, Callable[[int, int], farm.Case]] = {
        "sentence deleted": farm.deleted,
        "paragraph deleted": lambda seed, words: farm.deleted(seed, words, paragraph=True),
        "inserted": farm.inserted,
        "tidied": farm.tidied,
        "one word": farm.one_word,
        "look-alike": lambda seed, _words: farm.look_alike(seed),
    }
    for with_old in (False, True):
        for name, kind in kinds.items():
            started = time.process_time()
            print(f"{name:20} old text {with_old!s:5}", tally(kind, with_old=with_old), end=" ")
            print(f"{(time.process_time() - started) / (CASES * len(LENGTHS)) * 1000:.2f} ms each")


if __name__ == "__main__":
    main()
