"""Learning from the library's own decisions: gathered here, tried in the worker, kept in the library if adopted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.codec import to_plain
from briefing_app.domain.learning import LABEL, Learnt, Part
from briefing_app.errors import UserError
from briefing_app.services.adopted import EVER, KEYS, adopted_of
from briefing_app.services.counting import settle
from briefing_app.services.lessons import lessons_of, teaches

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.domain.learning import Lesson
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class LearningView:
    """What there is to learn from, and what is in use: an empty `Learnt` trial where it is as shipped."""

    decisions: int = 0
    dismissed: int = 0
    names: int = 0
    adopted: dict[Part, Learnt] | None = None

    def uses(self, part: Part) -> Learnt | None:
        """Return what was adopted of a part; None where it is as shipped."""
        return (self.adopted or {}).get(part)


class LearningService:
    """Tries, adopts and returns to what was shipped; each of the latter two is one step that can be undone."""

    def __init__(self, store: Store, thinker: Thinker, session: str = "desktop") -> None:
        self._store = store
        self._thinker = thinker
        self._session = session

    def view(self) -> LearningView:
        """Return what a reader must know before trying."""
        with self._store.read() as reader:
            decided = [one for one in reader.statements.decided() if one.why]
            rulings = reader.entities.rulings()
            adopted = {part: found for part in Part if (found := adopted_of(reader, part)) is not None}
        return LearningView(
            len(decided),
            sum(one.status.value == "rejected" for one in decided),
            len({one.text for one in rulings if teaches(one)}),
            adopted,
        )

    def lessons(self) -> tuple[Lesson, ...]:
        """Return what the decisions teach."""
        with self._store.read() as reader:
            return lessons_of(reader)

    def learn(self) -> Learnt:
        """Try what can be learnt and measure it; nothing is changed by it."""
        return self._thinker.learn(self.lessons())

    def adopt(self, learnt: Learnt, parts: Collection[Part] = tuple(Part)) -> tuple[Part, ...]:
        """Use what was learnt of those of ``parts`` that are allowed; UserError where none is. Return which."""
        wanted = tuple(part for part in learnt.allowed if part in parts)
        if not wanted:
            reasons = " ".join(one.reason for one in learnt.trials if one.part in parts and one.reason)
            raise UserError(f"Nothing was adopted. {reasons}".strip())
        if Part.NAMES in wanted:
            with self._store.write(LABEL, origin="machine", undoable=False) as work:
                work.settings.set(EVER, "yes")
        with self._store.write(LABEL, session=self._session) as work:
            for part in wanted:
                work.settings.set(KEYS[part], json.dumps(to_plain(_only(learnt, part))))
        settle(self._store)
        return wanted

    def forget(self) -> bool:
        """Return to what was shipped; say whether anything else was in use."""
        with self._store.read() as reader:
            used = [key for key in KEYS.values() if reader.settings.get(key)]
        if used:
            with self._store.write(LABEL, session=self._session) as work:
                for key in used:
                    work.settings.delete(key)
            settle(self._store)
        return bool(used)


def _only(learnt: Learnt, part: Part) -> Learnt:
    """Return what was learnt of one part."""
    trial = (learnt.trial(part),)
    if part is Part.SUGGESTIONS:
        return Learnt(trial, scoring=learnt.scoring)
    return Learnt(trial, names=learnt.names, model=learnt.model)
