"""Actors, certainty and corrections from the window's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from briefing_app.ui.actors.view import ActorsWindow
from briefing_app.ui.editors.certainty import CertaintyDialog
from briefing_app.ui.editors.mention import MentionDialog
from briefing_app.ui.shell.learning_deeds import LearningDeeds

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.shell.conftest import Show


def test_actors_when_asked_twice_then_one_window_and_questions_in_it(shown: Show) -> None:
    shown.do("actors")
    shown.do("decide_names")
    (window,) = shown.window.findChildren(ActorsWindow)
    assert window.tabs.current() == "decide"
    window.close()


def test_actors_when_a_mention_asks_then_its_actor_is_shown(shown: Show) -> None:
    opened = shown.stage.open()
    assert opened.analysis is not None
    desk = shown.window.desk
    assert desk is not None
    desk.panels.card_wanted.emit("country:NO", "Norway")
    (window,) = shown.window.findChildren(ActorsWindow)
    assert window.detail.name.text() == "Norway"
    mention = MentionDialog(shown.stage.context, opened.analysis.mentions[0], str(opened.article.id))
    asked: list[tuple[str, str]] = []
    mention.card_wanted.connect(lambda key, name: asked.append((key, name)))
    mention.actors_button.click()
    assert asked == [(opened.analysis.mentions[0].key, opened.analysis.mentions[0].canonical)]
    window.close()


def test_certainty_when_asked_then_its_dialog(shown: Show) -> None:
    shown.do("certainty")
    (dialog,) = shown.window.findChildren(CertaintyDialog)
    dialog.reject()


def test_corrections_when_asked_then_it_is_said_first_that_the_file_holds_texts(shown: Show, tmp_path: Path) -> None:
    shown.do("export_corrections")
    (question,) = shown.window.findChildren(QMessageBox)
    assert "whole text of 2 articles" in question.informativeText()
    question.reject()
    (deeds,) = shown.window.findChildren(LearningDeeds)
    deeds.write(str(tmp_path / "gold.jsonl"))
    assert (tmp_path / "gold.jsonl").stat().st_size > 500
    assert "holds the corrections of 2 articles" in shown.stage.sentences[-1]
