"""Texts told again with other names in the same places, so that a network learns places and not names alone.

Names of the rare kinds (facilities, events, laws, waters) come from the actor base too; those of persons, bodies and
towns from the other texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from corpora import Labelled

    from briefing_app.analysis.actors import ActorBase

RARE = frozenset({"FAC", "EVENT", "LAW", "LOC"})
COMMON = frozenset({"PERSON", "ORG", "GPE"})
OFTEN = 0.6
"""How many of its other names are swapped."""
_PLAIN = re.compile(r"[^\W\d_]")


class Names:
    """The names of each kind that can stand for one another."""

    def __init__(self, texts: Iterable[Labelled], base: ActorBase) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for one in texts:
            for start, end, label in one.spans:
                found[label].add(one.text[start:end])
        for actor in base.actors.values():
            for text in (actor.name, *(alias.text for alias in actor.aliases if alias.label is actor.kind)):
                if actor.kind.value in (RARE | {"ORG"}):
                    found[actor.kind.value].add(text)
        self._pools = {
            label: sorted(name for name in names if _PLAIN.search(name)) for label, names in sorted(found.items())
        }

    def told_again(self, one: Labelled, chance: random.Random) -> Labelled:
        """Return a text with other names: all of the rare kinds, most of the common ones."""
        made = replace(one, text="", spans=[], free=[], parts={})
        at = 0
        moved: list[tuple[int, int]] = [(0, 0)]
        for start, end, label in sorted(one.spans):
            if start < at:
                continue
            own = one.text[start:end]
            made.text += one.text[at:start]
            swap = label in RARE or (label in COMMON and chance.random() < OFTEN)
            name = chance.choice(self._pools[label]) if swap else own
            made.spans.append((len(made.text), len(made.text) + len(name), label))
            made.text += name
            moved.append((end, len(made.text) - end))
            at = end
        made.text += one.text[at:]
        taken = [(start, end) for start, end, _ in one.spans]
        for start, part in one.parts.items():
            if not any(first <= start < last for first, last in taken):
                made.parts[start + _shift(moved, start)] = part
        made.free = [(a + _shift(moved, a), b + _shift(moved, b - 1)) for a, b in one.free]
        return made


def _shift(moved: Sequence[tuple[int, int]], at: int) -> int:
    return next(by for end, by in reversed(moved) if end <= at)


def rare(one: Labelled) -> bool:
    """Say whether a text has a name of a kind that the corpora have little of."""
    return any(label in ("FAC", "EVENT", "LAW") for _, _, label in one.spans)
