"""The window's program: paint first, then open the library, then everything else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from briefing_app import paths
from briefing_app.desktop.crash import CrashHook
from briefing_app.desktop.instance import Instance
from briefing_app.desktop.paint import FirstPaint
from briefing_app.errors import LibraryLocked, UserError
from briefing_app.faults import quote_nothing
from briefing_app.settings import Settings
from briefing_app.ui.messages import Messages
from briefing_app.ui.shell.main_window import MainWindow
from briefing_app.ui.shell.session import open_first_page
from briefing_app.ui.shell.wishes import LibraryWish, WishKind
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from PySide6.QtGui import QIcon

    from briefing_app.desktop.libraries import Libraries, OpenLibrary
    from briefing_app.desktop.session import Session
    from briefing_app.domain.article import Article
    from briefing_app.ui.library.source import FirstPage


def run(options: Namespace) -> int:
    """Open the window and return the exit code."""
    app = application()
    hook = CrashHook()
    sys.excepthook = hook
    quote_nothing()
    desktop = Desktop(Settings())
    hook.parent = desktop.window
    desktop.messages.crashed.connect(hook.show)
    try:
        path = wanted_library(options.library, desktop.settings)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    if not desktop.start(path):
        return 0
    desktop.window.show()
    code = int(app.exec())
    desktop.end()
    return code


def application() -> QApplication:
    """Return the Qt application, made if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0]])
    app.setApplicationName("briefing-reader")
    app.setApplicationDisplayName("Briefing Reader")
    app.setDesktopFileName("briefing-reader")
    return app


def wanted_library(named: str, settings: Settings) -> Path | None:
    """Return the library to open: the one named, else the latest that is still there, else the default one."""
    from pathlib import Path

    if named:
        if "://" in named:
            raise UserError("Team libraries on PostgreSQL are not in this release yet; name a library file.", code=3)
        return Path(named).expanduser().absolute()
    for recent in settings.texts("libraries.recent"):
        if Path(recent).exists():
            return Path(recent)
    default = paths.default_library()
    return default if default.exists() else None


class Desktop(QObject):
    """Holds the window and the library that is open in it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        application()
        self.settings = settings
        self.messages = Messages()
        self.theme = ThemeHolder(settings.text("theme"), self)
        self.window = MainWindow(settings, self.theme, self.messages)
        self.window.wished.connect(self._on_wish)
        self._makes: Libraries | None = None
        self._covered: FirstPage | None = None
        self._wish: LibraryWish | None = None
        self._granted = False
        self._asked: Path | None = None
        self._instance: Instance | None = None
        self.session: Session | None = None

    def start(self, path: Path | None) -> bool:
        """Show what can be shown at once; the rest follows the first paint. False: another window has it."""
        painted = FirstPaint(self.window)
        painted.painted.connect(self._on_painted)
        if path is None:
            self.window.show_start()
            return True
        if not self._take(path):
            return False
        self._wish = LibraryWish(WishKind.OPEN, path)
        if not path.exists():
            self._wish = None
            self.window.show_start(f"There is no library {path}; it may have been moved or deleted.")
        elif is_encrypted(path):
            self._ask_for_key(path)
        else:
            try:
                self._covered = open_first_page(path, None, self.settings, read_only=not _writable(path))
                self.window.show_cover(self._covered)
            except UserError:
                self.window.show_start()
        return True

    def end(self) -> None:
        """Close the library; called after the event loop."""
        self._close_library()
        if self._instance is not None:
            self._instance.release()

    @property
    def _libraries(self) -> Libraries:
        """What opens libraries, made when it is first needed: not before the first paint."""
        if self._makes is None:
            from briefing_app.desktop.libraries import Libraries
            from briefing_app.ui.context import Courier

            self._makes = Libraries(Courier(self), self._on_opened, self._on_refused)
        return self._makes

    def _on_painted(self) -> None:
        if self._covered is not None:
            self.window.show_library(self._covered)
            self._covered = None
        self.window.setWindowIcon(_icon())
        if self._instance is not None:
            self._instance.listen()
        if self._wish is not None and not self._granted:
            self._on_wish(self._wish)

    def _on_wish(self, wish: LibraryWish) -> None:
        self._wish, self._granted = wish, True
        self._libraries.grant(wish)

    def _on_refused(self, wish: LibraryWish, error: Exception) -> None:
        if wish is not self._wish:
            return
        if not isinstance(error, UserError):
            self.messages.warn(error)
        elif wish.kind is WishKind.OPEN and wish.path is not None and _is_locked(error, wish.path):
            if self.session is not None:
                self._close_library()
            self._ask_for_key(wish.path)
        elif self.session is None:
            self.window.release()
            if wish.kind is WishKind.OPEN:
                self.window.show_start(str(error))
            else:
                self.window.refuse(error)
        else:
            self.messages.warn(error)

    def _ask_for_key(self, path: Path) -> None:
        """Ask for the passphrase; what is typed already stays when the keyring turns out not to have the key."""
        if self._asked != path or self.session is not None:
            self._asked = path
            self.window.show_unlock(path)

    def _on_opened(self, wish: LibraryWish, library: OpenLibrary) -> None:
        if wish is not self._wish:
            library.store.close()
            return
        from briefing_app.desktop.session import Session
        from briefing_app.ui.shell.opening import put_to_work

        self._asked = None
        path = library.store.path
        shown = self.window.first
        if self.session is not None or shown is None or shown.path != path:
            self._close_library()
            if not self._take(path):
                library.store.close()
                self.window.show_start(f"{path.name} is open in another window.")
                return
            if wish.kind is WishKind.SAMPLE:
                self._set_scene(library)
            first = open_first_page(
                path, library.key, self.settings, key_place=library.key_place, read_only=library.store.read_only
            )
            self.window.show_library(first)
        self.session = Session(library.store, self.settings, self.messages, self.theme, self)
        put_to_work(self.window, self.session.context)
        self.session.warm()

    def _set_scene(self, library: OpenLibrary) -> None:
        """Have the sample open on its first dossier and that one's latest article, the first time."""
        place = str(library.store.path)
        if self.settings.record("sessions", place):
            return
        with library.store.read() as reader:
            dossiers = reader.dossiers.all()
            articles = reader.articles.in_dossier(dossiers[0].id) if dossiers else ()
        if articles:
            latest = max(articles, key=_published)
            scene = {"scope": "dossier", "ref": str(dossiers[0].id), "article": str(latest.id)}
            self.settings.set_record("sessions", place, scene)

    def _close_library(self) -> None:
        self.window.release()
        if self.session is not None:
            self.session.end()
            self.session = None

    def _take(self, path: Path) -> bool:
        """Hold the library for this window; where another has it, raise that one and return False."""
        if self._instance is not None and self._instance.library == path:
            return True
        instance = Instance(path, self)
        if not instance.take():
            instance.call()
            return False
        if self._instance is not None:
            self._instance.release()
        self._instance = instance
        instance.raise_wanted.connect(self._on_raise)
        if self.window.isVisible():
            instance.listen()
        return True

    def _on_raise(self) -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def is_encrypted(path: Path) -> bool:
    """Say, without heavy imports, whether a wrapped key lies beside the library."""
    return path.with_name(f"{path.name}.key").exists()


def _icon() -> QIcon:
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (32, 48, 128, 256):
        icon.addFile(str(paths.resource("icons", f"briefing-reader-{size}.png")))
    return icon


def _published(article: Article) -> str:
    return article.published


def _is_locked(error: UserError, path: Path) -> bool:
    return isinstance(error, LibraryLocked) and is_encrypted(path)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK)
