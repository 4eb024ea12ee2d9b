"""The editors of an article's details, of names, and of the code book; dates as people type them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.entity import RulingKind
from briefing_app.ui.editors.dates import read_date
from briefing_app.ui.editors.mention import HERE, MentionDialog
from briefing_app.ui.editors.metadata import MetadataEditor
from briefing_app.ui.editors.tag_list import in_tree_order
from briefing_app.ui.editors.tags import CodeBookEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.editors.form import Editor
    from tests.ui.panels.stage import Stage


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("", ""),
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025-12-2", "2025-12-02"),
        ("2025-12-22T09:00:00+00:00", "2025-12-22T09:00:00+00:00"),
        ("22 Dec 2025", "2025-12-22"),
        ("22. December 2025", "2025-12-22"),
        ("Dec 22, 2025", "2025-12-22"),
        ("December 2025", "2025-12"),
        ("31 Feb 2025", None),
        ("2025-13", None),
        ("22 Foo 2025", None),
        ("soon", None),
    ],
)
def test_date_when_typed_then_iso_as_precise_as_it_was(typed: str, iso: str | None) -> None:
    assert read_date(typed) == iso


@given(st.dates(min_value=date(1000, 1, 1)))
def test_date_when_any_day_then_read_back(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert read_date(f"{day.day} {day:%b} {day.year}") == day.isoformat()


def test_details_when_changed_then_the_users_own_from_then_on(qtbot: QtBot, stage: Stage) -> None:
    made = MetadataEditor(stage.context, stage.open().article)
    qtbot.addWidget(made)
    made.show()
    made.lines["title"].setText("Round two, corrected")
    made.lines["published"].setText("23 Dec 2025")
    made.marking.setCurrentText("TLP:AMBER")
    assert made.values() == {
        "title": "Round two, corrected",
        "published": "2025-12-23",
        "marking": "TLP:AMBER",
    }
    with qtbot.waitSignal(made.accepted):
        QTest.keyClick(made, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    article = stage.open().article
    assert (article.title, article.published, article.marking) == ("Round two, corrected", "2025-12-23", "TLP:AMBER")
    assert article.user_fields == {"title", "published"}
    again = MetadataEditor(stage.context, article)
    qtbot.addWidget(again)
    again.show()
    assert [name for name, label in again.own.items() if label.isVisible()] == ["title", "published"]


def test_details_when_reset_then_as_in_the_library(qtbot: QtBot, stage: Stage) -> None:
    made = MetadataEditor(stage.context, stage.open().article)
    qtbot.addWidget(made)
    made.lines["author"].setText("Somebody")
    made.reset_button.click()
    assert made.values() == {}


def test_details_when_the_title_or_date_is_wrong_then_refused(qtbot: QtBot, stage: Stage) -> None:
    made = MetadataEditor(stage.context, stage.open().article)
    qtbot.addWidget(made)
    made.show()
    made.lines["published"].setText("soon")
    made.save()
    assert "no date" in made.problem.text()
    made.lines["title"].clear()
    made.save()
    assert "title" in made.problem.text()


def test_name_when_an_actor_is_chosen_then_ruled_with_its_key(qtbot: QtBot, stage: Stage) -> None:
    analysis = stage.open().analysis
    assert analysis is not None
    made = MentionDialog(stage.context, analysis.mentions[1], stage.later)
    qtbot.addWidget(made)
    made.line.setText("Franc")
    made.line.textEdited.emit("Franc")
    QTest.keyClick(made.line, Qt.Key.Key_Down)
    assert made.line.text() == "France"
    made.scope.choose([HERE])
    made.save()
    (ruling,) = stage.services.entities.rulings()
    assert (ruling.canonical, ruling.key, ruling.article) == ("France", "country:FR", stage.later)
    assert stage.sentences[-1] == f"“{ruling.text}” means France now."


def test_name_when_it_is_none_then_ruled_never_everywhere(qtbot: QtBot, stage: Stage) -> None:
    analysis = stage.open().analysis
    assert analysis is not None
    made = MentionDialog(stage.context, analysis.mentions[1], stage.later)
    qtbot.addWidget(made)
    made.never_button.click()
    (ruling,) = stage.services.entities.rulings()
    assert (ruling.ruling, ruling.article) == (RulingKind.NEVER, "")


def test_name_when_nobody_is_named_then_refused(qtbot: QtBot, stage: Stage) -> None:
    analysis = stage.open().analysis
    assert analysis is not None
    made = MentionDialog(stage.context, analysis.mentions[1], stage.later)
    qtbot.addWidget(made)
    made.line.clear()
    made.save()
    assert "Never a name" in made.problem.text()


@pytest.fixture
def book(qtbot: QtBot, stage: Stage) -> CodeBookEditor:
    made = CodeBookEditor(stage.context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tag_names(book: CodeBookEditor) -> list[str]:
    return [tag.name for tag in book.model.tags()]


def test_tag_when_renamed_then_on_its_annotations_too(stage: Stage, book: CodeBookEditor) -> None:
    assert tag_names(book) == ["finance", "red-line"]
    book.list.pick_name("red-line")
    book.name.setText("limit")
    book.description.setPlainText("What no side gives up")
    book.colour.choose("red")
    book.save()
    assert tag_names(book) == ["finance", "limit"]
    assert "limit" in [tag for one in stage.open().annotations for tag in one.tags]
    kept = book.model.tags()[1]
    assert (kept.colour, kept.description) == ("red", "What no side gives up")


def test_tag_when_given_the_name_of_another_then_merged(stage: Stage, book: CodeBookEditor) -> None:
    book.list.pick_name("red-line")
    book.name.setText("finance")
    book.name.textEdited.emit("finance")
    assert book.save_button.text() == "Merge into “finance”"
    book.save()
    assert tag_names(book) == ["finance"]
    assert [one.tags for one in stage.open().annotations if one.tags] == [("finance",), ("finance",)]


def test_tag_when_new_then_added_below_another_and_deleted_again(book: CodeBookEditor) -> None:
    book.new_button.click()
    book.name.setText("#timing")
    book.above.setCurrentIndex(book.above.findData("red-line"))
    book.save()
    assert [(tag.name, depth) for tag, depth in in_tree_order(book.model.tags())] == [
        ("finance", 0),
        ("red-line", 0),
        ("timing", 1),
    ]
    book.list.pick_name("timing")
    book.delete_button.click()
    assert tag_names(book) == ["finance", "red-line"]


def test_editors_when_shown_then_every_field_that_takes_the_focus_has_a_name(
    qtbot: QtBot, stage: Stage, book: CodeBookEditor
) -> None:
    analysis = stage.open().analysis
    assert analysis is not None
    dialogs: list[Editor] = [
        book,
        MetadataEditor(stage.context, stage.open().article),
        MentionDialog(stage.context, analysis.mentions[0], stage.later),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        nameless = [
            one
            for one in dialog.findChildren(QWidget)
            if one.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and one.isVisibleTo(dialog)
            and not one.accessibleName()
            and one.focusProxy() is None
            and not getattr(one, "text", str)()
            and type(one.parent()).__name__ != "QComboBox"
        ]
        assert nameless == []
