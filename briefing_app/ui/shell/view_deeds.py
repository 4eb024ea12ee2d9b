"""Actions that change how the window looks: theme, columns, panes, full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from briefing_app.settings import Settings
    from briefing_app.ui.shell.action_set import ActionSet
    from briefing_app.ui.shell.columns import Columns
    from briefing_app.ui.theme import ThemeHolder


class ViewDeeds(QObject):
    """Runs the view's actions and keeps their marks in the menu."""

    ACTIONS = frozenset(
        {"theme_system", "theme_light", "theme_dark"}
        | {"toggle_nav", "toggle_side", "full_screen", "next_pane", "previous_pane"}
    )

    def __init__(
        self, window: QMainWindow, columns: Columns, actions: ActionSet, settings: Settings, theme: ThemeHolder
    ) -> None:
        super().__init__(window)
        self._window, self._columns, self._actions = window, columns, actions
        self._settings, self._theme = settings, theme
        self.panes: list[QWidget] = []
        columns.folded.connect(self._on_folded)
        self._check()

    def perform(self, action: str) -> None:
        """Run one of the view's actions."""
        if action.startswith("theme_"):
            self._theme.set(action.removeprefix("theme_"))
            self._settings.set("theme", self._theme.choice)
        elif action in ("toggle_nav", "toggle_side"):
            name = action.removeprefix("toggle_")
            self._columns.toggle(name)
            self._settings.set(f"window.{name}", self._columns.wanted(name))
        elif action == "full_screen":
            self._window.showNormal() if self._window.isFullScreen() else self._window.showFullScreen()
        else:
            self._cycle(1 if action == "next_pane" else -1)
        self._check()

    def _cycle(self, by: int) -> None:
        panes = [pane for pane in self.panes if pane.isVisible() and pane.isEnabled()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = (
            next((i for i, pane in enumerate(panes) if focus is pane or pane.isAncestorOf(focus)), -1) if focus else -1
        )
        panes[(here + by) % len(panes) if here >= 0 else 0].setFocus()

    def _on_folded(self, name: str, there: bool) -> None:
        self._actions.check(f"toggle_{name}", there)

    def _check(self) -> None:
        for choice in ("system", "light", "dark"):
            self._actions.check(f"theme_{choice}", choice == self._theme.choice)
        self._actions.check("full_screen", self._window.isFullScreen())
        for name in ("nav", "side"):
            self._actions.check(f"toggle_{name}", self._columns.is_shown(name))
