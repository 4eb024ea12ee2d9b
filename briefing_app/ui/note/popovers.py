"""Small sheets under the buttons of the bar: the as-of date, and the handling mark."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.domain.handling import TLP, marking
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")


class Popover(QFrame):
    """A form in a floating frame; Enter uses it, Esc closes it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(name, "strong", parent=self))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(10)
        layout.addLayout(self.form)
        self.trouble = PlainLabel(role="danger", wrap=True, parent=self)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        layout.addLayout(self.buttons)

    def open_below(self, anchor: QWidget) -> None:
        """Show it under a button, inside the screen."""
        self.trouble.hide()
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        self.move(max(place.x(), 4), place.y())
        self.show()

    def use(self) -> None:
        """Use what the form says; each popover does it its own way."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the form on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use()
        else:
            super().keyPressEvent(event)

    def _field(self, label: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(label)
        field.setMinimumWidth(190)
        self.form.addRow(PlainLabel(label, parent=self), field)
        return field

    def _button(self, text: str, role: str = "") -> RoleButton:
        button = RoleButton(text, role, self)
        self.buttons.addWidget(button)
        return button


class AsOfPopover(Popover):
    """Asks for the moment as of which the note tells; ``chosen(iso)``, empty for now."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Evidence as of", parent)
        self.day = self._field("Day", "2025-12-22; empty for now")
        self.hour = self._field("Time, UTC", "09:00; empty for the whole day")
        self._button("Now").clicked.connect(self._on_now)
        self._button("Use", "primary").clicked.connect(self.use)

    def open_for(self, as_of: str, anchor: QWidget) -> None:
        """Show the moment chosen now."""
        found = _MOMENT.match(as_of)
        self.day.setText(found[1] if found else as_of)
        self.hour.setText(found[2] or "" if found else "")
        self.open_below(anchor)
        self.day.setFocus()

    def use(self) -> None:
        """Take the moment, or say what is wrong with it."""
        try:
            chosen = moment_of(self.day.text(), self.hour.text())
        except ValueError:
            self.trouble.setText("Give the day as 2025-12-22 and the time as 09:00.")
            self.trouble.show()
            self.adjustSize()
            return
        self.hide()
        self.chosen.emit(chosen)

    def _on_now(self) -> None:
        self.hide()
        self.chosen.emit("")


def moment_of(day: str, hour: str) -> str:
    """Return an ISO day, or moment in UTC; ValueError for what is neither. No day is now."""
    if not day.strip():
        return ""
    on = date.fromisoformat(day.strip())
    if not hour.strip():
        return on.isoformat()
    at = time.fromisoformat(hour.strip())
    return f"{on.isoformat()}T{at.hour:02}:{at.minute:02}:00+00:00"


_BY_SOURCES, _NONE = "As its sources", "No label"


class HandlingPopover(Popover):
    """Asks for the handling mark; ``chosen(mark)``: a text, or None to mark the note as its sources are."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Handling", parent)
        self.label = QComboBox(self)
        self.label.setAccessibleName("TLP label")
        self.label.view().setAccessibleName("TLP label")
        self.label.addItems([_BY_SOURCES, *(one.name for one in TLP), _NONE])
        self.form.addRow(PlainLabel("TLP label", parent=self), self.label)
        self.national = self._field("National marking", "as your service words it")
        self._button("Use", "primary").clicked.connect(self.use)

    def open_for(self, mark: str | None, anchor: QWidget) -> None:
        """Show the mark chosen now; None is as its sources are."""
        held = marking(mark or "")
        by_sources = mark is None
        self.label.setCurrentText(_BY_SOURCES if by_sources else held.tlp.name if held.tlp else _NONE)
        self.national.setText(held.national)
        self.open_below(anchor)
        self.label.setFocus()

    def use(self) -> None:
        """Take the mark."""
        label, national = self.label.currentText(), self.national.text().strip()
        self.hide()
        if label == _BY_SOURCES and not national:
            self.chosen.emit(None)
        else:
            tlp = "" if label in (_BY_SOURCES, _NONE) else label
            self.chosen.emit(str(marking(f"{tlp} {national}")))
