"""What a whole text says of a word: all its places are weighed together, so that one clear place helps the others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.tags import LABELS, TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STRENGTH = 0.9
_GROUPS = np.zeros((len(TAGS), len(LABELS) + 1), dtype=np.float32)
_GROUPS[np.arange(len(TAGS)), [0, *(1 + at for at in range(len(LABELS)) for _ in "BILU")]] = 1.0


def pooled(words: Sequence[Sequence[str]], chances: Sequence[Floats]) -> list[Floats]:
    """Return the probabilities with each capitalised word drawn to what its places together say."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, sequence in enumerate(words):
        for index, word in enumerate(sequence):
            if word[0].isupper():
                places[word].append((at, index))
    made = [one.copy() for one in chances]
    kinds = [one @ _GROUPS for one in chances]
    for spots in places.values():
        if len(spots) < 2:
            continue
        mean = np.mean([kinds[at][index] for at, index in spots], axis=0)
        for at, index in spots:
            pull = ((mean + 1e-3) / (kinds[at][index] + 1e-3)) ** STRENGTH
            row = made[at][index] * (_GROUPS @ pull)
            made[at][index] = row / row.sum()
    return made
