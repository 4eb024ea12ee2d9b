"""The page of subscriptions: an address to subscribe to, the list, and how a look for news goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.ui.feeds.model import EDIT, REFRESH, REMOVE, FeedModel
from briefing_app.ui.folders import Folders
from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.cards import EmptyState
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel, Rule, set_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from briefing_app.ui.feeds.model import FeedRow
    from briefing_app.ui.theme import ThemeHolder

LISTS = "Lists of feeds (*.opml *.xml);;All files (*)"
NONE = "No feeds yet"
HOW = (
    "Paste the address of a newspaper’s or a ministry’s page above, or drop a list of feeds (OPML) here. "
    "Nothing is fetched unless you ask, or set a time."
)


class ListPage(QWidget):
    """Signals tell what the reader wants: an address or files to subscribe to, a deed on a feed, a look, a stop."""

    subscribe_wanted = Signal(str)
    files_wanted = Signal(list)
    form_wanted = Signal()
    export_wanted = Signal(str)
    refresh_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None, folders: Folders | None = None) -> None:
        super().__init__(parent)
        self._folders = folders or Folders()
        self.setAcceptDrops(True)
        self.address = QLineEdit(self)
        self.address.setAccessibleName("Address of a feed or of a page")
        self.address.setPlaceholderText("Address of a feed, or of a page that has one")
        self.address.returnPressed.connect(self._on_subscribe)
        self.subscribe = RoleButton("Subscribe", "primary", self)
        self.subscribe.clicked.connect(self._on_subscribe)
        self.file = RoleButton("From a file (OPML)…", "link", self)
        self.file.clicked.connect(self._on_file)
        self.form = RoleButton("With a name and password…", "link", self)
        self.form.clicked.connect(self.form_wanted)
        self.words = PlainLabel(role="muted", wrap=True, parent=self)
        self.words.hide()
        self.model = FeedModel()
        keys = {Qt.Key.Key_R: REFRESH, Qt.Key.Key_E: EDIT, Qt.Key.Key_Delete: REMOVE}
        self.list = CardList("Feeds", self.model, theme, keys, self)
        self.empty = EmptyState(NONE, HOW, parent=self)
        self.refresh = RoleButton("Refresh all", "", self)
        self.refresh.clicked.connect(self.refresh_wanted)
        self.export = RoleButton("Export…", "", self)
        self.export.clicked.connect(self._on_export)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName("Feeds looked into")
        self.cancel = RoleButton("Cancel", "quiet", self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.progress = ElidedLabel(role="muted", parent=self)
        self._lay_out()
        self.show_progress("", 0, 0)

    def show_rows(self, rows: Sequence[FeedRow]) -> None:
        """Show subscriptions, or how to make the first."""
        self.model.show(rows)
        self._stack.setCurrentWidget(self.list if rows else self.empty)
        self.refresh.setEnabled(bool(rows))
        self.export.setEnabled(bool(rows))

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far a look is."""
        self.progress.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setVisible(bool(words) and total > 1)
        self.cancel.setVisible(bool(words))
        self.refresh.setVisible(not words)

    def show_busy(self, *, busy: bool) -> None:
        """Show that an address is being looked at."""
        self.subscribe.setEnabled(not busy)
        self.subscribe.setText("Looking…" if busy else "Subscribe")

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of something."""
        self.words.setText(sentence)
        set_role(self.words, "danger" if trouble else "muted")
        self.words.setVisible(bool(sentence))
        announce(self, sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and addresses."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Subscribe to what the dropped lists name, or to the dropped address."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        files = [url.toLocalFile() for url in urls if url.isLocalFile()]
        if files:
            self.files_wanted.emit(files)
        elif urls:
            self.subscribe_wanted.emit(urls[0].toString())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.address, 1)
        line.addWidget(self.subscribe)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.file)
        others.addWidget(self.form)
        others.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 8)
        top.setSpacing(6)
        top.addLayout(line)
        top.addLayout(others)
        top.addWidget(self.words)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.refresh)
        foot.addWidget(self.cancel)
        foot.addWidget(self.bar)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(Rule(self))
        layout.addWidget(self._stack, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(foot)

    def _on_subscribe(self) -> None:
        if self.subscribe.isEnabled():
            self.subscribe_wanted.emit(self.address.text())

    def _on_file(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self, "Subscribe to a list of feeds", self._folders.start("feeds"), LISTS
        )
        if files:
            self._folders.used("feeds", files[0])
            self.files_wanted.emit(files)

    def _on_export(self) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, "Export the list of feeds", self._folders.start("feeds", "feeds.opml"), LISTS
        )
        if place:
            self._folders.used("feeds", place)
            self.export_wanted.emit(place)
