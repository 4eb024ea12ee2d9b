"""The form of one feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.services.feeds import FeedEdit
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.collection import Feed
    from briefing_app.domain.dossier import Dossier
    from briefing_app.ui.context import UiContext

SAFE = (
    "Name and password are kept in the system keyring, never in a file, and go to this feed’s own server alone, over a "
    "protected connection."
)


class FeedEditor(Editor):
    """Edits a subscription, or makes one; ``saved`` gives the feed and whether it is new."""

    saved = Signal(object, bool)

    def __init__(
        self, context: UiContext, feed: Feed | None, dossiers: Sequence[Dossier], parent: QWidget | None = None
    ) -> None:
        super().__init__("Feed" if feed is not None else "New feed", context, parent)
        self.feed = feed
        self.address = QLineEdit(self)
        self.address.setPlaceholderText("https://…")
        self.address.setReadOnly(feed is not None)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(visible(feed.title if feed is not None else "") or "what the feed calls itself")
        self.folder = QLineEdit(self)
        self.folder.setPlaceholderText("none; “World / North” lies in “World”")
        self.dossier = choice_box([("", "No dossier"), *((str(one.id), one.name) for one in dossiers)], self)
        self.full = QCheckBox("Fetch the page of each new item", self)
        self.full.setAccessibleDescription("Otherwise only what the feed itself gives is taken in")
        self.user = QLineEdit(self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.forget = QCheckBox("Forget the name and password kept for it", self)
        self.forget.setVisible(feed is not None and feed.login)
        for words, field in (
            ("Address", self.address),
            ("Name", self.name),
            ("Folder", self.folder),
            ("Dossier", self.dossier),
            ("Full text", self.full),
            ("User", self.user),
            ("Password", self.password),
        ):
            self.add_row(words, field)
        if feed is not None and feed.login:
            self.add_row("", self.forget)
            self.user.setPlaceholderText("kept in the keyring")
            self.password.setPlaceholderText("kept in the keyring")
        self.add_wide(PlainLabel(SAFE, "muted", wrap=True))
        self._fill()
        (self.name if feed is not None else self.address).setFocus()

    def values(self) -> FeedEdit:
        """Return what the form says."""
        return FeedEdit(
            url=self.address.text().strip(),
            name=self.name.text().strip(),
            folder=self.folder.text().strip(),
            dossier=str(self.dossier.currentData()),
            full=self.full.isChecked(),
            user=self.user.text().strip(),
            password=self.password.text(),
            forget=self.forget.isChecked(),
        )

    def save(self) -> None:
        """Save in the background: a keyring may take its time, and must not hold up other writing."""
        edit, feeds = self.values(), self.context.services.feeds
        self.problem.hide()
        self._set_busy(True)
        self.context.runner.read(lambda: feeds.save(edit), self._kept, failed=self._failed)

    def _kept(self, feed: Feed) -> None:
        new = self.feed is None
        self.password.clear()
        self._written(feed)
        self.saved.emit(feed, new)

    def _fill(self) -> None:
        feed = self.feed
        if feed is None:
            return
        self.address.setText(feed.url)
        self.address.setCursorPosition(0)
        self.name.setText(feed.name)
        self.folder.setText(feed.folder)
        self.full.setChecked(feed.full)
        choose_data(self.dossier, feed.dossier)
