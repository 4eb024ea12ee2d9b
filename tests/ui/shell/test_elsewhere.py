"""Another program writes to the library while the window has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.changes import EVERYTHING
from briefing_app.store.store import Store
from briefing_app.ui.shell.elsewhere import Elsewhere

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage
    from tests.ui.shell.conftest import Show


def test_look_when_another_program_wrote_then_everybody_is_told(stage: Stage, qtbot: QtBot) -> None:
    watching = Elsewhere(stage.context, stage.context.changes)
    watching.start()
    other = Store.open(stage.store.path)
    with other.write("Star", session="cli") as work:
        work.articles.set_flags([stage.later], starred=True)
    other.close()
    with qtbot.waitSignal(stage.context.changes.changed) as told:
        watching.look()
    assert told.args == [EVERYTHING]
    watching.stop()


def test_look_when_we_wrote_ourselves_then_nothing_is_told_twice(stage: Stage, qtbot: QtBot) -> None:
    watching = Elsewhere(stage.context, stage.context.changes)
    watching.look()
    stage.services.reading.star([stage.later])
    with qtbot.assertNotEmitted(stage.context.changes.changed):
        watching.look()


def test_window_when_an_article_is_trashed_elsewhere_then_the_list_follows(shown: Show, qtbot: QtBot) -> None:
    other = Store.open(shown.stage.store.path)
    with other.write("Trash", session="cli") as work:
        work.articles.trash([shown.stage.earlier])
    other.close()
    shown.desk._elsewhere.look()
    qtbot.waitUntil(lambda: shown.body.library.header.count.text() == "1 article")
