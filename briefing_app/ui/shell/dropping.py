"""Dragging something from another program over the window: where it would go is said before it is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from briefing_app.domain.tricks import visible
from briefing_app.ui.shell.carried import carried, may_carry
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from briefing_app.ui.shell.body import Body
    from briefing_app.ui.shell.import_wish import ImportWish

ABOVE_FOOT = 24


class Dropping(QObject):
    """Tells which dossier is under a drag, and what it brings."""

    def __init__(self, body: Body) -> None:
        super().__init__(body)
        self._body = body
        self.words = PlainLabel()
        self.hint = QFrame(body)
        self.hint.setProperty("role", "toast")
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self.hint)
        line.setContentsMargins(18, 12, 18, 12)
        line.addWidget(self.words)
        self.hint.hide()

    def over(self, event: QDropEvent) -> None:
        """Take a drag that may bring something to import, and say where it would go."""
        if not may_carry(event.mimeData()) or event.source() is not None:
            self.hint.hide()
            event.ignore()
            return
        library = self._body.library
        dossier = self._dossier(event) or library.dossier
        name = dict(library.dossiers()).get(dossier, "")
        self.words.setText(f"Drop to import into {visible(name)}" if name else "Drop to import")
        self.hint.adjustSize()
        body = self._body
        top = body.views.geometry().bottom() - self.hint.height() - ABOVE_FOOT
        self.hint.move((body.width() - self.hint.width()) // 2, top)
        self.hint.show()
        self.hint.raise_()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def over_no_more(self) -> None:
        """Take the words away."""
        self.hint.hide()

    def dropped(self, event: QDropEvent) -> ImportWish | None:
        """Return what was dropped; a program that would have it moved keeps what it has."""
        self.hint.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return carried(event.mimeData(), self._dossier(event))

    def _dossier(self, event: QDropEvent) -> str:
        window = self._body.window()
        return self._body.library.dossier_at(window.mapToGlobal(event.position().toPoint()))
