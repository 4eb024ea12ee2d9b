"""The parse of one sentence: which word each word hangs on, and how; found by a model, read by the rules."""

from __future__ import annotations

from dataclasses import dataclass, field

ROOT = -1
"""The head of the word that hangs on nothing."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Heads, relations (Universal Dependencies) and Penn tags of the tokens of a sentence, one of each a token.

    ``heads`` are indices into the same tokens, ROOT for the top; a relation is its name with what follows its colon.
    """

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(index)
        object.__setattr__(self, "_children", tuple(tuple(one) for one in below))

    def children(self, index: int, *labels: str) -> tuple[int, ...]:
        """Return what hangs on a token, in order; with ``labels`` only by one of these, subtypes included."""
        below = self._children[index]
        return tuple(one for one in below if self.hangs(one, *labels)) if labels else below

    def hangs(self, index: int, *labels: str) -> bool:
        """Say whether a token hangs on its head by one of the relations; "nsubj" holds for "nsubj:pass" too."""
        label = self.labels[index]
        return label in labels or label.partition(":")[0] in labels

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the tokens below a token and itself, in order."""
        found: list[int] = []
        open_ = [index]
        seen: set[int] = set()
        while open_:
            one = open_.pop()
            if one not in seen:
                seen.add(one)
                found.append(one)
                open_ += self._children[one]
        return tuple(sorted(found))

    def span(self, index: int) -> tuple[int, int]:
        """Return the first token below a token and the one behind the last; what stands between is included."""
        below = self.subtree(index)
        return below[0], below[-1] + 1

    def above(self, index: int) -> tuple[int, ...]:
        """Return the heads of a token up to the top, the nearest first."""
        found: list[int] = []
        head = self.heads[index]
        while head >= 0 and head not in found:
            found.append(head)
            head = self.heads[head]
        return tuple(found)
