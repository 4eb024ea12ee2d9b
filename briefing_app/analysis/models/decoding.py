"""From the probabilities of tags to names: the best row of tags that begins and ends every name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.tags import TAGS, allowed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BARRED = np.where(np.asarray(allowed()), 0.0, -1e9).astype(np.float32)
_STARTS = np.asarray([0.0 if tag[0] in "OBU" else -1e9 for tag in TAGS], dtype=np.float32)
_ENDS = np.asarray([0.0 if tag[0] in "OLU" else -1e9 for tag in TAGS], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Guess:
    """Tokens ``first`` to ``last`` (excluded) that the model takes for a name, and how sure it is of it."""

    first: int
    last: int
    label: str
    sure: float


def decode(chances: NDArray[np.float32]) -> list[Guess]:
    """Return the names of a sequence of tokens by the probabilities of their tags."""
    if not len(chances):
        return []
    scores = np.log(chances + 1e-6)
    best = scores[0] + _STARTS
    back = np.zeros(scores.shape, dtype=np.int32)
    for at in range(1, len(scores)):
        options = best[:, None] + _BARRED
        back[at] = options.argmax(axis=0)
        best = options[back[at], np.arange(len(TAGS))] + scores[at]
    tag = int((best + _ENDS).argmax())
    path = [tag]
    for at in range(len(scores) - 1, 0, -1):
        tag = int(back[at, tag])
        path.append(tag)
    path.reverse()
    return _names(path, chances)


def _names(path: list[int], chances: NDArray[np.float32]) -> list[Guess]:
    found: list[Guess] = []
    first = 0
    for at, tag in enumerate(path):
        name = TAGS[tag]
        if name[0] in "BU":
            first = at
        if name[0] in "LU":
            sure = float(np.exp(np.mean([np.log(chances[i, path[i]] + 1e-6) for i in range(first, at + 1)])))
            found.append(Guess(first, at + 1, name[2:], sure))
    return found
