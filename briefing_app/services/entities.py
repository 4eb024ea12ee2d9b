"""Names: the reader's rulings on what they mean, and the actors they can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.entity import EntityKind, NameRuling, RulingKind
from briefing_app.domain.ids import new_id
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from briefing_app.store.store import Store


class EntityService:
    """What a reader rules about names. A ruling acts at once, on every article, and is undone like anything else."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def rule_means(
        self, text: str, canonical: str, label: EntityKind | str, key: str = "", article: str = ""
    ) -> NameRuling:
        """Rule that ``text`` means ``canonical``, in one article or (empty) everywhere."""
        if not text.strip() or not canonical.strip():
            raise InputError("Say which words mean whom: one of the two is empty.")
        kind = EntityKind(label)
        return self._rule(NameRuling(text, RulingKind.MEANS, canonical.strip(), kind, key, article, new_id()))

    def rule_never(self, text: str, article: str = "") -> NameRuling:
        """Rule that ``text`` is never a name, in one article or (empty) everywhere."""
        if not text.strip():
            raise InputError("Say which words are no name.")
        return self._rule(NameRuling(text, RulingKind.NEVER, article=article, id=new_id()))

    def forget_ruling(self, ruling_id: str) -> None:
        """Take a ruling back; the machine's own view returns."""
        with self._store.write("Forget ruling", session=self._session) as work:
            work.entities.delete_ruling(ruling_id)

    def rulings(self) -> tuple[NameRuling, ...]:
        """Return all rulings."""
        with self._store.read() as reader:
            return tuple(reader.entities.rulings())

    def actors(self, prefix: str, limit: int = 20) -> list[tuple[str, str, str]]:
        """Return (key, name, kind) of actors whose name or alias begins with ``prefix``, best first."""
        from briefing_app.services.actor_base import base_of

        with self._store.read() as reader:
            base, entities = base_of(reader), reader.entities.entities()
        folded = prefix.casefold()
        known = [
            (one.key, one.name, one.kind.value)
            for one in entities
            if one.name.casefold().startswith(folded) and base.get(one.key) is None and one.key == str(one.id)
        ]
        found = [(actor.key, actor.name, str(actor.kind)) for actor in base.search(prefix, limit)]
        return list(dict.fromkeys([*known, *found]))[:limit]

    def _rule(self, ruling: NameRuling) -> NameRuling:
        label = "Change name" if ruling.ruling is RulingKind.MEANS else "Never a name"
        with self._store.write(label, session=self._session) as work:
            work.entities.add_ruling(ruling)
        return ruling
