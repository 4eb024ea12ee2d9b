"""What is asked before an import, and how its end is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from briefing_app.domain.importing import Outcome, RunState
from briefing_app.jobs.importing import ImportProgress, ImportReport
from briefing_app.ui.shell.import_dialog import ImportDialog
from briefing_app.ui.shell.import_panel import ImportPanel
from briefing_app.ui.shell.import_wish import ImportWish
from briefing_app.ui.shell.import_words import WORDS, counts_of, pace_words, progress_words, summed_up
from briefing_app.ui.shell.imports_dialog import NONE, ImportsDialog
from tests.ui.shell.conftest import Show, outcome, show

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

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


def test_words_when_an_import_is_told_of_then_short_and_honest() -> None:
    assert summed_up(counts_of(MIXED)) == "2 imported, 1 already there, 1 refused."
    assert summed_up({}, left=3) == "3 left out."
    assert summed_up({}) == "Nothing was imported."
    assert set(WORDS) == set(Outcome)
    start = ImportProgress(0, 0, "pasted text")
    assert (progress_words(start), pace_words(start)) == ("Importing · pasted text", "")
    going = ImportProgress(133, 10_000, "/in/a.html", troubles=2, rate=61.7, remaining=160.0)
    assert progress_words(going) == "Importing 134 of 10,000 · a.html"
    assert progress_words(going, paused=True) == "Import held at 133 of 10,000"
    assert pace_words(going) == "2 not taken in · 62 a second · about 3 min left"


@pytest.mark.parametrize(
    ("rate", "seconds", "said"),
    [
        (0.2, 7.0, "12 a minute · a few seconds left"),
        (3.0, 38.0, "3 a second · about 40 s left"),
        (3.0, 57.0, "3 a second · about 1 min left"),
        (3.0, 3600 * 2.2, "3 a second · about 2 h 10 min left"),
        (1.0, 3600 * 3, "1 a second · about 3 h left"),
    ],
)
def test_pace_when_said_then_in_words(rate: float, seconds: float, said: str) -> None:
    assert pace_words(ImportProgress(1, 9, "", 0, rate, seconds)) == said


def test_panel_when_one_input_was_refused_then_its_reason(qtbot: QtBot) -> None:
    panel = ImportPanel()
    qtbot.addWidget(panel)
    panel.show_progress(ImportProgress(0, 0, "pasted text"))
    assert panel.words.text() == "Importing · pasted text"
    assert panel.hold.isHidden()
    panel.show_report(ImportReport(None, MIXED[3:]))
    assert panel.words.text() == "d.bin: /d.bin is no text."
    assert panel.details.isHidden()
    panel.close_button.click()
    assert panel.isHidden()


def test_import_when_held_then_said_and_gone_on_with(shown: Show) -> None:
    shown.desk.imports.drop(ImportWish(("/in",)))
    assert shown.importer.report is not None
    shown.importer.report(ImportProgress(10, 40, "/in/a.html", 0, 5.0, 6.0))
    panel, job = shown.desk.progress, shown.importer.jobs[0]
    panel.hold.click()
    held = job.paused
    assert held
    assert panel.words.text() == "Import held at 10 of 40"
    assert panel.hold.isHidden()
    shown.importer.report(ImportProgress(12, 40, "/in/b.html"))
    assert panel.words.text() == "Import held at 12 of 40"
    panel.go_on.click()
    assert not job.paused
    assert panel.words.text() == "Importing 13 of 40 · b.html"
    assert panel.go_on.isHidden()


def remembered(stage: Stage, *, left: int) -> str:
    """Leave an import behind of which ``left`` inputs wait, and the others ended in all ways."""
    with stage.store.write("Import", undoable=False) as work:
        inputs = [one.source for one in MIXED] + [f"/z{n}.html" for n in range(left)]
        run = work.imports.begin(["/in"], inputs, folder="/", dossiers=[], session="desktop")
        for item, told in zip(work.imports.waiting(run), MIXED, strict=False):
            work.imports.settle(item.seq, told)
        if not left:
            work.imports.end(run, RunState.DONE)
    return run


def test_window_when_an_import_was_interrupted_then_offered_and_gone_on_with(qtbot: QtBot, stage: Stage) -> None:
    run = remembered(stage, left=2)
    made = show(qtbot, stage)
    panel = made.desk.progress
    assert panel.words.text() == "An import was interrupted after 4 of 6 files."
    assert panel.go_on.text() == "Continue the import of 2 files"
    panel.go_on.click()
    assert [one.id for one in made.importer.gone_on] == [run]
    assert panel.words.text() == "Importing 5 of 6"
    made.importer.end_with(run=stage.services.importing.runs.get(run), problem="The disk is full.")
    assert panel.words.text() == "The disk is full."
    assert not panel.go_on.isHidden()
    panel.drop.click()
    assert panel.isHidden()
    assert stage.services.importing.runs.get(run).state is RunState.CANCELLED
    made.window.release()


def test_list_when_opened_then_troubles_first_narrowed_exported_and_an_article_opened(
    shown: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(shown.stage, left=0)
    shown.do("imports")
    (dialog,) = shown.window.findChildren(ImportsDialog)
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is dialog.model
    assert dialog.model.index(0).data() == "d.bin\nrefused · /d.bin is no text."
    assert dialog.told.text() == "/d.bin\n/d.bin is no text."
    assert not dialog.open_button.isEnabled()
    pills = {pill.text(): pill for pill in dialog.findChildren(QPushButton) if pill.isCheckable()}
    assert list(pills) == ["All 4", "Imported 2", "Already there 1", "Refused 1"]
    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    pills["Refused 1"].click()
    dialog.export.click()
    assert target.read_text("utf-8").splitlines()[1].startswith("/d.bin,refused,")
    assert len(target.read_text("utf-8").splitlines()) == 2
    pills["Imported 2"].click()
    assert dialog.model.rowCount() == 2
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.open_button.click()
    assert chosen.args == ["1"]


def test_list_when_no_import_is_remembered_then_it_says_so(shown: Show) -> None:
    shown.do("imports")
    (dialog,) = shown.window.findChildren(ImportsDialog)
    assert dialog.empty.isVisible()
    assert NONE[0] in [label.text() for label in dialog.empty.findChildren(QLabel)]
    assert not dialog.runs.isVisible()
    assert not dialog.export.isEnabled()


def test_clipboard_when_it_holds_text_then_imported_and_when_empty_said(shown: Show) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Copied words.")
    shown.do("import_clipboard")
    assert shown.importer.texts == ["Copied words."]
    shown.importer.end_with(outcome("pasted text", Outcome.REFUSED, reason="Too short."))
    clipboard.clear()
    shown.do("import_clipboard")
    assert "Nothing was copied that can be imported: no text, address or file." in shown.stage.sentences
    assert shown.importer.texts == ["Copied words."]


def test_page_when_fetched_then_the_footer_says_so_until_it_is_done(shown: Show) -> None:
    shown.desk.imports.take(ImportWish(("https://example.org/a/b",)))
    assert shown.body.foot.network.text() == "● Fetching example.org"
    shown.importer.end_with(outcome("https://example.org/a/b", Outcome.FAILED, reason="No answer."))
    assert shown.body.foot.network.text() == "○ Fetches when asked"


def test_panel_when_paused_by_its_button_then_the_focus_goes_to_continue_and_back(qtbot: QtBot) -> None:
    panel = ImportPanel()
    qtbot.addWidget(panel)
    panel.show_progress(ImportProgress(3, 9, "/in/a.html"))
    panel.show()
    panel.activateWindow()
    panel.hold.setFocus()
    qtbot.waitUntil(panel.hold.hasFocus)
    panel.show_held(held=True)
    assert panel.go_on.hasFocus()
    panel.show_held(held=False)
    assert panel.hold.hasFocus()
