"""The window over an open library: actions do what they say, and it comes back as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.importing import Outcome
from briefing_app.errors import UserError
from briefing_app.jobs.importing import ImportProgress
from briefing_app.ui.messages import MessageKind
from briefing_app.ui.reader.finding import Sought
from briefing_app.ui.shell.desk import sought_by
from briefing_app.ui.shell.import_wish import ImportWish
from tests.ui.shell.conftest import Show, outcome, show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage


def has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def open_later(shown: Show, qtbot: QtBot) -> None:
    shown.desk.open_article(shown.stage.later)
    qtbot.waitUntil(lambda: shown.desk.panels.open is not None)


def test_window_when_opened_then_list_counts_and_place(shown: Show) -> None:
    assert shown.body.library.header.count.text() == "2 articles"
    assert "All articles" in shown.window.windowTitle()
    assert shown.body.foot.library.text() == "Library plain"


def test_article_when_chosen_then_reader_panel_footer_and_list_follow(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    assert shown.desk.panels.open is not None
    assert shown.desk.panels.open.article.id == shown.stage.later
    assert shown.body.foot.review.text() == "4 suggestions to review here"
    assert "words · saved" in shown.body.foot.place.text()
    assert shown.body.library.list.selected()[0].id == shown.stage.later


def test_article_when_opened_then_read_without_an_undo_step(shown: Show, qtbot: QtBot) -> None:
    before = shown.stage.store.undo_label("desktop")
    open_later(shown, qtbot)
    qtbot.waitUntil(lambda: shown.stage.services.reading.open_article(shown.stage.later).article.read)
    assert shown.stage.store.undo_label("desktop") == before


def test_back_and_forward_when_two_articles_were_open_then_to_and_fro(shown: Show, qtbot: QtBot) -> None:
    assert not shown.window.actions_.actions["back"].isEnabled()
    shown.desk.open_article(shown.stage.earlier)
    open_later(shown, qtbot)
    shown.do("back")
    assert shown.desk.session().article == shown.stage.earlier
    shown.do("forward")
    assert shown.desk.session().article == shown.stage.later


def test_j_and_k_when_pressed_in_the_list_then_articles_are_stepped_through(shown: Show) -> None:
    shown.body.library.list.setFocus()
    QTest.keyClick(shown.body.library.list, Qt.Key.Key_J)
    first = shown.desk.session().article
    QTest.keyClick(shown.body.library.list, Qt.Key.Key_J)
    assert shown.desk.session().article not in ("", first)
    QTest.keyClick(shown.body.library.list, Qt.Key.Key_K)
    assert shown.desk.session().article == first


def test_key_of_a_reading_action_when_set_anew_then_the_old_one_does_nothing(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    reader = shown.desk.panels.reader
    assert reader is not None
    surface = reader.surface
    surface.setFocus()
    shown.window.actions_.set_keys({"caret_mode": "Y"})
    QTest.keyClick(surface, Qt.Key.Key_C)
    assert not reader.keys.caret.on
    QTest.keyClick(surface, Qt.Key.Key_Y)
    assert reader.keys.caret.on


def test_slash_when_pressed_then_search_has_the_focus_and_letters_stay_letters(shown: Show) -> None:
    shown.body.library.list.setFocus()
    QTest.keyClick(shown.body.library.list, Qt.Key.Key_Slash)
    field = shown.body.top.search
    assert field.hasFocus()
    QTest.keyClicks(field, "us")
    assert field.text() == "us"
    assert shown.desk.session().article == ""


def test_search_when_entered_then_list_shows_finds_and_clearing_goes_back(shown: Show) -> None:
    field = shown.body.top.search
    field.setText("speaker")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.body.library.header.count.text() == "1 found"
    field.clear()
    assert shown.body.library.header.count.text() == "2 articles"


def test_article_when_opened_from_a_search_then_it_shows_what_was_sought(shown: Show, qtbot: QtBot) -> None:
    reader = shown.desk.panels.reader
    assert reader is not None
    open_later(shown, qtbot)
    assert not reader.find_bar.isVisible()
    shown.body.library.search("speaker")
    shown.desk.open_article(shown.stage.earlier)
    assert reader.find_bar.isVisible()
    assert reader.presenter.article is not None
    text = reader.presenter.article.version.text
    assert {text[start:end] for start, end in reader.finder.finds} == {"speaker"}
    shown.body.library.search("")
    shown.desk.open_article(shown.stage.later)
    assert not reader.find_bar.isVisible()


def test_words_sought_are_those_of_the_query_that_an_article_must_hold() -> None:
    assert sought_by('guarant* "line of contact" -sanctions party:Russia grain OR corn') == (
        Sought("guarant", begun=True),
        Sought("line of contact"),
        Sought("grain"),
        Sought("corn"),
    )


def test_star_when_key_is_pressed_then_starred_and_undo_takes_it_off(shown: Show, qtbot: QtBot) -> None:
    shown.body.library.select_article(shown.stage.later)
    shown.body.library.list.setFocus()
    QTest.keyClick(shown.body.library.list, Qt.Key.Key_S)
    assert shown.stage.open().article.starred
    qtbot.waitUntil(lambda: "Star" in shown.window.actions_.actions["undo"].text())
    shown.do("undo")
    assert not shown.stage.open().article.starred
    assert "Undone: Star." in shown.stage.sentences


def test_trash_when_done_then_message_offers_undo_and_its_button_brings_it_back(shown: Show, qtbot: QtBot) -> None:
    shown.body.library.select_article(shown.stage.earlier)
    shown.body.library.list.setFocus()
    shown.do("trash")
    bar = shown.body.messages
    assert bar.sentence.text() == "1 article moved to the trash."
    assert not bar.undo.isHidden()
    bar.undo.click()
    qtbot.waitUntil(lambda: not shown.stage.open(shown.stage.earlier).article.trashed_at)


def test_archive_when_the_text_has_the_focus_then_the_open_article(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    shown.body.library.select_article(shown.stage.earlier)
    reader = shown.desk.panels.reader
    assert reader is not None
    reader.surface.setFocus()
    shown.desk.perform("archive")
    assert shown.stage.open().article.archived
    assert not shown.stage.open(shown.stage.earlier).article.archived


def test_dossier_when_chosen_then_bar_title_and_actions_follow(shown: Show) -> None:
    assert not shown.window.actions_.actions["edit_dossier"].isEnabled()
    shown.body.library.go_to_dossier(shown.stage.dossier)
    assert "Strait talks" in shown.body.top.dossier.text()
    assert shown.window.actions_.actions["edit_dossier"].isEnabled()
    shown.do("go_all")
    assert not shown.window.actions_.actions["edit_dossier"].isEnabled()


def test_note_when_wanted_then_its_view_and_back_to_the_reader(shown: Show) -> None:
    shown.do("write_note")
    assert shown.desk.panels.note is not None
    assert shown.body.views.currentWidget() is shown.desk.panels.note
    assert shown.window.actions_.actions["view_note"].isChecked()
    assert shown.body.library.dossier == shown.stage.dossier
    shown.do("view_reader")
    assert shown.body.views.currentWidget() is shown.body.columns


def test_panel_when_its_key_is_pressed_then_tab_in_front_even_if_the_column_was_hidden(shown: Show) -> None:
    shown.do("toggle_side")
    assert not shown.body.columns.is_shown("side")
    shown.do("panel_figures")
    assert shown.body.columns.is_shown("side")
    assert shown.desk.panels.side is not None
    assert shown.desk.panels.side.current_tab() == "figures"


def test_f6_when_pressed_then_the_focus_goes_round_the_columns(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    shown.body.library.nav.setFocus()
    seen: list[int] = []
    for _ in range(4):
        shown.do("next_pane")
        seen.append(next(i for i, pane in enumerate(shown.window.view_deeds.panes) if has_focus(pane)))
    assert seen == [1, 2, 3, 0]
    shown.do("previous_pane")
    assert has_focus(shown.window.view_deeds.panes[3])


def test_escape_when_pressed_then_message_first_then_selection_then_text(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    shown.stage.context.messages.warn("Something is in the way.")
    shown.body.library.list.setFocus()
    shown.body.library.list.selectAll()
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert shown.body.messages.isHidden()
    assert len(shown.body.library.list.selectionModel().selectedRows()) == 2
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert len(shown.body.library.list.selectionModel().selectedRows()) == 1
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    reader = shown.desk.panels.reader
    assert reader is not None
    assert has_focus(reader)


def test_theme_when_chosen_then_kept_and_marked(shown: Show) -> None:
    shown.do("theme_dark")
    assert shown.stage.context.theme.current.name == "dark"
    assert shown.stage.context.settings.text("theme") == "dark"
    assert shown.window.actions_.actions["theme_dark"].isChecked()
    shown.do("theme_light")


def test_palette_when_an_action_is_chosen_then_done(shown: Show) -> None:
    shown.do("palette")
    palette = shown.desk.finder.palette
    assert palette is not None
    QTest.keyClicks(palette.field, "library: trash")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert shown.body.library.query.scope == "trash"


def test_files_when_dropped_then_imported_into_the_dossier_one_is_in(shown: Show) -> None:
    shown.body.library.go_to_dossier(shown.stage.dossier)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/one.html"), QUrl("https://example.org/two")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    shown.window.dropEvent(event)
    assert shown.importer.started == [(("/tmp/one.html", "https://example.org/two"), (shown.stage.dossier,))]


def test_import_when_running_then_progress_cancel_and_outcome(shown: Show) -> None:
    shown.desk.imports.drop(
        ImportWish(
            (
                "/a.txt",
                "/b.txt",
                "/c.txt",
            )
        )
    )
    assert shown.importer.report is not None
    shown.importer.report(ImportProgress(1, 3, "/b.txt"))
    panel = shown.desk.progress
    assert panel.words.text() == "Importing 2 of 3 · b.txt"
    panel.cancel.click()
    assert shown.importer.jobs[0].unwanted
    shown.importer.end_with(
        outcome("/a.txt", article=shown.stage.later, title="A"),
        outcome("/b.txt", Outcome.REFUSED, reason="/b.txt is empty."),
    )
    assert panel.words.text() == "1 imported, 1 refused."
    assert panel.cancel.isHidden()


def test_import_when_one_article_came_then_it_is_opened(shown: Show, qtbot: QtBot) -> None:
    shown.desk.imports.drop(ImportWish(("/a.txt",)))
    shown.importer.end_with(outcome("/a.txt", article=shown.stage.earlier, title="Round one"))
    qtbot.waitUntil(lambda: shown.desk.panels.open is not None)
    assert shown.desk.session().article == shown.stage.earlier


def test_import_when_another_is_under_way_then_it_waits_its_turn(shown: Show) -> None:
    shown.desk.imports.drop(ImportWish(("/a.txt",)))
    shown.desk.imports.drop(ImportWish(("/b.txt",)))
    assert len(shown.importer.started) == 1
    shown.importer.end_with(outcome("/a.txt", Outcome.REFUSED, reason="No."))
    assert len(shown.importer.started) == 1
    assert [run.places for run in shown.importer.gone_on] == [("/b.txt",)]
    assert [run.places for run in shown.stage.services.importing.runs.unfinished()] == [("/b.txt",)]


def test_session_when_closed_and_opened_again_then_as_it_was(qtbot: QtBot, stage: Stage) -> None:
    first = show(qtbot, stage)
    first.body.library.go_to_dossier(stage.dossier)
    first.desk.open_article(stage.earlier)
    first.do("toggle_nav")
    first.window.close()
    first.window.release()
    again = show(qtbot, stage)
    assert again.body.library.dossier == stage.dossier
    qtbot.waitUntil(lambda: again.desk.panels.open is not None)
    assert again.desk.session().article == stage.earlier
    assert not again.body.columns.is_shown("nav")
    again.window.release()


def test_read_only_when_opened_then_banner_and_nothing_that_writes(qtbot: QtBot, stage: Stage) -> None:
    shown = show(qtbot, stage, read_only=True)
    assert not shown.body.banner.isHidden()
    usable = {str(action.data()) for action in shown.window.actions_.usable()}
    assert usable.isdisjoint({"import", "undo", "new_dossier", "toggle_star", "archive", "trash"})
    assert not shown.body.top.import_button.isEnabled()
    shown.window.release()


def test_library_when_empty_then_it_says_what_to_do(qtbot: QtBot, bare: Stage) -> None:
    shown = show(qtbot, bare)
    empty = shown.body.library.empty
    assert empty is not None
    assert empty.isVisible()
    assert empty.accessibleName().startswith("No articles yet")
    shown.window.release()


@pytest.mark.parametrize(("width", "nav", "side"), [(1600, True, True), (1100, False, True), (820, False, False)])
def test_columns_when_narrow_then_they_fold_and_a_button_brings_them_back(
    qtbot: QtBot, stage: Stage, width: int, nav: bool, side: bool
) -> None:
    shown = show(qtbot, stage, size=(width, 700))
    columns = shown.body.columns
    assert (columns.is_shown("nav"), columns.is_shown("side")) == (nav, side)
    assert shown.body.top.nav_toggle.isVisible() != nav
    if not nav:
        shown.body.top.nav_toggle.click()
        assert columns.is_shown("nav")
    shown.window.release()


def test_refuse_when_a_wish_fails_then_said_where_it_was_made(shown: Show) -> None:
    shown.window.refuse(UserError("There is no library there."))
    assert shown.stage.said[-1].kind is MessageKind.WARNING


def test_menu_when_asked_for_in_the_list_then_it_fits_the_place(shown: Show, qtbot: QtBot) -> None:
    shown.body.library.select_article(shown.stage.later)
    shown.body.library.list.menu_wanted.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Read or unread", "Star", "Archive", "Move to trash", "Put in dossier", "Edit details…"]
    menu.close()


def test_note_when_a_place_without_one_is_chosen_then_the_reader_again(shown: Show, qtbot: QtBot) -> None:
    open_later(shown, qtbot)
    shown.do("view_note")
    assert shown.body.foot.place.text() == ""
    assert shown.body.foot.review.isHidden()
    shown.do("go_inbox")
    assert shown.body.views.currentWidget() is shown.body.columns
    assert "words" in shown.body.foot.place.text()


def test_foot_when_there_is_one_word_then_no_plural(shown: Show) -> None:
    assert shown.window.body is not None
    foot = shown.window.body.foot
    foot.show_place(1, 1)
    assert foot.place.text() == "Para. 1 · 1 word · saved"
    foot.show_place(2, 1036)
    assert foot.place.text() == "Para. 2 · 1,036 words · saved"
