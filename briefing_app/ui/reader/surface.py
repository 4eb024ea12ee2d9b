"""The reading surface: a sealed text browser that holds structure only, and is painted by us."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing_app.ui.reader.document import build_document, set_frame
from briefing_app.ui.reader.geometry import page_rect
from briefing_app.ui.reader.highlights import Highlights, Layer, Mark
from briefing_app.ui.reader.painting import MarkPainter
from briefing_app.ui.reader.positions import Positions
from briefing_app.ui.reader.sealed import SealedBrowser
from briefing_app.ui.reader.typography import Typography
from briefing_app.ui.theme import ui_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from briefing_app.ui.theme import Theme

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
_FOOT = 160
"""Empty pixels below the last paragraph."""


class ReadingSurface(SealedBrowser):
    """Shows one version's visible text. All offsets in its signals and methods are canonical code points.

    ``clicked(offset, button position)`` comes for a click that selects nothing, ``hovered(offset)`` when the
    pointer rests on another character (-1 for none), ``selection_settled`` when a selection was made or dropped.
    """

    clicked = Signal(int, QPoint)
    double_clicked = Signal(int)
    hovered = Signal(int, QPoint)
    selection_settled = Signal()
    scrolled = Signal()
    laid_out = Signal()
    link_wanted = Signal(str)
    zoom_wanted = Signal(int)
    gutter_entered = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.highlights = Highlights()
        self.marks = MarkPainter(self.highlights)
        self.positions = Positions("", (), ())
        self.typography = Typography()
        self.theme = theme
        self.notes_beside = True
        self._head = 0
        self._fitting = False
        self._pressed: QPoint | None = None
        self._hover = -1
        self._near = 0
        self.keys: Callable[[QKeyEvent], bool] | None = None
        """Asked first about every key; True means that it was meant for somebody else than the text."""
        self.setObjectName("readingSurface")
        self.setProperty("role", "reading")
        self.setAccessibleName("Article text")
        self.setTextInteractionFlags(_BY_MOUSE)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setFont(ui_font())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.anchorClicked.connect(self._tell_link)
        self.verticalScrollBar().valueChanged.connect(self._tell_scrolled)
        self._dress()

    # what is shown

    def show_text(
        self,
        positions: Positions,
        *,
        head: int,
        room_below: Mapping[int, int],
        greyed: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Show another text; ``head`` is the height kept free above it for what `document` calls its room."""
        self.positions = positions
        self._head = head
        self._near = 0
        document = build_document(
            positions, self.typography, self.theme, room_below=room_below, greyed=greyed, parent=self
        )
        set_frame(document, self.typography.gutter, head, _FOOT)
        self.marks.set_page(positions, self.typography, self.theme)
        self._fit()
        self.setDocument(document)
        if document.defaultFont() != self.typography.font():
            document.setDefaultFont(self.typography.font())
        self.laid_out.emit()

    def set_head(self, height: int) -> None:
        """Keep ``height`` pixels free above the text."""
        if height != self._head:
            self._head = height
            set_frame(self.document(), self.typography.gutter, height, _FOOT)
            self.laid_out.emit()

    def set_look(self, typography: Typography, theme: Theme) -> None:
        """Take another size, width or theme; the text must be shown again after it."""
        self.typography, self.theme = typography, theme
        self._dress()

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Replace a whole layer of marks."""
        self.highlights.put(layer, marks)
        self.marks.forget()
        self.viewport().update()

    def add_mark(self, layer: Layer, mark: Mark) -> None:
        """Add one mark and paint its paragraphs anew."""
        self.highlights.layer(layer).add(mark)
        self._touch(mark)

    def drop_mark(self, layer: Layer, mark: Mark) -> None:
        """Remove one mark and paint its paragraphs anew."""
        self.highlights.layer(layer).remove(mark)
        self._touch(mark)

    def show_caret(self, shown: bool) -> None:
        """Show or hide the caret; with it come Qt's own keys for moving and selecting."""
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(_BY_MOUSE | keyboard if shown else _BY_MOUSE)
        self.setCursorWidth(2 if shown else 1)

    def show_marks(self, shown: bool) -> None:
        """Show or hide every mark but search hits."""
        self.marks.shown = shown
        self.marks.forget()
        self.viewport().update()

    def select_mark(self, ref: str) -> None:
        """Outline the annotation ``ref`` ("" for none)."""
        if ref != self.marks.selected:
            self.marks.selected = ref
            self.viewport().update()

    # places

    def head(self) -> int:
        """Return the height kept free above the text."""
        return self._head

    def visible_blocks(self) -> tuple[int, int]:
        """Return the indices of the first and last block in view."""
        top = self.verticalScrollBar().value()
        numbers = [block.blockNumber() for block in self._blocks_in(top, top + self.viewport().height())]
        return (numbers[0], numbers[-1]) if numbers else (0, 0)

    def column_left(self) -> int:
        """Return where the column begins, in viewport pixels."""
        return self.typography.gutter

    def column_right(self) -> int:
        """Return where the column ends, in viewport pixels."""
        return self.lineWrapColumnOrWidth()

    def rect_of(self, start: int, end: int) -> QRect:
        """Return the rectangle around canonical ``start``-``end`` in viewport pixels; empty if nothing is shown."""
        if not self.positions.blocks:
            return QRect()
        left = self.positions.to_document(start)
        right = self.positions.to_document(end, end=True)
        rect = page_rect(self.document(), left, max(left, right))
        return rect.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def page_top(self, offset: int) -> int:
        """Return how far down the page the line that holds ``offset`` begins."""
        place = self.positions.to_document(offset)
        return round(page_rect(self.document(), place, place).top())

    def block_bottom(self, index: int) -> int:
        """Return how far down the page the text of block ``index`` ends (without the room below it)."""
        block = self.document().findBlockByNumber(index)
        self.document().documentLayout().blockBoundingRect(block)
        layout = block.layout()
        return round(layout.position().y() + layout.boundingRect().bottom())

    def offset_at(self, point: QPoint) -> int:
        """Return the offset of the character under a viewport point, or -1."""
        page = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        place = self.document().documentLayout().hitTest(page, Qt.HitTestAccuracy.ExactHit)
        if place < 0 or place >= self.positions.length:
            return -1
        return self.positions.to_canonical(place)

    def offset_near(self, y: int, *, at_end: bool = False) -> int:
        """Return the offset where the line nearest to a height in viewport pixels begins, or ends; out of view too."""
        x = self.column_right() - 1 if at_end else self.column_left() + 2
        page = QPointF(x, max(0, y + self.verticalScrollBar().value()))
        place = self.document().documentLayout().hitTest(page, Qt.HitTestAccuracy.FuzzyHit)
        return self.positions.to_canonical(max(0, place), end=at_end)

    def top_offset(self) -> int:
        """Return the offset of the first character in view."""
        cursor = self.cursorForPosition(QPoint(self.column_left() + 2, 4))
        return self.positions.to_canonical(cursor.position())

    def finish_layout(self) -> None:
        """Lay the whole text out now and let the scroll bar know: Qt tells it later, from a guess until then."""
        height = math.ceil(self.document().documentLayout().documentSize().height())
        self.verticalScrollBar().setMaximum(max(0, height - self.viewport().height()))

    def scroll_to(self, offset: int) -> None:
        """Put the line that holds ``offset`` at the top; the very beginning shows the head too."""
        if self.positions.to_document(offset) == 0:
            self.verticalScrollBar().setValue(0)
            return
        self.finish_layout()
        self.verticalScrollBar().setValue(max(0, self.page_top(offset) - 8))

    def hold(self) -> tuple[int, int]:
        """Return the place in view, for `return_to`: an offset and how many pixels below the top its line stands."""
        offset = self.top_offset()
        return offset, self.page_top(offset) - self.verticalScrollBar().value()

    def return_to(self, place: tuple[int, int]) -> None:
        """Scroll so that the line of a place held before stands where it stood."""
        self.finish_layout()
        self.verticalScrollBar().setValue(max(0, self.page_top(place[0]) - place[1]))

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll as little as needed for ``start``-``end`` to stand in the middle part of the view."""
        rect = self.rect_of(start, end)
        view = self.viewport().height()
        if rect.top() >= view * 0.08 and rect.bottom() <= view * 0.85:
            return
        bar = self.verticalScrollBar()
        self.finish_layout()
        bar.setValue(bar.value() + rect.top() - round(view * 0.3))

    # the selection

    def selected_span(self) -> tuple[int, int]:
        """Return the selection as canonical offsets; (n, n) with the caret's place where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            place = self.positions.to_canonical(cursor.position())
            return place, place
        start = self.positions.to_canonical(cursor.selectionStart())
        end = self.positions.to_canonical(cursor.selectionEnd(), end=True)
        return start, max(start, end)

    def shown_words(self, start: int, end: int) -> str:
        """Return what is shown of canonical ``start``-``end``, paragraphs parted by a blank line."""
        left = self.positions.to_document(start)
        right = self.positions.to_document(end, end=True)
        shown = self.positions.text.encode("utf-16-le")[2 * left : 2 * max(left, right)]
        return shown.decode("utf-16-le").replace("\n", "\n\n").replace("\u2028", "\n")

    def select(self, start: int, end: int) -> None:
        """Select canonical ``start``-``end``."""
        cursor = self.textCursor()
        cursor.setPosition(self.positions.to_document(start))
        cursor.setPosition(self.positions.to_document(end, end=True), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Select nothing, leaving the caret where the selection began."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.selection_settled.emit()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, then the text over them."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        top = event.rect().top() + self.verticalScrollBar().value()
        for block in self._blocks_in(top, top + event.rect().height()):
            self.marks.paint(painter, block)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the reading pane have its keys; Qt's own for a browser (history) are not wanted here."""
        if self.keys is not None and self.keys(event):
            event.accept()
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        QTextEdit.keyPressEvent(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell of a selection made with Shift and arrows once Shift is let go."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selection_settled.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words only."""
        data = QMimeData()
        start, end = self.selected_span()
        data.setText(self.shown_words(start, end))
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click from a selection."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if not self.textCursor().hasSelection() and (place - pressed).manhattanLength() < 6:
            self.clicked.emit(self.offset_at(place), place)
        self.selection_settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word and say where."""
        super().mouseDoubleClickEvent(event)
        self._pressed = event.position().toPoint()
        self.double_clicked.emit(self.offset_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is on when that changes."""
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            place = event.position().toPoint()
            if place.x() < self.column_left():
                self.gutter_entered.emit(place)
            elif self.viewport().toolTip():
                self.viewport().setToolTip("")
            self._hover_at(self.offset_at(place), place)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._hover_at(-1, QPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.zoom_wanted.emit(1 if turn > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # inside

    def _blocks_in(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        if not self.positions.blocks:
            return
        layout = self.document().documentLayout()
        block = self._block_near(top - _FOOT)
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom:
                break
            if box.bottom() >= top - 40:
                yield block
            block = block.next()

    def _block_near(self, top: float) -> QTextBlock:
        """Return the last block that begins above ``top``, or the first of all.

        Sought outwards from the one found last, so that text far below is not laid out for it.
        """
        number = min(self._near, len(self.positions.blocks) - 1)
        step = 1
        if self._top_of(number) > top:
            while number > 0 and self._top_of(number) > top:
                number, step = max(0, number - step), step * 2
            low, high = number, number + step // 2
        else:
            last = len(self.positions.blocks) - 1
            while number < last and self._top_of(min(last, number + step)) <= top:
                number, step = min(last, number + step), step * 2
            low, high = number, min(last, number + step)
        while low < high:
            middle = (low + high + 1) // 2
            if self._top_of(middle) <= top:
                low = middle
            else:
                high = middle - 1
        self._near = low
        return self.document().findBlockByNumber(low)

    def _top_of(self, number: int) -> float:
        document = self.document()
        return document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()

    def _hover_at(self, offset: int, place: QPoint) -> None:
        if offset != self._hover:
            self._hover = offset
            self.hovered.emit(offset, place)

    def _touch(self, mark: Mark) -> None:
        self.marks.forget_stretch(mark.start, mark.end)
        rect = self.rect_of(mark.start, mark.end)
        self.viewport().update(QRect(0, rect.top() - 8, self.viewport().width(), rect.height() + 16))

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting = True
        bar = self.verticalScrollBar().sizeHint().width()
        column, beside = self.typography.column(self.width() - bar)
        text = self.typography.gutter + column
        whole = text + (self.typography.margin if beside else 24)
        changed = (text, beside) != (self.lineWrapColumnOrWidth(), self.notes_beside)
        self.notes_beside = beside
        self.marks.badges = not beside
        spare = max(0, self.width() - bar - whole)
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)
        if changed:
            self.setLineWrapColumnOrWidth(text)
            self.marks.forget()
        self._fitting = False
        if changed:
            self.laid_out.emit()

    def _dress(self) -> None:
        palette = self.palette()
        role = QPalette.ColorRole
        for which, colour in (
            (role.Base, self.theme.window),
            (role.Text, self.theme.body),
            (role.Highlight, self.theme.selection),
            (role.HighlightedText, self.theme.body),
        ):
            palette.setColor(which, QColor(colour))
        self.setPalette(palette)
        self.viewport().update()

    def _tell_link(self, url: QUrl) -> None:
        self.link_wanted.emit(url.toString())

    def _tell_scrolled(self, _value: int) -> None:
        self.scrolled.emit()
