"""Whether what was learnt is better by more than chance: how often each way was right on the same things."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from briefing_app.domain.learning import Lesson, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHANCE = 0.05
"""Greatest probability with which mere chance may bring what is taken for better."""
HELD_OUT = 3
"""One text of so many is held out."""


def parted(lessons: Sequence[Lesson]) -> tuple[list[Lesson], list[Lesson]]:
    """Return the lessons to learn from and those held out: every third text by its hash, whatever their order."""
    groups = sorted({one.group for one in lessons})
    held = set(groups[HELD_OUT - 1 :: HELD_OUT])
    return [one for one in lessons if one.group not in held], [one for one in lessons if one.group in held]


def measured(answers: Iterable[tuple[bool, bool]]) -> Measure:
    """Count (right before, right after) answers."""
    pairs = list(answers)
    return Measure(
        len(pairs),
        sum(before for before, _ in pairs),
        sum(after for _, after in pairs),
        sum(after and not before for before, after in pairs),
        sum(before and not after for before, after in pairs),
    )


def chance_of(measure: Measure) -> float:
    """Return how probable it is that chance alone mends so many of what changed: the sign test, on one side."""
    changed = measure.fixed + measure.broken
    return sum(comb(changed, one) for one in range(measure.fixed, changed + 1)) / float(2**changed)


def verdict(own: Measure, shipped: Measure) -> tuple[bool, str]:
    """Return whether what was learnt may be adopted, and the sentence that says why."""
    if own.fixed == own.broken == 0:
        return False, "It changes nothing on the articles held out."
    if own.after <= own.before:
        return False, "It is not better on the articles held out."
    if chance_of(own) > CHANCE:
        return False, "It is better on the articles held out, but by so little that chance may have done it."
    if shipped.after < shipped.before:
        return False, "It is better on your articles, but worse on the shipped set."
    return True, "It is better on the articles held out, and no worse on the shipped set."
