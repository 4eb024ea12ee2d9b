"""Keys inside the text: scrolling, and caret mode that walks from paragraph to paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from briefing_app.ui.reader.surface import ReadingSurface

_SCROLL = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class CaretKeys:
    """Moves the view or, in caret mode, a caret that stands on whole paragraphs and extends with Shift."""

    def __init__(self, surface: ReadingSurface) -> None:
        self._surface = surface
        self.on = False

    def toggle(self) -> bool:
        """Switch caret mode and say whether it is on now."""
        self.set(not self.on)
        return self.on

    def set(self, on: bool) -> None:
        """Switch caret mode on or off; on, the caret goes to the first paragraph in view."""
        self.on = on
        self._surface.show_caret(on)
        if not on:
            self._surface.drop_selection()
            self._mark(-1)
            return
        index = self._surface.positions.block_index(self._surface.positions.to_document(self._surface.top_offset()))
        self._stand_on(index, extend=False)

    def standing(self) -> tuple[int, int] | None:
        """Return the paragraph that the caret stands on; None where caret mode is off or there is no text."""
        start, end = self.paragraph() if self.on else (0, 0)
        return (start, end) if start < end else None

    def paragraph(self) -> tuple[int, int]:
        """Return the canonical span of the paragraph that the caret stands on; (0, 0) without text."""
        blocks = self._surface.positions.blocks
        if not blocks:
            return 0, 0
        shown = blocks[self._index()]
        positions = self._surface.positions
        return positions.to_canonical(shown.start), positions.to_canonical(shown.end, end=True)

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key that moves; say whether it was one."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if not plain:
            return False
        if self.on and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1, extend=shift)
            self._surface.caret_moved.emit()
            return True
        if self.on:
            return False
        action = _SCROLL.get(key)
        if key == Qt.Key.Key_Space and shift:
            action = QAbstractSlider.SliderAction.SliderPageStepSub
        elif shift:
            return False
        if action is not None:
            self._surface.verticalScrollBar().triggerAction(action)
        return action is not None

    def _index(self) -> int:
        return self._surface.positions.block_index(self._surface.textCursor().position())

    def _step(self, by: int, *, extend: bool) -> None:
        last = len(self._surface.positions.blocks) - 1
        if last < 0:
            return
        cursor = self._surface.textCursor()
        index = self._index()
        if extend and not cursor.hasSelection() and by > 0:
            self._stand_on(index, extend=True)
            return
        self._stand_on(max(0, min(index + by, last)), extend=extend)

    def _stand_on(self, index: int, *, extend: bool) -> None:
        blocks = self._surface.positions.blocks
        if not blocks:
            return
        shown = blocks[index]
        cursor = self._surface.textCursor()
        if extend:
            place = shown.end if shown.start >= cursor.anchor() else shown.start
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(shown.start)
        self._surface.setTextCursor(cursor)
        positions = self._surface.positions
        self._surface.bring_into_view(positions.to_canonical(shown.start), positions.to_canonical(shown.start))
        self._mark(index)

    def _mark(self, index: int) -> None:
        self._surface.marks.caret_block = index
        self._surface.viewport().update()
