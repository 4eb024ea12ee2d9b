"""The window's program up to Qt.

Once PySide6 is there, its import hook reads the source of each module that is imported after it; so what the first
paint needs and is free of Qt is imported before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

FREE_OF_QT = (
    "platformdirs",
    "briefing_app.faults",
    "briefing_app.settings",
    "briefing_app.store.listing",
    "briefing_app.ui.feeds.network_words",
    "briefing_app.ui.library.measures",
    "briefing_app.ui.library.nav_items",
    "briefing_app.ui.sheet",
    "briefing_app.ui.shell.measures",
    "briefing_app.ui.shell.session",
    "briefing_app.ui.shell.wishes",
)
"""What is imported first."""


def run(options: Namespace) -> int:
    """Open the window and return the exit code."""
    import_first()
    from briefing_app.desktop.app import run as run_window

    return run_window(options)


def import_first() -> None:
    """Import what the first paint needs and is free of Qt."""
    for name in FREE_OF_QT:
        import_module(name)
