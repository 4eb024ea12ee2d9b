"""The parties at the top of the panel, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from briefing_app.ui.counted import counted
from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.buttons import PartyPill
from briefing_app.ui.widgets.flow import FlowLayout
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.panels.positions.rows import PartyChip
    from briefing_app.ui.theme import ThemeHolder

MOST = 12
"""Parties shown before the rest is asked for."""
LONGEST = 26
"""Characters of a name that a pill shows."""


_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PartyBar(QWidget):
    """Pills, one for each party; arrow keys go from one to the next. ``chosen`` tells the name."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Parties")
        self._theme = theme
        self._chips: tuple[PartyChip, ...] = ()
        self._active = ""
        self._all = False
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_chips(self, chips: Sequence[PartyChip], active: str) -> None:
        """Show the parties; pills that stay the same stay the same widgets."""
        if tuple(chips) == self._chips:
            self._check(active)
            return
        focused = self._focused()
        self._chips, self._active = tuple(chips), active
        self._build()
        self._check(active)
        if focused:
            self.focus(focused)

    def buttons(self) -> list[QAbstractButton]:
        """Return the pills in order."""
        return self._group.buttons()

    def focus(self, name: str = "") -> None:
        """Give a party's pill the focus, or the active one's."""
        wanted = name or self._active
        for button in self.buttons():
            if button.property("name") == wanted:
                button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from pill to pill in their order, wherever the lines break."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            pills = self.buttons()
            if step and isinstance(watched, QAbstractButton) and watched in pills:
                pill = pills[(pills.index(watched) + step) % len(pills)]
                pill.setFocus()
                pill.click()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        for button in self.buttons():
            self._group.removeButton(button)
        self._flow.clear()
        names = [chip.name for chip in self._chips]
        every = self._all or len(names) <= MOST or self._active in names[MOST:]
        for chip in self._chips if every else self._chips[:MOST]:
            self._add(chip)
        if not every:
            more = QPushButton(f"{len(self._chips) - MOST} more", self)
            more.setProperty("role", "pill")
            more.setAutoDefault(False)
            more.clicked.connect(self._show_all)
            self._flow.addWidget(more)
        self.updateGeometry()

    def _add(self, chip: PartyChip) -> None:
        name = visible(chip.name)
        short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        text = f"{short} {chip.count}" if chip.count else short
        text = text.replace("&", "&&")
        button: QPushButton
        if chip.colour:
            button = PartyPill(text, chip.colour, self._theme, self)
        else:
            button = QPushButton(text, self)
            button.setProperty("role", "pill")
            button.setAutoDefault(False)
            button.setCheckable(True)
        told = counted(chip.open, "suggestion") + " to review" if chip.open else ""
        button.setAccessibleName(f"{name}, {counted(chip.count, 'card')}" + (f", {told}" if told else ""))
        button.setToolTip(tip(f"{name}: {told}" if told else (name if short != name else "")))
        button.setProperty("name", chip.name)
        button.installEventFilter(self)
        self._group.addButton(button)
        self._flow.addWidget(button)

    def _check(self, active: str) -> None:
        self._active = active
        for button in self.buttons():
            button.setChecked(button.property("name") == active)

    def _focused(self) -> str:
        return next((str(one.property("name")) for one in self.buttons() if one.hasFocus()), "")

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("name")))

    def _show_all(self) -> None:
        self._all = True
        self._build()
        self._check(self._active)
        self.focus()
