"""The list of the last imports, and of what became of each input of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from briefing_app.domain.importing import ImportOutcome, ImportRun, Outcome
from briefing_app.ui.counted import counted
from briefing_app.ui.folders import Folders
from briefing_app.ui.shell.import_words import WORDS, run_words
from briefing_app.ui.shell.outcomes import ROW, OutcomeDelegate, OutcomeModel
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.cards import EmptyState
from briefing_app.ui.widgets.fixed_list import FixedList
from briefing_app.ui.widgets.flow import FlowLayout
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from briefing_app.ui.context import UiContext

FILES = "CSV for spreadsheets (*.csv);;JSON Lines (*.jsonl)"
NONE = ("No import yet", "What became of each file, page and text that you import is kept here.")


class ImportsDialog(QDialog):
    """Shows an import, the latest at first; ``chosen`` gives the article that was asked for."""

    chosen = Signal(str)

    def __init__(self, context: UiContext, run: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._wanted = context, run
        self._folders = Folders(context.settings)
        self.setWindowTitle("Last imports")
        self.resize(680, 520)
        self.runs = QComboBox(self)
        self.runs.setAccessibleName("Import")
        self.runs.currentIndexChanged.connect(self._on_run)
        self.model = OutcomeModel(parent=self)
        self.list = FixedList(ROW, self)
        self.list.setAccessibleName("Outcome of each input")
        self.list.setModel(self.model)
        self.list.setItemDelegate(OutcomeDelegate(context.theme, self.list))
        self.list.setMouseTracking(True)
        self.list.activated.connect(self._on_open)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.empty = EmptyState(*NONE, parent=self)
        self.told = PlainLabel(role="muted", wrap=True, parent=self)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setMinimumHeight(52)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.export = RoleButton("Export…", "", self)
        self.export.clicked.connect(self._on_export)
        self.open_button = RoleButton("Open article", "", self)
        self.open_button.clicked.connect(self._on_open)
        self.close_button = RoleButton("Close", "primary", self)
        self.close_button.clicked.connect(self.accept)
        self._filters = QButtonGroup(self)
        self._filters.setExclusive(True)
        self._filters.buttonClicked.connect(self._on_filter)
        self._kinds: list[Outcome | None] = []
        self._pills = FlowLayout()
        self._lay_out()
        self._show_some(some=True)
        self._enable()
        context.runner.read(context.services.importing.runs.latest, self._take_runs, key="imports.runs")

    def _lay_out(self) -> None:
        end = QHBoxLayout()
        end.addWidget(self.export)
        end.addStretch(1)
        end.addWidget(self.open_button)
        end.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.runs)
        layout.addLayout(self._pills)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addLayout(end)

    def _take_runs(self, runs: list[ImportRun]) -> None:
        self.runs.blockSignals(True)
        for run in runs:
            self.runs.addItem(run_words(run), run)
        place = next((number for number, run in enumerate(runs) if run.id == self._wanted), 0)
        self.runs.setCurrentIndex(place if runs else -1)
        self.runs.blockSignals(False)
        self.runs.setEnabled(len(runs) > 1)
        self._show_some(some=bool(runs))
        self._on_run()

    def _show_some(self, *, some: bool) -> None:
        """Show the parts of a list, or what will stand here."""
        self.empty.setVisible(not some)
        for widget in (self.runs, self.list, self.told, self.export, self.open_button):
            widget.setVisible(some)

    @property
    def _run(self) -> ImportRun | None:
        run = self.runs.currentData(Qt.ItemDataRole.UserRole)
        return run if isinstance(run, ImportRun) else None

    def _on_run(self) -> None:
        run = self._run
        if run is None:
            self._enable()
            return
        runs = self._context.services.importing.runs
        self._context.runner.read(lambda: runs.outcomes(run.id), self._take_outcomes, key="imports.outcomes")

    def _take_outcomes(self, outcomes: list[ImportOutcome]) -> None:
        self.model.show(outcomes)
        self._offer(outcomes)
        waiting = self._run.waiting if self._run is not None else 0
        left = counted(waiting, "input has", "inputs have")
        self.told.setText(f"{left} not been looked at." if waiting else "")
        if outcomes:
            self.list.setCurrentIndex(self.model.index(0))
        self._enable()

    def _offer(self, outcomes: list[ImportOutcome]) -> None:
        """Offer a filter for each way in which an input ended."""
        for button in self._filters.buttons():
            self._filters.removeButton(button)
            button.hide()
            button.deleteLater()
        counts = {kind: sum(one.outcome is kind for one in outcomes) for kind in WORDS}
        self._kinds = [None, *(kind for kind, number in counts.items() if number)]
        for number, kind in enumerate(self._kinds):
            words = f"All {len(outcomes):,}" if kind is None else f"{WORDS[kind].capitalize()} {counts[kind]:,}"
            pill = QPushButton(words, self)
            pill.setProperty("role", "pill")
            pill.setCheckable(True)
            pill.setChecked(kind is None)
            pill.setAutoDefault(False)
            self._filters.addButton(pill, number)
            self._pills.addWidget(pill)
            pill.show()

    def _on_filter(self, button: QAbstractButton) -> None:
        self.model.narrow(self._kinds[self._filters.id(button)])
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self._enable()

    def _on_current(self, current: QModelIndex) -> None:
        one = self.model.at(current.row())
        if one is not None:
            self.told.setText(f"{one.source}\n{one.reason}".strip())
        self._enable()

    def _enable(self) -> None:
        one = self.model.at(self.list.currentIndex().row())
        self.open_button.setEnabled(one is not None and bool(one.article))
        self.export.setEnabled(self.model.rowCount() > 0)

    def _on_open(self) -> None:
        one = self.model.at(self.list.currentIndex().row())
        if one is not None and one.article:
            self.accept()
            self.chosen.emit(one.article)

    def _on_export(self) -> None:
        run, kind = self._run, self._kinds[self._filters.checkedId()] if self._filters.checkedId() >= 0 else None
        start = self._folders.start("imports", "import.csv")
        path, _ = QFileDialog.getSaveFileName(self, "Export the list", start, FILES)
        if path:
            self._folders.used("imports", path)
        if path and run is not None:
            runs = self._context.services.importing.runs
            self._context.runner.write(lambda: runs.export(run.id, Path(path), kind), self._on_exported)

    def _on_exported(self, path: Path) -> None:
        self._context.messages.tell(f"Wrote {path}.")
