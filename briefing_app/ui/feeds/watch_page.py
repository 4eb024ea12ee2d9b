"""The page of the watch folder: which it is, where its files go, and what became of the latest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from briefing_app.domain.importing import Outcome
from briefing_app.domain.tricks import visible
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.folders import Folders
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel, SectionLabel, set_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.importing import ImportOutcome

WHAT = (
    "Files that come into this folder, or into one below it, are taken in by themselves while the window is open. They "
    "are only read: never moved, changed or deleted. Hidden and unfinished files are passed over."
)
NONE = "No folder is watched."
QUIET = "Nothing has come in since the window was opened."
WORDS = {
    Outcome.IMPORTED: "taken in",
    Outcome.UPDATED: "taken in as a new version",
    Outcome.DUPLICATE: "already there",
    Outcome.REFUSED: "refused",
    Outcome.FAILED: "failed",
}


class WatchPage(QWidget):
    """Signals tell what the reader wants: a folder (with what lies there or without), none, or another dossier."""

    folder_wanted = Signal(str, bool)
    stop_wanted = Signal()
    dossier_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, folders: Folders | None = None) -> None:
        super().__init__(parent)
        self._folders = folders or Folders()
        self.folder = ElidedLabel(NONE, mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.choose = RoleButton("Choose folder…", "", self)
        self.choose.clicked.connect(self._on_choose)
        self.stop = RoleButton("Stop watching", "", self)
        self.stop.clicked.connect(self.stop_wanted)
        self.stop.hide()
        self.present = QCheckBox("Also take in what lies there already", self)
        self.present.setChecked(True)
        self.dossier = choice_box([("", "No dossier")], self)
        self.dossier.setAccessibleName("Into dossier")
        self.dossier.activated.connect(self._on_dossier)
        self.words = PlainLabel(role="muted", wrap=True, parent=self)
        self.words.hide()
        self.list = QListWidget(self)
        self.list.setAccessibleName("What became of the latest files")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.quiet = PlainLabel(QUIET, "muted", wrap=True, parent=self)
        self._lay_out()

    def show_folder(self, folder: str, dossier: str, dossiers: Sequence[Dossier]) -> None:
        """Show what is watched."""
        self.folder.setText(visible(folder) or NONE)
        self.stop.setVisible(bool(folder))
        self.choose.setText("Another folder…" if folder else "Choose folder…")
        self.dossier.clear()
        for ref, name in [("", "No dossier"), *((str(one.id), one.name) for one in dossiers)]:
            self.dossier.addItem(visible(name), ref)
        choose_data(self.dossier, dossier)

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of the latest files, the last one first."""
        self.list.clear()
        for one in outcomes:
            name = visible(one.title or Path(one.source).name)
            self.list.addItem(f"{name}\n{WORDS[one.outcome]}{f' · {visible(one.reason)}' if one.reason else ''}")
        self.list.setVisible(bool(outcomes))
        self.quiet.setVisible(not outcomes)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of something."""
        set_role(self.words, "danger" if trouble else "muted")
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def show_busy(self, *, busy: bool) -> None:
        """Show that a folder is being looked through."""
        self.choose.setEnabled(not busy)
        self.stop.setEnabled(not busy)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choose)
        line.addWidget(self.stop)
        line.addStretch(1)
        form = QFormLayout()
        form.addRow("Into dossier", self.dossier)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(SectionLabel("Watch folder"))
        layout.addWidget(PlainLabel(WHAT, "muted", wrap=True))
        layout.addWidget(self.folder)
        layout.addLayout(line)
        layout.addWidget(self.present)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addSpacing(14)
        layout.addWidget(SectionLabel("Lately"))
        layout.addWidget(self.quiet)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Choose the folder to watch", self._folders.start("watch"))
        if folder:
            self._folders.used("watch", folder)
            self.folder_wanted.emit(folder, self.present.isChecked())

    def _on_dossier(self) -> None:
        self.dossier_wanted.emit(str(self.dossier.currentData()))
