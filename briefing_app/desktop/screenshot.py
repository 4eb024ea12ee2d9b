"""`screenshot`: the real window, painted to a file, for the docs and for looking."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer

from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.errors import InputError, UserError
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.desktop.app import Desktop

PATIENCE = 60_000
"""Milliseconds after which the window is painted as it is."""
CALM = 6
"""Looks in a row, 60 ms apart, that must find nothing under way."""


def run(options: Namespace) -> int:
    """Paint the window and return the exit code."""
    try:
        width, height = (int(part) for part in options.size.lower().split("x"))
    except ValueError:
        sys.stderr.write(f"“{options.size}” is no size; write for example 1600x900.\n")
        return 2
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", str(options.scale))
    with tempfile.TemporaryDirectory(prefix="briefing-shot-") as folder:
        try:
            return _painted(options, Path(folder), QSize(width, height))
        except UserError as error:
            sys.stderr.write(f"{error}\n")
            return error.code


def _painted(options: Namespace, folder: Path, size: QSize) -> int:
    from briefing_app.desktop.app import Desktop, application, wanted_library

    application()
    settings = Settings(folder / "settings.json")
    settings.set("theme", options.theme)
    path = wanted_library(options.library, settings)
    if options.library and path is not None and not path.exists():
        raise InputError(f"There is no library {path}.", code=3)
    desktop = Desktop(settings)
    desktop.window.resize(size)
    if not desktop.start(path):
        raise InputError("The library is open in a window; close it first.", code=3)
    desktop.window.resize(size)
    desktop.window.show()
    scene = Scene(desktop, options, wait_for_library=path is not None)
    scene.play()
    picture = desktop.window.grab()
    saved = picture.save(options.out, "PNG")
    desktop.end()
    if not saved:
        raise InputError(f"{options.out} could not be written.")
    return 0


class Scene(QObject):
    """Brings the window to the state asked for, and waits until nothing moves any more."""

    def __init__(self, desktop: Desktop, options: Namespace, *, wait_for_library: bool) -> None:
        super().__init__()
        self._desktop, self._options = desktop, options
        self._loop = QEventLoop()
        self._waiting = wait_for_library
        self._calm = 0
        desktop.window.ready.connect(self._on_ready)
        self._timer = QTimer(self, interval=60)
        self._timer.timeout.connect(self._look)

    def play(self) -> None:
        """Return when the window shows what it should, or patience is at an end."""
        QTimer.singleShot(PATIENCE, self._loop.quit)
        self._timer.start()
        self._loop.exec()

    def _on_ready(self) -> None:
        desk, session = self._desktop.window.desk, self._desktop.session
        if desk is None or session is None:
            return
        library = self._desktop.window.body.library if self._desktop.window.body is not None else None
        if self._options.dossier and library is not None:
            dossier = session.context.services.dossiers.by_name(self._options.dossier)
            if dossier is not None:
                library.show_query(ListQuery(Scope.DOSSIER, str(dossier.id)))
        if self._options.article:
            found = session.context.services.reading.find(self._options.article)
            desk.panels.open_article(found.id)
        if self._options.view == "note":
            QTimer.singleShot(0, self._show_note)
        self._waiting = False

    def _show_note(self) -> None:
        desk = self._desktop.window.desk
        if desk is not None:
            desk.perform("view_note")
        self._calm = 0

    def _look(self) -> None:
        session = self._desktop.session
        page = self._desktop.window.body is None
        quiet = (not self._waiting or page) and not (session is not None and session.busy)
        self._calm = self._calm + 1 if quiet else 0
        if self._calm >= CALM * (4 if page else 1):
            self._loop.quit()
