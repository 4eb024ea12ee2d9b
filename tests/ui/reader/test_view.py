"""The reading pane as a person uses it: keys, mouse, bar, card, editors, find, states."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.changes import Kind
from briefing_app.domain.position import Mark as StatementMark
from briefing_app.domain.position import Stance
from briefing_app.jobs.runner import DirectRunner, Job
from briefing_app.ui.actions import ACTIONS, Scope
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.links import LinkDialog
from briefing_app.ui.reader.strips import ClosedStrip, OpenStrip
from briefing_app.ui.reader.view import ReaderView
from tests.ui.reader.factory import Stage, full_article, make_article, make_stage, span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

T = TypeVar("T")
PASSAGE = "tied to commitments that its partners’ parliaments would ratify"


def select(view: ReaderView, quote: str) -> tuple[int, int]:
    """Select ``quote`` and let the selection settle, as the mouse does."""
    assert view.presenter.article is not None
    passage = span(view.presenter.article, quote)
    view.surface.bring_into_view(*passage)
    view.surface.select(*passage)
    view.surface.selection_settled.emit()
    return passage


BY_KEY = {key.lower(): one.id for one in ACTIONS if Scope.READER in one.scopes for key in one.keys}


def press(view: ReaderView, key: Qt.Key | str, shift: bool = False) -> None:
    """Press a key in the text, as the window does: an action's key never reaches the text itself."""
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    if isinstance(key, str) and key in BY_KEY:
        view.perform(BY_KEY[key])
    elif isinstance(key, str):
        QTest.keyClicks(view.surface, key)
    else:
        QTest.keyClick(view.surface, key, modifier)


def click(view: ReaderView, start: int) -> None:
    rect = view.surface.rect_of(start, start + 1)
    QTest.mouseClick(view.surface.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def calls(stage: Stage, kind: str) -> list[tuple[Any, ...]]:
    return [one for one in stage.library.calls if one[0] == kind]


def said(view: ReaderView) -> str:
    return str(view.property("lastAnnouncement"))


# marking


@pytest.mark.parametrize(
    ("key", "name"), [("h", "Claim"), ("2", "Claim"), ("3", "Figure"), ("7", "Quote"), ("9", "To check")]
)
def test_a_key_on_a_selection_highlights_it(view: ReaderView, stage: Stage, key: str, name: str) -> None:
    passage = select(view, PASSAGE)
    press(view, key)
    assert calls(stage, "highlight") == [("highlight", *passage, name, "", ())]
    made = view.surface.highlights.layer(Layer.ANNOTATION).at(passage[0])
    assert view.surface.marks.selected == made[0].ref
    assert said(view) == "Highlight added"
    assert not view.surface.textCursor().hasSelection()


@pytest.mark.parametrize(
    ("key", "stance", "marks"),
    [
        ("1", Stance.SUPPORTS, ()),
        ("4", Stance.REJECTS, (StatementMark.RED_LINE,)),
        ("5", Stance.CONDITIONAL, (StatementMark.PRECONDITION,)),
        ("6", Stance.OFFERS, (StatementMark.CONCESSION,)),
    ],
)
def test_types_of_position_highlight_and_ask_for_a_statement(
    qtbot: QtBot, view: ReaderView, stage: Stage, key: str, stance: Stance, marks: tuple[StatementMark, ...]
) -> None:
    passage = select(view, PASSAGE)
    with qtbot.waitSignal(view.statement_wanted) as wanted:
        press(view, key)
    edit = wanted.args[0]
    assert (edit.spans, edit.stance, edit.marks, edit.parties) == ((passage,), stance, marks, ("Southmark",))
    assert len(calls(stage, "highlight")) == 1


def test_p_asks_for_a_statement_and_highlights_nothing(qtbot: QtBot, view: ReaderView, stage: Stage) -> None:
    select(view, PASSAGE)
    with qtbot.waitSignal(view.statement_wanted):
        press(view, "p")
    assert calls(stage, "highlight") == []


def test_a_type_key_on_a_chosen_highlight_gives_it_that_type(view: ReaderView, stage: Stage) -> None:
    article = full_article()
    click(view, span(article, "in law or in fact")[0])
    press(view, "8")
    assert view.presenter.article is not None
    assert [one.type for one in view.presenter.article.annotations] == ["Red line", "Question", "Concession"]
    assert calls(stage, "highlight") == []


def test_a_key_without_a_passage_says_what_to_do(view: ReaderView, stage: Stage) -> None:
    press(view, "h")
    press(view, "n")
    press(view, "x")
    assert len(stage.said) == 3
    assert all(one.sentence.startswith("Select") for one in stage.said)


def test_delete_removes_the_chosen_highlight_and_offers_undo(view: ReaderView, stage: Stage) -> None:
    click(view, span(full_article(), "in law or in fact")[0])
    press(view, Qt.Key.Key_Delete)
    assert len(calls(stage, "delete")) == 1
    assert view.surface.highlights.layer(Layer.ANNOTATION).at(span(full_article(), "in law")[0]) == []
    assert stage.said[-1].kind == "done"


def test_a_click_on_nested_highlights_goes_from_the_inner_to_the_outer(view: ReaderView, stage: Stage) -> None:
    inner = stage.library.highlight("a1", *span(full_article(), "in law"))
    outer = view.surface.highlights.layer(Layer.ANNOTATION).at(inner.anchor.start)[1].ref
    click(view, inner.anchor.start)
    assert view.surface.marks.selected == inner.id
    click(view, inner.anchor.start)
    assert view.surface.marks.selected == outer
    click(view, span(full_article(), "both delegations")[0])
    assert view.surface.marks.selected == ""
    assert not view.passages.bar.isVisible()


def test_brackets_walk_through_highlights_in_order_and_round(view: ReaderView) -> None:
    assert view.presenter.article is not None
    idents = [one.id for one in view.presenter.article.annotations]
    walked = []
    for _ in range(4):
        press(view, "]")
        walked.append(view.surface.marks.selected)
    assert walked == [*idents, idents[0]]
    press(view, "[")
    assert view.surface.marks.selected == idents[2]


# the bar


def test_the_bar_stands_beside_the_selection_and_never_on_it(view: ReaderView) -> None:
    for quote in ("Two days of talks", PASSAGE, "The rest is the map"):
        passage = select(view, quote)
        assert view.passages.bar.isVisible()
        assert not view.passages.bar.geometry().intersects(view.passages.place_of(*passage))
        assert view.rect().contains(view.passages.bar.geometry())


def test_the_bar_keeps_the_focus_in_the_text(view: ReaderView) -> None:
    select(view, PASSAGE)
    assert view.surface.hasFocus()


def test_the_bars_buttons_do_what_they_say(view: ReaderView, stage: Stage) -> None:
    passage = select(view, PASSAGE)
    QTest.mouseClick(view.passages.bar.types[2], Qt.MouseButton.LeftButton)
    assert calls(stage, "highlight") == [("highlight", *passage, "Figure", "", ())]
    select(view, "Two days of talks")
    QTest.mouseClick(view.passages.bar.actions_by_id["annotate"], Qt.MouseButton.LeftButton)
    assert view.passages.noting.note_editor.isVisible()


def test_a_mouse_selection_snaps_to_words_and_is_told(qtbot: QtBot, view: ReaderView) -> None:
    assert view.presenter.article is not None
    start, end = span(view.presenter.article, "ommitments that its partn")
    view.surface.select(start, end)
    with qtbot.waitSignal(view.passage_selected) as told:
        view.surface.selection_settled.emit()
    assert view.presenter.article.version.text[slice(*told.args)] == "commitments that its partners’"


def test_dragging_over_words_selects_them_and_shows_the_bar(view: ReaderView) -> None:
    assert view.presenter.article is not None
    start, end = span(view.presenter.article, "repeated that")
    rect = view.surface.rect_of(start, end)
    port = view.surface.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 2, rect.center().y()))
    QTest.mouseMove(port, QPoint(rect.right() - 2, rect.center().y()))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - 2, rect.center().y()))
    assert view.passages.span() == (start, end)
    assert view.passages.bar.isVisible()


def test_escape_closes_the_innermost_then_the_selection(view: ReaderView) -> None:
    select(view, PASSAGE)
    press(view, "n")
    assert view.passages.noting.note_editor.isVisible()
    QTest.keyClick(view.passages.noting.note_editor.field, Qt.Key.Key_Escape)
    assert not view.passages.noting.note_editor.isVisible()
    assert view.passages.span() is not None
    press(view, Qt.Key.Key_Escape)
    assert view.passages.span() is None


# notes and tags


def test_a_note_on_a_selection_makes_one_highlight_with_it(view: ReaderView, stage: Stage) -> None:
    passage = select(view, PASSAGE)
    press(view, "n")
    editor = view.passages.noting.note_editor
    QTest.keyClicks(editor.field, "Worth a call")
    QTest.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()
    assert calls(stage, "highlight") == [("highlight", *passage, "Claim", "Worth a call", ())]
    assert view.surface.hasFocus()


def test_a_note_cancelled_changes_nothing(view: ReaderView, stage: Stage) -> None:
    select(view, PASSAGE)
    press(view, "n")
    QTest.keyClicks(view.passages.noting.note_editor.field, "no")
    QTest.keyClick(view.passages.noting.note_editor.field, Qt.Key.Key_Escape)
    assert calls(stage, "highlight") == calls(stage, "edit") == []


def test_a_note_begun_is_kept_when_another_article_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    stage = make_stage(tmp_path, full_article(), make_article(ident="b2"))
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.resize(760, 800)
    view.show()
    view.open_article("a1")
    passage = select(view, PASSAGE)
    view.perform("annotate")
    view.passages.noting.note_editor.field.setPlainText("half a thought")
    view.open_article("b2")
    assert calls(stage, "highlight") == [("highlight", *passage, "Claim", "half a thought", ())]
    assert view.presenter.article is not None
    assert view.presenter.article.article.id == "b2"


def test_tags_of_a_highlight_are_edited_with_the_code_book_at_hand(view: ReaderView, stage: Stage) -> None:
    click(view, span(full_article(), "in law or in fact")[0])
    press(view, "t")
    editor = view.passages.noting.tag_editor
    assert editor.tags() == ("red-line",)
    assert editor.names.stringList() == ["red-line", "territory"]
    editor.field.end(False)
    QTest.keyClicks(editor.field, "Border talks, #terr")
    assert editor.completer.currentCompletion() == "territory"
    editor.completer.activated.emit("territory")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert calls(stage, "edit")[-1][4] == ("red-line", "Border talks", "territory")


def test_a_card_selects_its_annotation_and_a_double_click_edits_it(view: ReaderView) -> None:
    assert view.presenter.article is not None
    ident = view.presenter.article.annotations[1].id
    card = view.pane.notes.card(ident)
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert view.surface.marks.selected == ident
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert view.passages.noting.note_editor.field.toPlainText().startswith("Red line, unchanged")


def test_copy_with_source_names_article_date_and_paragraph(view: ReaderView) -> None:
    select(view, "The rest is the map")
    view.perform("copy_citation")
    words = QGuiApplication.clipboard().text()
    assert words == (
        "“The rest is the map” (Wire desk, “Envoys leave the lake without a text on the Delta”, "
        "22 December 2025, para. 5)"
    )


# removed text


def test_a_strip_opens_in_place_and_each_item_is_put_back(view: ReaderView, stage: Stage) -> None:
    port = view.surface.viewport()
    strip = next(one for one in port.findChildren(ClosedStrip) if one.isVisible())
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert "Subscribe to our" in view.surface.toPlainText()
    opened = next(one for one in port.findChildren(OpenStrip) if one.isVisible())
    assert opened.put_back_buttons[0].accessibleName() == "Put back: A line that advertises the letter."
    QTest.mouseClick(opened.put_back_buttons[0], Qt.MouseButton.LeftButton)
    assert calls(stage, "removal") == [("removal", "r1", False)]
    assert "Subscribe to our" in view.surface.toPlainText()
    assert view.presenter.page is not None
    assert len(view.presenter.page.strips) == 1


def test_put_all_back_leaves_no_strip(view: ReaderView) -> None:
    view.perform("put_all_back")
    assert view.presenter.page is not None
    assert view.presenter.page.strips == ()
    assert "best stories" in view.surface.toPlainText()


def test_x_hides_the_selected_passage_and_offers_undo(view: ReaderView, stage: Stage) -> None:
    passage = select(view, "One official put the share of settled points at 80 percent.")
    press(view, "x")
    assert calls(stage, "hide") == [("hide", *passage, False)]
    assert "One official" not in view.surface.toPlainText()
    assert stage.said[-1].kind == "done"


def test_reveal_of_removed_text_opens_it(view: ReaderView) -> None:
    passage = span(full_article(), "Subscribe to our morning letter")
    view.reveal(*passage)
    assert view.surface.selected_span() == passage


# names


def test_a_click_on_a_name_explains_it(view: ReaderView) -> None:
    click(view, span(full_article(), "the Harbour Palace")[0])
    card = view.names.card
    assert card.isVisible()
    assert card.name.text() == "Eastland"
    assert "names Eastland" in card.why.text()
    assert "90 % sure" in card.source.text()
    assert card.count.text() == "once in this article"


def test_braces_walk_through_names(view: ReaderView) -> None:
    shown = []
    for _ in range(3):
        press(view, "}")
        assert view.names.card.mention is not None
        shown.append(view.names.card.mention.text)
    press(view, "{")
    assert view.names.card.mention is not None
    assert shown == ["Sunday", "Northland", "the Harbour Palace"]
    assert view.names.card.mention.text == "Northland"


def test_the_cards_arrows_stay_with_the_same_thing(view: ReaderView) -> None:
    click(view, span(full_article(), "Lakeside")[0])
    assert view.names.card.count.text() == "1 of 2 in this article"
    QTest.mouseClick(view.names.card.next, Qt.MouseButton.LeftButton)
    assert view.names.card.mention is not None
    assert view.names.card.mention.text == "The Union"
    assert view.names.card.count.text() == "2 of 2 in this article"


def test_the_card_can_rule_that_words_are_no_name(view: ReaderView, stage: Stage) -> None:
    start = span(full_article(), "Lakeside")[0]
    click(view, start)
    QTest.mouseClick(view.names.card.here, Qt.MouseButton.LeftButton)
    click(view, start)
    QTest.mouseClick(view.names.card.anywhere, Qt.MouseButton.LeftButton)
    assert calls(stage, "never") == [("never", "Lakeside", "a1"), ("never", "Lakeside", "")]


def test_a_asks_what_a_name_or_selected_words_mean(qtbot: QtBot, view: ReaderView) -> None:
    click(view, span(full_article(), "Lakeside")[0])
    with qtbot.waitSignal(view.mention_ruling_wanted) as wanted:
        press(view, "a")
    assert wanted.args[0].text == "Lakeside"
    passage = select(view, "ministers")
    with qtbot.waitSignal(view.mention_ruling_wanted) as wanted:
        press(view, "a")
    assert (wanted.args[0].text, wanted.args[0].start, wanted.args[0].end) == ("ministers", *passage)


def test_resting_the_pointer_on_a_name_explains_it_and_leaving_closes_it(qtbot: QtBot, view: ReaderView) -> None:
    rect = view.surface.rect_of(*span(full_article(), "Southmark"))
    view.surface.hovered.emit(view.surface.offset_at(rect.center()), rect.center())
    qtbot.waitUntil(view.names.card.isVisible, timeout=3000)
    view.surface.hovered.emit(-1, QPoint())
    qtbot.waitUntil(view.names.card.isHidden, timeout=3000)


# find


def test_find_counts_walks_and_announces(view: ReaderView) -> None:
    view.perform("find")
    QTest.keyClicks(view.find_bar.field, "the union")
    assert view.find_bar.count.text() == "1 of 1"
    view.find_bar.field.setText("delta")
    view.find_bar.field.setText("of")
    total = len(view.finder.finds)
    assert total > 3
    assert view.find_bar.count.text() == f"1 of {total}"
    view.perform("find_next")
    assert said(view) == f"2 of {total}"
    view.perform("find_previous")
    view.perform("find_previous")
    assert view.find_bar.count.text() == f"{total} of {total}"
    QTest.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert len(view.surface.highlights.layer(Layer.FIND)) == 0
    assert view.surface.hasFocus()


def test_find_reaches_across_removed_text_and_counts_what_is_only_in_it(view: ReaderView) -> None:
    view.perform("find")
    view.find_bar.field.setText("markets. the union would")
    assert view.find_bar.count.text() == "1 of 1"
    view.find_bar.field.setText("best stories")
    assert view.find_bar.count.text() == "1 in removed text"
    view.find_bar.field.setText("zzz")
    assert view.find_bar.count.text() == "not found"


# looks


def test_text_size_and_width_are_kept_in_the_settings(view: ReaderView, stage: Stage) -> None:
    view.perform("text_larger")
    view.perform("text_larger")
    assert stage.context.settings.number("reading.text_size") == 19
    assert view.surface.document().defaultFont().pixelSize() == 19
    view.perform("text_normal")
    view.perform("text_narrower")
    assert stage.context.settings.number("reading.text_size") == 17
    assert stage.context.settings.number("reading.width") == 62


def test_all_marks_can_be_hidden_and_shown(view: ReaderView, stage: Stage) -> None:
    view.perform("toggle_highlights")
    assert not view.surface.marks.shown
    assert stage.context.settings.flag("reading.highlights") is False
    view.perform("toggle_highlights")
    assert view.surface.marks.shown


def test_a_change_of_theme_repaints_and_keeps_the_selection(view: ReaderView, stage: Stage) -> None:
    passage = select(view, PASSAGE)
    stage.context.theme.set("dark")
    assert view.surface.theme.name == "dark"
    assert view.surface.selected_span() == passage


def test_a_narrow_window_has_no_cards_but_tips_and_a_note_in_the_bar(qtbot: QtBot, view: ReaderView) -> None:
    assert view.presenter.article is not None
    second = view.presenter.article.annotations[1]
    view.resize(430, 700)
    qtbot.waitUntil(lambda: view.pane.notes.card(second.id) is None)
    rect = view.surface.rect_of(second.anchor.start, second.anchor.start + 1)
    assert "unchanged since the first round" in view.pointing.gutter_words(QPoint(30, rect.center().y()))
    view.passages.choose(second.id)
    assert "unchanged since the first round" in view.passages.bar.note.text()


def test_the_bar_in_the_gutter_says_who_holds_what(view: ReaderView) -> None:
    rect = view.surface.rect_of(*span(full_article(), "amendments brought"))
    words = view.pointing.gutter_words(QPoint(view.surface.column_left() - 12, rect.center().y()))
    assert "Eastland · rejects · Changes proposed by the Union (suggested)" in words


# keys of the text


def test_caret_mode_walks_by_paragraph_and_enter_highlights_it(view: ReaderView, stage: Stage) -> None:
    press(view, "c")
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    block = full_article().version.blocks[1]
    assert calls(stage, "highlight") == [("highlight", block.start, block.end, "Claim", "", ())]
    press(view, Qt.Key.Key_Down, shift=True)
    assert view.passages.span() is not None


def test_caret_mode_letters_are_meant_for_the_paragraph_of_the_caret(view: ReaderView, stage: Stage) -> None:
    press(view, "c")
    press(view, Qt.Key.Key_Down)
    block = full_article().version.blocks[1]
    view.perform("highlight")
    assert calls(stage, "highlight") == [("highlight", block.start, block.end, "Claim", "", ())]
    chosen = view.passages.chosen()
    assert chosen is not None
    view.perform("annotate")
    assert view.passages.noting.put_away()
    press(view, Qt.Key.Key_Down)
    assert view.passages.chosen() is None
    below = full_article().version.blocks[3]
    view.perform("highlight")
    assert calls(stage, "highlight")[1:] == [("highlight", below.start, below.end, "Claim", "", ())]
    wanted: list[object] = []
    view.statement_wanted.connect(wanted.append)
    press(view, Qt.Key.Key_Down)
    view.perform("statement")
    assert len(wanted) == 1


def test_arrows_scroll_outside_caret_mode(qtbot: QtBot, tmp_path: Path) -> None:
    stage = make_stage(tmp_path, make_article(["words " * 80] * 30))
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.open_article("a1")
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Space)
    assert view.surface.verticalScrollBar().value() > 300


def test_a_paragraph_is_gone_to_by_its_number(view: ReaderView) -> None:
    view.resize(760, 300)
    view.keys.go_to_paragraph(4)
    assert view.surface.top_offset() >= full_article().version.blocks[3].start - 120
    assert said(view) == "Paragraph 4"


def test_every_action_does_something_or_says_why(view: ReaderView) -> None:
    for ident in view.ACTIONS - {"go_to_paragraph"}:
        view.perform(ident)


# states


def test_nothing_open_says_what_to_do(qtbot: QtBot, view: ReaderView) -> None:
    with qtbot.waitSignal(view.article_shown) as told:
        view.clear()
    assert told.args == [None]
    assert view.empty.isVisible()
    assert "Choose an article" in view.empty.accessibleName()


def test_before_analysis_and_at_its_limits_the_page_says_so(view: ReaderView, stage: Stage) -> None:
    stage.library.change("a1", Kind.ANALYSIS, analysis=None)
    assert view.pane.head.notice.text() == "Names and positions appear when analysis has finished."
    old = full_article().analysis
    assert old is not None
    limits = ("This article is in French: only known names, numbers and dates are found.",)
    stage.library.change("a1", Kind.ANALYSIS, analysis=replace(old, limits=limits))
    assert view.pane.head.notice.text() == limits[0]
    stage.library.change("a1", Kind.ANALYSIS, analysis=old)
    assert not view.pane.head.notice.isVisible()


def test_an_article_in_the_trash_can_be_restored(view: ReaderView, stage: Stage) -> None:
    article = full_article().article
    stage.library.change("a1", Kind.ARTICLE, article=replace(article, trashed_at="2025-12-23T00:00:00+00:00"))
    assert view.banner.isVisible()
    QTest.mouseClick(view.banner.button, Qt.MouseButton.LeftButton)
    assert not view.banner.isVisible()


def test_the_place_is_remembered_after_scrolling_and_restored(qtbot: QtBot, tmp_path: Path) -> None:
    article = make_article(["words " * 80] * 30)
    place = article.version.blocks[14].start
    stage = make_stage(tmp_path, replace(article, position=place))
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.open_article("a1")
    assert abs(view.surface.top_offset() - place) < 100
    view.surface.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: bool(calls(stage, "position")), timeout=4000)
    assert calls(stage, "position")[-1] == ("position", "a1", 0)


def test_opening_without_scrolling_remembers_nothing(view: ReaderView, stage: Stage) -> None:
    view.clear()
    assert calls(stage, "position") == []


def test_title_shows_tricks_and_byline_says_where_from(qtbot: QtBot, tmp_path: Path) -> None:
    stage = make_stage(tmp_path, make_article(title="Deal \u202egnp.exe", author="A. Writer"))
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.open_article("a1")
    assert view.pane.head.title.text() == "Deal ▫gnp.exe"
    line = view.pane.head.byline.text().replace("\u00a0", " ")
    assert line.startswith("A. Writer · Wire desk · 22 December 2025 · imported 22 Dec, ")
    assert line.endswith("source grade B · TLP:CLEAR")


def test_every_widget_that_takes_the_focus_has_a_name(view: ReaderView) -> None:
    view.perform("show_removed")
    nameless = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in view.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not one.accessibleName()
        and not getattr(one, "text", str)()
        and type(one).__name__ not in ("QScrollBar", "QWidget")
    ]
    assert nameless == []


# opening and links


class LateRunner(DirectRunner):
    """Keeps what was read until it is told to deliver; writes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], object]] = []

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> Job:
        self.waiting.append(partial(super().read, work, then, failed=failed, key=key))
        return Job()


def test_opening_that_takes_a_while_says_so_and_a_quick_return_shows_the_article(qtbot: QtBot, tmp_path: Path) -> None:
    stage = make_stage(tmp_path, full_article(), make_article(ident="b2"))
    runner = LateRunner()
    view = ReaderView(replace(stage.context, runner=runner))
    qtbot.addWidget(view)
    view.show()
    view.open_article("a1")
    runner.waiting.pop()()
    assert view.pane.isVisible()
    view.open_article("b2")
    qtbot.waitUntil(view.empty.isVisible, timeout=3000)
    assert view.empty.accessibleName().startswith("Opening")
    view.open_article("a1")
    for work in runner.waiting:
        work()
    assert view.pane.isVisible()
    assert view.presenter.article is not None
    assert view.presenter.article.article.id == "a1"


def test_a_link_in_the_text_asks_before_it_leaves(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def follow(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", follow)
    stage = make_stage(
        tmp_path, make_article(["See https://exämple.org/a. Or file:///etc/passwd and 🙂 https://b.org/x now."])
    )
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.open_article("a1")
    text = view.presenter.article.version.text if view.presenter.article else ""
    rect = view.surface.rect_of(text.index("https://b.org"), text.index("https://b.org") + 5)
    QTest.mouseClick(view.surface.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    dialog = view.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    assert dialog.host.text() == "b.org"
    assert opened == []
    dialog.open_button.click()
    assert opened == ["https://b.org/x"]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "#here", "other.html"])
def test_other_links_are_refused_with_a_sentence(view: ReaderView, stage: Stage, link: str) -> None:
    view.surface.anchorClicked.emit(QUrl(link))
    assert stage.said[-1].sentence.startswith("This link is not opened")
    assert view.findChild(LinkDialog) is None


def test_the_wheel_scrolls_beside_the_column_and_zooms_with_control(qtbot: QtBot, tmp_path: Path) -> None:
    stage = make_stage(tmp_path, make_article(["words " * 80] * 30))
    view = ReaderView(stage.context)
    qtbot.addWidget(view)
    view.resize(1400, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.open_article("a1")
    window = view.windowHandle()
    assert window is not None
    turn = QPoint(0, -120)
    QTest.wheelEvent(window, QPointF(20, 200), turn, turn, Qt.KeyboardModifier.NoModifier)
    assert view.surface.verticalScrollBar().value() > 0
    QTest.wheelEvent(window, QPointF(700, 200), -turn, -turn, Qt.KeyboardModifier.ControlModifier)
    assert view.surface.typography.pixels == 18
