"""The table of actions made into Qt's: keys, menus, and who runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefing_app.ui.actions import ACTIONS, BY_ID, WRITES, Menu, Scope, keys_of

if TYPE_CHECKING:
    from briefing_app.ui.shell.performer import Performer


class ActionSet(QObject):
    """One QAction for each entry of the table; those that nobody performs yet are not shown."""

    def __init__(self, window: QWidget, remapped: dict[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._performers: list[Performer] = []
        self.may_write = True
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self.actions: dict[str, QAction] = {}
        for entry in ACTIONS:
            action = QAction(entry.text, self)
            action.setData(entry.id)
            action.setToolTip(entry.description)
            action.setCheckable(entry.checkable)
            action.setVisible(False)
            anywhere = Scope.WINDOW in entry.scopes
            action.setShortcutContext(
                Qt.ShortcutContext.WindowShortcut if anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            self._group.addAction(action)
            self.actions[entry.id] = action
            if anywhere:
                window.addAction(action)
        self.set_keys(remapped)
        self._group.triggered.connect(self._on_triggered)

    def set_keys(self, remapped: dict[str, str]) -> None:
        """Use the keys of the table, and the reader's own where he set some."""
        for entry in ACTIONS:
            self.actions[entry.id].setShortcuts([QKeySequence(key) for key in keys_of(entry, remapped)])

    def bind(self, scope: Scope, widget: QWidget) -> None:
        """Let the keys of ``scope`` work while the focus is in ``widget``."""
        widget.addActions([self.actions[entry.id] for entry in ACTIONS if scope in entry.scopes])

    def add(self, performer: Performer) -> None:
        """Let ``performer`` run the actions it knows; they appear in the menus, those that write only if one may."""
        self._performers.append(performer)
        for action in performer.ACTIONS:
            if action in self.actions and (self.may_write or action not in WRITES):
                self.actions[action].setVisible(True)

    def remove(self, performer: Performer) -> None:
        """Take back the actions of ``performer``."""
        self._performers.remove(performer)
        for action in performer.ACTIONS:
            if action in self.actions:
                self.actions[action].setVisible(False)

    def perform(self, action: str) -> None:
        """Run an action by its id; nothing happens while it is off."""
        if self.actions[action].isEnabled():
            self.actions[action].trigger()

    def enable(self, action: str, on: bool) -> None:
        """Switch an action on or off."""
        self.actions[action].setEnabled(on)

    def check(self, action: str, on: bool) -> None:
        """Show the mark of a checkable action, or not."""
        self.actions[action].setChecked(on)

    def usable(self) -> list[QAction]:
        """Return the actions that can be run now, in the table's order."""
        return [action for action in self.actions.values() if action.isVisible() and action.isEnabled()]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for which in Menu:
            menu = bar.addMenu(f"&{which}")
            group, below = 0, QMenu()
            for entry in ACTIONS:
                if entry.menu is not which:
                    continue
                if group and entry.group != group:
                    menu.addSeparator()
                if entry.submenu and below.title() != entry.submenu:
                    below = menu.addMenu(entry.submenu)
                (below if entry.submenu else menu).addAction(self.actions[entry.id])
                group = entry.group

    def _on_triggered(self, action: QAction) -> None:
        wanted = str(action.data())
        for performer in reversed(self._performers):
            if wanted in performer.ACTIONS:
                performer.perform(wanted)
                return


def shown_key(action: QAction) -> str:
    """Return an action's first key as the desktop writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def titled(action: QAction) -> str:
    """Return the palette's name of an action."""
    entry = BY_ID[str(action.data())]
    text = action.text().rstrip("…")
    return f"{entry.submenu}: {text}" if entry.submenu else text
