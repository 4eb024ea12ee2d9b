"""From which certainty suggestions are shown, and whether the library's own decisions measure it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from briefing_app.domain.certainty import LEAST_DECISIONS
from briefing_app.ui.counted import counted
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from briefing_app.domain.certainty import Curve
    from briefing_app.services.certainty import CertaintyView
    from briefing_app.ui.context import UiContext

STEPS = (0, 20, 30, 40, 50, 60, 70, 80, 90, 95)
EXAMPLES = (0.5, 0.7, 0.9)


class CertaintyDialog(Editor):
    """Nothing changes before Save, and the change is one step that can be undone."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Certainty of suggestions", context, parent)
        self._view: CertaintyView | None = None
        choices = [(step, f"{step} % on" if step else "all, however uncertain") for step in STEPS]
        self.least = choice_box(choices, self)
        self.own = QCheckBox("Measure certainty by what I accepted and dismissed", self)
        self.hides = PlainLabel("Looking it up…", "muted", wrap=True, parent=self)
        self.hides.setAccessibleName("What it will hide")
        self.says = PlainLabel(role="muted", wrap=True, parent=self)
        self.says.setAccessibleName("What your decisions say")
        self.add_row("Show suggestions from", self.least)
        self.add_wide(self.hides)
        self.add_wide(self.own)
        self.add_wide(self.says)
        words = "It holds for this library: the side panel, the matrix and notes. What you decided on always stays."
        self.add_wide(PlainLabel(words, "muted", wrap=True, parent=self))
        self.save_button.setEnabled(False)
        self.least.currentIndexChanged.connect(self._tell)
        self.own.toggled.connect(self._tell)
        self.least.setFocus()
        context.runner.read(context.services.certainty.view, self._arrived, failed=self._lost)

    def save(self) -> None:
        """Keep the choice."""
        if self._view is None:
            return
        least, curve = self._chosen()
        work = partial(self.context.services.certainty.set, least, curve)
        self.write(work, self._kept)

    def _kept(self, answer: object) -> None:
        del answer
        self.context.messages.offer_undo("Suggestions are shown as you chose.")

    def _arrived(self, view: CertaintyView) -> None:
        self._view = view
        steps = sorted({*STEPS, round(view.holds.least * 100)})
        if self.least.count() != len(steps):
            self.least.addItem(f"{round(view.holds.least * 100)} % on", round(view.holds.least * 100))
        choose_data(self.least, round(view.holds.least * 100))
        self.own.setChecked(view.holds.curve is not None)
        drawn = view.proposed is not None or view.holds.curve is not None
        self.own.setEnabled(drawn and view.holds.scoring is None)
        self.says.setText(said(view))
        self.save_button.setEnabled(True)
        self._tell()

    def _lost(self, error: Exception) -> None:
        self.refuse(str(error))

    def _chosen(self) -> tuple[float, Curve | None]:
        view = self._view
        curve = (view.proposed or view.holds.curve) if view is not None and self.own.isChecked() else None
        return int(self.least.currentData()) / 100, curve

    def _tell(self) -> None:
        if self._view is not None:
            hidden, count = self._view.hidden(*self._chosen()), len(self._view.open)
            some = counted(count, "open suggestion")
            self.hides.setText(f"Hides {hidden:,} of the {some} of this library." if count else "")


def said(view: CertaintyView) -> str:
    """Return what the decisions of a library say of the machine's certainty."""
    if view.holds.scoring is not None:
        return "Certainty is as learnt from your decisions; what is more likely wrong than right is hidden."
    if view.proposed is None:
        return f"{LEAST_DECISIONS} decisions are needed for that; you have made {view.decisions}."
    parts = [f"Of {view.decisions:,} suggestions that you decided on, {view.right:,} were right."]
    parts += [f"{raw:.0%} sure becomes {view.proposed.at(raw):.0%}." for raw in EXAMPLES]
    return " ".join(parts)
