"""The reader's own reading of a position: another stance than its statements add up to, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance
from briefing_app.ui.editors.boxes import Lines, lines_high
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.pills import Pills
from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.position import Position
    from briefing_app.ui.context import UiContext

TELLS = "It holds from today on, in the panel, the matrix and notes, where the reason is printed with it."


class OverrideDialog(Editor):
    """Nothing changes before Save, and the change is one step that can be undone."""

    def __init__(self, context: UiContext, dossier: str, position: Position, parent: QWidget | None = None) -> None:
        super().__init__("Read a position otherwise", context, parent)
        self._dossier, self._position = dossier, position
        own = position.override
        derived = position.derived or position.stance
        self.add_wide(PlainLabel(visible(f"{position.party} · {position.issue}"), "heading", wrap=True, parent=self))
        self.add_wide(PlainLabel(f"Its statements add up to: {derived}.", "muted", parent=self))
        self.stance = Pills("Stance", [one.value for one in Stance], one=True, kind="stance", parent=self)
        self.stance.choose([str(position.stance)])
        self.words = Lines(self)
        self.words.setPlaceholderText("What the party holds, in a few words; may stay empty")
        self.words.setPlainText(own.paraphrase if own is not None else "")
        lines_high(self.words, 2)
        self.reason = Lines(self)
        self.reason.setPlaceholderText("Why you read it otherwise")
        self.reason.setPlainText(own.reason if own is not None else "")
        lines_high(self.reason, 3)
        self.add_row("You read it as", self.stance)
        self.add_row("In words", self.words)
        self.add_row("Reason", self.reason)
        self.add_wide(PlainLabel(TELLS, "muted", wrap=True, parent=self))
        self.stance.setFocus()

    def save(self) -> None:
        """Keep the reading; without a reason it is refused."""
        reason = " ".join(self.reason.toPlainText().split())
        if not reason:
            self.refuse("Say why you read this position otherwise: the reason goes with it into notes.", self.reason)
            return
        work = partial(
            self.context.services.positions.override,
            self._dossier,
            self._position.party,
            self._position.issue,
            Stance(self.stance.chosen()[0]),
            reason,
            self.words.toPlainText(),
        )
        self.write(work, self._kept)

    def _kept(self, answer: object) -> None:
        del answer
        self.context.messages.offer_undo("Your reading of the position is kept.")
