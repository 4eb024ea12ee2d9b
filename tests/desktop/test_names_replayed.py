"""A corrected name reaches the statements of old articles by itself while the window is open, and goes back by undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.desktop.session import Session
from briefing_app.domain.entity import EntityKind
from briefing_app.services.services import Services
from briefing_app.settings import Settings
from briefing_app.store.store import Store
from briefing_app.ui.messages import Messages
from briefing_app.ui.theme import ThemeHolder
from tests.thinkers import InProcess

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


TEXT = "Ferry talks\n\nNorway rejected the ferry toll on Monday, its transport minister said."


def test_names_when_ruled_then_statements_follow_and_undo_takes_them_back(qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "library.brief")
    importing = Services.over(store, InProcess()).importing
    article = importing.import_bytes(TEXT.encode(), "ferry.txt").article
    importing.analyse(article)
    root = QObject()
    session = Session(store, Settings(tmp_path / "settings.json"), Messages(), ThemeHolder("light"), root)
    services, linked = session.context.services, session.context.linked
    assert linked is not None

    def parties() -> set[str]:
        return {name for one in services.reading.open_article(article).statements for name in one.parties}

    try:
        assert parties() == {"Norway"}
        with qtbot.waitSignal(linked.progressed) as told:
            services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
        assert told.args == [1, 1]
        assert parties() == {"Nordic Table"}
        services.store.undo()
        qtbot.waitUntil(lambda: parties() == {"Norway"})
    finally:
        session.end()
