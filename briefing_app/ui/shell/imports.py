"""Taking things in: the dialog, what is dropped or copied, the strip that shows how it goes, the list for later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from briefing_app.jobs.importing import ImportProgress
from briefing_app.ui.folders import Folders
from briefing_app.ui.shell.carried import carried
from briefing_app.ui.shell.import_dialog import ImportDialog
from briefing_app.ui.shell.imports_dialog import ImportsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.importing import ImportRun
    from briefing_app.jobs.importing import ImportJob, ImportReport
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.view import LibraryView
    from briefing_app.ui.shell.import_panel import ImportPanel
    from briefing_app.ui.shell.import_wish import ImportWish


class Imports(QObject):
    """Runs imports one at a time; ``article_wanted`` opens the article when there was just one."""

    ACTIONS = frozenset({"import", "import_clipboard", "imports"})
    article_wanted = Signal(str)
    dossier_made = Signal(str)
    fetching = Signal(str)

    def __init__(self, context: UiContext, library: LibraryView, panel: ImportPanel, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._library, self._panel, self._window = context, library, panel, window
        self._waiting: list[ImportWish] = []
        self._next: list[ImportRun] = []
        self._interrupted: list[ImportRun] = []
        self._job: ImportJob | None = None
        self._shown = ""
        panel.cancelled.connect(self._on_cancel)
        panel.held.connect(self._on_hold)
        panel.gone_on.connect(self._on_go_on)
        panel.dropped.connect(self._on_drop)
        panel.listed.connect(self._on_list)

    def start(self) -> None:
        """Offer to go on with an import that was interrupted."""
        runs = self._context.services.importing.runs
        self._context.runner.read(runs.unfinished, self._take_unfinished, key="imports.unfinished")

    def perform(self, action: str) -> None:
        """Ask what to import, take what was copied, or show the last imports."""
        if action == "import":
            self.ask([])
            return
        if action == "imports":
            self._list("")
            return
        wish = carried(QGuiApplication.clipboard().mimeData(), self._library.dossier)
        if wish is None:
            self._context.messages.tell("Nothing was copied that can be imported: no text, address or file.")
            return
        self.take(wish)

    def ask(self, places: list[str]) -> None:
        """Open the dialog, with files chosen already."""
        folders = Folders(self._context.settings)
        dialog = ImportDialog(self._library.dossiers(), self._library.dossier, self._window, folders)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.choose(places)
        dialog.wished.connect(self.take)
        dialog.open()

    def drop(self, wish: ImportWish) -> None:
        """Take what was dropped on the window, into the dossier it was dropped on or the one one is in."""
        self.take(wish if wish.dossier else replace(wish, dossier=self._library.dossier))

    def take(self, wish: ImportWish) -> None:
        """Import, or wait until the import under way is done; what waits is remembered by the library at once."""
        importer = self._context.importer
        if importer is None:
            return
        if wish.new_dossier:
            self._make_dossier(wish)
            return
        if self._job is not None:
            self._wait(wish)
            return
        dossiers = [wish.dossier] if wish.dossier else []
        page = next((place for place in wish.places if "://" in place), "")
        self.fetching.emit(page.split("/")[2] if page.count("/") >= 2 else page)
        first = wish.places[0] if wish.places else "pasted text"
        self._panel.show_progress(ImportProgress(0, len(wish.places), first))
        if wish.places:
            self._job = importer.start(wish.places, dossiers, self._on_progress, self._on_finished)
        else:
            self._job = importer.start_text(wish.text, dossiers, self._on_finished, passage=wish.passage)

    def _make_dossier(self, wish: ImportWish) -> None:
        """Make the dossier that is wished for, or take the one of that name, and go on."""
        dossiers, name = self._context.services.dossiers, wish.new_dossier

        def made() -> Dossier:
            return dossiers.by_name(name) or dossiers.add(name)

        def go_on(dossier: Dossier) -> None:
            self.dossier_made.emit(dossier.id)
            self.take(replace(wish, dossier=dossier.id, new_dossier=""))

        self._context.runner.write(made, go_on)

    def _wait(self, wish: ImportWish) -> None:
        if not wish.places:
            self._waiting.append(wish)
            return
        runs, dossiers = self._context.services.importing.runs, [wish.dossier] if wish.dossier else []
        self._context.runner.write(
            lambda: runs.again(wish.places, dossiers) or runs.begin(wish.places, dossiers), self._take_next
        )

    def _take_next(self, run: ImportRun) -> None:
        """An import that was asked for while another was under way has been remembered."""
        self._next.append(run)
        if self._job is None:
            self._begin_next()

    def _begin_next(self) -> None:
        if self._waiting:
            self.take(self._waiting.pop(0))
        elif self._next:
            self._continue(self._next.pop(0))

    def _take_unfinished(self, runs: list[ImportRun]) -> None:
        self._interrupted = [run for run in runs if run.waiting]
        if self._interrupted and self._job is None:
            self._offer(self._interrupted[0])

    def _offer(self, run: ImportRun) -> None:
        self._shown = run.id
        self._panel.show_interrupted(run)

    def _on_progress(self, progress: ImportProgress) -> None:
        if self._job is not None:
            self._panel.show_progress(progress)

    def _on_finished(self, report: ImportReport) -> None:
        self._job = None
        self.fetching.emit("")
        run = report.run
        self._shown = run.id if run is not None else ""
        self._interrupted = [one for one in self._interrupted if one.id != self._shown]
        if run is not None and run.unfinished and run.waiting:
            self._interrupted.insert(0, run)
        self._panel.show_report(report)
        self._library.refresh()
        if len(report.outcomes) == 1 and report.outcomes[0].article:
            self.article_wanted.emit(report.outcomes[0].article)
        self._begin_next()

    def _on_hold(self) -> None:
        if self._job is not None:
            self._job.pause()
            self._panel.show_held(held=True)

    def _on_go_on(self) -> None:
        """Go on with what is held, or with what was interrupted."""
        if self._job is not None:
            self._job.go_on()
            self._panel.show_held(held=False)
        elif self._interrupted:
            self._continue(self._interrupted.pop(0))

    def _continue(self, run: ImportRun) -> None:
        importer = self._context.importer
        if importer is not None:
            self._panel.show_progress(ImportProgress(run.total - run.waiting, run.total, ""))
            self._job = importer.go_on(run, self._on_progress, self._on_finished)

    def _on_drop(self) -> None:
        """Leave out the rest of an import that was interrupted."""
        if self._interrupted:
            run, runs = self._interrupted.pop(0), self._context.services.importing.runs
            self._context.runner.write(lambda: runs.give_up(run.id), self._on_dropped)

    def _on_dropped(self, run: ImportRun) -> None:
        if self._interrupted:
            self._offer(self._interrupted[0])
        else:
            self._shown = run.id
            self._panel.hide()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_list(self) -> None:
        self._list("" if self._job is not None else self._shown)

    def _list(self, run: str) -> None:
        dialog = ImportsDialog(self._context, run, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.article_wanted)
        dialog.open()
