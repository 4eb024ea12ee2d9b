"""The stance of a sentence as a trained model reads it, where no cue of the rules tells it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in
from briefing_app.analysis.models.stance_features import CLASSES, rows_of
from briefing_app.analysis.models.vectors import WordVectors
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing_app.analysis.models.stance_network import StanceNetwork


SHARE = 0.6
"""How much of the vote is the network's."""
SURE = 0.98
"""Where the linear model is so sure that there is no stance, the slower network is not asked."""


class StanceModel:
    """A vote of two: a linear model over hashed word sequences, and a network that knows what words are like."""

    def __init__(
        self,
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
        version: str,
        network: StanceNetwork | None = None,
    ) -> None:
        self._weights = weights
        self._bias = bias
        self._network = network
        self.label = f"stance model {version}"

    @classmethod
    def load(cls, folder: Path | None = None) -> StanceModel | None:
        """Return the model of ``folder`` (the shipped one by default); None where it or numpy is missing."""
        return _loaded(folder or paths.resource("models", "stance"))

    def read(self, words: Sequence[str]) -> tuple[Stance | None, float]:
        """Return the likeliest stance of a sentence of masked words (None: no stance), and its probability."""
        shares = self.shares(words)
        best = int(shares.argmax())
        return (Stance(CLASSES[best]) if best else None), float(shares[best])

    def shares(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the probability of each class for a sentence of masked words."""
        import numpy as np

        rows = rows_of(words)
        scores = self._weights[rows].sum(axis=0) / np.sqrt(len(rows)) + self._bias
        scores = _logarithms(scores)
        if self._network is not None and scores[0] < np.log(SURE):
            scores = (1 - SHARE) * scores + SHARE * self._network.scores(words)
        made: NDArray[np.float32] = np.exp(_logarithms(scores))
        return made


def _logarithms(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logarithms of the probabilities that scores stand for."""
    import numpy as np

    made: NDArray[np.float32] = scores - scores.max()
    made -= np.log(np.exp(made).sum())
    return made


@functools.cache
def _loaded(folder: Path) -> StanceModel | None:
    held = weights_in(folder)
    if held is None:
        return None
    from briefing_app.analysis.models.stance_network import StanceNetwork

    weights = held.pop("weights").astype("float32") * held.pop("scale").astype("float32")
    bias, version = held.pop("bias").astype("float32"), str(held.pop("version").item())
    vectors = WordVectors.load()
    # Without the vectors the linear model votes alone.
    network = StanceNetwork(held, vectors) if vectors is not None and held else None
    return StanceModel(weights, bias, version, network)
