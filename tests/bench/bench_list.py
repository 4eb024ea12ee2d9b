"""The article list with 100,000 rows against one that holds every row in memory; ratios, never seconds.

A jump is: go to a row somewhere else and paint what is there. ``python tests/bench/bench_list.py [LIBRARY]`` prints
the ratios; as a test: ``pytest -m bench tests/bench/bench_list.py -s``.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from briefing_app.domain.listing import ListQuery
from briefing_app.store.listing import Listing
from briefing_app.ui.library.list_delegate import ArticleDelegate
from briefing_app.ui.library.list_model import ArticleListModel
from briefing_app.ui.library.list_view import ArticleList
from briefing_app.ui.theme import ThemeHolder
from tests.bench.bench_start import ARTICLES, make

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from briefing_app.domain.listing import ArticleRow

JUMPS, ROUNDS = 40, 7
LIMIT_JUMP, LIMIT_MEMORY = 1.5, 0.5


class Everything:
    """Holds every row."""

    def __init__(self, listing: Listing, seqs: array[int]) -> None:
        self.all = {
            row.seq: row for start in range(0, len(seqs), 5000) for row in listing.rows(seqs[start : start + 5000])
        }

    def rows(self, seqs: Sequence[int]) -> list[ArticleRow]:
        return [self.all[seq] for seq in seqs]


def jump_time(view: ArticleList, places: list[int]) -> float:
    """Return the CPU time of jumping to each place and painting it."""
    start = time.process_time()
    for place in places:
        view.scrollTo(view.model().index(place, 0))
        view.viewport().grab()
    return time.process_time() - start


def jumps(library: Path) -> float:
    """Return the ratio of the medians of rounds run in turn."""
    listing, theme = Listing(library, None), ThemeHolder("light")
    seqs = listing.ids(ListQuery())
    whole = Everything(listing, seqs)
    views, models = [], []
    for fetch in (listing.rows, whole.rows):
        model = ArticleListModel(fetch)
        model.show(seqs)
        view = ArticleList(model, ArticleDelegate(theme))
        view.resize(290, 760)
        view.show()
        views.append(view)
        models.append(model)
    chance = random.Random(5)
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        places = [chance.randrange(len(seqs)) for _ in range(JUMPS)]
        for which, view in enumerate(views):
            times[which].append(jump_time(view, places))
    for view in views:
        view.close()
    listing.close()
    return statistics.median(times[0]) / statistics.median(times[1])


def memory(library: Path) -> float:
    """Return the memory of the list after many jumps over that of all rows."""
    listing = Listing(library, None)
    tracemalloc.start()
    seqs = listing.ids(ListQuery())
    model = ArticleListModel(listing.rows)
    model.show(seqs)
    chance = random.Random(5)
    for _ in range(JUMPS):
        model.row(chance.randrange(len(seqs)))
    ours = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    tracemalloc.start()
    whole = Everything(listing, seqs)
    theirs = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(whole.all) == len(seqs)
    listing.close()
    return ours / theirs


def report(library: Path) -> tuple[float, float]:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    found = jumps(library), memory(library)
    print(
        f"article list, {ARTICLES:,} rows: jump {found[0]:.2f} (limit {LIMIT_JUMP}), "
        f"memory {found[1]:.2f} (limit {LIMIT_MEMORY}) of all rows in memory"
    )
    del app
    return found


@pytest.mark.bench
@pytest.mark.timeout(1200)
def test_list_when_100000_rows_then_jumps_and_memory_within_limits(tmp_path: Path) -> None:
    jump, held = report(make(tmp_path))
    assert jump <= LIMIT_JUMP
    assert held <= LIMIT_MEMORY


def main() -> int:
    """Print the ratios, and fail when one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        jump, held = report(Path(sys.argv[1]) if len(sys.argv) > 1 else make(Path(folder)))
    return 0 if jump <= LIMIT_JUMP and held <= LIMIT_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
