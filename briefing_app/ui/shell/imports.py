"""Taking things in: the dialog, what is dropped or copied, the strip that shows how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from briefing_app.ui.shell.import_dialog import ImportDialog, ImportWish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.jobs.importing import ImportProgress
    from briefing_app.jobs.runner import Job
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.view import LibraryView
    from briefing_app.ui.shell.import_panel import ImportPanel


class Imports(QObject):
    """Runs imports one at a time; ``article_wanted`` opens the article when there was just one."""

    ACTIONS = frozenset({"import", "import_clipboard"})
    article_wanted = Signal(str)
    fetching = Signal(str)

    def __init__(self, context: UiContext, library: LibraryView, panel: ImportPanel, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._library, self._panel, self._window = context, library, panel, window
        self._waiting: list[ImportWish] = []
        self._job: Job | None = None
        panel.cancelled.connect(self._on_cancel)
        panel.chosen.connect(self.article_wanted)

    def perform(self, action: str) -> None:
        """Ask what to import, or take what was copied."""
        if action == "import":
            self.ask([])
            return
        copied = QGuiApplication.clipboard().text()
        if not copied.strip():
            self._context.messages.tell("The clipboard holds no text.")
            return
        self.take(ImportWish(text=copied, dossier=self._library.dossier))

    def ask(self, places: list[str]) -> None:
        """Open the dialog, with files chosen already."""
        dialog = ImportDialog(self._library.dossiers(), self._library.dossier, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.choose(places)
        dialog.wished.connect(self.take)
        dialog.open()

    def drop(self, places: list[str]) -> None:
        """Take files that were dropped on the window, into the dossier one is in."""
        self.take(ImportWish(tuple(places), dossier=self._library.dossier))

    def take(self, wish: ImportWish) -> None:
        """Import, or wait until the import under way is done."""
        if self._job is not None:
            self._waiting.append(wish)
            return
        importer = self._context.importer
        if importer is None:
            return
        dossiers = [wish.dossier] if wish.dossier else []
        page = next((place for place in wish.places if "://" in place), "")
        self.fetching.emit(page.split("/")[2] if page.count("/") >= 2 else page)
        self._panel.show_progress(0, len(wish.places), wish.places[0] if wish.places else "pasted text")
        if wish.places:
            self._job = importer.start(wish.places, dossiers, self._on_progress, self._on_finished)
        else:
            self._job = importer.start_text(wish.text, dossiers, self._on_finished)

    def _on_progress(self, progress: ImportProgress) -> None:
        self._panel.show_progress(progress.done, progress.total, progress.current)

    def _on_finished(self, outcomes: tuple[ImportOutcome, ...]) -> None:
        self._job = None
        self.fetching.emit("")
        self._panel.show_outcome(outcomes)
        self._library.refresh()
        if len(outcomes) == 1 and outcomes[0].article:
            self.article_wanted.emit(outcomes[0].article)
        if self._waiting:
            self.take(self._waiting.pop(0))

    def _on_cancel(self) -> None:
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
