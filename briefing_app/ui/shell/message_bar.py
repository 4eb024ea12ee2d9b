"""What the program says to the reader: in passing with an Undo button, or until it was read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing_app.ui.messages import Message, MessageKind
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, set_role

STAYS = 7000
"""Milliseconds for which a passing message is shown."""
ABOVE = 8
WIDEST = 640


class MessageBar(QFrame):
    """Floats at the foot of ``above``, over no strip and no bar below it.

    A warning stays until it is closed; a newer message takes its place.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._over = parent, above or parent
        self._queue: list[Message] = []
        self.sentence = PlainLabel(wrap=True, parent=self)
        self.undo = RoleButton("Undo", "", self)
        self.undo.clicked.connect(self._on_undo)
        self.close_button = IconButton("×", "Close message", self)
        self.close_button.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(12)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.undo)
        layout.addWidget(self.close_button)
        self._passing = QTimer(self, singleShot=True, interval=STAYS)
        self._passing.timeout.connect(self.dismiss)
        self._over.installEventFilter(self)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message; a passing one waits behind a warning that has not been closed."""
        if self.isVisible() and self._warning and message.kind is not MessageKind.WARNING:
            self._queue.append(message)
            return
        self._warning = message.kind is MessageKind.WARNING
        self.sentence.setText(f"{message.sentence} {message.hint}".strip())
        self.undo.setVisible(message.kind is MessageKind.DONE)
        self.setAccessibleName(self.sentence.text())
        set_role(self, "error" if self._warning else "toast")
        for child in (self.sentence, self.undo, self.close_button):
            child.style().unpolish(child)
            child.style().polish(child)
        self._passing.stop()
        if not self._warning:
            self._passing.start()
        self.show()
        self._place()
        self.raise_()
        announce(self, self.sentence.text())

    def dismiss(self) -> None:
        """Close the message, and show the one waiting behind it."""
        self._passing.stop()
        self.hide()
        if self._queue:
            self.say(self._queue.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    _warning = False

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo_wanted.emit()

    def _place(self) -> None:
        room = self._room.size()
        layout = self.layout()
        words = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text())
        beside = sum(one.sizeHint().width() for one in (self.undo, self.close_button) if not one.isHidden())
        width = min(WIDEST, room.width() - 40, words + beside + 60)
        height = layout.heightForWidth(width) if layout else self.sizeHint().height()
        foot = self._over.mapTo(self._room, self._over.rect().bottomLeft()).y()
        self.setGeometry((room.width() - width) // 2, foot - height - ABOVE, width, height)
