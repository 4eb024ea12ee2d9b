"""What is asked before an import, and how its end is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.domain.importing import Outcome
from briefing_app.ui.shell.import_dialog import ImportDialog, ImportWish
from briefing_app.ui.shell.import_panel import WORDS, ImportPanel, OutcomeDialog, summed_up
from briefing_app.ui.shell.outcomes import OutcomeModel
from tests.ui.shell.conftest import Show, outcome

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MIXED = (
    outcome("/a.html", article="1", title="A"),
    outcome("/b.html", article="2", title="B"),
    outcome("/c.html", Outcome.DUPLICATE, article="1", title="A", reason="The library has this very text already."),
    outcome("/d.bin", Outcome.REFUSED, reason="/d.bin is no text."),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog([("d1", "River talks"), ("d2", "Delta")], "d2")
    qtbot.addWidget(made)
    return made


def test_dialog_when_opened_then_the_dossier_one_is_in_is_chosen(dialog: ImportDialog) -> None:
    assert dialog.dossier.currentText() == "Delta"


def test_dialog_when_files_and_address_then_one_wish(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.choose(["/x/one.html", "/x/two.txt", "/x/three.md", "/x/four.md"])
    assert dialog.chosen.text() == "one.html, two.txt, three.md and 1 more"
    dialog.choose(["/x/one.html"])
    dialog.address.setText("https://example.org/a")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.take.click()
    assert wished.args == [ImportWish(("/x/one.html", "https://example.org/a"), dossier="d2")]


def test_dialog_when_text_is_pasted_then_wished(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("A headline\n\nA paragraph.")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.take.click()
    assert wished.args == [ImportWish(text="A headline\n\nA paragraph.", dossier="d2")]


@pytest.mark.parametrize(("address", "said"), [("", "Choose a file"), ("ftp://x", "must begin with http")])
def test_dialog_when_there_is_nothing_to_take_then_it_says_so(
    dialog: ImportDialog, qtbot: QtBot, address: str, said: str
) -> None:
    dialog.address.setText(address)
    with qtbot.assertNotEmitted(dialog.wished):
        dialog.take.click()
    assert said in dialog.error.text()
    assert dialog.isEnabled()


def test_summed_up_when_mixed_then_one_sentence() -> None:
    assert summed_up(MIXED) == "2 imported, 1 already there, 1 refused."
    assert summed_up(()) == "Nothing was imported."
    assert set(WORDS) == set(Outcome)


def test_panel_when_one_input_was_refused_then_its_reason(qtbot: QtBot) -> None:
    panel = ImportPanel()
    qtbot.addWidget(panel)
    panel.show_progress(0, 0, "pasted text")
    assert panel.words.text() == "Importing · pasted text"
    panel.show_outcome(MIXED[3:])
    assert panel.words.text() == "d.bin: /d.bin is no text."
    panel.close_button.click()
    assert panel.isHidden()


def test_outcomes_when_listed_then_troubles_first_and_an_article_can_be_opened(qtbot: QtBot) -> None:
    dialog = OutcomeDialog(MIXED)
    qtbot.addWidget(dialog)
    model = OutcomeModel(MIXED, WORDS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    assert model.index(0).data() == "d.bin\nrefused · /d.bin is no text."
    assert model.article(0) == ""
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.list.activated.emit(dialog.list.currentIndex())
    assert chosen.args == ["1"]


def test_clipboard_when_it_holds_text_then_imported_and_when_empty_said(shown: Show) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Copied words.")
    shown.do("import_clipboard")
    assert shown.importer.texts == ["Copied words."]
    shown.importer.end_with(outcome("pasted text", Outcome.REFUSED, reason="Too short."))
    clipboard.clear()
    shown.do("import_clipboard")
    assert "The clipboard holds no text." in shown.stage.sentences
    assert shown.importer.texts == ["Copied words."]


def test_page_when_fetched_then_the_footer_says_so_until_it_is_done(shown: Show) -> None:
    shown.desk.imports.take(ImportWish(("https://example.org/a/b",)))
    assert shown.body.foot.network.text() == "● Fetching example.org"
    shown.importer.end_with(outcome("https://example.org/a/b", Outcome.FAILED, reason="No answer."))
    assert shown.body.foot.network.text() == "○ Fetches when asked"
