"""The actors of a library: the shipped base with the library's own laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.actors import OwnActor

if TYPE_CHECKING:
    from briefing_app.analysis.actors import ActorBase
    from briefing_app.store.session import Reader


def shipped_base() -> ActorBase:
    """Return the shipped base; read once per process, and not before it is needed."""
    from briefing_app.analysis.actors import ActorBase

    return ActorBase.load()


def base_of(reader: Reader) -> ActorBase:
    """Return the base of a library as it is now; the last one made is kept."""
    from briefing_app.analysis.overlay import overlaid

    return overlaid(shipped_base(), reader.actors.own())


def held(reader: Reader, key: str) -> OwnActor | None:
    """Return what the library holds of an actor, or what it would hold if a reader touched it; None for nobody."""
    own = reader.actors.own_one(key)
    if own is not None:
        return own
    actor = shipped_base().get(key)
    if actor is not None:
        return OwnActor(key, actor.name, actor.kind, actor.parent)
    entity = next((one for one in reader.entities.entities() if one.key == key), None)
    return OwnActor(key, entity.name, entity.kind) if entity is not None else None
