"""The certainty from which suggestions are shown in a library, and the curve of its own decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.certainty import LABEL, Certainty, Curve, calibrated, decision_of
from briefing_app.domain.codec import to_plain
from briefing_app.errors import InputError
from briefing_app.services.adopted import CURVE, LEAST, certainty_of
from briefing_app.services.counting import settle
from briefing_app.store.codec import dump

if TYPE_CHECKING:
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """What a reader is told before choosing: what holds, the open suggestions' certainty, what decisions say.

    ``open`` are as the machine gave them, or as a learnt scoring has them; ``proposed`` is the curve that the decisions
    draw now, None while there are too few.
    """

    holds: Certainty
    open: tuple[float, ...] = ()
    decisions: int = 0
    right: int = 0
    proposed: Curve | None = None

    def hidden(self, least: float, curve: Curve | None) -> int:
        """Return how many open suggestions a choice would hide; a learnt scoring takes the place of any curve."""
        chosen = Certainty(least, curve, self.holds.scoring)
        drawn = curve if self.holds.scoring is None else None
        return sum((drawn.at(one) if drawn else one) < chosen.from_on for one in self.open)


class CertaintyService:
    """Reads and sets it; each change is one step that can be undone."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def view(self) -> CertaintyView:
        """Return what a reader must know to choose."""
        with self._store.read() as reader:
            holds, who = certainty_of(reader), reader.actors.who()
            found = reader.suggestions.all(who, trashed=False)
            scored = holds.scoring is not None
            judged = [told for one in reader.statements.decided() if (told := decision_of(one)) is not None]
            return CertaintyView(
                holds,
                tuple(holds.of(draft) if scored else draft.confidence for _, _, draft in found),
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
        self.settle()

    def settle(self) -> int:
        """Have lists count what is shown now; return how many suggestions changed. No step of undo."""
        return settle(self._store)
