"""What the window knows of an open library at work, without knowing how it is wired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing_app.ui.shell.panels import Panels
    from briefing_app.ui.shell.session import Session


class Work(Protocol):
    """An open library at work; `briefing_app.ui.shell.desk.Desk` is one."""

    panels: Panels

    def start(self) -> None:
        """Put the actions to work and build the panels."""
        ...

    def end(self) -> None:
        """Take the panels down and let go of the library."""
        ...

    def leave(self) -> None:
        """Keep what is being read and written before the window goes."""
        ...

    def session(self) -> Session:
        """Return where the reader is now."""
        ...

    def perform(self, action: str, /) -> None:
        """Run one of the window's actions on the library."""
        ...

    def escape(self) -> None:
        """Leave a selection, then go back to the text."""
        ...
