"""How well cleaning does on the marked pages, and its time against trafilatura's.

Run as a script: ``python -m tests.bench.bench_ingest [--wrong]``.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefing_app.ingest.clean import clean
from tests.ingest.marked import Marked, Score, load_all, score_all

if TYPE_CHECKING:
    from collections.abc import Callable


def report(*, wrong: bool = False) -> str:
    """Return a table of junk F1 and content lost, by page and by split."""
    lines: list[str] = []
    for split in ("tune", "report"):
        total = Score()
        for name, (one, pieces) in score_all(load_all(split)).items():
            total += one
            lines.append(f"{split:7}{name:28}junk F1 {one.f1:.3f}  content lost {one.loss:.2%}")
            if wrong:
                lines.extend(f"        {label} {piece[:100]}" for label, piece in pieces)
        lines.append(f"{split:7}{'ALL':28}junk F1 {total.f1:.3f}  content lost {total.loss:.2%}\n")
    return "\n".join(lines)


def best_time(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the least CPU seconds of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def speed_ratio(pages: list[Marked], copies: int = 12) -> tuple[float, float, float]:
    """Return (our seconds a page, trafilatura's with metadata, the ratio) over grown HTML pages."""
    from trafilatura import bare_extraction

    data = [grown(page.data, copies) for page in pages if page.name.endswith(".html")]
    texts = [one.decode() for one in data]
    ours = best_time(lambda: [clean(one, "page.html") for one in data]) / len(data)
    theirs = best_time(lambda: [bare_extraction(one, with_metadata=True) for one in texts]) / len(data)
    return ours, theirs, ours / theirs


def grown(data: bytes, copies: int) -> bytes:
    """Repeat the paragraphs of a page, numbered, so that it has the size of a real one."""
    text = data.decode()
    end = text.find("</p>") + 4
    start = text.find("<p")
    paragraph = text[start:end]
    more = "".join(
        f"<p>{number}. The text goes on here, as it does in a long article, with {number * 7} words of it, "
        f"and the delegates of both sides say what they said before: {'nothing new, ' * 5}and so forth.</p>"
        f"<div class='x{number}'><a href='/{number}'>link {number}</a></div>"
        for number in range(copies)
    )
    return text.replace(paragraph, paragraph + more, 1).encode()


if __name__ == "__main__":
    sys.stdout.write(report(wrong="--wrong" in sys.argv))
    ours, theirs, ratio = speed_ratio(load_all())
    sys.stdout.write(
        f"a page: ours {ours * 1000:.1f} ms, trafilatura with metadata {theirs * 1000:.1f} ms, ratio {ratio:.2f}\n"
    )
