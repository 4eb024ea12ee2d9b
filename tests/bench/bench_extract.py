"""Main text on the page patterns: ours against trafilatura and, where installed, readability-lxml.

Run as a script: ``python -m tests.bench.bench_extract [--worst N] [--split tune|report]``.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import time
from statistics import mean
from typing import TYPE_CHECKING

from briefing_app.domain.article import visible_spans
from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean
from tests.ingest.patterns.pages import all_patterns
from tests.ingest.patterns.scoring import shingle_f1, word_f1

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.ingest.patterns.pages import Pattern


def ours(html: str) -> str:
    """Return what is in view of a page as we read it."""
    try:
        document = clean(html.encode(), "page.html")
    except InputError:
        return ""
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


def by_trafilatura(html: str) -> str:
    """Return trafilatura's text, with metadata read as in its default use."""
    from trafilatura import bare_extraction

    document = bare_extraction(html, with_metadata=True)
    return str(getattr(document, "text", "") or "")


def by_readability(html: str) -> str:
    """Return readability's text."""
    from lxml.html import fromstring

    summary = importlib.import_module("readability").Document(html).summary()
    return " ".join(map(str, fromstring(summary).itertext()))


def extractors() -> dict[str, Callable[[str], str]]:
    """Return the extractors that are installed."""
    found: dict[str, Callable[[str], str]] = {"ours": ours, "trafilatura": by_trafilatura}
    if importlib.util.find_spec("readability") is None:
        return found
    return {**found, "readability": by_readability}


def _seconds(extract: Callable[[str], str], patterns: Sequence[Pattern]) -> float:
    began = time.process_time()
    for one in patterns:
        extract(one.html)
    return time.process_time() - began


def report(split: str, worst: int) -> str:
    """Return a table of scores and times, and our worst pages."""
    patterns = all_patterns(split)
    lines, pages = [], {}
    for name, extract in extractors().items():
        texts = [extract(one.html) for one in patterns]
        spent = min(_seconds(extract, patterns) for _ in range(2)) / len(patterns) * 1000
        expected = ["\n".join(one.expected) for one in patterns]
        scores = [word_f1(text, right) for text, right in zip(texts, expected, strict=True)]
        runs = [shingle_f1(text, right) for text, right in zip(texts, expected, strict=True)]
        lines.append(f"{split:7}{name:14}words {mean(scores):.4f}  4-grams {mean(runs):.4f}  {spent:.1f} ms a page")
        pages[name] = scores
    ordered = sorted(range(len(patterns)), key=lambda at: pages["ours"][at])[:worst]
    lines.extend(
        f"   {patterns[at].name:34}" + "  ".join(f"{k} {v[at]:.3f}" for k, v in pages.items()) for at in ordered
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--split", default="")
    chosen = parser.parse_args()
    for part in [chosen.split] if chosen.split else ["tune", "report"]:
        sys.stdout.write(report(part, chosen.worst))
