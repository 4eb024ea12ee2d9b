"""The one place through which the user is told things."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from briefing_app.errors import UserError


class MessageKind(StrEnum):
    """How a message is shown: in passing, in passing with an Undo button, or until it is read."""

    TOLD = "told"
    DONE = "done"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user and what he may want to know besides."""

    kind: MessageKind
    sentence: str
    hint: str = ""


class Messages(QObject):
    """Says what happened; the window shows it, tests listen to `said`."""

    said = Signal(object)
    crashed = Signal(object)

    def tell(self, sentence: str) -> None:
        """Say something in passing."""
        self.said.emit(Message(MessageKind.TOLD, sentence))

    def offer_undo(self, sentence: str) -> None:
        """Say what was done, with a way to undo it."""
        self.said.emit(Message(MessageKind.DONE, sentence))

    def warn(self, trouble: Exception | str) -> None:
        """Say what went wrong; what we did wrong ourselves goes to the crash report instead."""
        if isinstance(trouble, UserError):
            self.said.emit(Message(MessageKind.WARNING, trouble.sentence, trouble.hint))
        elif isinstance(trouble, str):
            self.said.emit(Message(MessageKind.WARNING, trouble))
        else:
            self.crashed.emit(trouble)
