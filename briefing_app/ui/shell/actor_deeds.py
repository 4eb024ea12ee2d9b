"""Opening the window of actors: one at a time, beside the library's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.ui.actors.view import ActorsWindow
    from briefing_app.ui.context import UiContext


class ActorDeeds(QObject):
    """Runs the actions on actors. ``article_wanted`` asks for an article and a passage of it."""

    ACTIONS = frozenset({"actors", "decide_names"})
    article_wanted = Signal(str, int, int)

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.actors: ActorsWindow | None = None

    def perform(self, action: str) -> None:
        """Open the actors, or the names to decide."""
        actors = self._shown()
        if action == "decide_names":
            actors.open_questions()

    def open_actor(self, key: str, name: str = "") -> None:
        """Show an actor, or look a name up that nobody has yet."""
        actors = self._shown()
        if key:
            actors.open_actor(key)
        else:
            actors.look_up(name)

    def end(self) -> None:
        """Close the window of actors."""
        if self.actors is not None:
            self.actors.close()

    def _shown(self) -> ActorsWindow:
        from briefing_app.ui.actors.view import ActorsWindow

        if self.actors is None:
            self.actors = ActorsWindow(self._context, self._window)
            self.actors.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.actors.article_wanted.connect(self.article_wanted)
            self.actors.destroyed.connect(self._on_gone)
        self.actors.show()
        self.actors.raise_()
        self.actors.activateWindow()
        return self.actors

    def _on_gone(self) -> None:
        self.actors = None
