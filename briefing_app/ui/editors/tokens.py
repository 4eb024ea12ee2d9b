"""A field that holds several names or words, each in a pill that a click removes."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.buttons import PartyPill
from briefing_app.ui.widgets.flow import FlowLayout
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from briefing_app.ui.theme import ThemeHolder


class TokenInput(QLineEdit):
    """The line in which the next one is typed."""

    entered = Signal()
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the words with Enter or a comma; Backspace in an empty line takes the last pill away."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.text() in (",", ";") or (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain):
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed when the field is left, but not when its own list opens."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.entered.emit()


class TokenField(QWidget):
    """Pills and a line. ``changed`` comes with every change, ``typed`` with what is being typed."""

    changed = Signal()
    typed = Signal(str)

    def __init__(self, name: str, theme: ThemeHolder, hint: str = "Add", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: list[str] = []
        self._colours: Mapping[str, str] = {}
        self._known: list[str] = []
        self._pills: list[QPushButton] = []
        self.line = TokenInput(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self._choices = QStringListModel(self)
        completer = QCompleter(self._choices, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_completed)
        self.line.setCompleter(completer)
        self._flow = FlowLayout(self, gap=5)
        self._flow.addWidget(self.line)
        self.line.entered.connect(self.take_typed)
        self.line.emptied.connect(self._remove_last)
        self.line.textEdited.connect(self.typed)

    def values(self) -> tuple[str, ...]:
        """Return what the field holds, what is still being typed included."""
        pending = " ".join(self.line.text().split())
        return tuple(dict.fromkeys((*self._values, pending) if pending else self._values))

    def set_values(self, values: Iterable[str]) -> None:
        """Hold these."""
        self._values = list(dict.fromkeys(values))
        self._rebuild()

    def set_choices(self, choices: Iterable[str], colours: Mapping[str, str] | None = None) -> None:
        """Offer these names; ``colours`` are the party colours of some."""
        self._known = list(dict.fromkeys(choices))
        if colours is not None:
            self._colours = colours
            self._rebuild()
        self._choices.setStringList(self._known)

    def offer(self, more: Iterable[str]) -> None:
        """Offer names besides, as they are found."""
        self._choices.setStringList(list(dict.fromkeys((*self._known, *more))))

    def add(self, value: str) -> None:
        """Hold one more, written as the choices write it."""
        flat = " ".join(value.split())
        exact = next((one for one in self._choices.stringList() if one.casefold() == flat.casefold()), flat)
        if exact and exact not in self._values:
            self._values.append(exact)
            self._rebuild()
            self.changed.emit()

    def remove(self, value: str) -> None:
        """Hold one less."""
        if value in self._values:
            self._values.remove(value)
            self._rebuild()
            self.line.setFocus()
            self.changed.emit()

    def take_typed(self) -> None:
        """Turn what was typed into a pill."""
        words = self.line.text()
        self.line.clear()
        self.add(words)

    def pills(self) -> list[QPushButton]:
        """Return the pills in order."""
        return list(self._pills)

    def minimumSizeHint(self) -> QSize:
        """Never make the form wider than it is."""
        return QSize(self.line.fontMetrics().averageCharWidth() * 20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the line take the whole width while it stands alone."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        least = self.line.fontMetrics().averageCharWidth() * 18
        self.line.setMinimumWidth(least if self._values else max(least, self.width()))

    def _on_completed(self, words: str) -> None:
        self.add(words)
        QTimer.singleShot(0, self.line.clear)  # the completer writes its words after this signal

    def _remove_last(self) -> None:
        if self._values:
            self.remove(self._values[-1])

    def _rebuild(self) -> None:
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        self._pills = [self._pill(value) for value in self._values]
        for pill in self._pills:
            self._flow.addWidget(pill)
            pill.show()
        self._flow.addWidget(self.line)
        self._stretch()
        for before, after in pairwise([self, *self._pills, self.line]):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _pill(self, value: str) -> QPushButton:
        shown = visible(value).replace("&", "&&")
        words = f"{shown if len(shown) < 44 else shown[:42] + '…'}  ×"
        colour = self._colours.get(value, "")
        if colour:
            pill: QPushButton = PartyPill(words, colour, self._theme, self)
            pill.setCheckable(False)
        else:
            pill = QPushButton(words, self)
            pill.setProperty("role", "pill")
            pill.setAutoDefault(False)
        pill.setAccessibleName(f"Remove {value}")
        pill.setToolTip(tip(f"Remove {value}"))
        pill.clicked.connect(partial(self.remove, value))
        return pill
