"""What is done with a note as a whole: writing it to a file, copying it, comparing its versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing_app.ui.folders import Folders

if TYPE_CHECKING:
    from briefing_app.domain.note import Note
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.note.presenter import NotePresenter
    from briefing_app.ui.note.versions import VersionsDialog

_LONGEST_NAME = 80


class NoteErrands(QObject):
    """Each errand saves what is typed first, and tells how it went. ``window`` is what dialogs stand before."""

    def __init__(self, context: UiContext, presenter: NotePresenter, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._presenter = presenter
        self._window = window
        self._path = ""
        self._folders = Folders(context.settings)
        self.versions: VersionsDialog | None = None

    def export(self, suffix: str) -> None:
        """Ask for a file and write the note to it."""
        note = self._presenter.note
        if note is None:
            self._context.messages.tell("There is no note to export yet.")
            return
        self._path = self.ask_path(file_name(note.title) + suffix)
        if self._path:
            self._folders.used("note", self._path)
            self._presenter.drafting.save_then(self._write)

    def ask_path(self, name: str) -> str:
        """Ask where a file goes; empty when the user thinks better of it."""
        kinds = "Markdown (*.md);;HTML (*.html)" if name.endswith(".md") else "HTML (*.html);;Markdown (*.md)"
        place = self._folders.start("note", name)
        path, kind = QFileDialog.getSaveFileName(self._window, "Export note", place, kinds)
        if path and not Path(path).suffix:
            path += ".html" if kind.startswith("HTML") else ".md"
        return path

    def copy(self) -> None:
        """Put the note on the clipboard as Markdown."""
        if self._presenter.note is not None:
            self._presenter.drafting.save_then(self._copy)

    def compare(self) -> None:
        """Show the note's versions."""
        if self._presenter.note is not None:
            self._presenter.drafting.save_then(self._read_versions)

    def _write(self) -> None:
        self._presenter.deeds.export(self._path)

    def _copy(self) -> None:
        self._presenter.deeds.as_markdown(self._copied)

    def _copied(self, markdown: str) -> None:
        QGuiApplication.clipboard().setText(markdown)
        self._context.messages.tell("Note copied as Markdown.")

    def _read_versions(self) -> None:
        self._presenter.deeds.history(self._show_versions)

    def _show_versions(self, versions: tuple[Note, ...]) -> None:
        from briefing_app.ui.note.versions import VersionsDialog

        self.versions = VersionsDialog(versions, self._context.theme, self._window)
        self.versions.restored.connect(self._restore)
        self.versions.open()

    def _restore(self, version: Note) -> None:
        self._presenter.restore(version)


def file_name(title: str) -> str:
    """Return a file's name, without ending, that every system takes."""
    kept = "".join(one if one.isalnum() or one in "-_" else " " for one in title)
    return "-".join(kept.split())[:_LONGEST_NAME].strip("-") or "note"
