"""The statement editor: fields in, fields out, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Mark, Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import UserError
from briefing_app.ui.editors.statement import StatementEditor, edit_statement
from tests.ui.panels.stage import PARTIES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def full_edit(stage: Stage) -> StatementEdit:
    return StatementEdit(
        article=stage.later,
        spans=(stage.span("agreement no closer"),),
        parties=("Eastland", "Northland"),
        issue="Strait",
        stance=Stance.CONDITIONAL,
        paraphrase="Passage after the fleet has left",
        speaker="Mara Quill",
        channel="readout",
        hedges=("reportedly", "may"),
        attribution_level=5,
        said_on="2025-12",
        marks=(Mark.PRECONDITION,),
        reliability="B",
        credibility=3,
    )


@pytest.fixture
def editor(qtbot: QtBot, stage: Stage) -> StatementEditor:
    made = StatementEditor(stage.context, full_edit(stage), PARTIES, ("Strait", "Prisoners"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_fields_when_nothing_is_touched_then_come_out_as_they_went_in(stage: Stage, editor: StatementEditor) -> None:
    assert editor.edited() == full_edit(stage)


def test_evidence_when_no_quotes_are_given_then_read_from_the_article(editor: StatementEditor) -> None:
    assert editor.quotes.text() == "“agreement no closer”"


def test_save_when_a_draft_then_added_as_confirmed_and_closed(
    qtbot: QtBot, stage: Stage, editor: StatementEditor
) -> None:
    with qtbot.waitSignal(editor.accepted):
        QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    added = stage.open().statements[-1]
    assert (added.parties, added.status, added.hedges) == (
        ("Eastland", "Northland"),
        Status.CONFIRMED,
        ("reportedly", "may"),
    )
    assert editor.result_edit == full_edit(stage)


def test_save_when_a_suggestion_then_it_becomes_the_users_own(qtbot: QtBot, stage: Stage) -> None:
    suggestion = stage.suggestions()[0]
    made = edit_statement(stage.context, None, stage.open(), suggestion)
    assert made.isVisible()
    made.form.words.setPlainText("Fleet out first")
    made.save()
    kept = stage.services.statements.get(suggestion.id)
    assert (kept.status, kept.paraphrase, kept.stable_key) == (
        Status.EDITED,
        "Fleet out first",
        suggestion.stable_key,
    )


def test_helper_when_opened_then_issues_of_dossier_and_article_are_offered(qtbot: QtBot, stage: Stage) -> None:
    made = edit_statement(stage.context, None, stage.open(), stage.suggestions()[0], ["Fish"])
    offered = [made.form.issue.itemText(place) for place in range(made.form.issue.count())]
    assert offered == ["Format of talks", "Strait", "Prisoners", "Union changes", "Costs", "Fish"]
    made.reject()


def test_save_when_a_callable_is_given_then_it_gets_the_fields(qtbot: QtBot, stage: Stage) -> None:
    got: list[StatementEdit] = []
    made = StatementEditor(stage.context, full_edit(stage), save=got.append)
    qtbot.addWidget(made)
    made.save()
    assert got == [full_edit(stage)]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"parties": ()}, "Who holds it? Name a party."),
        ({"issue": ""}, "What is it about? Name an issue."),
        ({"spans": ()}, "A statement needs evidence: select the passage that shows it."),
        ({"said_on": "soon"}, "This is no date; write it as 2025-12-22 or 22 Dec 2025."),
    ],
)
def test_save_when_something_is_missing_then_said_and_nothing_written(
    missing: dict[str, object], sentence: str, qtbot: QtBot, stage: Stage
) -> None:
    before = len(stage.open().statements)
    made = StatementEditor(stage.context, replace(full_edit(stage), **missing))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    made.save()
    assert made.problem.text() == sentence
    assert made.isVisible()
    assert len(stage.open().statements) == before


def test_save_when_the_library_refuses_then_the_dialog_stays_and_says_why(qtbot: QtBot, stage: Stage) -> None:
    def refuse(edit: StatementEdit) -> None:
        raise UserError("The disk is full.")

    made = StatementEditor(stage.context, full_edit(stage), save=refuse)
    qtbot.addWidget(made)
    made.show()
    made.save()
    assert (made.problem.text(), made.isVisible(), made.save_button.isEnabled()) == ("The disk is full.", True, True)


def test_digit_when_no_text_field_has_the_focus_then_it_chooses_the_stance(editor: StatementEditor) -> None:
    editor.form.stance.focus_chosen()
    QTest.keyClick(editor, Qt.Key.Key_3)
    assert editor.edited().stance is Stance.REJECTS
    editor.form.speaker.setFocus()
    editor.form.speaker.clear()
    QTest.keyClicks(editor.form.speaker, "7 aides")
    assert (editor.edited().stance, editor.edited().speaker) == (Stance.REJECTS, "7 aides")
    QTest.keyClick(editor.form.speaker, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert editor.edited().stance is Stance.SUPPORTS


def test_escape_when_pressed_then_nothing_is_written(qtbot: QtBot, stage: Stage, editor: StatementEditor) -> None:
    before = stage.open().statements
    with qtbot.waitSignal(editor.rejected):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert stage.open().statements == before


def test_party_when_typed_and_entered_then_a_pill_and_backspace_takes_it_away(editor: StatementEditor) -> None:
    field = editor.form.parties
    field.line.setFocus()
    QTest.keyClicks(field.line, "southmark")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.values() == ("Eastland", "Northland", "Southmark")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.values() == ("Eastland", "Northland")
    field.pills()[0].click()
    assert field.values() == ("Northland",)
    QTest.keyClicks(field.line, "Lowport")
    assert editor.edited().parties == ("Northland", "Lowport")


def test_form_when_shown_then_every_field_has_a_name_and_labels_lead_to_fields(editor: StatementEditor) -> None:
    nameless = [
        one
        for one in editor.findChildren(QWidget)
        if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.isVisibleTo(editor)
        and not one.accessibleName() and one.focusProxy() is None and one.parent() is not editor.form.channel
        and one.parent() is not editor.form.issue
    ]  # fmt: skip
    assert nameless == []


@pytest.mark.parametrize("name", ["words", "speaker", "issue", "attribution", "stance", "parties"])
def test_ctrl_enter_when_pressed_in_any_field_then_saved(name: str, qtbot: QtBot, editor: StatementEditor) -> None:
    field = getattr(editor.form, name)
    target = {"stance": field.focusProxy(), "parties": getattr(field, "line", None)}.get(name) or field
    target = target.lineEdit() if name == "issue" else target
    target.setFocus()
    with qtbot.waitSignal(editor.accepted):
        QTest.keyClick(target, Qt.Key.Key_Return, CTRL)


def test_editor_when_the_machine_suggests_it_then_says_why_and_how_sure(qtbot: QtBot, stage: Stage) -> None:
    (suggestion, *_) = [one for one in stage.open().statements if one.status is Status.SUGGESTED]
    made = StatementEditor(stage.context, replace(suggestion, why="“refused” is read as rejects.", confidence=0.62))
    qtbot.addWidget(made)
    assert made.why.text() == "“refused” is read as rejects. Sure to 62 %."
