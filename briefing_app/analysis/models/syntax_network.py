"""The syntax model at work: what words are like, two layers that read both ways, scores of tags and heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.syntax_features import HASHES, RELATIONS, TABLES, word_rows
from briefing_app.analysis.models.trees import best_heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from briefing_app.analysis.models.vectors import WordVectors

    Floats = NDArray[np.float32]

TOGETHER = 2000
"""About how many words are read at once: fewer are slower, more need more memory."""
LAYERS = 2
LOUDER = 2.0
"""What the word vectors are multiplied by, so that they stand out among the embeddings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The tag of each word, its head (1 is the first word, 0 the root) and its relation, by number."""

    tags: list[int]
    heads: list[int]
    relations: list[int]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of two long short-term memories; what each reads from the input stands side by side."""

    inputs: Floats
    bias: Floats
    states: Floats

    def __call__(self, rows: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Return what both see at each word of sentences that stand one behind the other, longest first."""
        hidden = self.states.shape[1]
        given = (rows @ self.inputs + self.bias).reshape(len(rows), 2, 4 * hidden)
        made = np.empty((len(rows), 2, hidden), dtype=np.float32)
        starts = np.cumsum(lengths) - lengths
        state = np.zeros((2, len(lengths), hidden), dtype=np.float32)
        memory = np.zeros_like(state)
        for step in range(int(lengths[0])):
            count = int(np.count_nonzero(lengths > step))
            there = starts[:count] + step
            back = starts[:count] + lengths[:count] - 1 - step
            gates = np.matmul(state[:, :count], self.states)
            gates[0] += given[there, 0]
            gates[1] += given[back, 1]
            opened = gates[:, :, : 3 * hidden]
            np.negative(opened, out=opened)
            np.exp(opened, out=opened)
            opened += 1.0
            np.reciprocal(opened, out=opened)
            memory = memory[:, :count]
            memory *= opened[:, :, hidden : 2 * hidden]
            memory += opened[:, :, :hidden] * np.tanh(gates[:, :, 3 * hidden :])
            state = np.tanh(memory)
            state *= opened[:, :, 2 * hidden :]
            made[there, 0] = state[0]
            made[back, 1] = state[1]
        return made.reshape(len(rows), 2 * hidden)


class SyntaxNetwork:
    """The network over its weights and the word vectors it was trained with."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], vectors: WordVectors) -> None:
        self._vectors = vectors
        held = {name: _whole(weights, name) for name in weights if not name.endswith(".scale")}
        self._tables = [held[f"table{at}"] for at in range(len(TABLES))]
        self._layers = [_Layer(held[f"inputs{at}"], held[f"bias{at}"], held[f"states{at}"]) for at in range(LAYERS)]
        self._root = held["root"]
        self._tag = held["tag"], held["tag_bias"]
        self._bends = {
            name: (held[name], held[f"{name}_bias"])
            for name in ("arc_dependent", "arc_head", "relation_dependent", "relation_head")
        }
        self._arc = held["arc"]
        self._relation = held["relation"]

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """Return what the network makes of each sentence; none may be empty."""
        found: dict[int, Reading] = {}
        for group in _groups([len(words) for words in sentences]):
            for at, reading in zip(group, self._read([sentences[at] for at in group]), strict=True):
                found[at] = reading
        return [found[at] for at in range(len(sentences))]

    def _read(self, sentences: list[Sequence[str]]) -> Iterator[Reading]:
        lengths = np.asarray([len(words) for words in sentences], dtype=np.int64)
        words = [word for one in sentences for word in one]
        ids = ids_of(words)
        embedded = [table[ids[:, at]].sum(axis=1) for at, table in enumerate(self._tables)]
        rows: Floats = np.concatenate([*embedded, vectors_of(words, self._vectors)], axis=1)
        for layer in self._layers:
            rows = layer(rows, lengths)
        tags = (rows @ self._tag[0] + self._tag[1]).argmax(axis=1).tolist()
        arcs: Floats = _with_one(self._bent("arc_dependent", rows)) @ self._arc
        above: Floats = self._bent("arc_head", np.vstack([self._root, rows]))
        heads: list[list[int]] = []
        places = np.empty(len(rows), dtype=np.int64)
        at = 0
        for length in lengths.tolist():
            options: Floats = np.vstack([above[:1], above[1 + at : 1 + at + length]])
            found = best_heads(arcs[at : at + length] @ options.T)
            places[at : at + length] = [at + head if head else 0 for head in found]
            heads.append(found)
            at += length
        relations = self._relations(rows, places).tolist()
        at = 0
        for found in heads:
            yield Reading(tags[at : at + len(found)], found, relations[at : at + len(found)])
            at += len(found)

    def _relations(self, rows: Floats, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the relation of each word to its head; ``places`` are rows behind that of the root."""
        own = _with_one(self._bent("relation_dependent", rows))
        above = _with_one(self._bent("relation_head", np.vstack([self._root, rows])))[places]
        size = own.shape[1]
        bent = (own @ self._relation).reshape(len(rows), len(RELATIONS), size)
        best: NDArray[np.int64] = np.matmul(bent, above[:, :, None])[:, :, 0].argmax(axis=1)
        return best

    def _bent(self, name: str, rows: Floats) -> Floats:
        weights, bias = self._bends[name]
        made = rows @ weights + bias
        bent: Floats = np.maximum(made, 0.1 * made)
        return bent


def ids_of(words: Iterable[str]) -> NDArray[np.int64]:
    """Return the rows of some words in the tables: words, tables, hashes."""
    return np.asarray([word_rows(word) for word in words], dtype=np.int64).reshape(-1, len(TABLES), HASHES)


def vectors_of(words: Iterable[str], vectors: WordVectors) -> Floats:
    """Return the vectors of some words as the network reads them."""
    return vectors.of(words) * np.float32(LOUDER)


def _groups(lengths: list[int]) -> Iterator[list[int]]:
    """Yield the numbers of the sentences in groups of about ``TOGETHER`` words, longest first."""
    group: list[int] = []
    size = 0
    for at in sorted(range(len(lengths)), key=[-length for length in lengths].__getitem__):
        if group and size + lengths[at] > TOGETHER:
            yield group
            group, size = [], 0
        group.append(at)
        size += lengths[at]
    if group:
        yield group


def _with_one(rows: Floats) -> Floats:
    return np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])


def _whole(weights: Mapping[str, NDArray[np.generic]], name: str) -> Floats:
    """Return an array as floats; bytes are multiplied by the scale of their column."""
    made: Floats = weights[name].astype(np.float32)
    if f"{name}.scale" in weights:
        made *= weights[f"{name}.scale"].astype(np.float32)
    return made
