"""All use cases over one open library, put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.services.actor_cards import ActorCardService
from briefing_app.services.actors import ActorService
from briefing_app.services.annotating import AnnotationService
from briefing_app.services.backups import BackupService
from briefing_app.services.certainty import CertaintyService
from briefing_app.services.corrections import CorrectionService
from briefing_app.services.deciding import DecidingService
from briefing_app.services.dossiers import DossierService
from briefing_app.services.entities import EntityService
from briefing_app.services.feeds import FeedService
from briefing_app.services.fetching import Fetcher
from briefing_app.services.figures import FigureService
from briefing_app.services.importing import ImportService
from briefing_app.services.learning import LearningService
from briefing_app.services.notes import NoteService
from briefing_app.services.positions import PositionService
from briefing_app.services.reading import ReadingService
from briefing_app.services.relinking import RelinkService
from briefing_app.services.statements import StatementService

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.services.logins import Logins
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.store import Store


DESKTOP, BACKGROUND = "desktop", "background"
"""Whose undo steps: the window's, and those of what comes in by itself, which no Ctrl+Z may take back unseen."""


@dataclass(frozen=True, slots=True)
class Services:
    """What can be done with a library; ``session`` names whose undo steps the writes become.

    ``background`` imports what feeds and the watch folder bring.
    """

    store: Store
    reading: ReadingService
    annotating: AnnotationService
    statements: StatementService
    positions: PositionService
    entities: EntityService
    dossiers: DossierService
    notes: NoteService
    importing: ImportService
    feeds: FeedService
    actors: ActorService
    actor_cards: ActorCardService
    deciding: DecidingService
    relinking: RelinkService
    corrections: CorrectionService
    certainty: CertaintyService
    learning: LearningService
    figures: FigureService
    background: ImportService
    backups: BackupService
    session: str = DESKTOP

    @classmethod
    def over(
        cls,
        store: Store,
        thinker: Thinker,
        *,
        session: str = DESKTOP,
        fetcher: Fetcher | None = None,
        logins: Callable[[], Logins] | None = None,
    ) -> Services:
        """Return the services over ``store``; ``thinker`` reads documents and analyses text."""
        guarded = fetcher or Fetcher()
        importing = ImportService(store, thinker, guarded, session)
        background = ImportService(store, thinker, guarded, BACKGROUND) if session == DESKTOP else importing
        entities = EntityService(store, session)
        backups = BackupService(store)
        return cls(
            store=store,
            reading=ReadingService(store, session, backups),
            annotating=AnnotationService(store, session),
            statements=StatementService(store, session),
            positions=PositionService(store, session),
            entities=entities,
            dossiers=DossierService(store, session),
            notes=NoteService(store, session),
            importing=importing,
            feeds=FeedService(store, background, thinker, guarded, session, logins),
            actors=ActorService(store, session),
            actor_cards=ActorCardService(store),
            deciding=DecidingService(store, entities),
            relinking=RelinkService(store),
            corrections=CorrectionService(store),
            certainty=CertaintyService(store, session),
            learning=LearningService(store, thinker, session),
            figures=FigureService(store),
            background=background,
            backups=backups,
            session=session,
        )
