"""Cleaning and analysis of texts made of one thing over and over.

By hand: ``python -m tests.bench.bench_hostile_text [text|markdown|page|analysis ...]``.
Prints what takes more than linear time (time(2n)/time(n) above 2.6) or more than ten processor seconds at 100 KB.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean
from tests.bench.runs import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = (
    *ORDINARY,
    *("“a” ", "!", "…", "A'", "[insert a ", "(Amendment ", "a@b.c ", "Mr A ", "on Monday ", "$1 million ", "10% "),
    *("Norway ", "Norway said ", "Norway, ", "Norway and ", "Norway rejected it. ", "“Norway said ", "would not "),
    *("minister ", "Foreign Minister A ", "the minister of the ", "he ", "not ", "no longer ", "if ", "* ", "| "),
    *("# ", "> ", "1. A\n", "A\n", "A\n\n", "a: ", "; ", "(A) ", "A-A ", "A.A.", "U.S. ", "de la ", "von ", "Al-"),
    *("according to ", "told ", "which ", ", who ", ", a ", "Read more: ", "Share this ", "© 2025 ", "Photo: "),
    *("by A\n", "Advertisement\n", "<p>", "<b>", "</b>", "<td>", "x<br>"),
)
QUARTER = 25_000
RATIO, FLOOR, LONG = 2.6, 0.3, 10.0


def cleaned(text: str, name: str) -> str:
    """Return the clean text, or nothing where it is refused."""
    try:
        return clean(text.encode("utf-8", "replace"), name).text
    except InputError:
        return ""


def spent(work: Callable[[str], object], text: str) -> float:
    """Return the processor seconds of some work."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


def analysed(text: str) -> object:
    """Return the analysis of a text in one paragraph."""
    return Engine.ready("").analyse(AnalysisRequest(text, ((0, len(text)),), language="en", title=text[:200]))


def main(chosen: list[str]) -> int:
    """Try every run with every kind of work, or those chosen; 1 where one is worse than linear."""
    works: dict[str, Callable[[str], object]] = {
        "text": lambda text: cleaned(text, "a.txt"),
        "markdown": lambda text: cleaned(f"# A\n\n{text}", "a.md"),
        "page": lambda text: cleaned(f"<html><body><article><p>{text}</p></article></body></html>", "a.html"),
        "analysis": analysed,
    }
    bad = 0
    works = {name: work for name, work in works.items() if not chosen or name in chosen}
    for name, work in works.items():
        for run in RUNS:
            times = [spent(work, run * (QUARTER // len(run)))]
            for size in (2 * QUARTER, 4 * QUARTER):
                if times[-1] < FLOOR / 4 or times[-1] > LONG:
                    break
                times.append(spent(work, run * (size // len(run))))
            growth = (times[-1] / times[0]) ** (1 / (len(times) - 1)) if len(times) > 1 else 0.0
            if times[-1] > LONG or (growth > RATIO and times[-1] > FLOOR):
                bad += 1
                sys.stdout.write(f"{name} {run!r}: {' '.join(f'{one:.2f}' for one in times)} s, x{growth:.1f}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{len(works) * len(RUNS)} texts, {bad} worse than linear\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
