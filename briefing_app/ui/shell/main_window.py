"""The main window: painted from a listing at first, brought to life by a context afterwards."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from briefing_app.domain.tricks import visible
from briefing_app.errors import UserError
from briefing_app.ui.messages import Message, MessageKind, Messages
from briefing_app.ui.shell.measures import LEAST_WINDOW, WINDOW, column_widths
from briefing_app.ui.theme import dress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from briefing_app.settings import Settings, Value
    from briefing_app.ui.library.source import FirstPage
    from briefing_app.ui.shell.action_set import ActionSet
    from briefing_app.ui.shell.body import Body
    from briefing_app.ui.shell.dropping import Dropping
    from briefing_app.ui.shell.start_page import StartPage
    from briefing_app.ui.shell.unlock_page import UnlockPage
    from briefing_app.ui.shell.view_deeds import ViewDeeds
    from briefing_app.ui.shell.window_deeds import WindowDeeds
    from briefing_app.ui.shell.work import Work
    from briefing_app.ui.theme import ThemeHolder


class MainWindow(QMainWindow):
    """One window. ``wished`` asks for a library (a `LibraryWish`), ``closing`` says that the window goes.

    Call `show_cover` with a first page and, once that is painted, `show_library`; or `show_start`, or
    `show_unlock`. `opening.put_to_work` brings a library on the screen to life; ``ready`` comes when every panel is
    built. `release` lets go of the library before another one is shown.
    """

    wished = Signal(object)
    closing = Signal()
    ready = Signal()
    dropped = Signal(object)

    actions_: ActionSet
    view_deeds: ViewDeeds

    def __init__(self, settings: Settings, theme: ThemeHolder, messages: Messages) -> None:
        super().__init__()
        self._settings, self._theme, self._messages = settings, theme, messages
        self.body: Body | None = None
        self.desk: Work | None = None
        self._dropping: Dropping | None = None
        self.first: FirstPage | None = None
        self._page: StartPage | UnlockPage | None = None
        self._own: WindowDeeds | None = None
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Briefing Reader")
        self.setMinimumSize(*LEAST_WINDOW)
        self.resize(*WINDOW)
        self.setAcceptDrops(True)
        self._restore_geometry()
        theme.changed.connect(self._on_theme)
        messages.said.connect(self._on_said)

    def setWindowTitle(self, title: str) -> None:
        """Name the window, with a sign for what hides in the name of a dossier or a file."""
        super().setWindowTitle(visible(title))

    # --- what the program shows ------------------------------------------------------------------

    def show_cover(self, first: FirstPage) -> None:
        """Show the first rows of a library, at little cost; `show_library` has to follow."""
        from briefing_app.ui.feeds.network_words import at_rest
        from briefing_app.ui.shell.cover import Cover

        settings = self._settings
        cover = Cover(
            first,
            self._theme.current,
            column_widths(settings.map("window.columns")),
            nav=settings.flag("window.nav"),
            side=settings.flag("window.side"),
            network=at_rest(settings),
            parent=self,
        )
        self._stack.addWidget(cover)

    def build(self) -> None:
        """Make what every page needs: colours, actions, menus. Costs more than the first paint may take."""
        if self._own is not None:
            return
        from briefing_app.ui.shell.action_set import ActionSet
        from briefing_app.ui.shell.window_deeds import WindowDeeds

        self._on_theme()
        self._theme.watch()
        self.actions_ = ActionSet(self, self._settings.map("keys"))
        self._own = WindowDeeds(self, self.actions_, self._settings)
        self._own.wished.connect(self.wished)
        self.actions_.add(self._own)
        self.actions_.fill(self.menuBar())

    def show_library(self, first: FirstPage) -> None:
        """Show a library by its listing alone."""
        from briefing_app.ui.actions import Scope
        from briefing_app.ui.shell.body import Body
        from briefing_app.ui.shell.view_deeds import ViewDeeds

        self.build()
        self.first = first
        self.body = Body(self._settings, self._theme, self)
        self.view_deeds = ViewDeeds(self, self.body.columns, self.actions_, self._settings, self._theme)
        self.actions_.add(self.view_deeds)
        self.actions_.bind(Scope.LIST, self.body.library.column)
        self.actions_.bind(Scope.LIST, self.body.library.nav)
        self.body.top.wanted.connect(self.actions_.perform)
        self.body.top.set_may_write(may_write=not first.read_only)
        self.body.banner.setVisible(first.read_only)
        self.body.foot.show_library(
            encrypted=first.encrypted, key_place=first.key_place, read_only=first.read_only, path=str(first.path)
        )
        self._put(self.body)
        self.body.library.show_first(first)
        library = self.body.library
        place = library.place_name(library.query)
        self.body.top.show_place(place, in_dossier=bool(library.dossier))
        self.setWindowTitle(f"{place} — {first.path.stem} — Briefing Reader")
        library.list.setFocus()

    def show_start(self, error: str = "") -> None:
        """Show the page that offers libraries, and why the one wanted could not be had."""
        from briefing_app.ui.folders import Folders
        from briefing_app.ui.shell.start_page import StartPage

        self.build()
        page = StartPage(self._settings.texts("libraries.recent"), self, Folders(self._settings))
        page.wished.connect(self.wished)
        page.say_error(error)
        self._page = page
        self._put(page)
        page.sample.setFocus()

    def show_unlock(self, path: Path) -> None:
        """Ask for the passphrase of an encrypted library."""
        from briefing_app.ui.shell.unlock_page import UnlockPage

        self.build()
        page = UnlockPage(path, self)
        page.wished.connect(self.wished)
        page.other_wanted.connect(self.show_start)
        self._page = page
        self._put(page)
        page.secret.setFocus()

    def refuse(self, error: UserError) -> None:
        """Say why a wish could not be granted, where it was made."""
        if self._page is not None:
            self._page.say_error(str(error))
        else:
            self._messages.warn(error)

    def attach(self, desk: Work) -> None:
        """Let the library on the screen live."""
        if self.first is not None:
            self._settings.opened(str(self.first.path))
        from briefing_app.ui.shell.dropping import Dropping

        self.desk = desk
        if self.body is not None and self.first is not None and not self.first.read_only:
            self._dropping = Dropping(self.body)
        desk.panels.built.connect(self.ready)
        desk.start()

    def release(self) -> None:
        """Let go of the library: remember where the reader was, take the panels down, close the listing."""
        self.remember()
        self._dropping = None
        if self.desk is not None:
            self.desk.end()
            self.desk = None
        if self.body is not None and self.first is not None:
            self.actions_.remove(self.view_deeds)
            self._stack.removeWidget(self.body)
            self.body.deleteLater()
            self.first.source.close()
        self.body, self.first = None, None

    def remember(self) -> None:
        """Keep window, columns and session in the settings; a disk that refuses is no reason to stay open."""
        self._remember(wait=True)

    def remember_soon(self) -> None:
        """Keep the same, and do not wait for the disk."""
        self._remember(wait=False)

    def _remember(self, *, wait: bool) -> None:
        values: dict[str, Value] = {"window.geometry": bytes(self.saveGeometry().toBase64().data()).decode("ascii")}
        if self.body is not None:
            values["window.columns"] = self.body.columns.widths()
        if self.desk is not None and self.first is not None:
            record = self.desk.session().record()
            values["sessions"] = self._settings.with_record("sessions", str(self.first.path), record)
        with suppress(UserError):
            self._settings.remember(values, wait=wait)

    # --- Qt ----------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where one was, then go."""
        if self.desk is not None:
            self.desk.leave()
        self.remember()
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window, and offer the columns that folded away."""
        super().resizeEvent(event)
        if self.body is not None:
            self.body.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is innermost by Escape, then go back to the text."""
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Cancel) and self.body is not None:
            if self.body.messages.isVisible():
                self.body.messages.dismiss()
            elif self.desk is not None:
                self.desk.escape()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and passages."""
        if self._dropping is not None:
            self._dropping.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say where it would go."""
        if self._dropping is not None:
            self._dropping.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        if self._dropping is not None:
            self._dropping.over_no_more()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        wish = self._dropping.dropped(event) if self._dropping is not None else None
        if wish is not None:
            self.dropped.emit(wish)

    # --- inside ------------------------------------------------------------------------------------

    def _put(self, widget: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if old is not None and old is not self.body:
            self._stack.removeWidget(old)
            old.deleteLater()
        if widget is self.body:
            self._page = None

    def _restore_geometry(self) -> None:
        kept = self._settings.text("window.geometry")
        if kept:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _on_theme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self._theme.current)

    def _on_said(self, message: Message) -> None:
        if self.body is not None:
            self.body.messages.say(message)
        elif self._page is not None and message.kind is MessageKind.WARNING:
            self._page.say_error(f"{message.sentence} {message.hint}".strip())
