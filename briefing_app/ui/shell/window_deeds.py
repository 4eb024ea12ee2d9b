"""Actions that need no open library: other libraries, the key sheet, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.settings import Settings
    from briefing_app.ui.shell.action_set import ActionSet


class WindowDeeds(QObject):
    """Runs them; ``wished`` asks for a library."""

    ACTIONS = frozenset({"quit", "new_library", "open_library", "key_sheet", "about"})
    wished = Signal(object)

    def __init__(self, window: QWidget, actions: ActionSet, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._actions, self._settings = window, actions, settings

    def perform(self, action: str) -> None:
        """Run one of them."""
        match action:
            case "quit":
                QTimer.singleShot(0, self._window.close)
            case "new_library":
                self._new_library()
            case "open_library":
                self._open_library()
            case "key_sheet":
                self._key_sheet()
            case _:
                self._about()

    def _new_library(self) -> None:
        from briefing_app.ui.shell.new_library import NewLibraryDialog

        dialog = NewLibraryDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wished.connect(self.wished)
        dialog.open()

    def _open_library(self) -> None:
        from pathlib import Path

        from PySide6.QtWidgets import QFileDialog

        from briefing_app.ui.folders import Folders
        from briefing_app.ui.shell.start_page import FILTER
        from briefing_app.ui.shell.wishes import LibraryWish, WishKind

        folders = Folders(self._settings)
        path, _ = QFileDialog.getOpenFileName(self._window, "Open a library", folders.start("library"), FILTER)
        if path:
            folders.used("library", path)
            self.wished.emit(LibraryWish(WishKind.OPEN, Path(path)))

    def _key_sheet(self) -> None:
        from briefing_app.ui.shell.key_sheet import KeySheet

        sheet = KeySheet(self._actions.actions, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.key_set.connect(self._on_key_set)
        sheet.open()

    def _on_key_set(self, action: str, keys: str) -> None:
        from briefing_app.ui.actions import BY_ID

        kept = self._settings.map("keys")
        kept.pop(action, None)
        if keys != " ".join(BY_ID[action].keys):
            kept[action] = keys
        self._settings.set("keys", kept)
        self._actions.set_keys(kept)

    def _about(self) -> None:
        from briefing_app.ui.shell.about import AboutBox

        box = AboutBox(self._window)
        box.open()
        box.look()
