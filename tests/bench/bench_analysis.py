"""Score the rules on the dev set, layer by layer: precision, recall, F1.

    python -m tests.bench.bench_analysis [tune|report] [--errors]

The dev set (tests/analysis/devset) is our own: articles written and labelled by us, half to tune on,
half to report. ``--errors`` lists what was missed and what was wrong, for the half to tune on.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefing_app.analysis.engine import Engine
from tests.analysis.devset_reader import Gold, GoldStatement, read_devset
from tests.analysis.devset_score import Score, score

if TYPE_CHECKING:
    from briefing_app.domain.analysis import Analysis


def main(arguments: list[str]) -> int:
    """Print the scores of both halves, or of the one named."""
    halves = [name for name in ("tune", "report") if name in arguments] or ["tune", "report"]
    engine = Engine.load()
    for half in halves:
        golds = read_devset(half)
        began = time.process_time()
        results = [engine.analyse(gold.request) for gold in golds]
        used = time.process_time() - began
        words = sum(len(gold.text.split()) for gold in golds)
        print(f"{half}: {len(golds)} articles, {words} words, {used * 800 / words:.3f} CPU s per 800 words")
        for layer, one in score(golds, results).items():
            print(f"  {layer:<22} {one}")
        if "--errors" in arguments and half == "tune":
            for gold, result in zip(golds, results, strict=True):
                _errors(gold, result)
    return 0


def _errors(gold: Gold, result: Analysis) -> None:
    print(f"== {gold.name}")
    have = {(m.start, m.end, m.label.value) for m in result.mentions}
    want = {(m.start, m.end, m.label) for m in gold.mentions}
    for start, end, label in sorted(want - have):
        print(f"  name missed  {label} {gold.text[start:end]!r}")
    for start, end, label in sorted(have - want):
        if not gold.is_free(start, end):
            print(f"  name wrong   {label} {gold.text[start:end]!r}")
    canonical = {(m.start, m.end): m.canonical for m in gold.mentions}
    for m in result.mentions:
        wanted = canonical.get((m.start, m.end))
        if wanted and wanted != m.canonical:
            print(f"  meaning      {m.text!r}: {m.canonical!r}, not {wanted!r}")
    figures = {(f.start, f.end, f.value) for f in result.figures}
    wanted_figures = {(f.start, f.end, f.value) for f in gold.figures}
    for start, end, value in sorted(wanted_figures - figures):
        print(f"  figure missed {gold.text[start:end]!r} {value}")
    for start, end, value in sorted(figures - wanted_figures):
        if not gold.is_free(start, end):
            print(f"  figure wrong  {gold.text[start:end]!r} {value}")
    from tests.analysis.devset_score import pairs

    matched, missed, wrong = pairs(gold, result)
    for one, draft in matched:
        notes = []
        if one.stance != draft.stance.value:
            notes.append(f"stance {draft.stance.value} not {one.stance}")
        if (one.speaker or "") != draft.speaker:
            notes.append(f"speaker {draft.speaker!r} not {one.speaker!r}")
        if one.hedged != draft.hedged:
            notes.append(f"hedges {draft.hedges}")
        if notes:
            print(f"  st {one.number}: {'; '.join(notes)} | {gold.text[one.start : one.end][:90]!r}")
    for one in missed:
        _print_gold(gold, one)
    for draft in wrong:
        print(
            f"  st WRONG {'; '.join(draft.parties)} {draft.stance.value} [{draft.verb}] {draft.confidence}"
            f" {gold.text[draft.start : draft.end][:120]!r}"
        )


def _print_gold(gold: Gold, one: GoldStatement) -> None:
    text = gold.text[one.start : one.end][:120]
    print(f"  st MISSED {one.number} {one.party} {one.stance} {text!r}")


__all__ = ["Score", "main"]

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
