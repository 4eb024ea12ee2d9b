"""The page that says when feeds are looked into, and what may be fetched at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from briefing_app.settings import FEED_TIMES
from briefing_app.ui.editors.boxes import choice_box, choose_data, lines_high
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, SectionLabel, set_role

if TYPE_CHECKING:
    from briefing_app.settings import Settings

WHEN = "While the program is open, and only online. What is new waits in the inbox; faults stand beside each feed."
OFFLINE = "No page and no feed is fetched; what is under way is cut. Everything else works."
GUARD = (
    "Pages and feeds come from the public net alone, so that no document can reach into your own. "
    "Name hosts here, one a line, that may be asked although they lie on this computer or a private network."
)


class NetworkPage(QWidget):
    """Shows and sets them; ``every_set``, ``offline_set`` and ``hosts_set`` tell what the reader decided."""

    every_set = Signal(str)
    offline_set = Signal(bool)
    hosts_set = Signal(list)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.every = choice_box(
            [(one, one.capitalize() if not one[0].isdigit() else f"Every {one}") for one in FEED_TIMES], self
        )
        self.every.setAccessibleName("Look for news")
        self.offline = QCheckBox("Work offline", self)
        self.hosts = QPlainTextEdit(self)
        self.hosts.setAccessibleName("Allowed hosts, one a line")
        self.hosts.setTabChangesFocus(True)
        self.hosts.setPlaceholderText("intranet.example\n192.168.1.20")
        lines_high(self.hosts, 4)
        self.keep = RoleButton("Save hosts", "", self)
        self.words = PlainLabel(role="muted", wrap=True, parent=self)
        self._lay_out()
        self.refresh()
        self.every.activated.connect(self._on_every)
        self.offline.clicked.connect(self.offline_set)
        self.hosts.textChanged.connect(self._on_typed)
        self.keep.clicked.connect(self._on_keep)

    def refresh(self) -> None:
        """Show what is set now."""
        choose_data(self.every, self._settings.text("feeds.every"))
        self.offline.setChecked(self._settings.flag("network.offline"))
        self.hosts.setPlainText("\n".join(self._settings.texts("network.allowed_hosts")))
        self.keep.setEnabled(False)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what came of it."""
        set_role(self.words, "danger" if trouble else "muted")
        self.words.setText(sentence)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("Look for news", self.every)
        layout.addWidget(SectionLabel("Schedule"))
        layout.addLayout(form)
        layout.addWidget(PlainLabel(WHEN, "muted", wrap=True))
        layout.addSpacing(14)
        layout.addWidget(SectionLabel("Network"))
        layout.addWidget(self.offline)
        layout.addWidget(PlainLabel(OFFLINE, "muted", wrap=True))
        layout.addSpacing(14)
        layout.addWidget(SectionLabel("Allowed hosts"))
        layout.addWidget(PlainLabel(GUARD, "muted", wrap=True))
        layout.addWidget(self.hosts)
        line = QHBoxLayout()
        line.addWidget(self.keep)
        line.addWidget(self.words, 1)
        layout.addLayout(line)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _on_every(self) -> None:
        self.every_set.emit(str(self.every.currentData()))

    def _on_typed(self) -> None:
        self.keep.setEnabled(True)
        self.say("")

    def _on_keep(self) -> None:
        self.hosts_set.emit(self.hosts.toPlainText().split("\n"))
