"""The form of a note's title and header block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from briefing_app.ui.note.parts import FIELDS, MORE, PRINTING, PURPOSES
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class HeaderForm(QWidget):
    """Fields in two columns; ``changed`` tells that something was typed or chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        self._rare: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._filling = False
        place = 0
        for key, label, hint in FIELDS:
            wide = key == "title"
            widget = self._choice(key, label, PURPOSES) if key == "purpose" else self._line(key, label, hint)
            place = self._put_in(widget, label, place, wide=wide)
        self.more = RoleButton("More fields", "link", self)
        self.more.clicked.connect(self._on_more)
        self._grid.addWidget(self.more, (place + 1) // 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        place += 2 - place % 2 + 2
        for key, label, hint in MORE:
            place = self._put_in(self._line(key, label, hint), label, place, rare=True)
        for key, label, choices in PRINTING:
            place = self._put_in(self._choice(key, label, choices), label, place, rare=True)
        self._show_rare(on=False)

    @property
    def first(self) -> QLineEdit:
        """Return the field that takes the focus."""
        return self._lines["title"]

    def fields(self) -> tuple[QWidget, ...]:
        """Return all fields."""
        return (*self._lines.values(), *self._choices.values())

    def put(self, texts: Mapping[str, str]) -> None:
        """Show the header's texts; fields that are not printed often are shown when they say something."""
        self._filling = True
        for key, line in self._lines.items():
            if line.text() != texts.get(key, ""):
                line.setText(texts.get(key, ""))
        for key, box in self._choices.items():
            box.setCurrentIndex(max(0, box.findData(_known(key, texts.get(key, "")))))
        self._filling = False
        rare = [key for key, *_ in (*MORE, *PRINTING)]
        if any(texts.get(key) for key in rare):
            self._show_rare(on=True)

    def texts(self) -> dict[str, str]:
        """Return the header's texts as they stand."""
        typed = {key: line.text() for key, line in self._lines.items()}
        return {**typed, **{key: str(box.currentData()) for key, box in self._choices.items()}}

    def _line(self, key: str, label: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        line.textChanged.connect(self._tell)
        self._lines[key] = line
        return line

    def _choice(self, key: str, label: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(label)
        box.view().setAccessibleName(label)
        for value, words in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._tell)
        self._choices[key] = box
        return box

    def _put_in(self, widget: QWidget, label: str, place: int, *, wide: bool = False, rare: bool = False) -> int:
        row, column = divmod(place, 2)
        name = PlainLabel(label, "muted", parent=self)
        name.setBuddy(widget)
        self._grid.addWidget(name, row, column * 2)
        self._grid.addWidget(widget, row, column * 2 + 1, 1, 3 if wide else 1)
        if rare:
            self._rare += [name, widget]
        return place + (2 if wide else 1)

    def _on_more(self) -> None:
        self._show_rare(on=not self._rare[0].isVisibleTo(self))

    def _show_rare(self, *, on: bool) -> None:
        for widget in self._rare:
            widget.setVisible(on)
        self.more.setText("Fewer fields" if on else "More fields")

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()


def _known(key: str, text: str) -> str:
    if key == "purpose":
        return PURPOSES[1][0] if "decision" in text.casefold() else PURPOSES[0][0]
    return "" if text in ("", "yes", "short") else text
