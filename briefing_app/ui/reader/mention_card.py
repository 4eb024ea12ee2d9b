"""The card that explains a name: what it stands for, why, how sure, where else, and what can be said against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.domain.entity import EntityKind, Status
from briefing_app.ui.reader.overlay import Overlay
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

    from briefing_app.domain.entity import Mention

_KINDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORG: "organisation",
    EntityKind.GPE: "country or place with a government",
    EntityKind.LOC: "place",
    EntityKind.NORP: "people or group",
    EntityKind.FAC: "building or site",
    EntityKind.EVENT: "event",
    EntityKind.LAW: "agreement or law",
    EntityKind.DATE: "date",
    EntityKind.MONEY: "sum of money",
    EntityKind.PERCENT: "percentage",
}
_LINGER = 350
"""Milliseconds that a card stays when the pointer has left it."""


class MentionCard(Overlay):
    """Explains one mention. Pinned (by click or key) it stays until it is closed; else until the pointer leaves."""

    change_wanted = Signal(object)
    never_here = Signal(object)
    never_anywhere = Signal(object)
    step_wanted = Signal(object, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("About this name", parent)
        self.mention: Mention | None = None
        self.pinned = False
        self.setFixedWidth(330)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(4)
        self.name = PlainLabel(role="heading", wrap=True, parent=self)
        self.kind = PlainLabel(role="muted", wrap=True, parent=self)
        self.why = PlainLabel(wrap=True, parent=self)
        self.source = PlainLabel(role="faint", wrap=True, parent=self)
        for label in (self.name, self.kind, self.why, self.source):
            layout.addWidget(label)
        layout.addLayout(self._steps())
        layout.addLayout(self._buttons())
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER)
        self._linger.timeout.connect(self._gone)

    def explain(self, mention: Mention, place: int, count: int, party: str, *, pinned: bool) -> None:
        """Fill the card; the mention is number ``place`` of ``count`` of the same thing in this article."""
        self.mention = mention
        self.pinned = pinned
        self._linger.stop()
        known = mention.canonical or mention.text
        self.name.setText(known)
        kind = _KINDS.get(mention.label, "name")
        if party and party.casefold() != known.casefold():
            kind = f"{kind} · counts as {party}"
        elif party:
            kind = f"{kind} · party in this dossier"
        self.kind.setText(kind)
        self.why.setText(mention.why or f"“{mention.text}” stands for it here.")
        self.source.setText(_standing(mention))
        self.count.setText(f"{place} of {count} in this article" if count > 1 else "once in this article")
        for button in (self.previous, self.next):
            button.setVisible(count > 1)
        value = mention.label.is_value
        for other in (self.change, self.here, self.anywhere):
            other.setVisible(not value)
        self.setAccessibleName(f"{mention.text}: {known}, {kind}")

    def pointer_left(self) -> None:
        """Close soon, unless pinned or the pointer comes here."""
        if not self.pinned:
            self._linger.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._linger.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Close soon."""
        super().leaveEvent(event)
        self.pointer_left()

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.count = PlainLabel(role="faint", parent=self)
        self.previous = IconButton("‹", "The one before ({)", self)
        self.next = IconButton("›", "The next one (})", self)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.change = RoleButton("Change…", "link", self)
        self.here = RoleButton("Never here", "link", self)
        self.anywhere = RoleButton("Never anywhere", "link", self)
        self.anywhere.setAccessibleName("Never a name anywhere in the library")
        self.here.setAccessibleName("Never a name in this article")
        self.here.setToolTip("These words are no name in this article")
        self.anywhere.setToolTip("These words are no name in any article")
        self.change.clicked.connect(self._change)
        self.here.clicked.connect(self._never_here)
        self.anywhere.clicked.connect(self._never_anywhere)
        for button in (self.change, self.here, self.anywhere):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _gone(self) -> None:
        if not self.pinned and not self.underMouse():
            self.hide()

    def _change(self) -> None:
        self.change_wanted.emit(self.mention)

    def _never_here(self) -> None:
        self.never_here.emit(self.mention)

    def _never_anywhere(self) -> None:
        self.never_anywhere.emit(self.mention)

    def _step_back(self) -> None:
        self.step_wanted.emit(self.mention, -1)

    def _step_on(self) -> None:
        self.step_wanted.emit(self.mention, 1)


def _standing(mention: Mention) -> str:
    if mention.status is Status.SUGGESTED:
        sure = f"{round(mention.confidence * 100)} % sure" if mention.confidence < 1 else "certain by rule"
        return f"Found by {mention.source or 'the machine'} · {sure} · not confirmed"
    return f"Confirmed by you · first found by {mention.source}" if mention.source else "Confirmed by you"
