"""A text on its page: which place of it stands where, and what of it is selected."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextCursor

from briefing_app.ui.reader.geometry import page_rect
from briefing_app.ui.reader.positions import Positions
from briefing_app.ui.reader.sealed import SealedBrowser
from briefing_app.ui.reader.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

FOOT = 160
"""Empty pixels below the last paragraph."""


class TextPage(SealedBrowser):
    """Knows where canonical offsets (code points) stand on the page and in view, and which are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.positions = Positions("", (), ())
        self.typography = Typography()
        self._head = 0
        self._near = 0

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

    # inside

    def _blocks_in(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        if not self.positions.blocks:
            return
        layout = self.document().documentLayout()
        block = self._block_near(top - FOOT)
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
