"""The dialog that asks what shall be taken into the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.tricks import visible
from briefing_app.ui.folders import Folders
from briefing_app.ui.shell.import_wish import ImportWish
from briefing_app.ui.shell.paste_field import PasteField
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, SectionLabel

FILES = (
    "Articles (*.html *.htm *.xhtml *.mhtml *.mht *.txt *.text *.md *.markdown *.pdf *.docx *.odt *.rtf *.epub *.eml "
    "*.warc *.warc.gz *.html.gz);;All files (*)"
)

NOTHING = "No file chosen. Files can also be dropped on the window."


NEW = "new"
"""Stands for a dossier that is to be made, in the list of dossiers."""


class ImportDialog(QDialog):
    """One dialog for files, a folder, an address and pasted text; ``wished`` gives an `ImportWish` for each."""

    wished = Signal(object)

    def __init__(
        self,
        dossiers: list[tuple[str, str]],
        current: str,
        parent: QWidget | None = None,
        folders: Folders | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders or Folders()
        self.setWindowTitle("Import")
        self.setMinimumSize(540, 440)
        self._places: list[str] = []
        self.files = RoleButton("Files…", "", self)
        self.files.clicked.connect(self._on_files)
        self.folder = RoleButton("Folder…", "", self)
        self.folder.clicked.connect(self._on_folder)
        self.chosen = PlainLabel(NOTHING, "muted", wrap=True)
        self.address = QLineEdit(self)
        self.address.setAccessibleName("Address of a page")
        self.address.setPlaceholderText("https://…  (the page is fetched once, now)")
        self.text = PasteField(self)
        self.text.setAccessibleName("Pasted text")
        self.text.setPlaceholderText("Paste an article here. Headings, lists and tables are kept.")
        self.text.setTabChangesFocus(True)
        self.dossier = QComboBox(self)
        self.dossier.setAccessibleName("Into dossier")
        self.dossier.addItem("No dossier", "")
        for ref, name in dossiers:
            self.dossier.addItem(visible(name), ref)
        self.dossier.insertSeparator(self.dossier.count())
        self.dossier.addItem("New dossier…", NEW)
        self.dossier.setCurrentIndex(max(0, self.dossier.findData(current)))
        self.dossier.activated.connect(self._on_dossier)
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name of the new dossier")
        self.name.setPlaceholderText("Name of the negotiation")
        self.name.hide()
        self.error = PlainLabel(role="danger", wrap=True, parent=self)
        self.error.hide()
        self.cancel = RoleButton("Cancel", "", self)
        self.cancel.clicked.connect(self.reject)
        self.take = RoleButton("Import", "primary", self)
        self.take.clicked.connect(self._on_take)
        self.take.setToolTip("Ctrl+Enter")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_take)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.chosen, 1)
        form = QFormLayout()
        form.addRow("Into", self.dossier)
        form.addRow("", self.name)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.cancel)
        end.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(SectionLabel("Files"))
        layout.addLayout(buttons)
        layout.addSpacing(6)
        layout.addWidget(SectionLabel("Page"))
        layout.addWidget(self.address)
        layout.addSpacing(6)
        layout.addWidget(SectionLabel("Text"))
        layout.addWidget(self.text, 1)
        layout.addLayout(form)
        layout.addWidget(self.error)
        layout.addLayout(end)

    def choose(self, places: list[str]) -> None:
        """Take files and folders to import."""
        self._places = places
        names = ", ".join(visible(Path(place).name) for place in places[:3])
        more = f" and {len(places) - 3:,} more" if len(places) > 3 else ""
        self.chosen.setText(f"{names}{more}" if places else NOTHING)

    def _on_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, "Import files", self._folders.start("import"), FILES)
        if files:
            self._folders.used("import", files[0])
            self.choose(files)

    def _on_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Import a folder", self._folders.start("import"))
        if folder:
            self._folders.used("import", str(Path(folder).parent))
            self.choose([folder])

    def _on_take(self) -> None:
        address, text = self.address.text().strip(), self.text.toPlainText()
        if address and not address.casefold().startswith(("http://", "https://")):
            self._say("The address must begin with http:// or https://.")
            return
        places = [*self._places, *([address] if address else [])]
        if not places and not text.strip():
            self._say("Choose a file, type an address or paste a text.")
            return
        dossier, name = str(self.dossier.currentData(Qt.ItemDataRole.UserRole)), ""
        if dossier == NEW:
            dossier, name = "", self.name.text().strip()
            if not name:
                self._say("Name the new dossier.")
                self.name.setFocus()
                return
        self.accept()
        if places:
            self.wished.emit(ImportWish(tuple(places), dossier=dossier, new_dossier=name))
        if text.strip():
            pasted = self.text.wish() or ImportWish(text=text)
            self.wished.emit(replace(pasted, dossier=dossier, new_dossier=name))

    def _on_dossier(self, index: int) -> None:
        new = self.dossier.itemData(index) == NEW
        self.name.setVisible(new)
        if new:
            self.name.setFocus()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
