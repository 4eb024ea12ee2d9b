"""What the reader's decisions are good for: a measure of certainty, a file of corrections, a lesson."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from briefing_app.domain.certainty import is_changed
from briefing_app.domain.learning import LABEL
from briefing_app.ui.counted import counted
from briefing_app.ui.folders import Folders
from briefing_app.ui.widgets.boxes import PlainBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from briefing_app.domain.changes import Changes
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.editors.certainty import CertaintyDialog
    from briefing_app.ui.editors.learning import LearningDialog
    from briefing_app.ui.editors.rulings import RulingsDialog

FILTER = "JSON Lines (*.jsonl)"
NAME = "corrections.jsonl"


class LearningDeeds(QObject):
    """Runs them. Before a file is written, it is said that it will hold the text of articles."""

    ACTIONS = frozenset({"certainty", "export_corrections", "learn", "rulings"})

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._folders = Folders(context.settings)
        self._go: QAbstractButton | None = None
        context.changes.changed.connect(self._catch_up)

    def perform(self, action: str) -> None:
        """Run one of them."""
        from briefing_app.ui.editors.certainty import CertaintyDialog
        from briefing_app.ui.editors.learning import LearningDialog
        from briefing_app.ui.editors.rulings import RulingsDialog

        if action == "certainty":
            self._open(CertaintyDialog)
        elif action == "learn":
            self._learn(LearningDialog(self._context, self._window))
        elif action == "rulings":
            self._open(RulingsDialog)
        else:
            self._context.runner.read(self._context.services.corrections.count, self._ask)

    def write(self, path: str) -> None:
        """Write the corrections to a file."""
        if path:
            work = partial(self._context.services.corrections.export, Path(path))
            self._context.runner.read(work, partial(self._told, Path(path).name))

    def _open(self, kind: type[CertaintyDialog] | type[RulingsDialog]) -> None:
        dialog = kind(self._context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _learn(self, dialog: LearningDialog) -> None:
        """Show the dialog beside the window, in which one can go on working."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _catch_up(self, changes: Changes) -> None:
        """Have lists count what is shown now, and articles analysed again that what is learnt reads otherwise."""
        if is_changed(changes) and changes.origin != "machine" and not self._context.services.store.read_only:
            self._context.runner.write(self._context.services.certainty.settle)
        analyst = self._context.analyst
        if analyst is not None and changes.label == LABEL:
            self._context.runner.read(analyst.want_waiting)

    def _ask(self, articles: int) -> None:
        question = PlainBox(self._window)
        question.setIcon(QMessageBox.Icon.Information)
        question.setText("Export corrections")
        question.setInformativeText(
            f"The file will hold the whole text of {counted(articles, 'article')}, with the names and statements that "
            "you accepted, edited and dismissed. Keep it as you keep the articles themselves."
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go = question.addButton("Choose a file…", QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.buttonClicked.connect(self._on_answer)
        question.open()

    def _on_answer(self, button: object) -> None:
        if button is not self._go:
            return
        dialog = QFileDialog(self._window, "Export corrections", self._folders.start("corrections"), FILTER)
        dialog.selectFile(NAME)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jsonl")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, path: str) -> None:
        self._folders.used("corrections", path)
        self.write(path)

    def _told(self, name: str, articles: int) -> None:
        self._context.messages.tell(f"{name} holds the corrections of {counted(articles, 'article')}.")
