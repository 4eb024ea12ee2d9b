"""A text browser that loads nothing, follows nothing and takes nothing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
    from PySide6.QtWidgets import QWidget


class SealedBrowser(QTextBrowser):
    """Shows what it is given and nothing else: `QTextBrowser` by itself would read local files and paths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing, from nowhere, whatever a document asks for."""
        del type, name

    def doSetSource(
        self,
        name: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Follow no link and open no document."""
        del name, type

    def canInsertFromMimeData(self, source: object) -> bool:
        """Take nothing from the clipboard or a drag."""
        del source
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Refuse what is dragged in."""
        event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Refuse what is dragged over."""
        event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Refuse what is dropped."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the document's font ours: a style sheet's font must not reach it."""
        if event.type() is QEvent.Type.FontChange:
            return
        super().changeEvent(event)
