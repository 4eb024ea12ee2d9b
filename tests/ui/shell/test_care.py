"""Care from the window: backups when asked, and the analysis of what is being read before all others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tests.store.factories import import_one
from tests.ui.shell.conftest import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.jobs.analyst import Analyst
    from tests.ui.panels.stage import Stage
    from tests.ui.shell.conftest import Show


class Asked:
    """Stands for the analyst."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def want_read(self, article_id: str) -> None:
        self.read.append(article_id)


def test_back_up_when_asked_then_made_and_said_where(shown: Show) -> None:
    shown.do("back_up")
    (made,) = shown.stage.services.backups.all()
    assert str(made.path) in shown.stage.sentences[-1]


def test_article_when_opened_without_analysis_then_it_goes_first_and_one_with_it_is_not_asked_for(
    qtbot: QtBot, stage: Stage
) -> None:
    asked = Asked()
    stage.context = replace(stage.context, analyst=cast("Analyst", asked))
    shown = show(qtbot, stage)
    new = str(import_one(stage.store, "Cod").id)
    shown.desk.open_article(stage.later)
    shown.desk.open_article(new)
    qtbot.waitUntil(lambda: bool(asked.read))
    assert set(asked.read) == {new}
    shown.window.release()
