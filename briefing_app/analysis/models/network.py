"""The names model at work: tables of embeddings, four layers that look at neighbours, probabilities of tags."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.features import ROWS, rows_of
from briefing_app.analysis.models.vectors import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

PAD = 4
"""How many empty tokens stand between two sequences."""
_NO_MEANING = np.zeros((PAD, WIDTH), dtype=np.float32)
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
    """One network over its weights."""

    def __init__(self, weights: Mapping[str, NDArray[np.float16]]) -> None:
        self.tables = [weights[f"table{at}"].astype(np.float32) for at in range(len(ROWS))]
        depth = sum(name.startswith("weights") for name in weights)
        self.mix, *self.blocks = [_layer(weights, at) for at in range(depth)]
        self.last = weights["last"].astype(np.float32).T
        self.last_bias = weights["last_bias"].astype(np.float32)

    def run(self, ids: NDArray[np.int64], meanings: Floats) -> Floats:
        """Return the probabilities of the tags of each token by the rows of its features and its vector."""
        return softmax(self.hidden(ids, meanings) @ self.last + self.last_bias)

    def hidden(self, ids: NDArray[np.int64], meanings: Floats) -> Floats:
        """Return what the network makes of each token, of which the last layer makes the tags."""
        parts = [table[ids[:, at]].sum(axis=1) for at, table in enumerate(self.tables)]
        rows = self.mix(np.concatenate([*parts, meanings], axis=1))
        blank = np.zeros((1, rows.shape[1]), dtype=np.float32)
        for block in self.blocks:
            rows = rows + block(np.hstack([np.vstack([blank, rows[:-1]]), rows, np.vstack([rows[1:], blank])]))
        return rows

    def with_last(self, last: Floats, bias: Floats) -> Network:
        """Return this network with another last layer; all else is shared."""
        made = copy(self)
        made.last, made.last_bias = last, bias
        return made


def softmax(scores: Floats) -> Floats:
    """Return the probabilities that rows of scores stand for."""
    made = np.exp(scores - scores.max(axis=1, keepdims=True))
    out: Floats = made / made.sum(axis=1, keepdims=True)
    return out


class Networks:
    """Some networks that vote: the mean of what they say."""

    def __init__(self, weights: Mapping[str, NDArray[np.float16]]) -> None:
        parts: dict[str, dict[str, NDArray[np.float16]]] = {}
        for name in weights:
            number, dot, rest = name.partition(".")
            if dot:
                parts.setdefault(number, {})[rest] = weights[name]
        self.members = [Network(one) for _, one in sorted(parts.items())]

    def of(self, members: Sequence[Network]) -> Networks:
        """Return these networks with other members."""
        made = copy(self)
        made.members = list(members)
        return made

    def chances(
        self, sequences: Sequence[Sequence[tuple[tuple[int, ...], ...]]], meanings: Sequence[Floats]
    ) -> list[Floats]:
        """Return for each sequence the probabilities of the tags of its tokens; ``meanings`` are their vectors."""
        if not sequences:
            return []
        ids, vectors = joined(sequences), spaced(meanings)
        return parted(np.mean([member.run(ids, vectors) for member in self.members], axis=0), sequences)


def joined(sequences: Sequence[Sequence[tuple[tuple[int, ...], ...]]]) -> NDArray[np.int64]:
    """Return the rows of all sequences, empty tokens between them, as one array."""
    parts: list[NDArray[np.int64]] = []
    for one in sequences:
        parts += [np.asarray(one, dtype=np.int64).reshape(len(one), len(ROWS), -1), _PADDING]
    return np.concatenate(parts)


def spaced(meanings: Sequence[Floats]) -> Floats:
    """Return the vectors of all sequences as one array, in step with what `joined` makes of them."""
    return np.concatenate([part for one in meanings for part in (one, _NO_MEANING)])


def parted(found: Floats, sequences: Sequence[Sequence[object]]) -> list[Floats]:
    """Return what was found of the tokens of each sequence of those that `joined` has joined."""
    made: list[Floats] = []
    at = 0
    for one in sequences:
        made.append(found[at : at + len(one)])
        at += len(one) + PAD
    return made


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
