"""The names model at work: tables of embeddings, four layers that look at neighbours, probabilities of tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.features import ROWS, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

PAD = 2
"""How many empty tokens stand between two sequences."""
_PADDING = np.asarray([[rows_of(feature, "\1") for feature in range(len(ROWS))]] * PAD, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer and its normalisation."""

    weights: Floats
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return what the layer makes of each row."""
        made = rows @ self.weights + self.bias
        best = made.reshape(len(rows), -1, self.pieces).max(axis=2)
        best -= best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.mean(best * best, axis=1, keepdims=True) + 1e-8)
        best *= self.scale
        best += self.shift
        out: Floats = best
        return out


class Network:
    """The network over its weights, by name."""

    def __init__(self, weights: Mapping[str, NDArray[np.float16]]) -> None:
        self.tables = [weights[f"table{at}"].astype(np.float32) for at in range(len(ROWS))]
        depth = sum(name.startswith("weights") for name in weights)
        self.mix, *self.blocks = [_layer(weights, at) for at in range(depth)]
        self.last = weights["last"].astype(np.float32).T
        self.last_bias = weights["last_bias"].astype(np.float32)

    def chances(self, sequences: Sequence[Sequence[tuple[tuple[int, ...], ...]]]) -> list[Floats]:
        """Return for each sequence the probabilities of the tags of its tokens."""
        parts: list[NDArray[np.int64]] = []
        for one in sequences:
            parts += [np.asarray(one, dtype=np.int64).reshape(len(one), len(ROWS), -1), _PADDING]
        if not parts:
            return []
        found = self._run(np.concatenate(parts))
        made: list[Floats] = []
        at = 0
        for one in sequences:
            made.append(found[at : at + len(one)])
            at += len(one) + PAD
        return made

    def _run(self, ids: NDArray[np.int64]) -> Floats:
        rows = np.concatenate([table[ids[:, at]].sum(axis=1) for at, table in enumerate(self.tables)], axis=1)
        rows = self.mix(rows)
        blank = np.zeros((1, rows.shape[1]), dtype=np.float32)
        for block in self.blocks:
            rows = rows + block(np.hstack([np.vstack([blank, rows[:-1]]), rows, np.vstack([rows[1:], blank])]))
        scores = rows @ self.last + self.last_bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        out: Floats = scores / scores.sum(axis=1, keepdims=True)
        return out


def _layer(weights: Mapping[str, NDArray[np.float16]], at: int) -> Layer:
    full = weights[f"weights{at}"].astype(np.float32)
    outputs, pieces, inputs = full.shape
    return Layer(
        np.ascontiguousarray(full.reshape(outputs * pieces, inputs).T),
        weights[f"bias{at}"].astype(np.float32).reshape(-1),
        pieces,
        weights[f"scale{at}"].astype(np.float32),
        weights[f"shift{at}"].astype(np.float32),
    )
