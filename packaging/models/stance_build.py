"""Train the stance model and write resources/models/stance.

    PYTHONPATH=. python packaging/models/stance_build.py [--out FOLDER] [--version 2]

Its inputs stand in the repository and are ours: the phrasings in packaging/models/stances and the tune half of the dev
set; and the shipped word vectors. Needs numpy and torch 2 and takes about ten minutes; the same files and code give the
same weights on the same machine.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from arrays import write_arrays
from stance_layers import Labelled, Speech, arrays_of, clean, trained
from stance_sentences import Phrasings, labelled

from briefing_app.analysis.models.stance_features import CLASSES, ROWS, rows_of
from tests.analysis.devset_reader import read_devset

Array: TypeAlias = Any

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "stance"
FILLED, TURNED = 4, 0.12
"""How often a phrasing is filled, and how often its parties are then exchanged, which takes its stance away."""
DRAWN, DRAWN_OFTEN = 6000, 8000
"""How many sentences of a class a pass of the network and the linear model see; twice as many of "none"."""
REPEATS = 6
"""How often a sentence of the dev set counts."""
PASSES, RATE, DROPPED = 6, 0.5, 0.5


def main(arguments: list[str]) -> int:
    """Build the model; return the exit code."""
    parser = argparse.ArgumentParser(description="Train the stance model.")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--version", default="2")
    options = parser.parse_args(arguments)
    found = Sentences(1)
    speech = Speech(clean(found.all), 1)
    net = trained(found.drawn, speech, 1)
    rows = [(np.asarray(rows_of(words)), label) for label, words, _ in found.drawn(random.Random(1), DRAWN_OFTEN)]
    weights, bias = train(rows)
    write(options.out, {**linear_arrays(weights, bias), **arrays_of(net, speech)}, options.version)
    return 0


class Sentences:
    """The sentences to train on, by class."""

    def __init__(self, seed: int) -> None:
        phrasings = Phrasings(seed)
        chance = random.Random(seed)
        made: list[Labelled] = []
        for number, (name, line) in enumerate(phrasings.lines):
            for _ in range(FILLED):
                made.append((CLASSES.index(name), phrasings.filled(line), number))
                turned = phrasings.turned(line) if name != "none" and chance.random() < TURNED else ""
                if turned:
                    made.append((0, phrasings.filled(turned), number))
        told = [one for gold in read_devset("tune") for one in labelled(gold)]
        self._told: list[Labelled] = [
            (CLASSES.index(name), words, -number) for number, (name, words) in enumerate(told)
        ]
        self._made = made
        self.all = made + self._told

    def drawn(self, chance: random.Random, count: int = DRAWN) -> list[Labelled]:
        """Return the sentences of one pass, each class as often as the others."""
        found = clean(self._told * REPEATS)
        for label in range(len(CLASSES)):
            held = [one for one in self._made if one[0] == label]
            wanted = count if label else 2 * count
            chosen = chance.sample(held, min(wanted, len(held)))
            found += clean(chosen + chance.choices(held, k=wanted - len(chosen)))
        return found


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


def linear_arrays(weights: Array, bias: Array) -> dict[str, Array]:
    """Return the linear model in a byte a weight."""
    scale = float(np.abs(weights).max()) / 127
    return {
        "weights": np.round(weights / scale).astype(np.int8), "bias": bias, "scale": np.asarray(scale, np.float32),
    }  # fmt: skip


def write(folder: Path, arrays: dict[str, Array], version: str) -> None:
    """Write the model; the same weights give the same file."""
    write_arrays(folder, {**arrays, "version": np.asarray(version)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
