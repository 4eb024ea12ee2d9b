"""The real window at work in a bench, and how long its thread was ever away from its timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing_app.desktop.app import Desktop
    from briefing_app.settings import Settings

TICK = 4
"""Milliseconds between two ticks; a gap is what lies between them beyond that."""
SETTLED = 1500
"""Milliseconds after the window is ready in which nothing is asked of it."""


def made(settings: Settings) -> Desktop:
    """Return the window, not yet shown; there must be an application."""
    from briefing_app.desktop.app import Desktop

    desktop = Desktop(settings)
    desktop.window.resize(1440, 860)
    return desktop


def run(desktop: Desktop, folder: Path, begin: Callable[[], None]) -> None:
    """Show the window over a new library, call ``begin`` when it is at rest, and return when somebody quits."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from briefing_app.store.store import Store

    library = folder / "library.brief"
    Store.create(library).close()
    desktop.window.ready.connect(lambda: QTimer.singleShot(SETTLED, begin))
    desktop.start(library)
    desktop.window.show()
    QCoreApplication.exec()


def told(gaps: Sequence[float]) -> str:
    """Return a sentence on the gaps, in milliseconds."""
    ordered = sorted(gaps)
    over = ", ".join(f"over {limit} ms {sum(gap > limit for gap in gaps)}" for limit in (50, 100, 200))
    middle, most = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return (
        f"The window's thread: median gap {middle:.1f} ms, 99 of 100 within {most:.1f} ms, "
        f"longest {ordered[-1]:.0f} ms; {over} times of {len(gaps)}"
    )
