"""Start to first paint with a library of 100,000 articles, against a bare QMainWindow; a ratio, never seconds.

``python tests/bench/bench_start.py [LIBRARY]`` prints the ratio; without a library one is made first. As a test:
``pytest -m bench tests/bench/bench_start.py -s``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.ui.shell.first_paint import measure  # noqa: E402 - a program finds the packages first

LIMIT = 1.5
ROUNDS = 9
ARTICLES = 100_000


def ratio(library: Path, folder: Path) -> float:
    """Return the least CPU time of our starts over the least of the bare window's, started in turn.

    The least, because whatever else the machine does can only make a start dearer.
    """
    measure("bare", folder)
    measure(str(library), folder)
    pairs = [(measure(str(library), folder).cpu, measure("bare", folder).cpu) for _ in range(ROUNDS)]
    return min(ours for ours, _ in pairs) / min(bare for _, bare in pairs)


def make(folder: Path) -> Path:
    """Make the library to be opened."""
    library = folder / "large.brief"
    maker = ROOT / "tests" / "bench" / "make_library.py"
    subprocess.run([sys.executable, str(maker), str(library), "--articles", str(ARTICLES), "--words", "60"], check=True)
    return library


@pytest.mark.bench
@pytest.mark.timeout(1200)
def test_start_when_100000_articles_then_near_a_bare_window(tmp_path: Path) -> None:
    found = ratio(make(tmp_path), tmp_path)
    print(f"first paint, {ARTICLES:,} articles, over a bare QMainWindow: {found:.2f} (limit {LIMIT})")
    assert found <= LIMIT


def main() -> int:
    """Print the ratio, and fail when it is over the limit."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(sys.argv[1]) if len(sys.argv) > 1 else make(Path(folder))
        found = ratio(library, Path(folder))
    print(f"first paint, {ARTICLES:,} articles, over a bare QMainWindow: {found:.2f} (limit {LIMIT})")
    return 0 if found <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
