"""A field for a section's Markdown: plain text with keys for bold, italic and lists, as high as its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from briefing_app.ui.note.marks import insertion
from briefing_app.ui.theme import reading_font

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

LEAST, MOST = 3, 11
"""Lines that are shown at least and at most."""
_BULLET = "- "


class MarkdownField(QPlainTextEdit):
    """Plain text; Tab leaves it, Enter in a list begins the next item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._face: QFont = reading_font(15)
        self.setFont(self._face)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def put(self, text: str) -> None:
        """Show another text with the cursor at its end; nothing happens where it is shown already."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def insert_mark(self, mark: str) -> None:
        """Put a citation mark at the cursor, as one step of undo."""
        cursor = self.textCursor()
        text, start, end = self.toPlainText(), cursor.selectionEnd(), cursor.selectionEnd()
        cursor.setPosition(end)
        cursor.insertText(insertion(mark, text[:start], text[end:]))
        self.setTextCursor(cursor)

    def toggle_bold(self) -> None:
        """Make the selection bold, or not."""
        self._toggle("**")

    def toggle_italic(self) -> None:
        """Make the selection italic, or not."""
        self._toggle("*")

    def toggle_bullets(self) -> None:
        """Make the lines selected a list, or plain lines again."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        blocks, block = [first], first
        while block != last:
            block = block.next()
            blocks.append(block)
        listed = all(one.text().startswith(_BULLET) for one in blocks)
        cursor.beginEditBlock()
        for one in blocks:
            place = QTextCursor(one)
            if listed:
                place.movePosition(place.MoveOperation.Right, place.MoveMode.KeepAnchor, len(_BULLET))
                place.removeSelectedText()
            elif not one.text().startswith(_BULLET):
                place.insertText(_BULLET)
        cursor.endEditBlock()
        self.setFocus()

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(320, self._wanted())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bold, italic and the next item of a list by key."""
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._continue_list():
            return
        else:
            super().keyPressEvent(event)

    def _continue_list(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        if cursor.hasSelection() or not line.startswith(_BULLET) or not cursor.atBlockEnd():
            return False
        if line.strip() == _BULLET.strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText(f"\n{_BULLET}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _toggle(self, sign: str) -> None:
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        if chosen.startswith(sign) and chosen.endswith(sign) and len(chosen) > 2 * len(sign):
            cursor.insertText(chosen[len(sign) : -len(sign)])
        else:
            cursor.insertText(f"{sign}{chosen}{sign}")
            if not chosen:
                cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(sign))
        self.setTextCursor(cursor)
        self.setFocus()

    def _wanted(self) -> int:
        lines = round(self.document().size().height())  # a plain text document counts its height in lines
        shown = max(LEAST, min(MOST, lines))
        return round(shown * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 14)

    def _grow(self) -> None:
        self.setFixedHeight(self._wanted())
