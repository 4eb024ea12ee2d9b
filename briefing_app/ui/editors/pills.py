"""Pills of which one, or any number, is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from briefing_app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Pills(QWidget):
    """Pills by their words. With ``one`` exactly one is chosen; arrow keys go from one to the next."""

    changed = Signal()

    def __init__(
        self, name: str, words: Sequence[str], *, one: bool, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(one)
        flow = FlowLayout(self, gap=5)
        for place, word in enumerate(words, 1):
            button = QPushButton(word, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "pill")
            button.setAccessibleName(f"{name}: {word}")
            if kind:
                button.setProperty(kind, word)
                button.setToolTip(f"{word} ({place})")
            self._group.addButton(button)
            flow.addWidget(button)
        self._group.buttonToggled.connect(self._on_toggled)
        if words:
            self.setFocusProxy(self.buttons()[0])

    def buttons(self) -> list[QAbstractButton]:
        """Return the pills in order."""
        return self._group.buttons()

    def chosen(self) -> tuple[str, ...]:
        """Return the words of those chosen."""
        return tuple(button.text() for button in self.buttons() if button.isChecked())

    def choose(self, words: Iterable[str]) -> None:
        """Choose these."""
        wanted = set(words)
        for button in self.buttons():
            if button.text() in wanted or not self._group.exclusive():
                button.setChecked(button.text() in wanted)

    def choose_place(self, place: int) -> None:
        """Choose the one at a place from 0 and give it the focus."""
        if 0 <= place < len(self.buttons()):
            self.buttons()[place].setChecked(True)
            self.buttons()[place].setFocus()

    def focus_chosen(self) -> None:
        """Give the focus to the one chosen, or to the first."""
        next((button for button in self.buttons() if button.isChecked()), self.buttons()[0]).setFocus()

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        del button
        if checked or not self._group.exclusive():
            self.changed.emit()
