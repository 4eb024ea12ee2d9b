"""The strip above the footer that shows how an import goes, offers to go on with one, and sums it up."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from briefing_app.jobs.importing import ImportProgress
from briefing_app.ui.shell.import_words import (
    continue_words,
    counts_of,
    interrupted_words,
    pace_words,
    progress_words,
    summed_up,
)
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from briefing_app.domain.importing import ImportOutcome, ImportRun
    from briefing_app.jobs.importing import ImportReport

TIGHT = 860
"""Width below which pace and time left are a tool tip only."""


class Phase(Enum):
    """What the strip shows."""

    RUNNING = auto()
    HELD = auto()
    INTERRUPTED = auto()
    OVER = auto()


class ImportPanel(QFrame):
    """Shows one import at a time. ``listed`` asks for the list of an import (its id, empty for the one under way)."""

    cancelled = Signal()
    held = Signal()
    gone_on = Signal()
    dropped = Signal()
    listed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Import")
        self._progress = ImportProgress(0, 0, "")
        self.phase = Phase.OVER
        self.words = ElidedLabel(mode=Qt.TextElideMode.ElideRight, parent=self)
        self.pace = PlainLabel(role="muted", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName("Import progress")
        self.go_on = self._button("Continue", "primary", self.gone_on)
        self.hold = self._button("Pause", "quiet", self.held)
        self.cancel = self._button("Cancel", "quiet", self.cancelled)
        self.drop = self._button("Leave the rest out", "quiet", self.dropped)
        self.details = self._button("List…", "link", self.listed)
        self.close_button = IconButton("×", "Close import outcome", self)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 10, 3)
        layout.setSpacing(12)
        layout.addWidget(self.words, 1)
        for widget in (
            *(self.pace, self.bar, self.go_on, self.hold, self.cancel),
            *(self.drop, self.details, self.close_button),
        ):
            layout.addWidget(widget)
        self.hide()

    def _button(self, text: str, role: str, signal: object) -> RoleButton:
        button = RoleButton(text, role, self)
        button.clicked.connect(signal)
        return button

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far it is; a ``total`` of 0 is not known."""
        self._progress = progress
        paused = self.phase is Phase.HELD
        self.words.setText(progress_words(progress, paused=paused))
        self.pace.setText("" if paused else pace_words(progress))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._show(Phase.HELD if paused else Phase.RUNNING)

    def show_held(self, *, held: bool) -> None:
        """Show that it is held, or goes on."""
        here = self.hold.hasFocus() or self.go_on.hasFocus()
        self.phase = Phase.HELD if held else Phase.RUNNING
        self.show_progress(self._progress)
        if here:  # the button pressed is hidden now: the next in line, Cancel, must not get the next press
            (self.go_on if held else self.hold).setFocus()
        announce(self, self.words.text())

    def show_interrupted(self, run: ImportRun) -> None:
        """Offer to go on with an import that was cut short."""
        self.words.setText(interrupted_words(run))
        self.go_on.setText(continue_words(run))
        self._show(Phase.INTERRUPTED)
        announce(self, self.words.text())

    def show_report(self, report: ImportReport) -> None:
        """Show what became of it."""
        run = report.run
        counts = run.counts if run is not None else counts_of(report.outcomes)
        sentence = summed_up(counts, left=run.waiting if run is not None and not run.unfinished else 0)
        if len(report.outcomes) == 1 and report.outcomes[0].reason:
            sentence = f"{_name(report.outcomes[0])}: {report.outcomes[0].reason}"
        if report.problem:
            sentence = report.problem
        self.words.setText(sentence)
        if run is not None and run.unfinished and run.waiting:
            self.go_on.setText(continue_words(run))
            self._show(Phase.INTERRUPTED)
        else:
            self._show(Phase.OVER, listed=run is not None)
        announce(self, sentence)

    def _show(self, phase: Phase, *, listed: bool = True) -> None:
        self.phase = phase
        running = phase in (Phase.RUNNING, Phase.HELD)
        if phase is Phase.HELD:
            self.go_on.setText("Continue")
        self.bar.setVisible(running)
        self.pace.setVisible(running and bool(self.pace.text()) and self.width() >= TIGHT)
        self.words.setToolTip(self.pace.text() if running else "")
        self.hold.setVisible(phase is Phase.RUNNING and self._progress.total > 1)
        self.go_on.setVisible(phase in (Phase.HELD, Phase.INTERRUPTED))
        self.cancel.setVisible(running)
        self.drop.setVisible(phase is Phase.INTERRUPTED)
        self.details.setVisible(listed and (not running or self._progress.total > 1))
        self.close_button.setVisible(not running)
        self.show()


def _name(outcome: ImportOutcome) -> str:
    return outcome.title or Path(outcome.source).name or outcome.source
