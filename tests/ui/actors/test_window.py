"""The window of actors: lists, tables, questions, keys and names for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.actors import OwnAlias
from briefing_app.domain.entity import EntityKind
from briefing_app.ui.actors.asking import MergeDialog, NewActor
from briefing_app.ui.actors.decide_model import QuestionModel
from briefing_app.ui.actors.lines import NamesModel, OfficesModel
from briefing_app.ui.actors.list_model import ActorListModel
from briefing_app.ui.actors.tables import ChoiceDelegate
from briefing_app.ui.actors.view import ActorsWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

Key = Qt.Key
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window(stage: Stage, qtbot: QtBot) -> ActorsWindow:
    made = ActorsWindow(stage.context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_models_keep_the_rules_of_models(stage: Stage) -> None:
    cards, row = stage.services.actor_cards, 0
    listed, names, offices, questions = ActorListModel(), NamesModel(), OfficesModel(), QuestionModel()
    testers = [QAbstractItemModelTester(model, FATAL) for model in (listed, names, offices, questions)]
    listed.show(cards.search("Tru"))
    card = cards.card("person:donald-trump")
    names.show(card.names)
    offices.show(card.offices)
    questions.show(stage.services.deciding.questions())
    questions.drop(row)
    assert [model.rowCount() for model in (names, offices)] == [len(card.names) + 1, len(card.offices) + 1]
    assert questions.rowCount() == 0
    assert len(testers) == 4


def test_typing_finds_and_the_chosen_actor_is_shown(window: ActorsWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.search, "kreml")
    qtbot.waitUntil(lambda: 0 < window.model.rowCount() < 50)
    QTest.keyClick(window.search, Key.Key_Return)
    assert window.list.hasFocus()
    assert window.detail.name.text() == "Russia"
    assert window.right.currentWidget() is window.detail


def test_a_name_written_in_the_table_is_kept_and_undone(window: ActorsWindow, stage: Stage) -> None:
    window.open_actor("country:NO")
    model = window.detail.names_model
    last = model.index(model.rowCount() - 1, 0)
    assert model.setData(last, "the Fjord State")
    assert "the Fjord State" in {line.text for line in stage.services.actor_cards.card("country:NO").names}
    assert window.undo_button.isVisible()
    window.undo_button.click()
    assert "the Fjord State" not in {line.text for line in stage.services.actor_cards.card("country:NO").names}
    assert "Undone" in window.said.text()


def test_the_current_cell_stays_when_the_lines_are_read_again(window: ActorsWindow, stage: Stage) -> None:
    window.open_actor("country:NO")
    table = window.detail.names
    table.setCurrentIndex(table.model().index(1, 2))
    stage.services.actors.rename("country:NO", "Kingdom of Norway")
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)


def test_delete_takes_the_name_of_the_row_away(window: ActorsWindow, stage: Stage) -> None:
    stage.services.actors.add_name("country:NO", OwnAlias("the Fjord State"))
    window.open_actor("country:NO")
    table = window.detail.names
    row = next(
        at for at in range(20) if (line := window.detail.names_model.line(at)) and line.text == "the Fjord State"
    )
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 0))
    QTest.keyClick(table, Key.Key_Delete)
    assert "the Fjord State" not in {line.text for line in stage.services.actor_cards.card("country:NO").names}
    assert table.menu(0).actions()[0].text().startswith("Take this name away")


def test_sorts_and_scopes_are_chosen_from_a_list(window: ActorsWindow) -> None:
    window.open_actor("country:NO")
    for column in (1, 2):
        delegate = window.detail.names.itemDelegateForColumn(column)
        assert isinstance(delegate, ChoiceDelegate)


def test_a_refusal_is_said_and_the_old_words_return(window: ActorsWindow) -> None:
    window.open_actor("country:NO")
    window.detail.name.setText("Iceland")
    window.detail.name.editingFinished.emit()
    assert "called “Iceland” already" in window.said.text()
    assert window.detail.name.text() == "Norway"


def test_what_an_actor_belongs_to_is_chosen_by_name(window: ActorsWindow, stage: Stage) -> None:
    stage.services.actors.add("Skerry Board", EntityKind.ORG)
    window.look_up("Skerry")
    window.list.setCurrentIndex(window.model.index(0, 0))
    field = window.detail.parent_actor
    for words, now in (("Nobody At All", ""), ("Norway", "Norway"), ("", "")):
        field.clear()
        QTest.keyClicks(field, words)
        field.editingFinished.emit()
        assert window.presenter.card is not None
        assert window.presenter.card.parent[1] == now
        assert field.text() == now


def test_merging_says_first_what_it_will_change(window: ActorsWindow, stage: Stage, qtbot: QtBot) -> None:
    stage.services.actors.add("Skerry Board", EntityKind.ORG)
    window.look_up("Skerry")
    window.list.setCurrentIndex(window.model.index(0, 0))
    card = window.presenter.card
    assert card is not None
    dialog = MergeDialog(stage.context, window.presenter, card, window)
    qtbot.addWidget(dialog)
    dialog.save()
    assert "Choose the actor" in dialog.problem.text()
    QTest.keyClicks(dialog.line, "Norway")
    dialog.list.setCurrentIndex(dialog.names.index(0, 0))
    assert "Skerry Board becomes Norway everywhere" in dialog.what.text()
    assert "1 article names it" in dialog.what.text()
    dialog.save()
    assert window.detail.name.text() == "Norway"


def test_a_new_actor_is_made_of_what_was_searched_for(window: ActorsWindow, stage: Stage, qtbot: QtBot) -> None:
    window.look_up("Skerry Board")
    dialog = NewActor(stage.context, window.presenter, window.search.text(), window)
    qtbot.addWidget(dialog)
    dialog.save()
    assert window.detail.name.text() == "Skerry Board"


def test_a_question_is_answered_with_one_key(window: ActorsWindow, stage: Stage, qtbot: QtBot) -> None:
    window.open_questions()
    decide = window.decide
    question = decide.model.at(0)
    assert question is not None
    assert question.text == "Khamenei"
    QTest.keyClick(decide.list, Key.Key_1)
    assert decide.model.rowCount() == 0
    (ruling,) = stage.services.entities.rulings()
    assert (ruling.key, ruling.article) == (question.candidates[0].key, stage.later)
    assert "in this article" in window.said.text()
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: decide.model.rowCount() == 1)


def test_an_answer_can_hold_everywhere_or_be_that_it_is_no_name(
    window: ActorsWindow, stage: Stage, qtbot: QtBot
) -> None:
    window.open_questions()
    window.decide.everywhere.setChecked(True)
    QTest.keyClick(window.decide.list, Key.Key_0)
    assert [(one.article, one.key) for one in stage.services.entities.rulings()] == [("", "")]
    window.presenter.undo()
    qtbot.waitUntil(lambda: window.decide.model.rowCount() == 1)
    QTest.keyClick(window.decide.list, Key.Key_N)
    assert [one.ruling.value for one in stage.services.entities.rulings()] == ["never"]


def test_enter_opens_the_article_of_a_question(window: ActorsWindow, stage: Stage, qtbot: QtBot) -> None:
    window.open_questions()
    with qtbot.waitSignal(window.article_wanted) as caught:
        QTest.keyClick(window.decide.list, Key.Key_Return)
    article, start, end = caught.args
    assert article == stage.later
    assert stage.open().version.text[start:end] == "Khamenei"


def test_nothing_to_decide_says_so(bare: Stage, qtbot: QtBot) -> None:
    window = ActorsWindow(bare.context)
    qtbot.addWidget(window)
    window.show()
    window.open_questions()
    assert window.decide.empty.isVisible()


def test_everything_that_takes_the_focus_has_a_name(window: ActorsWindow) -> None:
    window.open_actor("person:donald-trump")
    kinds = ("QAbstractButton", "QAbstractItemView", "QLineEdit", "QComboBox", "QTabBar")
    taking = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus and any(map(one.inherits, kinds))
    ]
    assert len(taking) > 8
    assert [one for one in taking if not (one.accessibleName() or getattr(one, "text", str)())] == []
