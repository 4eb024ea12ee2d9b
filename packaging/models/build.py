"""Train the names model and write resources/models/names.

    PYTHONPATH=. python packaging/models/build.py language-training.tar.xz [--out FOLDER] [--version 1] [--jobs 1]

The one input is the archive of corpora named by its SHA-256 in corpora.py (what is in it, from where and under which
licences: resources/models/names/README.md). Its texts stay outside the repository; what is written are weights and
lists of words. Needs numpy and thinc (spaCy brings it). On one core it takes about ten minutes; the same archive, code
and machine give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import inputs
import numpy as np
import shipping
from conventions import Conventions
from corpora import ARCHIVE
from lexicon import lexicon
from sequences import Maker, Sequence, shouted, titled
from training import Plan, predict, started, train

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.gazetteer import Gazetteer

if TYPE_CHECKING:
    from corpora import Labelled
    from layers import Net

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "names"
NETWORKS = 3
"""How many networks vote; each has seen another part of the noisy corpus."""
SHARE = 0.55
"""How much of the noisy corpus each sees."""
SHAPES = 0.06
"""How much of the noisy corpus is added in capitals, and as much in title case."""
UNLIKELY, LIKELY, CERTAIN = 0.03, 0.85, 0.92
"""A label to which a network that has not seen it gives less, while it gives another one more, is left open, or takes
the other's place."""


def main(arguments: list[str]) -> int:
    """Build the model; return the exit code."""
    parser = argparse.ArgumentParser(description="Train the names model.")
    parser.add_argument("archive", type=Path, help="the archive of corpora (language-training.tar.xz)")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--version", default="1")
    parser.add_argument("--jobs", type=int, default=1, help="networks trained at the same time")
    options = parser.parse_args(arguments)
    found = hashlib.sha256(options.archive.read_bytes()).hexdigest()
    if found != ARCHIVE:
        print(f"{options.archive} is not the archive this script was written for: SHA-256 {found}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as packed:
            packed.extractall(folder, filter="data")
        build(Path(folder) / "language-training", options.out, options.version, options.jobs)
    return 0


def build(data: Path, out: Path, version: str, jobs: int) -> None:
    """Train on the corpora under ``data`` and write into ``out``."""
    words = lexicon(data / "petrarch-dictionaries")
    base = ActorBase.load()
    ours, maker, chance = Conventions(base), Maker(Gazetteer(base), words), random.Random(3)
    noisy_texts, _ = inputs.gmb((data / "gmb" / "ner_dataset.csv.zip").read_bytes(), ours)
    noisy = [one for text in noisy_texts for one in maker.sequences(text, chance)]
    size = round(SHAPES * len(noisy_texts))
    shaped = [
        one
        for change, most in ((shouted, 2), (titled, 1))
        for text in chance.sample(noisy_texts, size)
        for one in maker.sequences(change(text), chance, most)
    ]
    gold = [one for text in gold_texts(data, ours) for one in maker.sequences(text, chance)]
    print(f"{_tokens(noisy)} noisy, {_tokens(shaped)} shaped, {_tokens(gold)} labelled tokens")
    halves = tuple([one for one in noisy if _half(one) == half] for half in (0, 1))
    judges = _trained([(halves[half] + gold * 2, Plan(1, 10 + half)) for half in (0, 1)], jobs)
    _mend(halves, judges)
    made = _trained(
        [(_part(number, noisy, shaped) + gold * 3, Plan(1, 20 + number)) for number in range(NETWORKS)], jobs
    )
    shipping.write(out, made, version, words)


def _part(number: int, noisy: list[Sequence], shaped: list[Sequence]) -> list[Sequence]:
    """Return what a network sees of the noisy corpus."""
    picked = random.Random(100 + number)
    return picked.sample(noisy, round(SHARE * len(noisy))) + picked.sample(shaped, round(SHARE * len(shaped)))


_waiting: list[tuple[list[Sequence], Plan]] = []


def _trained(wanted: list[tuple[list[Sequence], Plan]], jobs: int) -> list[Net]:
    """Return a network for each set of sequences, trained in processes of their own; their number changes nothing."""
    _waiting[:] = wanted
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        found = pool.map(_one, range(len(wanted)), chunksize=1)
    made = []
    for data in found:
        net = started(wanted[0][0])
        net.from_bytes(data)
        made.append(net)
    return made


def _one(number: int) -> bytes:
    return train(*_waiting[number]).to_bytes()


def gold_texts(data: Path, ours: Conventions) -> list[Labelled]:
    """Return the texts people labelled; the news of GUM are kept for the measuring."""
    free = [one for one in inputs.gum_texts(data / "ud-gum-free", ours) if "_news_" not in one.name]
    return free + inputs.uner_texts((data / "uner-ewt" / "en_ewt-ud-dev.iob2").read_text("utf-8"), ours)


def _mend(halves: tuple[list[Sequence], ...], judges: list[Net]) -> None:
    """Mend those labels of the noisy corpus that a network trained on its other half finds plainly wrong."""
    mended = 0
    for half in (0, 1):
        for one, chances in zip(halves[half], predict(judges[1 - half], halves[half]), strict=True):
            own = chances[np.arange(len(one.tags)), one.tags]
            wrong = (one.tags >= 0) & (own < UNLIKELY) & (chances.max(axis=1) > LIKELY)
            one.tags[wrong] = np.where(chances.max(axis=1) > CERTAIN, chances.argmax(axis=1), -1)[wrong]
            mended += int(wrong.sum())
    print(f"{mended} labels mended or left open")


def _half(one: Sequence) -> int:
    """Return in which half of the noisy corpus a sequence stands, by stretches of neighbouring texts."""
    return int(one.source.rpartition("-")[2]) // 2000 % 2


def _tokens(sequences: list[Sequence]) -> int:
    return sum(len(one.rows) for one in sequences)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
