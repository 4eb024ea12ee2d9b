"""Bringing the library on the screen to life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.shell.desk import Desk

if TYPE_CHECKING:
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.shell.main_window import MainWindow


def put_to_work(window: MainWindow, context: UiContext) -> None:
    """Wire panels, actions and background questions to the library that ``window`` shows, in slices."""
    if window.body is not None and window.first is not None:
        window.attach(Desk(context, window, window.body, window.first))
