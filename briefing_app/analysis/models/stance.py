"""The stance of a sentence as a trained model reads it, where no cue of the rules tells it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in
from briefing_app.analysis.models.stance_features import CLASSES, rows_of
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


class StanceModel:
    """Weights of a linear model over hashed word sequences; a vote of all features of a sentence."""

    def __init__(self, weights: NDArray[np.float32], bias: NDArray[np.float32], version: str) -> None:
        self._weights = weights
        self._bias = bias
        self.label = f"stance model {version}"

    @classmethod
    def load(cls, folder: Path | None = None) -> StanceModel | None:
        """Return the model of ``folder`` (the shipped one by default); None where it or numpy is missing."""
        return _loaded(folder or paths.resource("models", "stance"))

    def read(self, words: Sequence[str]) -> tuple[Stance | None, float]:
        """Return the likeliest stance of a sentence of masked words (None: no stance), and its probability."""
        import numpy as np

        rows = rows_of(words)
        scores = self._weights[rows].sum(axis=0) / np.sqrt(len(rows)) + self._bias
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = int(shares.argmax())
        return (Stance(CLASSES[best]) if best else None), float(shares[best])


@functools.cache
def _loaded(folder: Path) -> StanceModel | None:
    held = weights_in(folder)
    if held is None:
        return None
    weights = held["weights"].astype("float32") * held["scale"].astype("float32")
    return StanceModel(weights, held["bias"].astype("float32"), str(held["version"]))
