"""Making, editing and deleting dossiers from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from briefing_app.ui.widgets.boxes import PlainBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from briefing_app.domain.dossier import Dossier
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.view import LibraryView


class DossierDeeds(QObject):
    """Runs the dossier's actions; ``made`` gives the id of a new one."""

    ACTIONS = frozenset({"new_dossier", "edit_dossier", "delete_dossier"})
    made = Signal(str)
    deleted = Signal(str)

    def __init__(self, context: UiContext, library: LibraryView, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._library, self._window = context, library, window
        library.new_dossier_wanted.connect(self.ask_new)
        library.dossier_edit_wanted.connect(self.edit)
        library.dossier_delete_wanted.connect(self.delete)

    def perform(self, action: str) -> None:
        """Run an action on the dossier one is in."""
        if action == "new_dossier":
            self.ask_new([])
        elif self._library.dossier:
            (self.edit if action == "edit_dossier" else self.delete)(self._library.dossier)

    def ask_new(self, articles: list[str]) -> None:
        """Ask for a name and make a dossier, with ``articles`` in it."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle("New dossier")
        dialog.setLabelText("Name of the negotiation:")
        dialog.setMinimumWidth(380)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._articles = articles
        dialog.textValueSelected.connect(self._on_named)
        dialog.open()

    def edit(self, dossier_id: str) -> None:
        """Open the dossier's editor."""
        self._context.runner.read(lambda: self._context.services.dossiers.proposal(dossier_id), self._open_editor)

    def delete(self, dossier_id: str) -> None:
        """Ask, then delete; the articles stay."""
        name = dict(self._library.dossiers()).get(dossier_id, "")
        question = PlainBox(self._window)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(f"Delete the dossier “{name}”?")
        question.setInformativeText(
            "Its articles stay in the library. Its parties, issues and notes go; undo brings them back."
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._delete_button = question.addButton("Delete", QMessageBox.ButtonRole.DestructiveRole)
        self._doomed = dossier_id
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.buttonClicked.connect(self._on_answer)
        question.open()

    def _on_named(self, name: str) -> None:
        articles, services = self._articles, self._context.services

        def make() -> Dossier:
            dossier = services.dossiers.add(name)
            if articles:
                services.dossiers.put(articles, dossier.id)
            return dossier

        self._context.runner.write(make, self._on_made)

    def _on_made(self, dossier: Dossier) -> None:
        self.made.emit(dossier.id)
        self._open_editor(dossier)

    def _open_editor(self, dossier: Dossier) -> None:
        from briefing_app.ui.editors.dossier import DossierEditor

        dialog: QDialog = DossierEditor(self._context, dossier, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_answer(self, button: object) -> None:
        if button is self._delete_button:
            doomed = self._doomed
            self._context.runner.write(lambda: self._context.services.dossiers.delete(doomed), self._on_deleted)

    def _on_deleted(self, answer: object) -> None:
        del answer
        self._context.messages.offer_undo("The dossier was deleted.")
        self.deleted.emit(self._doomed)
