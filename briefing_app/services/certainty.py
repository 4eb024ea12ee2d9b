"""The certainty from which suggestions are shown in a library, and the curve of its own decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.certainty import LABEL, Certainty, Curve, calibrated, decision_of
from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.errors import InputError
from briefing_app.services.adopted import scoring_of
from briefing_app.store.codec import dump, load

if TYPE_CHECKING:
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

LEAST, CURVE = "suggestions.least", "suggestions.curve"


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """What a reader is told before choosing: what holds, the open suggestions' certainty, what decisions say.

    ``proposed`` is the curve that the decisions draw now, None while there are too few.
    """

    holds: Certainty
    open: tuple[float, ...] = ()
    decisions: int = 0
    right: int = 0
    proposed: Curve | None = None

    def hidden(self, least: float, curve: Curve | None) -> int:
        """Return how many open suggestions a choice would hide."""
        return sum((curve.at(one) if curve else one) < least for one in self.open)


class CertaintyService:
    """Reads and sets it; each change is one step that can be undone."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def view(self) -> CertaintyView:
        """Return what a reader must know to choose."""
        with self._store.read() as reader:
            judged = [found for one in reader.statements.decided() if (found := decision_of(one)) is not None]
            return CertaintyView(
                certainty_of(reader),
                tuple(reader.statements.open_confidences()),
                len(judged),
                sum(right for _, right in judged),
                calibrated(judged),
            )

    def set(self, least: float, curve: Curve | None) -> None:
        """Show suggestions from ``least`` (0 to 1) on, by the curve or (None) by the machine's own certainty."""
        if not 0 <= least <= 1:
            raise InputError("A certainty lies between 0 and 100 %.")
        with self._store.write(LABEL, session=self._session) as work:
            work.settings.set(LEAST, f"{least:g}")
            work.settings.set(CURVE, dump(to_plain(curve)) if curve is not None else "")


def certainty_of(reader: Reader) -> Certainty:
    """Return what holds in a library; everything is shown until somebody says otherwise."""
    least, curve = reader.settings.get(LEAST), reader.settings.get(CURVE)
    return Certainty(
        float(least) if least else 0.0, from_plain(Curve, load(curve)) if curve else None, scoring_of(reader)
    )
