"""Sessions: a snapshot to read from, and a unit of work to write with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.changes import Changes
from briefing_app.store.repositories.actors import Actors
from briefing_app.store.repositories.annotations import Annotations
from briefing_app.store.repositories.articles import Articles
from briefing_app.store.repositories.dossiers import Dossiers
from briefing_app.store.repositories.entities import Entities
from briefing_app.store.repositories.imports import Imports
from briefing_app.store.repositories.linking import Linking
from briefing_app.store.repositories.notes import Notes
from briefing_app.store.repositories.settings import LibrarySettings
from briefing_app.store.repositories.statements import Statements
from briefing_app.store.repositories.suggestions import Suggestions
from briefing_app.store.search import Search

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from briefing_app.store.ledger import Ledger


class Reader:
    """One snapshot of the library; every repository reads the same state."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self.articles = Articles(connection, ledger)
        self.annotations = Annotations(connection, ledger)
        self.statements = Statements(connection, ledger)
        self.dossiers = Dossiers(connection, ledger)
        self.entities = Entities(connection, ledger)
        self.actors = Actors(connection, ledger)
        self.suggestions = Suggestions(connection, ledger)
        self.linking = Linking(connection, ledger)
        self.notes = Notes(connection, ledger)
        self.settings = LibrarySettings(connection, ledger)
        self.imports = Imports(connection, ledger)
        self.search = Search(connection)


class Work(Reader):
    """One unit of work. `changes` says what it did, once it is committed; it is empty before.

    `label` may be set anew by work that only finds out on the way what it is. Units of work that follow on each
    other and name the same `group` are undone together.
    """

    def __init__(self, connection: Connection, ledger: Ledger, label: str = "") -> None:
        super().__init__(connection, ledger)
        self.label = label
        self.group = ""
        self.changes = Changes()
