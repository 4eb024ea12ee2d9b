"""The field into which an article is pasted: shows its words, and keeps what stood behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from briefing_app.ui.shell.carried import carried

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from briefing_app.ui.shell.import_wish import ImportWish


class PasteField(QPlainTextEdit):
    """A field of plain text. What was pasted into it whole and not touched since keeps its headings and lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pasted: ImportWish | None = None
        self._shown = ""

    def wish(self) -> ImportWish | None:
        """Return what was pasted, with its build, if the field shows just that; None for words that were typed."""
        return self._pasted if self._pasted is not None and self.toPlainText() == self._shown else None

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words."""
        alone = not self.toPlainText() or self.textCursor().selectedText() == self.document().toRawText()
        super().insertFromMimeData(source)
        self._pasted = carried(source) if alone else None
        self._shown = self.toPlainText()
