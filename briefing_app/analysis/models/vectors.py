"""What words are like: a vector for each of the 40,000 commonest English words, near for words of like use.

The models are trained on these vectors, so a change here needs new models.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

WIDTH = 64
"""The numbers of a vector."""
FIGURE = "fifteen"
"""The word whose vector stands for all figures; the vectors know words alone."""

_PLAIN = str.maketrans({"’": "'", "‘": "'"})


class WordVectors:
    """Vectors of length one by word; a word nobody knows has the vector zero."""

    def __init__(self, places: Mapping[str, int], table: NDArray[np.float32]) -> None:
        self._places = places
        self._table = table
        self._nothing = 0 * table[0]
        self._found: dict[str, NDArray[np.float32]] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> WordVectors | None:
        """Return the vectors of ``folder`` (the shipped ones by default); None where they or numpy are missing."""
        return _loaded(folder or paths.resource("models", "vectors"))

    def of(self, words: Iterable[str]) -> NDArray[np.float32]:
        """Return one row of WIDTH numbers for each word, whatever its capitals."""
        import numpy as np

        rows = [self._vector(word) for word in words]
        return np.vstack(rows) if rows else np.zeros((0, WIDTH), np.float32)

    def _vector(self, word: str) -> NDArray[np.float32]:
        found = self._found.get(word)
        if found is None:
            found = self._made(word.lower().translate(_PLAIN))
            if len(self._found) < _REMEMBERED:
                self._found[word] = found
        return found

    def _made(self, word: str) -> NDArray[np.float32]:
        """Return the vector of a word in small letters; that of a compound lies between those of its parts."""
        whole = FIGURE if word[:1].isdigit() else word
        for parts in ([whole], [whole.rstrip(".")], whole.split("-")):
            rows = [self._places[part] for part in parts if part in self._places]
            if rows:
                made: NDArray[np.float32] = self._table[rows].mean(axis=0)
                return made
        nothing: NDArray[np.float32] = self._nothing
        return nothing


_REMEMBERED = 50_000


@functools.cache
def _loaded(folder: Path) -> WordVectors | None:
    held = weights_in(folder)
    if held is None:
        return None
    words = held["words"].tobytes().decode().split("\n")
    return WordVectors({word: at for at, word in enumerate(words)}, held["vectors"] * held["scale"])
