"""What the window shows while no library is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.ui.folders import Folders
from briefing_app.ui.shell.wishes import LibraryWish, WishKind
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, SectionLabel
from briefing_app.ui.widgets.tips import tip

FILTER = "Libraries (*.brief);;All files (*)"
WIDTH = 560


class StartPage(QWidget):
    """Offers the sample library, a new one, and those opened lately; ``wished`` tells which."""

    wished = Signal(object)

    def __init__(self, recent: list[str], parent: QWidget | None = None, folders: Folders | None = None) -> None:
        super().__init__(parent)
        self._folders = folders or Folders()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QFrame(self)
        box.setProperty("role", "card")
        box.setMaximumWidth(WIDTH)
        self._inside = QVBoxLayout(box)
        self._inside.setContentsMargins(36, 32, 36, 28)
        self._inside.setSpacing(8)
        self._inside.addWidget(PlainLabel("Briefing Reader", "title"))
        about = "Read articles, see who holds what position, and write the briefing note."
        self._inside.addWidget(PlainLabel(about, "muted", wrap=True))
        self._inside.addSpacing(14)
        self.sample = self._offer(
            "Open the sample library", "primary", "Two negotiations with articles, marks and a note."
        )
        self.sample.clicked.connect(self._on_sample)
        self.new = self._offer("New library…", "", "An empty library of your own, plain or encrypted.")
        self.new.clicked.connect(self._on_new)
        self.open = self._offer("Open a library…", "", "A file that ends in .brief.")
        self.open.clicked.connect(self._on_open)
        self.error = PlainLabel(role="danger", wrap=True)
        self.error.hide()
        self._inside.addWidget(self.error)
        self._show_recent(recent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(box, 100)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)

    def say_error(self, sentence: str) -> None:
        """Say why the library could not be had."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Switch the buttons off while a library is being opened."""
        for button in (self.sample, self.new, self.open):
            button.setEnabled(not busy)

    def _offer(self, text: str, role: str, meaning: str) -> RoleButton:
        button = RoleButton(text, role)
        button.setFixedWidth(216)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(button)
        line.addWidget(PlainLabel(meaning, "muted", wrap=True), 1)
        self._inside.addLayout(line)
        return button

    def _show_recent(self, recent: list[str]) -> None:
        there = [path for path in recent if Path(path).exists()]
        if not there:
            return
        self._inside.addSpacing(12)
        self._inside.addWidget(SectionLabel("Opened lately"))
        for path in there[:5]:
            button = RoleButton(Path(path).stem.replace("&", "&&"), "link")
            button.setObjectName(path)
            button.setToolTip(tip(path))
            button.clicked.connect(self._on_recent)
            self._inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_sample(self) -> None:
        self.wished.emit(LibraryWish(WishKind.SAMPLE))

    def _on_new(self) -> None:
        from briefing_app.ui.shell.new_library import NewLibraryDialog

        dialog = NewLibraryDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wished.connect(self.wished)
        dialog.open()

    def _on_open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Open a library", self._folders.start("library"), FILTER)
        if path:
            self._folders.used("library", path)
            self.wished.emit(LibraryWish(WishKind.OPEN, Path(path)))

    def _on_recent(self) -> None:
        button = self.sender()
        if button is not None:
            self.wished.emit(LibraryWish(WishKind.OPEN, Path(button.objectName())))
