"""What the window shows while an encrypted library waits for its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.ui.shell.wishes import LibraryWish, WishKind
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 420


class UnlockPage(QWidget):
    """Asks for the passphrase; ``wished`` tells it, ``other_wanted`` that another library is wanted."""

    wished = Signal(object)
    other_wanted = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QFrame(self)
        box.setProperty("role", "card")
        box.setMaximumWidth(WIDTH)
        title = PlainLabel(f"{path.stem} is locked", "heading", wrap=True)
        where = PlainLabel(str(path), "muted", wrap=True)
        self.secret = QLineEdit(box)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName("Passphrase")
        self.secret.setPlaceholderText("Passphrase")
        self.secret.returnPressed.connect(self._on_unlock)
        self.secret.textEdited.connect(self._on_edited)
        self.error = PlainLabel(role="danger", wrap=True, parent=box)
        self.error.hide()
        self.unlock = RoleButton("Unlock", "primary", box)
        self.unlock.clicked.connect(self._on_unlock)
        other = RoleButton("Another library…", "link", box)
        other.clicked.connect(self.other_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(other)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(28, 26, 28, 22)
        inside.setSpacing(10)
        for widget in (title, where, self.secret, self.error):
            inside.addWidget(widget)
        inside.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(box, 100)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)
        self.setFocusProxy(self.secret)

    def say_error(self, sentence: str) -> None:
        """Say why it stays locked; the passphrase can be given again at once."""
        self.unlock.setEnabled(True)
        self.secret.setEnabled(True)
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.secret.selectAll()
        self.secret.setFocus()
        announce(self, sentence)

    def _on_edited(self, text: str) -> None:
        del text
        self.error.hide()

    def _on_unlock(self) -> None:
        if not self.secret.text():
            self.say_error("Give the passphrase of this library.")
            return
        self.unlock.setEnabled(False)
        self.secret.setEnabled(False)
        self.wished.emit(LibraryWish(WishKind.UNLOCK, self._path, self.secret.text()))
