"""The page: a white sheet on its desk that shows the note as it will print, and tells what of it was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from briefing_app.ui.note.parts import HEADER
from briefing_app.ui.theme import sans_family, serif_family

if TYPE_CHECKING:
    from briefing_app.ui.theme import Theme, ThemeHolder

PAGE = 700
"""Widest sheet, in pixels."""
DESK = 24
"""Desk seen above and below the sheet."""
TEXT, TABLE_TEXT, NOTE_TEXT = 15, 13, 12
LEADING = 140
"""Line height in per cent."""
_MARGIN = 0.085
"""The sheet's own margin as a share of its width."""
_SECTION, _NOTE = "section-", "fn-"


def preview_colours(theme: Theme) -> dict[str, str]:
    """Return the colours and fonts in which the preview is written."""
    from briefing_app.export.preview import colours_from

    taken = {
        "page": theme.page,
        "text": theme.body,
        "muted": theme.muted,
        "faint": theme.faint,
        "line": theme.border,
        "accent": theme.accent_ink,
    }
    fonts = {"serif": f"'{serif_family()}'", "sans": f"'{sans_family()}'"}
    return {**colours_from(taken, dark=theme.dark), **fonts}


class Sheet(QTextBrowser):
    """Tells what was clicked: a section, a footnote's source; ``edit_wanted`` asks to write in the chosen section."""

    section_chosen = Signal(str)
    source_wanted = Signal(int)
    edit_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frames: dict[str, QTextFrame] = {}
        self._notes: dict[int, QTextBlock] = {}
        self._chosen = ""
        self.setProperty("role", "reading")
        self.setAccessibleName("Page of the note")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)
        self.document().setDefaultStyleSheet(f"body {{ font-size: {TEXT}px; }} p {{ margin: 3px 0 3px 0; }}")
        self.document().setIndentWidth(22)
        self.verticalScrollBar().installEventFilter(self)
        self.anchorClicked.connect(self._on_link)

    # --- what is shown

    def show_html(self, html: str, footnotes: int) -> None:
        """Show a preview with its number of footnotes; the place in it stays."""
        place = self.verticalScrollBar().value()
        self.setExtraSelections([])
        self.setHtml(html)
        self._find_parts()
        self._set_lines()
        for number in range(1, footnotes + 1):
            self._add_way_to_source(number)
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def show_chosen(self, key: str) -> None:
        """Show which section is chosen."""
        self._chosen = key
        self.viewport().update()

    def bring(self, key: str) -> None:
        """Bring a section into view; the header is at the top."""
        if key == HEADER:
            self.verticalScrollBar().setValue(0)
        elif key in self._frames:
            self._bring_rect(self._rect_of(key))

    def bring_note(self, number: int) -> None:
        """Bring a footnote into view and mark it until something else is clicked."""
        block = self._notes.get(number)
        if block is None:
            return
        self._bring_rect(self.document().documentLayout().blockBoundingRect(block))
        marked = QTextEdit.ExtraSelection()
        marked.cursor = QTextCursor(block)
        marked.cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        marked.format = QTextCharFormat()
        marked.format.setBackground(QColor(self._theme.current.accent_soft))
        self.setExtraSelections([marked])

    def section_at(self, place: QPointF) -> str:
        """Return the section at a point of the viewport; the header above the first, nothing below the last."""
        y = place.y() + self.verticalScrollBar().value()
        for key in self._frames:
            rect = self._rect_of(key)
            if y < rect.top():
                return HEADER if key == next(iter(self._frames)) else key
            if y <= rect.bottom():
                return key
        return ""

    def note_at(self, place: QPointF) -> int:
        """Return the number of the footnote at a point of the viewport, or 0."""
        block = self.cursorForPosition(place.toPoint()).block()
        return next((number for number, one in self._notes.items() if one == block), 0)

    # --- Qt

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing, from nowhere, whatever a document asks for."""
        del type, name

    def doSetSource(
        self,
        name: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Open no document."""
        del name, type

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle of the desk."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw desk and sheet, then the text."""
        theme = self._theme.current
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.desk))
        sheet = self._sheet_rect()
        painter.fillRect(sheet, QColor(theme.page))
        ring = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent_ink if ring else theme.border), 2 if ring else 1))
        painter.drawRect(sheet)
        if self._chosen in self._frames:
            rect = self._rect_of(self._chosen).translated(0, -self.verticalScrollBar().value())
            painter.fillRect(rect.adjusted(-6, -3, 6, -5), QColor(theme.suggestion))
        painter.end()
        super().paintEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the desk reach under the scroll bar."""
        bar = self.verticalScrollBar()
        if watched is bar and event.type() is QEvent.Type.Paint:
            painter = QPainter(bar)
            painter.fillRect(bar.rect(), QColor(self._theme.current.desk))
            painter.end()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write in the chosen section on Enter, unless a link has the focus."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.textCursor().charFormat().isAnchor():
            self.edit_wanted.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which section was clicked, or open a footnote's source; a selection is no click."""
        super().mouseReleaseEvent(event)
        place = event.position()
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or self.textCursor().hasSelection()
            or self.anchorAt(place.toPoint())
        ):
            return
        self.setExtraSelections([])
        if number := self.note_at(place):
            self.source_wanted.emit(number)
        elif key := self.section_at(place):
            self.section_chosen.emit(key)

    # --- inside

    def _on_link(self, link: QUrl) -> None:
        kind, _, number = link.toString().partition(":")
        if kind == "fn" and number.isdecimal():
            self.bring_note(int(number))
        elif kind == "ref" and number.isdecimal():
            self.setExtraSelections([])
            self.scrollToAnchor(f"ref-{number}")
        elif kind == "open" and number.isdecimal():
            self.source_wanted.emit(int(number))

    def _find_parts(self) -> None:
        self._frames, self._notes = {}, {}
        root = self.document().rootFrame()
        for frame in root.childFrames():
            if isinstance(frame, QTextTable) and (key := self._anchored(frame.cellAt(0, 1).firstCursorPosition())):
                self._frames[key] = frame
        block = self.document().begin()
        while block.isValid():
            for name in _names(block):
                number = name.removeprefix(_NOTE)
                if name.startswith(_NOTE) and number.isdecimal():
                    self._notes[int(number)] = block
            block = block.next()

    @staticmethod
    def _anchored(cursor: QTextCursor) -> str:
        names = _names(cursor.block())
        return next((name.removeprefix(_SECTION) for name in names if name.startswith(_SECTION)), "")

    def _set_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        spacing.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        small = QTextCharFormat()
        small.setProperty(QTextFormat.Property.FontPixelSize, TABLE_TEXT)
        for section in self._frames.values():
            for table in section.childFrames():
                cursor.setPosition(table.firstPosition())
                cursor.setPosition(table.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(small)
                cursor.mergeBlockFormat(spacing)
        small.setProperty(QTextFormat.Property.FontPixelSize, NOTE_TEXT)
        for block in self._notes.values():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(small)

    def _add_way_to_source(self, number: int) -> None:
        block = self._notes.get(number)
        if block is None:
            return
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        way = QTextCharFormat(cursor.charFormat())
        way.setAnchor(True)
        way.setAnchorHref(f"open:{number}")
        way.setForeground(QColor(self._theme.current.accent_ink))
        way.setToolTip("Open the article at this passage")
        plain = QTextCharFormat(way)
        plain.setAnchor(False)
        plain.setAnchorHref("")
        cursor.insertText("  ", plain)
        cursor.insertText("open", way)

    def _lay_out(self) -> None:
        width = self.viewport().width()
        sheet = min(PAGE, width - 2 * 12)
        side = (width - sheet) / 2
        inner = max(24.0, sheet * _MARGIN)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(side + inner - 12)
        form.setRightMargin(side + inner)
        form.setTopMargin(DESK + 30)
        form.setBottomMargin(DESK + 40)
        frame.setFrameFormat(form)

    def _sheet_rect(self) -> QRectF:
        width = self.viewport().width()
        sheet = min(PAGE, width - 2 * 12)
        height = max(self.document().size().height(), self.viewport().height()) - 2 * DESK
        return QRectF((width - sheet) / 2, DESK - self.verticalScrollBar().value(), sheet, height)

    def _rect_of(self, key: str) -> QRectF:
        return self.document().documentLayout().frameBoundingRect(self._frames[key])

    def _bring_rect(self, rect: QRectF) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() + DESK:
            bar.setValue(round(rect.top()) - DESK)
        elif rect.bottom() > bar.value() + high:
            bar.setValue(round(min(rect.bottom() - high + DESK, rect.top() - DESK)))


def _names(block: QTextBlock) -> list[str]:
    return [name for one in block.textFormats() for name in one.format.anchorNames()]
