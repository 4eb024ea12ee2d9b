"""The network of the stance model at work: what words are like, seen three at a time, and the strongest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.stance_features import kept_words, stem_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from briefing_app.analysis.models.vectors import WordVectors

    Floats = NDArray[np.float32]

STEPS = (1, 1, 2)
"""How far each layer looks to either side."""
LOUDNESS = 4.0
"""What the vectors of words are multiplied with beside the learnt ones."""
SHORTEST = 3
UNKNOWN = 1
"""The row of a word that has none of its own; row 0 is no word."""


class StanceNetwork:
    """The network over its weights and the word vectors it was trained on."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], vectors: WordVectors) -> None:
        self._vectors = vectors
        self._rows = {word: at for at, word in enumerate(weights["words"].tobytes().decode().split("\n"), UNKNOWN + 1)}
        self._weights = {name: _full(weights, name) for name in weights if "." not in name and name != "words"}

    def scores(self, words: Sequence[str]) -> Floats:
        """Return the logarithm of the probability of each class for a sentence of masked words."""
        held = self._weights
        kept = kept_words(words)
        kept += [""] * (SHORTEST - len(kept))
        known = np.asarray([self._rows.get(word, UNKNOWN) if word else 0 for word in kept])
        stems = np.asarray([stem_row(word) for word in kept])
        given = [self._vectors.of(kept) * LOUDNESS, held["own"][known], held["stems"][stems]]
        there = (known > 0)[:, None]
        seen = np.maximum(np.hstack(given) @ held["into"] + held["into_bias"], 0) * there
        for layer, step in enumerate(STEPS):
            new = np.maximum(windows(seen, step) @ held[f"see{layer}"] + held[f"see{layer}_bias"], 0)
            seen = (seen + new) * there
        looked = np.where(there, seen @ held["look"] + held["look_bias"], -1e9)
        looked = np.exp(looked - looked.max(axis=0))
        looked /= looked.sum(axis=0)
        strongest = np.where(there, seen, -1e9).max(axis=0)
        scores = np.concatenate([(looked.T @ seen).ravel(), strongest]) @ held["out"] + held["out_bias"]
        scores -= scores.max()
        made: Floats = scores - np.log(np.exp(scores).sum())
        return made


def windows(seen: Floats, step: int) -> Floats:
    """Return each row with the ones ``step`` before and behind it; beyond the ends is nothing."""
    count, width = seen.shape
    made = np.zeros((count, 3, width), dtype=np.float32)
    made[step:, 0] = seen[:-step]
    made[:, 1] = seen
    made[:-step, 2] = seen[step:]
    return made.reshape(count, 3 * width)


def _full(weights: Mapping[str, NDArray[np.generic]], name: str) -> Floats:
    scale = weights.get(f"{name}.scale")
    whole = weights[name].astype(np.float32)
    return whole if scale is None else whole * scale.astype(np.float32)
