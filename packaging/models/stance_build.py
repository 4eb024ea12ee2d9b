"""Train the stance model and write resources/models/stance.

    PYTHONPATH=. python packaging/models/stance_build.py [--out FOLDER] [--version 1]

Its inputs stand in the repository and are ours: the phrasings in packaging/models/stances and the tune half of the dev
set. Needs numpy alone and takes about a minute; the same files and code give the same weights.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from arrays import write_arrays
from stance_sentences import Phrasings, labelled

from briefing_app.analysis.models.stance_features import CLASSES, ROWS, rows_of
from tests.analysis.devset_reader import read_devset

Array: TypeAlias = Any

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "stance"
FILLED = 6000
"""How many sentences are made of the phrasings of a class; twice as many for "none"."""
REPEATS = 3
"""How often a sentence of the dev set counts."""
PASSES, RATE, DROPPED = 6, 0.5, 0.5


def main(arguments: list[str]) -> int:
    """Build the model; return the exit code."""
    parser = argparse.ArgumentParser(description="Train the stance model.")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--version", default="1")
    options = parser.parse_args(arguments)
    weights, bias = train(sentences(1))
    write(options.out, weights, bias, options.version)
    return 0


def sentences(seed: int) -> list[tuple[Array, int]]:
    """Return rows and class of every sentence to train on."""
    phrasings = Phrasings(seed)
    counts = Counter(label for label, _ in phrasings.lines)
    often = {label: (2 if label == "none" else 1) * FILLED // count for label, count in counts.items()}
    made = [(label, phrasings.filled(line)) for label, line in phrasings.lines for _ in range(often[label])]
    made += [one for gold in read_devset("tune") for one in labelled(gold) for _ in range(REPEATS)]
    return [(np.asarray(rows_of(words), dtype=np.int64), CLASSES.index(label)) for label, words in made]


def train(found: list[tuple[Array, int]]) -> tuple[Array, Array]:
    """Return the weights and bias of a softmax regression, trained by AdaGrad with features left out at random."""
    order = list(range(len(found)))
    chance, dropping = random.Random(1), np.random.default_rng(1)
    weights = np.zeros((ROWS, len(CLASSES)), np.float32)
    seen = np.full((ROWS, len(CLASSES)), 1e-2, np.float32)
    bias = np.zeros(len(CLASSES), np.float32)
    for _ in range(PASSES):
        chance.shuffle(order)
        for at in order:
            rows, label = found[at]
            rows = rows[dropping.random(len(rows)) > DROPPED]
            if not len(rows):
                continue
            share = 1 / np.sqrt(len(rows))
            slope = _softmax(weights[rows].sum(axis=0) * share + bias)
            slope[label] -= 1
            step = slope * share
            seen[rows] += step * step
            weights[rows] -= RATE * step / np.sqrt(seen[rows])
            bias -= 0.01 * slope
    return weights, bias


def _softmax(scores: Array) -> Array:
    shares = np.exp(scores - scores.max())
    return shares / shares.sum()


def write(folder: Path, weights: Array, bias: Array, version: str) -> None:
    """Write the weights in a byte each; the same weights give the same file."""
    scale = float(np.abs(weights).max()) / 127
    arrays = {
        "weights": np.round(weights / scale).astype(np.int8), "bias": bias, "scale": np.asarray(scale, np.float32),
        "version": np.asarray(version),
    }  # fmt: skip
    write_arrays(folder, arrays)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
