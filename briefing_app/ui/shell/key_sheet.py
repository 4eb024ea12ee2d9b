"""All keys on one page, made from the table of actions; a key can be changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ui.actions import ACTIONS, BY_ID, Menu, Scope
from briefing_app.ui.shell.action_set import shown_key, titled
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, SectionLabel
from briefing_app.ui.widgets.sizes import open_at

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from briefing_app.ui.actions import Action

COLUMNS = 3
KEY_PAD = 6
"""Pixels between the words of a quiet button and its edge; keys that are no buttons stand below those that are."""
PANEL_KEYS = (
    ("Enter", "Accept the suggestion in focus, or open it"),
    ("E", "Edit the suggestion"),
    ("Backspace", "Dismiss the suggestion"),
)
TYPE_KEYS = (("1 … 9", "Mark the selection with a type"), ("↓ ↑", "Next or previous paragraph, with the caret on"))


class KeySheet(QDialog):
    """Lists actions and keys by menu; ``key_set`` gives an action's id and its new keys (Qt's portable text)."""

    key_set = Signal(str, str)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setObjectName("key_sheet")
        self._actions = actions
        self._buttons: dict[str, RoleButton] = {}
        page = QWidget()
        page.setProperty("role", "window")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(24, 18, 24, 18)
        columns.setSpacing(36)
        lists = [QVBoxLayout() for _ in range(COLUMNS)]
        for place, menus in enumerate(((Menu.FILE, Menu.EDIT), (Menu.VIEW, Menu.GO), (Menu.ARTICLE, Menu.HELP))):
            for menu in menus:
                self._add_menu(lists[place], menu)
        self._add_fixed(lists[0], "In a panel of suggestions", PANEL_KEYS)
        self._add_fixed(lists[2], "In the text", TYPE_KEYS)
        for one in lists:
            one.setSpacing(4)
            one.addStretch(1)
            columns.addLayout(one, 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("Keys")
        hint = PlainLabel("Click a key to change it. Single letters never act while you write in a field.", "muted")
        close = RoleButton("Close", "primary", self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.addWidget(area)
        layout.addLayout(foot)
        open_at(self, 1040, 760)

    def _add_menu(self, column: QVBoxLayout, menu: Menu) -> None:
        entries = [entry for entry in ACTIONS if entry.menu is menu and self._actions[entry.id].isVisible()]
        if not entries:
            return
        column.addWidget(SectionLabel(str(menu)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            name = PlainLabel(titled(self._actions[entry.id]) if entry.submenu else entry.title)
            name.setToolTip(entry.description)
            grid.addWidget(name, row, 0)
            grid.addWidget(self._key_button(entry), row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(12)

    def _add_fixed(self, column: QVBoxLayout, title: str, keys: tuple[tuple[str, str], ...]) -> None:
        column.addWidget(SectionLabel(title))
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for row, (key, meaning) in enumerate(keys):
            grid.addWidget(PlainLabel(meaning, wrap=True), row, 0)
            label = PlainLabel(key, "muted")
            label.setContentsMargins(0, 0, KEY_PAD, 0)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(12)

    def _key_button(self, entry: Action) -> RoleButton:
        button = RoleButton("", "quiet", self)
        button.setObjectName(entry.id)
        button.clicked.connect(self._on_change)
        self._buttons[entry.id] = button
        self._name_button(entry.id)
        return button

    def _name_button(self, action: str) -> None:
        key = shown_key(self._actions[action])
        where = "" if Scope.WINDOW in BY_ID[action].scopes else f" ({', '.join(BY_ID[action].scopes)})"
        button = self._buttons[action]
        button.setText((key or "—").replace("&", "&&"))
        button.setAccessibleName(f"Key of {BY_ID[action].title}: {key or 'none'}")
        button.setToolTip(f"Change the key{where}")

    def _on_change(self) -> None:
        dialog = KeyDialog(self.sender().objectName(), self._actions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.key_set.connect(self._on_set)
        dialog.open()

    def _on_set(self, action: str, keys: str) -> None:
        self.key_set.emit(action, keys)
        self._name_button(action)


class KeyDialog(QDialog):
    """Asks for an action's key, and says when another action has it already."""

    key_set = Signal(str, str)

    def __init__(self, action: str, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._actions = action, actions
        self.setWindowTitle(BY_ID[action].title)
        self.field = QKeySequenceEdit(actions[action].shortcut(), self)
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName("New key")
        self.field.keySequenceChanged.connect(self._check)
        self.note = PlainLabel("Press the key you want.", "muted", wrap=True, parent=self)
        default = RoleButton("Default", "", self)
        default.clicked.connect(self._on_default)
        none = RoleButton("No key", "", self)
        none.clicked.connect(self.field.clear)
        self.keep = RoleButton("Set key", "primary", self)
        self.keep.clicked.connect(self._on_keep)
        buttons = QHBoxLayout()
        for button in (default, none):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(PlainLabel(BY_ID[action].description, wrap=True))
        layout.addWidget(self.field)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.setMinimumWidth(380)

    def clash(self) -> str:
        """Return the name of another action that has this key where this one works too, or empty."""
        wanted = self.field.keySequence()
        mine = set(BY_ID[self._action].scopes)
        for name, action in self._actions.items():
            theirs = set(BY_ID[name].scopes)
            meet = mine & theirs or Scope.WINDOW in mine | theirs
            if name != self._action and meet and not wanted.isEmpty() and wanted in action.shortcuts():
                return BY_ID[name].title
        return ""

    def _check(self) -> None:
        other = self.clash()
        self.note.setText(f"“{other}” has this key." if other else "Press the key you want.")
        self.keep.setEnabled(not other)

    def _on_default(self) -> None:
        self.key_set.emit(self._action, " ".join(BY_ID[self._action].keys))
        self.accept()

    def _on_keep(self) -> None:
        self.key_set.emit(self._action, self.field.keySequence().toString())
        self.accept()
