"""The strip above the footer that shows how an import goes and what became of each input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.ui.shell.outcomes import OutcomeModel
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = {
    Outcome.IMPORTED: "imported",
    Outcome.UPDATED: "updated",
    Outcome.DUPLICATE: "already there",
    Outcome.REFUSED: "refused",
    Outcome.FAILED: "failed",
}


def summed_up(outcomes: Sequence[ImportOutcome]) -> str:
    """Return an import in one sentence, such as “12 imported, 1 already there, 2 refused.”."""
    counts = {outcome: sum(one.outcome is outcome for one in outcomes) for outcome in WORDS}
    parts = [f"{number:,} {WORDS[outcome]}" for outcome, number in counts.items() if number]
    return f"{', '.join(parts)}." if parts else "Nothing was imported."


class ImportPanel(QFrame):
    """Shows progress, then the outcome until it is closed; ``cancelled`` asks to stop, ``chosen`` to open one."""

    cancelled = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setAccessibleName("Import")
        self._outcomes: list[ImportOutcome] = []
        self.words = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName("Import progress")
        self.cancel = RoleButton("Cancel", "quiet", self)
        self.cancel.clicked.connect(self.cancelled)
        self.details = RoleButton("Details…", "link", self)
        self.details.clicked.connect(self._on_details)
        self.close_button = IconButton("×", "Close import outcome", self)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 10, 3)
        layout.setSpacing(12)
        layout.addWidget(self.words, 1)
        for widget in (self.bar, self.cancel, self.details, self.close_button):
            layout.addWidget(widget)
        self.hide()

    def show_progress(self, done: int, total: int, current: str) -> None:
        """Show how far it is; ``total`` 0 where that is not known."""
        of = f"{min(done + 1, total):,} of {total:,}" if total else ""
        name = current if "://" in current else Path(current).name
        self.words.setText(" · ".join(part for part in (f"Importing {of}".strip(), name) if part))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._show(running=True)

    def show_outcome(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of it."""
        self._outcomes = list(outcomes)
        sentence = summed_up(outcomes)
        if len(outcomes) == 1 and outcomes[0].reason:
            sentence = f"{_name(outcomes[0])}: {outcomes[0].reason}"
        self.words.setText(sentence)
        self._show(running=False)
        announce(self, sentence)

    def _show(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.details.setVisible(not running and bool(self._outcomes))
        self.close_button.setVisible(not running)
        self.show()

    def _on_details(self) -> None:
        dialog = OutcomeDialog(self._outcomes, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.chosen)
        dialog.open()


class OutcomeDialog(QDialog):
    """Lists every input with what became of it and why; ``chosen`` gives the article that was activated."""

    chosen = Signal(str)

    def __init__(self, outcomes: Sequence[ImportOutcome], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import")
        self.resize(640, 420)
        self._model = OutcomeModel(outcomes, WORDS, self)
        self.list = QListView(self)
        self.list.setAccessibleName("Outcome of each input")
        self.list.setModel(self._model)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.activated.connect(self._on_activated)
        close = RoleButton("Close", "primary", self)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _on_activated(self) -> None:
        article = self._model.article(self.list.currentIndex().row())
        if article:
            self.accept()
            self.chosen.emit(article)


def _name(outcome: ImportOutcome) -> str:
    return outcome.title or Path(outcome.source).name or outcome.source
