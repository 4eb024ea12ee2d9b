"""The dialog that makes a new library."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app import paths
from briefing_app.domain.tricks import visible
from briefing_app.ui.shell.wishes import LibraryWish, WishKind
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

SHORTEST = 8
ADVICE = (
    "The passphrase opens the library on any machine. It cannot be found again by anybody: "
    "without it and without this computer's keyring the library stays closed."
)


class NewLibraryDialog(QDialog):
    """Asks where the library shall lie and whether it is encrypted; ``wished`` tells it."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New library")
        self.setMinimumWidth(480)
        self.place = QLineEdit(str(_free_name()), self)
        self.place.setAccessibleName("File of the library")
        choose = RoleButton("Choose…", "", self)
        choose.clicked.connect(self._on_choose)
        self.encrypted = QCheckBox("Encrypt it with a passphrase", self)
        self.encrypted.toggled.connect(self._check)
        self.first, self.second = self._secret("Passphrase"), self._secret("Once more")
        self.advice = PlainLabel(ADVICE, "muted", wrap=True, parent=self)
        self.error = PlainLabel(role="danger", wrap=True, parent=self)
        self.make = RoleButton("Make library", "primary", self)
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make)
        cancel = RoleButton("Cancel", "", self)
        cancel.clicked.connect(self.reject)
        self._lay_out(choose, cancel)
        self._check()

    def _lay_out(self, choose: RoleButton, cancel: RoleButton) -> None:
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(choose)
        self._form = QFormLayout()
        self._form.addRow("File", where)
        self._form.addRow("", self.encrypted)
        self._form.addRow("Passphrase", self.first)
        self._form.addRow("Once more", self.second)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._form)
        layout.addWidget(self.advice)
        layout.addWidget(self.error)
        layout.addLayout(buttons)

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._check)
        return field

    def _check(self) -> None:
        on = self.encrypted.isChecked()
        for field in (self.first, self.second):
            self._form.setRowVisible(field, on)
        self.advice.setVisible(on)
        trouble = self._trouble() if on else ""
        self.error.setText(trouble if self.second.text() else "")
        self.error.setVisible(bool(self.error.text()))
        self.make.setEnabled(not trouble)
        self.adjustSize()

    def _trouble(self) -> str:
        if len(self.first.text()) < SHORTEST:
            return f"The passphrase needs at least {SHORTEST} characters."
        return "" if self.first.text() == self.second.text() else "The two passphrases are not the same."

    def _on_choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, "New library", self.place.text(), "Libraries (*.brief)")
        if path:
            self.place.setText(path)

    def _on_make(self) -> None:
        text = self.place.text().strip()
        path = Path(text).expanduser()
        path = path if path.suffix or not text else path.with_suffix(".brief")
        trouble = _trouble_with(path) if text else "Name a file for the library."
        if trouble:
            self.error.setText(trouble)
            self.error.show()
            return
        secret = self.first.text() if self.encrypted.isChecked() else None
        self.accept()
        self.wished.emit(LibraryWish(WishKind.CREATE, path, secret))


def _trouble_with(path: Path) -> str:
    """Return why no library can be made there, as far as can be seen without trying; what was typed is kept so."""
    try:
        if path.exists():
            return f"{visible(path.name)} exists already. Choose another name, or open it as a library."
        folder = next(one for one in path.absolute().parents if one.exists())
    except OSError as error:
        return f"No library can be made there: {error.strerror or error}."
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return ""
    return f"Nothing can be written in {visible(str(folder))}. Choose another folder."


def _free_name() -> Path:
    wanted = paths.default_library()
    number = 2
    while wanted.exists():
        wanted = wanted.with_stem(f"{paths.default_library().stem}-{number}")
        number += 1
    return wanted
