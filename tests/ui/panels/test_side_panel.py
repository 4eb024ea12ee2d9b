"""The side panel as a whole over a real library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from briefing_app.domain.entity import Status
from briefing_app.domain.ids import AnnotationId, new_id
from briefing_app.ui.editors.tags import CodeBookEditor
from briefing_app.ui.panels.positions.rows import SuggestionRow
from briefing_app.ui.panels.view import TABS, SidePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage


@pytest.fixture
def panel(qtbot: QtBot, stage: Stage) -> SidePanel:
    made = SidePanel(stage.context)
    qtbot.addWidget(made)
    made.resize(372, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.show_dossier(stage.dossier)
    made.show_article(stage.open())
    return made


def suggestion_keys(panel: SidePanel) -> list[str]:
    model = panel.positions.model
    rows = [model.row(place) for place in range(model.rowCount())]
    return [row.key for row in rows if isinstance(row, SuggestionRow)]


def test_tabs_when_an_article_is_shown_then_they_count(panel: SidePanel) -> None:
    assert [panel.tabs.accessibleTabName(place) for place in range(1, 4)] == [
        "Entities 5",
        "Annotations 3",
        "Figures 4",
    ]


def test_tabs_when_narrow_then_words_fit_and_counts_go(panel: SidePanel) -> None:
    panel.resize(290, 900)
    total = sum(panel.tabs.tabSizeHint(place).width() for place in range(4))
    assert total <= 290
    panel.resize(700, 900)
    assert panel.tabs.shown_words(1) == "Entities 5"


@pytest.mark.parametrize("name", [name for name, _, _ in TABS])
def test_focus_tab_when_called_then_in_front_with_the_focus_in_it(name: str, panel: SidePanel) -> None:
    panel.focus_tab(name)
    assert panel.current_tab() == name
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.panels[name].isAncestorOf(focus)


def test_review_when_keys_are_pressed_then_library_and_panel_follow(
    qtbot: QtBot, stage: Stage, panel: SidePanel
) -> None:
    panel.focus_tab("positions")
    first, second = suggestion_keys(panel)
    panel.positions.list.put_current(first)
    QTest.keyClick(panel.positions.list, Qt.Key.Key_Return)
    assert suggestion_keys(panel) == [second]
    assert panel.positions.list.current_key() == second
    with qtbot.waitSignal(panel.statement_edit_wanted) as asked:
        QTest.keyClick(panel.positions.list, Qt.Key.Key_E)
    assert asked.args[0].status is Status.SUGGESTED
    QTest.keyClick(panel.positions.list, Qt.Key.Key_Backspace)
    assert suggestion_keys(panel) == []
    assert {one.status for one in stage.open().statements if one.issue in ("Union changes",)} == {Status.REJECTED}
    stage.store.undo()
    stage.store.undo()
    assert suggestion_keys(panel) == [first, second]


def test_changes_when_another_article_is_touched_then_this_one_is_not_read_again(
    stage: Stage, panel: SidePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(stage.services.reading, "open_article", read.append)
    stage.services.annotating.highlight(stage.earlier, 0, 10)
    assert read == []


def test_figures_when_clicked_then_the_passage_is_asked_for(qtbot: QtBot, stage: Stage, panel: SidePanel) -> None:
    panel.focus_tab("figures")
    with qtbot.waitSignal(panel.reveal_wanted) as asked:
        QTest.keyClick(panel.figures.list, Qt.Key.Key_Return)
    assert tuple(asked.args) == stage.span("Sunday")


def test_note_when_edited_in_its_card_then_kept(qtbot: QtBot, stage: Stage, panel: SidePanel) -> None:
    panel.focus_tab("annotations")
    QTest.keyClick(panel.annotations.list, Qt.Key.Key_E)
    field = panel.annotations.list.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Which days?")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    first = min(stage.open().annotations, key=lambda one: one.anchor.start)
    assert first.note == "Which days?"


def test_actor_when_changed_then_the_window_is_asked(qtbot: QtBot, panel: SidePanel) -> None:
    panel.focus_tab("entities")
    with qtbot.waitSignal(panel.actor_wanted) as asked:
        QTest.keyClick(panel.entities.list, Qt.Key.Key_E)
    assert asked.args[0].text == "Mara Quill"


def test_menus_when_made_then_actions_do_what_they_say(stage: Stage, panel: SidePanel) -> None:
    menu = panel.positions.menu()
    assert [action.text() for action in menu.actions()] == ["Accept all above 80 % (3)", "Dismiss all shown"]
    menu.actions()[0].trigger()
    assert len(stage.suggestions()) == 1
    named = panel.entities.presenter.named("name:city:lowport")
    assert named is not None
    names = panel.entities.menu(named)
    assert [action.text() for action in names.actions() if action.text()] == [
        "Next mention\t⏎",
        "Previous mention\t⌫",
        "Change who is meant…\tE",
        "Never a name",
        "Never a name here",
        "Show among the actors…",
        "Make it a party of “Strait talks”",
    ]
    names.actions()[-1].trigger()
    assert stage.services.dossiers.get(stage.dossier).parties[-1].name == "Lowport"
    key = str(stage.open().annotations[0].id)
    panel.annotations.menu(key).actions()[-1].trigger()
    assert key not in [one.id for one in stage.open().annotations]


def test_parties_when_clicked_then_their_rows(qtbot: QtBot, panel: SidePanel) -> None:
    pills = panel.positions.parties.buttons()
    assert [pill.text() for pill in pills] == ["Eastland 3", "Southmark 1", "Northland", "Lowport 1"]
    QTest.mouseClick(pills[1], Qt.MouseButton.LeftButton)
    assert len(suggestion_keys(panel)) == 1
    QTest.keyClick(pills[1], Qt.Key.Key_Right)
    assert pills[2].isChecked()
    assert suggestion_keys(panel) == []


def test_nothing_open_when_shown_then_every_tab_says_what_to_do(stage: Stage, panel: SidePanel) -> None:
    panel.show_dossier("")
    panel.show_article(None)
    for one in panel.panels.values():
        assert one.is_empty()
        assert "Open an article" in one.empty.accessibleName()


def test_widgets_when_they_take_the_focus_then_they_have_a_name(panel: SidePanel) -> None:
    nameless = [
        one
        for one in panel.findChildren(QWidget)
        if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.isVisibleTo(panel) and not one.accessibleName()
        and not getattr(one, "text", str)()
    ]  # fmt: skip
    assert nameless == []


def test_theme_when_changed_then_painted_in_its_colours(qtbot: QtBot, stage: Stage, panel: SidePanel) -> None:
    before = panel.positions.list.viewport().grab().toImage()
    stage.context.theme.set("dark")
    after = panel.positions.list.viewport().grab().toImage()
    assert before != after


def test_note_when_the_library_changes_while_it_is_written_then_what_was_written_stays(
    stage: Stage, panel: SidePanel
) -> None:
    panel.focus_tab("annotations")
    QTest.keyClick(panel.annotations.list, Qt.Key.Key_E)
    field = panel.annotations.list.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Which days")
    first = min(stage.open().annotations, key=lambda one: one.anchor.start)
    stage.services.annotating.add_tag([str(one.id) for one in stage.open().annotations], "talks")
    assert field.toPlainText() == "Which days"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    kept = stage.services.annotating.get(str(first.id))
    assert (kept.note, kept.tags) == ("", ("talks",))


def test_list_when_long_then_the_last_card_is_reached_at_once(stage: Stage, panel: SidePanel) -> None:
    with stage.store.write("Mark", undoable=False) as work:
        one = stage.open().annotations[0]
        for number in range(300):
            work.annotations.add(replace(one, id=AnnotationId(new_id()), note=f"note {number}"))
    panel.focus_tab("annotations")
    assert panel.annotations.model.rowCount() == 303
    QTest.keyClick(panel.annotations.list, Qt.Key.Key_End)
    view = panel.annotations.list
    assert view.currentIndex().row() == 302
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_tab_when_another_panel_is_made_then_the_one_used_last_is_in_front(
    qtbot: QtBot, stage: Stage, panel: SidePanel
) -> None:
    panel.focus_tab("figures")
    again = SidePanel(stage.context)
    qtbot.addWidget(again)
    assert again.current_tab() == "figures"
    assert again.panels["figures"].isVisibleTo(again)


def test_tags_when_edited_from_the_filter_menu_then_the_code_book_opens(panel: SidePanel) -> None:
    actions = panel.annotations.filters.menu().actions()
    assert actions[-1].text() == "Edit tags…"
    actions[-1].trigger()
    (book,) = panel.annotations.findChildren(CodeBookEditor)
    assert book.isVisible()
    book.reject()
