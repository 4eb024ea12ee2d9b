"""Measure names on corpora the model was not trained on: rules only, model only, both together.

    PYTHONPATH=. python packaging/models/evaluate.py language-training.tar.xz [--model FOLDER]

Strict: span and label must be right. Our GPE, LOC and FAC count as LOC; other labels are left out on both sides. What a
corpus labels in a way that cannot be compared (descriptions, pronouns) is free: neither right nor wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import corpora
import inputs
from conventions import Conventions

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.models.names import NamesModel
from briefing_app.analysis.names import NameFinder
from briefing_app.analysis.page import make_page
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpora import Labelled, Span

    Find = Callable[[str], Iterable[Span]]

CLASSES = ("PER", "ORG", "LOC")
_OURS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def main(arguments: list[str]) -> int:
    """Print a table; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure names on other people's texts.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--model", type=Path, default=None)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as packed:
            packed.extractall(folder, filter="data")
        texts = yardsticks(Path(folder) / "language-training", Conventions(ActorBase.load()))
    for name, documents in texts.items():
        for way, find in finders(options.model).items():
            print(f"{name:10} {way:6} " + "   ".join(f"{k} {score}" for k, score in scores(documents, find).items()))
    return 0


def yardsticks(data: Path, ours: Conventions) -> dict[str, list[Labelled]]:
    """Return the corpora to measure on, under the labels PER, ORG and LOC."""
    _, held = inputs.gmb((data / "gmb" / "ner_dataset.csv.zip").read_bytes(), ours)
    news = [one for one in inputs.gum_texts(data / "ud-gum-free", ours) if "_news_" in one.name]
    return {
        "gum news": [_mapped(one) for one in news],
        "re3d": [_comparable(one, ours) for one in corpora.re3d(data / "re3d-open")],
        "wikigold": corpora.wikigold((data / "wikigold" / "wikigold.conll.txt").read_text("utf-8")),
        "uner test": corpora.uner((data / "uner-ewt" / "en_ewt-ud-test.iob2").read_text("utf-8"), "uner"),
        "gmb held": [_mapped(one) for one in held],
    }


def _mapped(one: Labelled) -> Labelled:
    return replace(one, spans=[(start, end, _OURS.get(label, label)) for start, end, label in one.spans])


def _comparable(one: Labelled, ours: Conventions) -> Labelled:
    """Take titles off persons, and call a country a place also where it acts; both as we do."""
    made = replace(one, spans=[], free=list(one.free))
    for start, end, label in one.spans:
        words = one.text[start:end].split()
        first, last = start, end
        if label == "PER":
            piece = ours.trimmed(words, (0, len(words), "PERSON"))
            if piece is None:
                made.free.append((start, end))
                continue
            first = start + len(" ".join(words[: piece[0]])) + (1 if piece[0] else 0)
            last = first + len(" ".join(words[piece[0] : piece[1]]))
        known = ours.known(one.text[first:last])
        if known == "NORP":
            made.free.append((first, last))
        else:
            made.spans.append((first, last, "LOC" if label == "ORG" and known in ("GPE", "LOC") else label))
    return made


def finders(model: Path | None) -> dict[str, Find]:
    """Return the three ways to find names."""
    base = ActorBase.load()
    learned = NamesModel.load(model)
    if learned is None:
        raise SystemExit("There is no model to measure.")
    rules, both = NameFinder(base), NameFinder(base, learned)

    def by_model(text: str) -> Iterable[Span]:
        page = make_page(_request(text))
        return [(one.start, one.end, one.label) for one in learned.see(page, rules.gazetteer.find(page, "")).seen]

    return {"rules": _by(rules), "model": by_model, "both": _by(both)}


def _by(finder: NameFinder) -> Find:
    def find(text: str) -> Iterable[Span]:
        request = _request(text)
        return [(one.start, one.end, one.label.value) for one in finder.find(make_page(request), request)]

    return find


def _request(text: str) -> AnalysisRequest:
    return AnalysisRequest(text, tuple(match.span() for match in re.finditer(r"[^\n]+", text)), language="en")


def scores(documents: list[Labelled], find: Find) -> dict[str, str]:
    """Return precision, recall and F1 of each class and of all."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in documents:
        want = {span for span in one.spans if span[2] in CLASSES}
        have = {(start, end, _OURS[label]) for start, end, label in find(one.text) if label in _OURS}
        for span in have | want:
            free = span not in want and any(a < span[1] and span[0] < b for a, b in one.free)
            if not free:
                (right if span in have and span in want else wrong if span in have else missed)[span[2]] += 1
    for counts in (right, wrong, missed):
        counts["all"] = counts.total()
    return {kind: _score(right[kind], wrong[kind], missed[kind]) for kind in (*CLASSES, "all")}


def _score(right: int, wrong: int, missed: int) -> str:
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
