"""Which of the feeds of a page one wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.counted import counted
from briefing_app.ui.feeds.model import short_address
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.collection import FeedLink


class FeedChoice(QDialog):
    """Lists feeds with a box each, the first one ticked; ``chosen`` gives those that are ticked in the end."""

    chosen = Signal(list)

    def __init__(self, links: Sequence[FeedLink], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Feeds of this page")
        self.setMinimumSize(460, 320)
        self._links = list(links)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Feeds of this page")
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        for place, link in enumerate(self._links):
            name = visible(link.title)
            address = short_address(link.url)
            item = QListWidgetItem(f"{name}\n{address}" if name else address, self.list)
            item.setToolTip(tip(visible(link.url)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if place else Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self.take = RoleButton("Subscribe", "primary", self)
        self.take.clicked.connect(self._on_take)
        self.cancel = RoleButton("Cancel", "", self)
        self.cancel.clicked.connect(self.reject)
        self.list.itemChanged.connect(self._on_ticked)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(f"This page names {counted(len(self._links), 'feed')}. Which do you want?"))
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def ticked(self) -> list[FeedLink]:
        """Return the feeds that are ticked."""
        states = [self.list.item(row).checkState() for row in range(self.list.count())]
        return [link for link, state in zip(self._links, states, strict=True) if state is Qt.CheckState.Checked]

    def _on_ticked(self, item: QListWidgetItem) -> None:
        del item
        self.take.setEnabled(bool(self.ticked()))

    def _on_take(self) -> None:
        wanted = self.ticked()
        self.accept()
        self.chosen.emit(wanted)
