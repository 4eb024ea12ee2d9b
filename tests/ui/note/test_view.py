"""The Note view over a real library: what is shown, clicked, typed and exported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.entity import Status
from briefing_app.ui.note.parts import HEADER
from briefing_app.ui.note.rows import LineModel
from briefing_app.ui.note.view import NARROW, NoteView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.panels.cards.list import CardList
    from tests.ui.note.factory import Stage

WRONG = "We assess with high confidence that a text is likely."


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> NoteView:
    """Give a view on a note just started."""
    view = NoteView(stage.context)
    qtbot.addWidget(view)
    view.resize(1400, 900)
    view.show_dossier(stage.dossier)
    with qtbot.waitExposed(view):
        view.show()
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    return view


def page_text(view: NoteView) -> str:
    return view.sheet.toPlainText()


def put_current_card(cards: CardList, key: str) -> None:
    assert cards.put_current(key)
    cards.setFocus()


# --- empty


def test_view_without_a_dossier_then_says_what_to_do(bare: Stage, qtbot: QtBot) -> None:
    view = NoteView(bare.context)
    qtbot.addWidget(view)
    assert view.empty.accessibleName().startswith("No dossier chosen")
    assert not view.empty.button.isVisibleTo(view.empty)


def test_write_note_without_a_note_then_one_is_started(stage: Stage, qtbot: QtBot) -> None:
    view = NoteView(stage.context)
    qtbot.addWidget(view)
    view.show_dossier(stage.dossier)
    assert view.presenter.state.dossier is None  # nobody looks yet
    view.write_note()
    assert len(stage.services.notes.all(stage.dossier)) == 1
    view.write_note()
    assert len(stage.services.notes.all(stage.dossier)) == 1


def test_hidden_view_then_it_catches_up_when_it_is_shown(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.hide()
    stage.services.statements.accept([str(stage.statement("Lowport", "Assets").id)])
    assert view.presenter.statement(str(stage.statement("Lowport", "Assets").id)) != stage.statement(
        "Lowport", "Assets"
    )
    view.show()
    assert view.presenter.statement(str(stage.statement("Lowport", "Assets").id)) == stage.statement(
        "Lowport", "Assets"
    )


def test_hidden_view_then_what_was_typed_is_saved(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClicks(view.pane.text, "Kept.")
    view.hide()
    assert stage.note().sections == {"bluf": "Kept."}


# --- the page


def test_page_of_a_new_note_then_prompts_and_generated_sections_are_shown(view: NoteView) -> None:
    text = page_text(view)
    assert "Say what the reader must know, in four lines." in text
    assert "Territory: blocked." in text
    assert "† extracted automatically, not yet confirmed" in text


def test_footnote_mark_clicked_then_its_note_is_marked(view: NoteView) -> None:
    view.sheet.anchorClicked.emit(QUrl("fn:2"))
    (marked,) = view.sheet.extraSelections()
    assert "Southmark" in marked.cursor.selectedText() or "Wire desk" in marked.cursor.selectedText()


def test_footnote_open_clicked_then_the_article_is_wanted_at_the_passage(
    stage: Stage, view: NoteView, qtbot: QtBot
) -> None:
    statement = stage.statement("Eastland", "Territory")
    anchor = statement.evidence[0]
    with qtbot.waitSignal(view.article_wanted) as wanted:
        view.sheet.anchorClicked.emit(QUrl("open:1"))
    assert wanted.args == [statement.article, anchor.start, anchor.end]


def test_every_footnote_has_a_way_to_its_source(view: NoteView) -> None:
    html = view.sheet.toHtml()
    marks = {int(number) for number in re.findall(r'href="fn:(\d+)"', html)}
    assert marks == {1, 2, 3, 4, 5}
    assert {int(number) for number in re.findall(r'href="open:(\d+)"', html)} == marks


def test_sheet_loads_nothing_whatever_the_note_says(view: NoteView, tmp_path: Path) -> None:
    view.sheet.setHtml(f'<p>Plain.<img src="{QUrl.fromLocalFile(str(tmp_path / "a.png")).toString()}"></p>')
    assert view.sheet.document().resource(2, QUrl("a.png")) is None
    view.sheet.setSource(QUrl.fromLocalFile(str(Path(__file__))))
    assert "def test_" not in page_text(view)


def test_section_clicked_on_the_page_then_the_editor_opens_on_it(view: NoteView, qtbot: QtBot) -> None:
    rect = view.sheet._rect_of("bluf")
    place = QPoint(round(rect.center().x()), round(rect.bottom()) - 6 - view.sheet.verticalScrollBar().value())
    QTest.mouseClick(view.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.pane.editing
    assert view.pane.title.text() == "Bottom line"


# --- writing


def test_typing_then_page_follows_and_ctrl_enter_saves(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("bluf")
    assert view.pane.text.placeholderText() == "Say what the reader must know, in four lines."
    QTest.keyClicks(view.pane.text, "Nothing has **moved**.")
    assert view.pane.state.text() == "Not saved yet"
    view._preview_clock.timeout.emit()
    assert "Nothing has moved." in page_text(view)
    assert stage.note().sections == {}
    QTest.keyClick(view.pane.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.note().sections == {"bluf": "Nothing has **moved**."}
    assert not view.pane.editing
    assert "Say what the reader must know" not in page_text(view)


def test_escape_then_the_text_is_as_before(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClicks(view.pane.text, "Oops")
    QTest.keyClick(view.pane.text, Qt.Key.Key_Escape)
    assert stage.note().sections == {}
    assert not view.pane.editing


def test_escape_on_a_button_then_the_editor_closes(view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClick(view.pane.bold, Qt.Key.Key_Escape)
    assert not view.pane.editing


@pytest.mark.parametrize(
    ("text", "keys", "after"),
    [
        ("- One", "enter", "- One\n- "),
        ("- One\n- ", "enter", "- One\n"),
        ("word", "bold", "**word**"),
        ("**word**", "bold", "word"),
        ("One\nTwo", "bullets", "- One\n- Two"),
        ("- One\n- Two", "bullets", "One\nTwo"),
    ],
)
def test_field_helps_with_lists_and_bold(view: NoteView, text: str, keys: str, after: str) -> None:
    field = view.pane.text
    field.put(text)
    if keys == "enter":
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        field.selectAll()
        field.toggle_bold() if keys == "bold" else field.toggle_bullets()
    assert field.toPlainText() == after


def test_leaving_the_editor_then_the_text_is_saved_and_stays_open(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.outline.sections.chosen.emit("bluf")
    qtbot.waitUntil(view.pane.text.hasFocus)
    QTest.keyClicks(view.pane.text, "Kept.")
    view.evidence.list.setFocus()
    assert stage.note().sections == {"bluf": "Kept."}
    assert view.pane.editing


def test_autosave_clock_then_the_text_is_saved(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClicks(view.pane.text, "Kept.")
    assert view._save_clock.isActive()
    view._save_clock.timeout.emit()
    assert stage.note().sections == {"bluf": "Kept."}
    assert view.pane.state.text() == "Saved"


def test_header_form_then_fields_go_into_the_note(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit(HEADER)
    fields = {field.accessibleName(): field for field in view.pane.header.fields()}
    fields["To"].setText("Director, Eastern Region")  # type: ignore[attr-defined]
    fields["For"].setCurrentIndex(1)  # type: ignore[attr-defined]
    view.pane.header.first.setText("Delta talks")
    QTest.keyClick(fields["To"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    note = stage.note()
    assert (note.title, note.fields) == ("Delta talks", {"to": "Director, Eastern Region", "purpose": "for decision"})
    assert "7. Options" in page_text(view)


def test_enter_on_a_card_then_the_mark_stands_at_the_cursor(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    statement = stage.statement("Southmark", "Territory")
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClicks(view.pane.text, "No transfer. More.")
    cursor = view.pane.text.textCursor()
    cursor.setPosition(len("No transfer."))
    view.pane.text.setTextCursor(cursor)
    put_current_card(view.evidence.list, str(statement.id))
    QTest.keyClick(view.evidence.list, Qt.Key.Key_Return)
    assert view.pane.text.toPlainText() == f"No transfer.[@{statement.id[-8:]}] More."
    view.presenter.drafting.done()
    section = view.presenter.shown_section("bluf")
    assert section is not None
    assert section.evidence == (str(statement.id),)


def test_enter_on_a_card_when_a_generated_section_is_chosen_then_says_why_not(
    stage: Stage, view: NoteView, qtbot: QtBot
) -> None:
    view.presenter.choose("status")
    put_current_card(view.evidence.list, str(stage.statement("Southmark", "Territory").id))
    QTest.keyClick(view.evidence.list, Qt.Key.Key_Return)
    assert stage.sentences[-1] == "Open a section that you write, then cite."


def test_card_dragged_then_its_mark_is_carried(stage: Stage, view: NoteView) -> None:
    statement = stage.statement("Southmark", "Territory")
    model = view.evidence.model
    index = model.index(model.place_of(str(statement.id)))
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert model.mimeData([index]).text() == f"[@{statement.id[-8:]}]"


def test_a_on_a_suggested_card_then_it_is_confirmed(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    statement = stage.statement("Lowport", "Assets")
    put_current_card(view.evidence.list, str(statement.id))
    QTest.keyClick(view.evidence.list, Qt.Key.Key_A)
    assert stage.statement("Lowport", "Assets").status is Status.CONFIRMED


def test_o_on_a_card_then_the_article_is_wanted(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    statement = stage.statement("Lowport", "Assets")
    put_current_card(view.evidence.list, str(statement.id))
    with qtbot.waitSignal(view.article_wanted) as wanted:
        QTest.keyClick(view.evidence.list, Qt.Key.Key_O)
    assert wanted.args == [statement.article, statement.evidence[0].start, statement.evidence[0].end]


def test_take_over_button_then_back_to_generated(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    view.presenter.choose("status")
    assert view.pane.take_over.isVisibleTo(view.pane)
    QTest.mouseClick(view.pane.take_over, Qt.MouseButton.LeftButton)
    assert view.pane.text.toPlainText().startswith("- **Territory: blocked.** Eastland demands")
    QTest.mouseClick(view.pane.save, Qt.MouseButton.LeftButton)
    assert stage.note().sections.keys() == {"status"}
    assert view.pane.give_back.isVisibleTo(view.pane)
    QTest.mouseClick(view.pane.give_back, Qt.MouseButton.LeftButton)
    assert stage.note().sections == {}
    assert view.pane.take_over.isVisibleTo(view.pane)


def test_check_clicked_then_its_section_is_chosen(view: NoteView, qtbot: QtBot) -> None:
    view.outline.sections.chosen.emit("considerations")
    QTest.keyClicks(view.pane.text, WRONG)
    view.presenter.drafting.done()
    view.presenter.choose("bluf")
    first = view.outline.checks.lines.index(0)
    assert "Likelihood and confidence" in str(first.data())
    place = view.outline.checks.visualRect(first).center()
    QTest.mouseClick(view.outline.checks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.presenter.section == "considerations"
    assert view.pane.title.text() == "Key considerations"


# --- the bar


def test_handling_then_page_and_button_show_the_label(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    QTest.mouseClick(view.bar.handling, Qt.MouseButton.LeftButton)
    view.bar._handling.label.setCurrentText("TLP:AMBER+STRICT")
    view.bar._handling.national.setText("restricted")
    view.bar._handling.use()
    assert stage.note().fields["handling"] == "TLP:AMBER+STRICT RESTRICTED"
    assert "TLP:AMBER+STRICT RESTRICTED" in page_text(view)
    assert view.bar.handling.words == "TLP:AMBER+STRICT RESTRICTED"


def test_as_of_then_the_button_tells_and_nonsense_is_refused(stage: Stage, view: NoteView, qtbot: QtBot) -> None:
    QTest.mouseClick(view.bar.as_of, Qt.MouseButton.LeftButton)
    popover = view.bar._as_of
    popover.day.setText("2025-12-32")
    popover.use()
    assert popover.trouble.text() == "Give the day as 2025-12-22 and the time as 09:00."
    popover.day.setText("2025-12-17")
    popover.hour.setText("09:00")
    QTest.keyClick(popover.hour, Qt.Key.Key_Return)
    assert stage.note().as_of == "2025-12-17T09:00:00+00:00"
    assert view.bar.as_of.words == "as of 17 Dec 2025, 09:00 UTC"


# --- export


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_export_then_the_file_holds_what_was_typed_and_no_prompt(
    stage: Stage, view: NoteView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    asked: list[str] = []

    def answer(name: str) -> str:
        asked.append(name)
        return str(tmp_path / f"note{suffix}")

    monkeypatch.setattr(view.errands, "ask_path", answer)
    view.outline.sections.chosen.emit("bluf")
    QTest.keyClicks(view.pane.text, "Typed and not yet saved.")
    view.errands.export(suffix)
    text = (tmp_path / f"note{suffix}").read_text("utf-8")
    assert asked == [f"Delta-settlement-talks-state-of-the-talks{suffix}"]
    assert "Typed and not yet saved." in text
    assert "Put the question at stake" not in text
    used = set(re.findall(r"\[\^(\d+)\](?!:)|href=\"#fn-(\d+)\"", text))
    noted = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)) | set(re.findall(r'id="fn-(\d+)"', text))
    assert {one or other for one, other in used} == noted
    assert noted == {"1", "2", "3", "4", "5"}
    assert stage.sentences[-1] == f"Note written to {tmp_path / f'note{suffix}'}."


def test_export_to_an_unknown_format_then_the_sentence_is_told(
    stage: Stage, view: NoteView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view.errands, "ask_path", lambda name: str(tmp_path / "note.xyz"))
    view.perform("export_note")
    assert "xyz" in stage.sentences[-1]
    assert list(tmp_path.glob("note.*")) == []


def test_copy_as_markdown_then_the_clipboard_holds_it(stage: Stage, view: NoteView) -> None:
    view.bar.copy_wanted.emit()
    assert QGuiApplication.clipboard().text().startswith("# Delta settlement talks: state of the talks")
    assert stage.sentences[-1] == "Note copied as Markdown."


# --- versions


def test_versions_then_what_changed_is_shown_and_one_can_be_brought_back(
    stage: Stage, view: NoteView, qtbot: QtBot
) -> None:
    for text in ("First words.", "Second words."):
        view.outline.sections.chosen.emit("bluf")
        view.pane.text.setPlainText(text)
        view.presenter.drafting.done()
    QTest.mouseClick(view.outline.version, Qt.MouseButton.LeftButton)
    dialog = view.errands.versions
    assert dialog is not None
    assert dialog.list.lines.rowCount() == 3
    assert "First Second words." in dialog.changes.toPlainText()
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert stage.note().sections == {"bluf": "First words."}


# --- shape and access


def test_narrow_window_then_the_side_columns_are_behind_toggles(view: NoteView, qtbot: QtBot) -> None:
    view.resize(NARROW - 100, 700)
    assert not view.outline.isVisible()
    assert not view.evidence.isVisible()
    QTest.mouseClick(view.bar.evidence, Qt.MouseButton.LeftButton)
    assert view.evidence.isVisible()
    QTest.mouseClick(view.bar.sections, Qt.MouseButton.LeftButton)
    assert view.outline.isVisible()
    assert not view.evidence.isVisible()
    view.resize(NARROW + 200, 700)
    assert view.outline.isVisible()
    assert view.evidence.isVisible()
    assert not view.bar.sections.isVisible()


def test_very_long_words_then_the_view_can_still_be_narrow(view: NoteView) -> None:
    view.presenter.deeds.rename("A title that goes on " * 20)
    view.presenter.deeds.set_handling("TLP:AMBER+STRICT RESTRICTED")
    view.presenter.deeds.set_as_of("2025-12-22T09:00:00+00:00")
    view.resize(700, 600)
    assert view.width() == 700
    assert view.bar.chooser.text().endswith("… ▾")
    assert view.bar.chooser.toolTip().startswith("A title that goes on A title")


def test_every_focusable_widget_has_a_name(view: NoteView) -> None:
    view.outline.sections.chosen.emit(HEADER)
    nameless = [
        one
        for one in view.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")
        and not one.accessibleName()
        and not getattr(one, "text", str)()
    ]
    assert nameless == []


def test_dark_theme_then_the_page_is_written_in_its_colours(stage: Stage, view: NoteView) -> None:
    stage.context.theme.set("dark")
    assert stage.context.theme.current.body in view.sheet.toHtml()


def test_outline_by_keys_then_sections_are_chosen_and_enter_opens_the_editor(view: NoteView, qtbot: QtBot) -> None:
    view.presenter.choose("bluf")
    view.outline.sections.setFocus()
    QTest.keyClick(view.outline.sections, Qt.Key.Key_Down)
    assert view.presenter.section == "issue_statement"
    assert not view.pane.editing
    QTest.keyClick(view.outline.sections, Qt.Key.Key_Return)
    assert view.pane.editing


def test_models_keep_the_rules_of_qt(view: NoteView) -> None:
    for model in (view.outline.sections.lines, view.evidence.model, LineModel()):
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert model.rowCount(QModelIndex()) >= 0
        del tester
    view.presenter.choose("positions")
    view.presenter.find_evidence("eastland")
    view.presenter.find_evidence("")
    assert view.evidence.model.rowCount() > 3
