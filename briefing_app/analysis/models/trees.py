"""From scores of heads to a tree: the best head of each word, and where those go in a circle, the cheapest way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def best_heads(scores: NDArray[np.float32]) -> list[int]:
    """Return the heads of words by their scores (words, heads; column 0 is the root): a tree with one root.

    Chu, Liu and Edmonds' way out of circles, one circle at a time; where several words hang on the root, the best does.
    """
    made = scores.argmax(axis=1).tolist()
    roots = [at for at, head in enumerate(made) if head == 0]
    if len(roots) == 1 and not _circle(made):
        return list(made)
    best = _best_root(scores, roots)
    barred = scores.copy()
    barred[:, 0] = -1e9
    barred[best, :] = -1e9
    barred[best, 0] = 0.0
    for at in range(len(barred)):
        barred[at, at + 1] = -1e9
    return _arborescence(barred)


def _best_root(scores: NDArray[np.float32], roots: list[int]) -> int:
    gain = scores[:, 0] - scores[:, 1:].max(axis=1)
    return int(gain.argmax()) if not roots else max(roots, key=gain.__getitem__)


def _circle(heads: list[int]) -> list[int]:
    """Return the words (1 is the first) of a circle; none where there is none."""
    seen = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        at = start
        while at and not seen[at]:
            seen[at] = start
            at = heads[at - 1]
        if at and seen[at] == start:
            found = [at]
            while heads[found[-1] - 1] != at:
                found.append(heads[found[-1] - 1])
            return found
    return []


def _arborescence(scores: NDArray[np.float32]) -> list[int]:
    """Break circles where it costs least, until none is left."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    for _ in range(len(heads)):
        circle = _circle(heads)
        if not circle:
            break
        inside = [at - 1 for at in circle]
        outside = [at for at in range(scores.shape[1]) if at not in circle]
        own = scores[inside, [heads[at] for at in inside]]
        options = scores[inside][:, outside] - own[:, None]
        # A head below the circle would only make another one.
        below = [place for place, at in enumerate(outside) if at and _hangs(heads, at, circle[0])]
        options[:, below] = -1e18
        row, column = divmod(int(options.argmax()), len(outside))
        heads[inside[row]] = outside[column]
    return heads


def _hangs(heads: list[int], at: int, above: int) -> bool:
    """Say whether a word hangs, by any number of steps, on another."""
    steps = 0
    while at and at != above and steps <= len(heads):
        at = heads[at - 1]
        steps += 1
    return at == above
