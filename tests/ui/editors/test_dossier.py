"""The dossier editor: parties and issues in the user's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from briefing_app.domain.dossier import Issue, PartyRole
from briefing_app.ui.editors.boxes import choose_data
from briefing_app.ui.editors.dossier import DossierEditor
from briefing_app.ui.editors.ordered import OrderedModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot: QtBot, stage: Stage) -> DossierEditor:
    made = DossierEditor(stage.context, stage.services.dossiers.get(stage.dossier))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(editor: DossierEditor) -> list[str]:
    return [party.name for party in editor.edited().parties]


def test_dossier_when_nothing_is_touched_then_as_it_was(stage: Stage, editor: DossierEditor) -> None:
    assert editor.edited() == stage.services.dossiers.get(stage.dossier)


def test_order_when_moved_by_keys_then_saved_so(stage: Stage, editor: DossierEditor) -> None:
    editor.parties.list.pick(0)
    QTest.keyClick(editor.parties.list, Qt.Key.Key_Down, ALT)
    assert names(editor) == ["Southmark", "Eastland", "Northland"]
    editor.parties.down_button.click()
    editor.save()
    saved = stage.services.dossiers.get(stage.dossier)
    assert [party.name for party in saved.parties] == ["Southmark", "Northland", "Eastland"]
    assert editor.result_dossier.parties == saved.parties


def test_party_when_changed_then_role_colour_and_members_are_kept(editor: DossierEditor) -> None:
    page = editor.parties
    page.list.pick(1)
    choose_data(page.role, PartyRole.MEDIATOR.value)
    page.role.activated.emit(1)
    page.colour.chosen.emit("green")
    page.members.add("South Assembly")
    page.name.setText("Southmark Union")
    page.name.textEdited.emit("Southmark Union")
    party = editor.edited().parties[1]
    assert (party.name, party.role, party.colour, party.members) == (
        "Southmark Union",
        PartyRole.MEDIATOR,
        "green",
        ("South Assembly",),
    )


def test_party_when_added_then_takes_a_free_colour_and_delete_removes_it(editor: DossierEditor) -> None:
    editor.parties.adding.setText("  Lowport ")
    QTest.keyClick(editor.parties.adding, Qt.Key.Key_Return)
    assert (names(editor)[-1], editor.edited().parties[-1].colour) == ("Lowport", "violet")
    assert editor.isVisible()
    QTest.keyClick(editor.parties.list, Qt.Key.Key_Delete)
    assert names(editor) == ["Eastland", "Southmark", "Northland"]
    assert editor.parties.row == 2


def test_party_when_an_actor_is_known_then_added_with_its_key(editor: DossierEditor) -> None:
    editor.parties.choices.look_up("Franc")
    assert editor.parties.made("france").key == "country:FR"


def test_issue_when_part_of_another_is_renamed_then_it_stays_below(editor: DossierEditor) -> None:
    page = editor.issues
    page.list.pick(1)
    choose_data(page.parent_issue, "Format of talks")
    page.parent_issue.activated.emit(1)
    assert editor.edited().issues[1].parent == "Format of talks"
    page.list.pick(0)
    page.name.textEdited.emit("Format")
    assert [(one.name, one.parent) for one in editor.edited().issues[:2]] == [("Format", ""), ("Strait", "Format")]
    page.words.add("third chair")
    assert editor.edited().issues[0].words == ("third chair",)


def test_save_when_a_name_stands_twice_then_refused(editor: DossierEditor) -> None:
    editor.parties.model.add(editor.parties.made("eastland"))
    editor.save()
    assert editor.problem.text() == "The party “eastland” stands twice; remove one."
    assert editor.isVisible()


def test_save_when_another_dossier_has_the_name_then_the_librarys_sentence(stage: Stage, editor: DossierEditor) -> None:
    stage.services.dossiers.add("Gas talks")
    editor.name.setText("Gas talks")
    editor.save()
    assert "Gas talks" in editor.problem.text()
    assert editor.isVisible()


def test_propose_when_asked_then_names_of_the_statements_are_added(qtbot: QtBot, stage: Stage) -> None:
    dossier = stage.services.dossiers.add("Second view")
    stage.services.dossiers.put([stage.later], str(dossier.id))
    made = DossierEditor(stage.context, dossier)
    qtbot.addWidget(made)
    made.propose()
    assert names(made)[0] == "Eastland"
    assert "Strait" in [issue.name for issue in made.edited().issues]
    made.propose()
    assert made.problem.text() == "The statements of this dossier name nobody and nothing new."


def test_ordered_model_when_changed_then_qt_finds_nothing_wrong(qtbot: QtBot) -> None:
    model: OrderedModel[Issue] = OrderedModel(lambda issue: issue.name)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_values([Issue("a"), Issue("b"), Issue("c")])
    assert model.move(0, 1)
    assert model.move(2, -1)
    assert not model.move(0, -1)
    assert not model.move(2, 1)
    model.add(Issue("d"))
    model.remove(1)
    assert [one.name for one in model.values()] == ["b", "a", "d"]
    assert tester.model() is model
