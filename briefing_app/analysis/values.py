"""A value found in a text, as money, percent, dates and numbers hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.entity import EntityKind, FigureKind


@dataclass(frozen=True, slots=True)
class Value:
    """A span that states a value; ``tokens`` are the indices (last excluded) in its sentence."""

    kind: FigureKind
    start: int
    end: int
    value: str
    why: str
    tokens: tuple[int, int] = (0, 0)


LABELS: dict[FigureKind, EntityKind] = {
    FigureKind.MONEY: EntityKind.MONEY,
    FigureKind.PERCENT: EntityKind.PERCENT,
    FigureKind.DATE: EntityKind.DATE,
}
