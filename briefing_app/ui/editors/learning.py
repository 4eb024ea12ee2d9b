"""Learning from decisions: what there is to learn from, how well it went, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from briefing_app.domain.learning import Learnt, Part
from briefing_app.ui.counted import counted
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.learning import Measure, Trial
    from briefing_app.jobs.runner import Job
    from briefing_app.services.learning import LearningView
    from briefing_app.ui.context import UiContext

HEADINGS = {Part.SUGGESTIONS: "Which suggestions are right", Part.NAMES: "What is a name"}
INTRO = (
    "What you accepted, dismissed and corrected can teach the program, on this machine only. A third of your texts is "
    "held out to measure it. Nothing changes until you adopt it, and you can return at any time."
)
LEARNING = "Learning from your decisions; this can take some minutes. You can go on working; leave this open."


class LearningDialog(Editor):
    """Tries to learn, shows both measures before and after, and adopts only what is allowed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Learn from my decisions", context, parent)
        self._learnt = Learnt()
        self._view: LearningView | None = None
        self._jobs: list[Job] = []
        self.add_wide(PlainLabel(INTRO, wrap=True, parent=self))
        self.counts = PlainLabel("Looking it up…", "muted", wrap=True, parent=self)
        self.counts.setAccessibleName("What there is to learn from")
        self.add_wide(self.counts)
        self.parts = {part: PartCard(part, self) for part in Part}
        for card in self.parts.values():
            self.add_wide(card)
        self.learn_button = RoleButton("Try", parent=self)
        self.learn_button.setAccessibleName("Try to learn")
        self.forget_button = RoleButton("Return to the shipped one", parent=self)
        self.foot.insertWidget(0, self.forget_button)
        self.foot.insertWidget(self.foot.count() - 1, self.learn_button)
        self.save_button.setText("Adopt  Ctrl+⏎")
        self.save_button.setAccessibleName("Adopt what was learnt")
        self.cancel_button.setText("Close  Esc")
        self.cancel_button.setAccessibleName("Close")
        self.learn_button.clicked.connect(self.learn)
        self.forget_button.clicked.connect(self.forget)
        self._enable(learning=True)
        self._jobs.append(context.runner.read(context.services.learning.view, self._arrived, failed=self._lost))

    def learn(self) -> None:
        """Try what can be learnt, behind the window."""
        self.problem.hide()
        self.counts.setText(LEARNING)
        self._enable(learning=True)
        learn = self.context.services.learning.learn
        self._jobs.append(self.context.runner.read(learn, self._tried, failed=self._lost))

    def done(self, result: int) -> None:
        """Close; what is still being learnt is dropped."""
        for job in self._jobs:
            job.cancel()
        super().done(result)

    def save(self) -> None:
        """Adopt what is allowed."""
        if self._learnt.allowed:
            self.write(partial(self.context.services.learning.adopt, self._learnt), self._adopted)

    def forget(self) -> None:
        """Return to what was shipped."""
        self.write(self.context.services.learning.forget, self._forgotten)

    def _arrived(self, view: LearningView) -> None:
        self._view = view
        decisions = counted(view.decisions, "decision")
        names = counted(view.names, "corrected name")
        self.counts.setText(f"There are {decisions} on suggestions, {view.dismissed:,} of them dismissed, and {names}.")
        for part, card in self.parts.items():
            card.show_used(view.uses(part))
        self._enable()

    def _tried(self, learnt: Learnt) -> None:
        self._learnt = learnt
        if self._view is not None:
            self._arrived(self._view)
        for part, card in self.parts.items():
            card.show_trial(learnt.trial(part))
        self._enable()
        self.resize(self.sizeHint())
        (self.save_button if learnt.allowed else self.cancel_button).setFocus()

    def _lost(self, error: Exception) -> None:
        self._enable()
        self.refuse(str(error))

    def _adopted(self, parts: object) -> None:
        del parts
        self.context.messages.offer_undo("What was learnt is in use from now on.")

    def _forgotten(self, changed: object) -> None:
        words = "Suggestions and names are as they were shipped."
        if changed:
            self.context.messages.offer_undo(words)
        else:
            self.context.messages.tell(words)

    def _enable(self, *, learning: bool = False) -> None:
        used = self._view is not None and bool(self._view.adopted)
        self.save_button.setEnabled(not learning and bool(self._learnt.allowed))
        self.learn_button.setEnabled(not learning)
        self.forget_button.setEnabled(not learning and used)


class PartCard(QFrame):
    """One part of what can be learnt: what is in use of it, and how a trial went."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(HEADINGS[part])
        self._part = part
        self.used = PlainLabel(role="muted", parent=self)
        self.reason = PlainLabel(role="muted", wrap=True, parent=self)
        self.own = PlainLabel(parent=self)
        self.shipped = PlainLabel(parent=self)
        self.tells = PlainLabel(role="muted", wrap=True, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(HEADINGS[part], "heading", parent=self), 1)
        head.addWidget(self.used, 0, Qt.AlignmentFlag.AlignRight)
        grid.addLayout(head, 0, 0, 1, 2)
        self._labels = [PlainLabel(words, "muted", parent=self) for words in ("Your texts held out", "The shipped set")]
        for row, (label, value) in enumerate(zip(self._labels, (self.own, self.shipped), strict=True), 1):
            value.setAccessibleName(label.text())
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.reason, 3, 0, 1, 2)
        grid.addWidget(self.tells, 4, 0, 1, 2)
        self.show_used(None)

    def show_used(self, learnt: Learnt | None) -> None:
        """Show what is in use; None is the shipped one."""
        self.used.setText("As shipped" if learnt is None else "As learnt")
        if learnt is not None:
            self.show_trial(learnt.trial(self._part))
        else:
            self._measures(None)
            self.reason.setText("Not tried yet.")
            self.tells.hide()

    def show_trial(self, trial: Trial) -> None:
        """Show how a trial went."""
        self._measures(trial)
        self.reason.setText(trial.reason)
        self.tells.setText(f"Counts most against a suggestion: {'; '.join(trial.tells).rstrip('.')}.")
        self.tells.setVisible(bool(trial.tells) and trial.own.count > 0)

    def _measures(self, trial: Trial | None) -> None:
        for label, value, one in zip(
            self._labels,
            (self.own, self.shipped),
            (trial.own, trial.shipped) if trial is not None else (None, None),
            strict=True,
        ):
            measured = one is not None and one.count > 0
            label.setVisible(measured)
            value.setVisible(measured)
            value.setText(told(one) if one is not None and measured else "")


def told(measure: Measure) -> str:
    """Return a measure in words."""
    return f"right {measure.before:,} of {measure.count:,} before, {measure.after:,} after"
